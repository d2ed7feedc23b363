"""Numbers that go on with the number before them, what they count left out: "Snapchat took 48 per cent, Kik five".

What belongs here: when a number takes over the role of the one before it. What does not: roles that a number's own
words tell (`roles`).
"""

import dataclasses
import re

from figuretrail.text.counting import Number
from figuretrail.text.roles import Role
from figuretrail.text.tokens import Token

_MEASURES = ("offence_share", "offence_change", "victim_share")
# Between two coordinated numbers: names, little words and a mark; no noun that is counted, and no verb.
_BETWEEN = re.compile(r"[,&;φPGQdxinoeqwj~H]{1,12}$")
# Right after such a number: the end of its part, or the name that it belongs to.
_SHARE_FOLLOWS = re.compile(r",?(?:∨|⟨)[qd]?%")  # "together in 59, or 25 per cent"
_AFTER = re.compile(r"[,;&·⟩φ:\"–]|[in][dw]?G|[in][dw]?P|[in]?T|$")


def fill(tokens: list[Token], tags: str, found: list[tuple[int, Role]]) -> list[tuple[int, Role]]:
    """The roles of a sentence's numbers, with those left out taken over from the percentage before them."""
    filled: list[tuple[int, Role]] = []
    for k, role in found:
        before = next((one for one in reversed(filled) if one[1].measure), None)
        if before is not None and before[1].measure in _MEASURES:
            role = _taken_over(tokens, tags, before, k, role)
        filled.append((k, role))
    return filled


def _taken_over(tokens: list[Token], tags: str, before: tuple[int, Role], k: int, role: Role) -> Role:
    at, model = before
    between = tags[at + 1 : k]
    number = tokens[k].value
    if role.measure == "offence_share" and model.measure == "offence_change" and _ONE_OF.search(between):
        sign = -1 if (model.value or 0) < 0 else 1
        return dataclasses.replace(model, value=sign * (role.value or 0), why="another such change")
    if tags[k] != "N" or not isinstance(number, Number) or number.kind != "count":
        return role
    if role.measure and not (role.elliptical and not role.head):
        return role
    own_name = set(between) & set("PG") or re.match(r"[in][dw]?G|[in][dw]?P", tags[k + 1 : k + 4])
    if not own_name or _BETWEEN.match(between) is None or not set(between) & set(",&;φ"):
        return role
    if between.count("x") > 3 or _AFTER.match(tags[k + 1 :]) is None:
        return role
    if _SHARE_FOLLOWS.match(tags, k + 1) is not None:
        return role
    limit = 100 if model.measure != "offence_change" else 2000
    if not 0 < number.value <= limit:
        return role
    sign = -1 if model.measure == "offence_change" and (model.value or 0) < 0 else 1
    return dataclasses.replace(model, value=sign * number.value, why="goes on with the percentage before it")


_ONE_OF = re.compile(r"[NIw]o[dq]?$")  # "after one of 6 per cent"
