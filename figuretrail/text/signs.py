"""Signs that every column has in common: how words of a sentence stand to a number, and figures to the figures before.

What belongs here: putting such relations into words, so that they can be weighed (`choice`). What does not: which
readings of a column there are (`dating`, `placing`, `naming`, `basing`), and the weights (`vocabulary/evidence.csv`).
"""

from figuretrail.text.attach import Candidate, Sentence
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
_IT = {"it", "its", "they", "their", "that", "this", "these", "those"}


def named(name: str, known: list[str]) -> list[str]:
    """The signs of an option: its name, and its name with each thing that is known."""
    return [name, *[f"{name}, {what}" for what in known]]


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


def beside(candidate: Candidate, sentence: Sentence, j: int, spots: list[int], known: list[str]) -> list[str]:
    """How the words at `j`, of which there are more at `spots`, stand to the number."""
    tags, k = sentence.tags, candidate.k
    name, side = spot(candidate, j), "before" if j < k else "after"
    between = tags[min(j, k) + 1 : max(j, k)]
    numbers = sum(map(between.count, "N%X"))
    joint = sentence.tokens[j - 1].word if j and tags[j - 1] not in "xN%" else "nothing"
    found = [
        name, f"{name}, {min(numbers, 3)} numbers between", f"{side}, {min(len(between), 8)} words between",
        f"{name}, by {joint}",
        f"{name}, nearer one" if any(abs(n - k) < abs(j - k) for n in spots) else f"{name}, the nearest",
        f"{side}, {'not the' if any(n < j and (n < k) == (j < k) for n in spots) else 'the'} first there",
        *[f"{name}, {what}" for what in known],
    ]  # fmt: skip
    told = _TOLD_BETWEEN[side]
    found += [told[char] for char in dict.fromkeys(between) if char in told]
    if j == 0 or (j == 1 and tags[0] in "id"):
        found.append("begins the sentence")
    if tags[j + 1 : j + 2] in "⟨:–":
        found.append(f"{side}, a mark after it")
    return found


def is_of_another(tags: str, k: int, j: int) -> bool:
    """ "231 (140 in 2017/18)": whether the words at `j` stand in brackets with a number, and the one at `k` outside."""
    opening = tags.rfind("⟨", 0, j)
    if opening < 0 or "⟩" in tags[opening:j]:
        return False
    closing = tags.find("⟩", j)
    inside = tags[opening : closing if closing >= 0 else len(tags)]
    return not opening < k < opening + len(inside) and ("N" in inside or "%" in inside)


def after_figure(walk: Walk, name: str, figure: Settled, sentence: Sentence, known: list[str]) -> list[str]:
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
