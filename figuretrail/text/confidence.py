"""How sure a figure is: what was doubtful in reading it, how much each doubt weighs, and whether a person should look.

What belongs here: doubts and their weights. What does not: settling a column.
"""

from figuretrail.text.attach import Sentence
from figuretrail.text.resolve import Settled
from figuretrail.text.timeline import UNKNOWN

SURE = 0.99  # a figure that says everything in its own words
REVIEW_BELOW = 0.80
_UNDATED = ("victim_age", "forces", "methods")
# What a period was told by, and how much doubt that leaves.
_PERIOD_RULES = {
    "settled by the text that follows": 0.12,
    "the later of the times compared": 0.05,
    "the like period before, as it is compared": 0.08,
}
_TOLD_BY_ANOTHER = {
    "last": 0.08,
    "length": 0.08,
    "same": 0.05,
    "second": 0.08,
    "shift": 0.05,
    "until": 0.05,
    "unknown": 0.15,
}


def doubts(made: Settled, sentence: Sentence, lines_to_anchor: int) -> dict[str, float]:
    """What is doubtful about a figure, and how much each doubt takes from its confidence.

    `lines_to_anchor` is how many lines lie between the figure and the one that its period leans on.
    """
    found: dict[str, float] = {}
    _about_period(made, lines_to_anchor, found)
    _about_place(made, sentence, found)
    if "platforms" in made.inherited:
        found["platforms taken from an earlier sentence"] = 0.12
    if made.measure in ("offence_share", "victim_share") and "base" in made.inherited:
        found["base taken from the text around"] = 0.05
    elif made.measure in ("offence_share", "victim_share") and made.rules.get("base") == "unsaid: all":
        found["base not stated"] = 0.08
    if made.candidate.role.elliptical:
        found["what is counted is left out"] = 0.05
    tags = set(sentence.tags)
    if not made.offence_said and not tags & set("SA"):
        found["offence named elsewhere"] = 0.03 if "O" in tags else 0.06
    if sentence.quoted(made.candidate.k):
        found["in a quotation"] = 0.15
    if sentence.cell:
        found["from a table that lost its lines"] = 0.08
    if made.twin is not None:
        found["says an earlier number again"] = 0.08
    return found


def _about_period(made: Settled, lines_to_anchor: int, found: dict[str, float]) -> None:
    if made.period == UNKNOWN:
        if made.measure not in _UNDATED:
            found["no period could be told"] = 0.15
        return
    rule = made.rules.get("period", "")
    if rule in _PERIOD_RULES:
        found[f"period: {rule}"] = _PERIOD_RULES[rule]
    elif rule == "as the figure before it":
        far = lines_to_anchor > 1
        found["period inherited from afar" if far else "period inherited"] = 0.12 if far else 0.04
    if made.mention is not None and made.mention.kind in _TOLD_BY_ANOTHER:
        found["period told by another"] = _TOLD_BY_ANOTHER[made.mention.kind]


def _about_place(made: Settled, sentence: Sentence, found: dict[str, float]) -> None:
    if made.place == (None, None):
        found["no place could be told"] = 0.12
        return
    named = {token.value for token in sentence.tokens if token.tag == "G"}
    if len(named) > 1 and made.candidate.place is None:
        found["two places in the sentence"] = 0.15
    elif "geography" in made.inherited:
        found["place inherited"] = 0.04


def confidence(found: dict[str, float]) -> float:
    """The confidence that the doubts leave."""
    sure = SURE
    for weight in found.values():
        sure *= 1 - weight
    return round(sure, 2)
