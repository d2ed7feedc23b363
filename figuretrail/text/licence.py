"""Which candidates are figures at all: a number about recorded offences or their victims, and about nothing else.

What belongs here: the decision. What does not: the signs for and against and their weights (`evidence`).
"""

from figuretrail.text import certainfigures, evidence
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.basing import Basing
from figuretrail.text.replies import asks_for_others

_LIKELY = 0.5  # from which on a number is taken for a figure
_CERTAIN = 0.9  # of a number whose words leave no doubt, though little else speaks for it
_EXACT = 50  # a smaller count may well be equal to another by chance
_POINTING = {"the", "that", "this", "those", "these"}


class Licensing(Basing):
    """Tells figures from other numbers by the weight of the evidence."""

    def _refused(self, candidate: Candidate, sentence: Sentence) -> str:
        """Why the candidate is no figure; empty where it is one."""
        candidate.sure = evidence.of_figure(self, candidate, sentence)
        if certainfigures.is_of_others(self, candidate, sentence):
            return "about something else"
        if candidate.role.elliptical and self._is_no_answer(candidate, sentence):
            return "no answer to a question about recorded offences"
        if candidate.sure <= _LIKELY and certainfigures.is_certain(self, candidate, sentence):
            candidate.sure = _CERTAIN
        if candidate.sure > _LIKELY or self._is_said_again(candidate, sentence):
            return ""
        return "about something else"

    def _is_no_answer(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether a number without a noun is part of a question, or of the answer to one about suspects or costs."""
        replies, lowered = self.reading.replies, self.reading.lowered
        asked = replies.asked.get(sentence.line)
        if asked is not None and asked.start <= candidate.token.start < asked.end:
            return asked.only_asks or lowered.find("?", candidate.token.end, asked.end) >= 0
        answered = replies.answered.get(sentence.line)
        return answered is not None and "P" not in sentence.tags and asks_for_others(lowered, answered)

    def _is_said_again(self, candidate: Candidate, sentence: Sentence) -> bool:
        """ "So 97, well", "the 67 offences", "I would treat the 796 as a floor": a count that was a figure before.

        So exact a number is hardly said of two things in one text; but a round one is, and one before another noun.
        """
        role, tags, k = candidate.role, sentence.tags, candidate.k
        value = role.value or 0.0
        if role.unit != "count" or value < _EXACT or not value % 10 or value not in self.values:
            return False
        before = sentence.tokens[k - 1].word if k else ""
        after = sentence.tokens[k + 1].word if k + 1 < len(tags) else ""
        of_another = tags[k + 1 : k + 2] in ("x", "V") and before not in _POINTING and after != "out"
        if of_another or any(token.tag == "ρ" for token in sentence.tokens[max(0, k - 3) : k]):
            return False
        return any(one.value == value and one.measure == role.measure for one in self.recent())
