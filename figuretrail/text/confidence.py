"""How sure a figure is: the odds of every choice that was made for it, and what is doubtful where they are low.

What belongs here: one confidence from the choices, and reasons for a person to look. What does not: the choices.
"""

import math

from figuretrail.text.walk import Settled

# The odds are those of texts like the ones that the weights were fitted to; on others the choices are right less often.
# On articles left out of the fit (`python -m tests.text.weights --folds 5`) the log odds of being right were these.
_FROM, _PER_LOG_ODDS = 0.21, 0.623
_DOUBTFUL_BELOW = 0.95  # a choice that is less sure than this is told as a reason
# What each choice leaves in doubt, in words.
_DOUBTS = {
    "figure": "may be about something else",
    "measure": "what is counted",
    "offence": "which offence",
    "platforms": "which platforms",
    "geography": "which place",
    "period": "which period",
    "base": "which base",
    "sex": "which sex of the victims",
    "age": "which age of the victims",
}
_OF_VICTIMS = ("victims", "victim_share")
_WITH_BASE = ("offences", "offence_share", "victim_share")


def doubts(made: Settled) -> dict[str, float]:
    """Every choice that was made for a figure and matters for its measure, in words, with how sure it is."""
    sure = {"figure": made.candidate.sure, **made.sure}
    if made.measure not in _OF_VICTIMS:
        sure.pop("sex", None)
        sure.pop("age", None)
    if made.measure not in _WITH_BASE or (made.measure == "offences" and made.platforms):
        sure.pop("base", None)
    return {_told(column, made): odds for column, odds in sure.items()}


def _told(column: str, made: Settled) -> str:
    """ "which period (the text that follows)": the doubt, and what the choice rests on."""
    rule = made.rules.get("place" if column == "geography" else column, "")
    return f"{_DOUBTS[column]} ({rule})" if rule and column != "measure" else _DOUBTS[column]


def confidence(found: dict[str, float]) -> float:
    """How often a figure with such choices is right in every column: all of them have to be."""
    sure = min(max(math.prod(found.values()), 1e-6), 1 - 1e-6)
    log_odds = _FROM + _PER_LOG_ODDS * math.log(sure / (1 - sure))
    return round(1 / (1 + math.exp(-log_odds)), 2)


def reasons(found: dict[str, float]) -> tuple[str, ...]:
    """The doubtful choices, the most doubtful first."""
    return tuple(told for told, odds in sorted(found.items(), key=lambda item: item[1]) if odds < _DOUBTFUL_BELOW)
