"""Which candidates are figures at all: a number about recorded offences or their victims, and about nothing else.

What belongs here: the decision. What does not: the signs for and against and their weights (`evidence`).
"""

from figuretrail.text import evidence
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.basing import Basing


class Licensing(Basing):
    """Tells figures from other numbers by the weight of the evidence."""

    def _refused(self, candidate: Candidate, sentence: Sentence) -> str:
        """Why the candidate is no figure; empty where it is one."""
        candidate.sure = evidence.of_figure(self, candidate, sentence)
        return "" if candidate.sure > 0.5 else "about something else"
