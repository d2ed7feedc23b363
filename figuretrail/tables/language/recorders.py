"""Who wrote down what is counted: "where the investigating officer recorded one", "as entered by staff".

What belongs here: words that speak of officers and staff as those who record, who are not counted. What does not:
officers and staff that are counted (`wording`), and suspects (`suspects`).
"""

from figuretrail.tables.language.words import Words

_WHO = (
    r"(?:(?:the|an?|any|our|each|its|police|investigating|attending|reporting|recording|reviewing|arresting|response|local"
    r"|civilian|control room|crime) )*(?:officers?|detectives?|staff(?: members?)?|members? of staff)"
    r"(?: (?:in (?:the|charge of the|each) (?:case|investigation)|in charge|or staff|and staff|oic|on duty))*"
)
_WROTE = (
    r"(?:recorded|named|noted|entered|typed|selected|chose|ticked|flagged|stated|logged|identified|completed|put|wrote)"
)
AS_RECORDED = Words(
    rf"\b(?:where|when|if|that|which|what|as|whatever|wherever) {_WHO} (?:ha(?:s|ve|d) |could |can )?{_WROTE}\b"
    rf"|\b(?:{_WROTE}|chosen|written|given|made) by {_WHO}\b"
)
