"""Signs that every column has in common: how words of a sentence stand to a number, and figures to the figures before.

What belongs here: putting such relations into words, so that they can be weighed (`choice`). What does not: which
readings of a column there are (`dating`, `placing`, `naming`, `basing`), and the weights (`vocabulary/evidence.csv`).
"""

import operator
from collections.abc import Sequence

from figuretrail.text import neighbours
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, Sign
from figuretrail.text.evidence import GROUPS
from figuretrail.text.walk import Settled, Walk

_BETWEEN = {
    "c": "a comparison", ",": "a comma", ";": "a semicolon", "φ": "a contrast", "m": "a clause", "&": "and",
    "⟨": "brackets",
    "T": "a time", "P": "a platform", "G": "a place", "O": "an offence", "r": "a verb", "b": "a verb of being",
    "f": "from",
    "t": "to", "R": "a rise", "D": "a fall", "–": "a dash", ":": "a colon", "o": "of", "V": "a victim",
    "k": "something known",
}  # fmt: skip

_TOLD_BETWEEN = {
    side: {char: f"{side}, {name} between" for char, name in _BETWEEN.items()} for side in ("before", "after")
}
_HELD = {
    column: operator.attrgetter(name)
    for column, name in (
        ("measure", "measure"), ("offence", "offence"), ("platforms", "platforms"), ("geography", "place"),
        ("period", "period"), ("base", "base"), ("sex", "sex"), ("age_band", "band"),
    )
}  # fmt: skip
_OF_ITS_VALUE = ("measure", "sex")  # columns whose options are told apart by what they say, not by what tells it
_RULES = {"geography": "place"}  # where the rule that told a column is kept under another name
_BY_IT = "POGTVrbhRDcCkJUQSLF"  # the classes that may stand by a number
_LATEST = 6  # figures before that may have what an option says
_LIKE = 60  # figures back among which those like it are looked for
_IT = {"it", "its", "they", "their", "that", "this", "these", "those"}


def named(name: str, known: list[str]) -> list[Sign]:
    """The signs of an option: its name, and its name with each thing that is known."""
    return [name, (name, known)]


def about(candidate: Candidate, sentence: Sentence, measure: str) -> list[str]:
    """What is known of a number whichever column is asked for."""
    found = [GROUPS[measure]]
    if candidate.compared:
        found.append("compared")
    if candidate.parent is not None:
        found.append("brackets")
    elif sentence.tags.rfind("⟨", 0, candidate.k) > sentence.tags.rfind("⟩", 0, candidate.k):
        found.append("in brackets after no number")
    before = sentence.tags[candidate.k - 1] if candidate.k else ""
    if before in ("f", "t"):
        found.append("from" if before == "f" else "to")
    if candidate.role.head == "O":
        found.append("offences named")
    if sentence.tokens[0].word in _IT:
        found.append("begins with it")
    elif sentence.tags[0] == "C":
        found.append("begins with a total")
    if any(token.tag == "j" or token.word in ("both", "put") for token in sentence.tokens[:6]):
        found.append("put together")
    return found


def where(candidate: Candidate, spots: list[int]) -> str:
    """Whether the number's stretch, or the sentence elsewhere, names what is asked for."""
    if any(candidate.left <= j <= candidate.right for j in spots):
        return "one in the stretch"
    if any(j < candidate.k for j in spots):
        return "one before in the sentence"
    return "one after in the sentence" if spots else "none in the sentence"


def spot(candidate: Candidate, j: int) -> str:
    """Where the words at `j` stand to the number."""
    inside = candidate.left <= j <= candidate.right
    return f"{'in its stretch' if inside else 'elsewhere in the sentence'}, {'before' if j < candidate.k else 'after'}"


def beside(
    candidate: Candidate, sentence: Sentence, j: int, spots: list[int], known: list[str]
) -> tuple[str, list[Sign]]:
    """How the words at `j`, of which there are more at `spots`, stand to the number: the name of it, and its signs."""
    tags, k = sentence.tags, candidate.k
    name, side = spot(candidate, j), "before" if j < k else "after"
    between = tags[min(j, k) + 1 : max(j, k)]
    numbers = sum(map(between.count, "N%X"))
    joint = sentence.tokens[j - 1].word if j and tags[j - 1] not in "xN%" else "nothing"
    found: list[Sign] = [
        name, f"{name}, {min(numbers, 3)} numbers between", f"{side}, {min(len(between), 8)} words between",
        f"{name}, by {joint}",
        f"{name}, nearer one" if any(abs(n - k) < abs(j - k) for n in spots) else f"{name}, the nearest",
        f"{side}, {'not the' if any(n < j and (n < k) == (j < k) for n in spots) else 'the'} first there",
        (name, known),
    ]  # fmt: skip
    told = _TOLD_BETWEEN[side]
    found += [told[char] for char in dict.fromkeys(between) if char in told]
    if j == 0 or (j == 1 and tags[0] in "id"):
        found.append("begins the sentence")
    if tags[j + 1 : j + 2] in "⟨:–":
        found.append(f"{side}, a mark after it")
    return name, found


def is_of_another(tags: str, k: int, j: int) -> bool:
    """ "231 (140 in 2017/18)": whether the words at `j` stand in brackets with a number, and the one at `k` outside."""
    opening = tags.rfind("⟨", 0, j)
    if opening < 0 or "⟩" in tags[opening:j]:
        return False
    closing = tags.find("⟩", j)
    inside = tags[opening : closing if closing >= 0 else len(tags)]
    return not opening < k < opening + len(inside) and ("N" in inside or "%" in inside)


def after_figure(walk: Walk, name: str, figure: Settled, sentence: Sentence, known: list[str]) -> list[Sign]:
    """How a figure before it stands to the number."""
    there = walk.reading.sentences[figure.candidate.sentence]
    lines = sentence.line - there.line
    far = (
        "in the sentence" if there is sentence
        else "in the line" if lines == 0
        else "in the next line" if lines == 1
        else "near" if lines <= 4
        else "far"
    )  # fmt: skip
    found = [far, *known, f"after {GROUPS[figure.measure]}"]
    if figure.candidate.compared:
        found.append("which was compared")
    if walk.reading.lines[sentence.line].item:
        found.append("in a list")
    if sentence.cell:
        found.append("in a table")
    return [*named(name, found), f"{name}, {known[0]}, {far}", f"{name}, {known[0]}, {known[1]}"]


def shared(walk: Walk, column: str, made: Settled, sentence: Sentence, options: Sequence[Option]) -> None:
    """Add the signs that the options of any column have.

    They tell what stands around the number, what else tells the same, and which figures before have it.
    """
    told: dict[object, list[str]] = {}
    for option in options:
        told.setdefault(option.value, []).append(option.told_by)
    if len(told) == 1:
        return  # nothing is to be weighed
    around = _around(walk, column, made, sentence)
    held = [_HELD[column](figure) for figure in walk.settled[-_LATEST:]]
    like = _of_figures_like_it(walk, column, made)
    had = {value: _had(value, held, like) for value in told}
    for option in options:
        option.signs.append((str(option.value) if column in _OF_ITS_VALUE else option.told_by, around))
        others = list(told[option.value])
        others.remove(option.told_by)
        option.signs.append(("told too by", others))
        option.signs += had[option.value]
        option.signs.append((option.told_by, had[option.value][-1:]))


def _had(value: object, held: list[object], like: dict[str, list[object]]) -> list[str]:
    """Which of the last figures, and of those like the number, have what an option says."""
    has = ["this" if one == value else "another" for one in held]
    return [
        f"in {has.count('this')} of the last {len(has)} figures",
        *[f"in {found.count(value)} of {len(found)} {which}" for which, found in like.items() if found],
        f"in the last figures {' then '.join(has[-3:])}",
    ]


def _around(walk: Walk, column: str, made: Settled, sentence: Sentence) -> list[str]:
    """What stands around a number: its neighbours, its stretch, its line, its size, and what told the figure before."""
    candidate, line = made.candidate, walk.reading.lines[sentence.line]
    found = neighbours.around(candidate, sentence)
    stretch = set(sentence.tags[candidate.left : candidate.right + 1])
    found += [f"by it {neighbours.CLASSES.get(char, char)}" for char in _BY_IT if char in stretch]
    found.append(f"{len(str(int(abs(made.value))))} digits {made.unit}")
    kind = "heading" if line.heading else "item" if line.item else "line"
    found.append(f"in {kind} {min(3, sentence.line)}")
    last = walk.settled[-1] if walk.settled else None
    if last is None:
        found.append("the first figure")
    else:
        where = "in the sentence" if last.candidate.sentence == candidate.sentence else "before"
        found.append(f"the figure {where} told by {last.rules.get(_RULES.get(column, column))}")
    return found


def _of_figures_like_it(walk: Walk, column: str, made: Settled) -> dict[str, list[object]]:
    """What the last figures of its measure have, and for a period those of its place and those that differ in it."""
    of, recent = _HELD[column], walk.settled[-_LIKE:]
    like = {"of its measure": [of(one) for one in recent if one.measure == made.measure][-3:]}
    if column == "period":
        there = [one for one in recent if one.place == made.place]
        like["of its place"] = [of(one) for one in there][-3:]
        like["of its measure, platforms and place"] = [
            of(one)
            for one in there
            if one.measure == made.measure and one.platforms == made.platforms and one.value != made.value
        ][-3:]
    return like
