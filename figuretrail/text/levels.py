"""Shares at a level, whose "per cent" is said but once or not beside them: "from 31 to 23 per cent", "steady on 14".

What belongs here: when a count without a noun is a share, and a percentage a level. What does not: numbers
that go on with a percentage of any kind (`gapping`), and what the weight of the evidence leaves open (`measuring`).
"""

import dataclasses
import re

from figuretrail.text.counting import Number
from figuretrail.text.roles import Role
from figuretrail.text.tokens import Token

Told = list[tuple[int, Role]]

_FROM_TO = re.compile(r"f[dxq]{0,2}(N)T?t[dxq]{0,2}(%)")
_BETWEEN = re.compile(r"(?<![RDv])z[q]?(N)&q?(%)")
_GROWTH = re.compile("([RD])[^N%X;·h]{0,4}?[xRDr]$")  # "Growth slowed from", "the rise fell from", and no share's
_GROWING = {"growth", "rise", "increase", "fall", "decrease", "drop", "decline"}
_OF_CHANGE = "verb of rising or falling before it"
_ON = re.compile(r"(?:[in]|[RDr][dq]?t|r)[dqx]?$")  # "steady on 14", "had climbed to 29", "was at about 11"
_AT = {"on", "at", "to"}
_CLOSED = re.compile(r"[,;·⟩\"–&φΦ]|T|[if][dw]?T|$")
_NO_SHARE = set("OWFCHcΩ£ψXΛ")  # what stands between a percentage and a number that is none
_PERCENT_WORDS = {
    "percentages", "percentage", "percent", "%", "percentage terms", "per cent", "percentage shares",
}  # fmt: skip  # not "pc", which without a number is a constable
_OF_OFFENCES = re.compile("^o[dxwrk]{0,2}[SA]?O")  # "26 per cent of offences"
_WHOLE = 100
_IN_PERCENT = {"offence_share", "victim_share", "offence_change"}
_NAMED = re.compile("[PGTVα][:–,⟨]?[bni]?q?$")  # "Facebook 30", "Snapchat on 27"
_TIME_AND_NUMBER = re.compile(r"[,;&φ]{1,2}x?i?[dw]?T,?I?b?q?$")
_NUMBER_AND_TIME = re.compile(r"[,;&φ]{1,2}v?[dq]?$")
_AFTER_TIME = re.compile(r"i?[dw]?T(?:[,;·⟩&\"]|$)")
_OF_NAME = re.compile(r"P[^N%X;·RD]{0,6}b[xq]{0,2}[in]q?$")  # "Snapchat, then, is on 41%"


def fill(tokens: list[Token], tags: str, told: Told) -> Told:
    """The roles of a sentence's numbers, with those that are levels of a share."""
    if {"%", ":", "–"}.isdisjoint(tags):
        return told
    found = dict(told)
    _from_to(tokens, tags, found)
    _announced(tokens, tags, found)
    for k, role in told:
        if tags[k] == "%" and found[k] is role and _is_level(tokens, tags, k, role):
            found[k] = _level(role, role.value)
        elif _is_bare(tokens, tags, k, found[k]):
            model = _share_before(tokens, tags, k, found)
            if model is not None:
                value = (found[k].value or 0.0) * (-1 if (model.value or 0.0) < 0 else 1)
                found[k] = dataclasses.replace(model, value=value, goes_on=not model.sure)
    return [(k, found[k]) for k, _ in told]


def _level(model: Role, value: float | None) -> Role:
    why = model.why if model.measure in ("offence_share", "victim_share") else "share"
    return Role("offence_share", "percent", value, why, sure=True)


def _is_bare(tokens: list[Token], tags: str, k: int, role: Role) -> bool:
    """Whether a number is a count whose noun is left out, and can be a percentage."""
    number = tokens[k].value
    if tags[k] != "N" or not isinstance(number, Number) or number.kind != "count":
        return False
    return bool(role.measure) and role.elliptical and not role.head and 0 < number.value < _WHOLE


def _from_to(tokens: list[Token], tags: str, found: dict[int, Role]) -> None:
    """ "From 31 to 23 per cent", "between 31 and 33 per cent": both are levels; of growth, changes."""
    for rule in (_FROM_TO, _BETWEEN):
        for match in rule.finditer(tags):
            first, last = match.start(1), match.start(2)
            if first not in found or last not in found or not _is_percentage(tokens[last]):
                continue
            if not _is_bare(tokens, tags, first, found[first]):
                continue
            growth = _GROWTH.search(tags, 0, match.start())
            for k in (first, last):
                number = tokens[k].value
                found[k] = _level(found[last], number.value)
                if growth is not None and tokens[growth.start()].word in _GROWING:
                    value = number.value if growth.group(1) == "R" else -number.value
                    found[k] = Role("offence_change", "percent_change", value, _OF_CHANGE)


def _is_percentage(token: Token) -> bool:
    """Whether a share is said in per cent: beside "a third" a bare number may well be a count."""
    return isinstance(token.value, Number) and token.value.kind not in ("fraction", "ratio")


def announces(tokens: list[Token], tags: str) -> bool:
    """Whether words without a number say that the numbers after them are percentages, and not of a change."""
    words = {token.word for token in tokens}
    return not (_PERCENT_WORDS.isdisjoint(words) or "points" in words or set(tags) & set("N%XRD"))


def _announced(tokens: list[Token], tags: str, found: dict[int, Role]) -> None:
    """ "Kent gave us percentages only: Facebook 30, Snapchat 27": what the words before a colon say of all after it."""
    colon = next((j for j, tag in enumerate(tags) if tag in ":–" and j), None)
    if colon is None or not announces(tokens[:colon], tags[:colon]):
        return
    for k, role in found.items():
        if k > colon and _NAMED.search(tags, colon, k) is not None and _is_bare(tokens, tags, k, role):
            found[k] = _level(role, role.value)


def _is_level(tokens: list[Token], tags: str, k: int, role: Role) -> bool:
    """ "Snapchat, then, is on 41%": what is on or at so much, where no rise or fall is spoken of before it."""
    if role.measure not in ("offence_share", "offence_change") or not _is_percentage(tokens[k]):
        return False
    return _OF_NAME.search(tags, 0, k) is not None and tokens[k].value.sign == ""


def _share_before(tokens: list[Token], tags: str, k: int, found: dict[int, Role]) -> Role | None:
    """The percentage that a bare number goes on with: "31% to 23%, while Snapchat was steady on 14"."""
    before = [(at, one) for at, one in found.items() if at < k and one.measure]
    measures = {one.measure for _, one in before}
    if not before or measures - _IN_PERCENT:
        return None
    at, model = before[-1]
    between = _OF_OFFENCES.sub("", tags[at + 1 : k])
    if not any(_is_percentage(tokens[j]) for j, _ in before) or set(between) & _NO_SHARE:
        return None
    if _TIME_AND_NUMBER.search(between) is not None and _CLOSED.match(tags, k + 1) is not None:
        return dataclasses.replace(model, sure=False)  # "36 per cent in 2018/19 and in 2019/20 14"
    if _NUMBER_AND_TIME.search(between) is not None and _AFTER_TIME.match(tags, k + 1) is not None:
        return dataclasses.replace(model, sure=False)  # "81% in 2018/19, 83 in 2019/20 and 82 in 2020/21"
    on = _ON.search(between)
    if (
        on is None
        or "offence_change" in measures
        or not any(token.word.rpartition(" ")[2] in _AT for token in tokens[k - 3 : k])
        or not set(between) & set("PI")
    ):
        return None
    ends = set(between) & set(",;&φΦ–:⟨") and _CLOSED.match(tags, k + 1) is not None
    return _level(model, model.value) if ends else None
