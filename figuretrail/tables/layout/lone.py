"""Lines that stand alone in their row: notes, and entries of a list with nothing beside them.

What belongs here: what such a line is by its words and by the rows about it. What does not: finding lines and tables
(`regions`), and what notes say (`notes`).
"""

import functools
import re
from collections.abc import Iterable
from itertools import pairwise

from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.labels import read_label

_NOTE = re.compile(
    r"\s*(?:notes?\b|\(?\d{1,2}[).]\s|\([a-z0-9]\)|\[[a-z0-9]\]|[*†‡§^#]|\.\.|-\s*(?::|=|means|is"
    r"|denotes)|<\s?\d|key\b|source\b|caveat|figures (?:are|were|may)|data (?:are|is|was|were)"
    r"|please note|(?:an? |any |all )?(?:blank|empty|shaded) (?:cells?|spaces?|box(?:es)?|entr(?:y|ies))\b"
    r"|\d\s\s?[A-Z])",
    re.I,
)


# "*** Previous answer, 2020/21 ***"
_ORNAMENTED = re.compile(r"\s*([*=#~_.<>-])\1[*=#~_.<>-]*[^*=#~_].*\1{2}\s*", re.S)


@functools.lru_cache(maxsize=10_000)
def is_note(text: str) -> bool:
    """Whether a line of text explains (a footnote, a key) rather than names."""
    return bool(_NOTE.match(text)) and not _ORNAMENTED.fullmatch(text)


_MARKED = re.compile(r"\s*[(\[]?(\d|[a-z])[)\]]?[.:]?\s+\S", re.I)


def is_footnote_of(text: str, labels: list[str]) -> bool:
    """Whether a line starts with the mark that a label of the table ends with: "South West 1", "1 without ..."."""
    mark = _MARKED.match(text)
    if mark is None:
        return False
    return any(map(re.compile(rf"\D[\s(\[]{mark[1]}[)\]]?\s*$", re.I).search, labels))


_NUMBERED = re.compile(r"\s*\(?(\d{1,2}|[a-h])[).]\s+(?=\w)")


def heads_by_number(text: str, beside: list[str]) -> bool:
    """Whether "1. Offences recorded", "(b) Girls" may be a heading; `beside` are the lines right above and below it.

    A letter with another one beside it is one of several footnotes.
    """
    found = _NUMBERED.match(text)
    return found is not None and (found[1].isdecimal() or not any(map(_NUMBERED.match, beside)))


# "Page 2 of 3", "continued ...", "Table 1 (cont'd)"
_TURNED = re.compile(
    r"[\s(\[*.…–-]*\b(?:page\s\d+(?:\s?(?:of|/)\s?\d+)?"
    r"|cont(?:inued|inues|['’]?d|\b)(?: (?:from|on|over)\b[\w\s]{0,30})?)"
    r"[\s)\].*…–-]*$",
    re.I,
)


def turns_the_page(between: list[str], above: Iterable[str]) -> bool:
    """Whether lines between two blocks of rows are but the end of one page and the head of the next.

    One of them says so, and the others stand word for word above the first block, too.
    """
    left = [_TURNED.sub("", text) for text in between]
    if left == between:
        return False
    said = {_TURNED.sub("", text) for text in above}
    return all(not cut or cut in said for cut in left)


def notes_below(sheet: Sheet, kinds: list[str], rows: list[int], left: int, right: int) -> list[tuple[int, int, str]]:
    """The texts that end a block of rows, each alone in its row, as row, column and text.

    They are what stands after an empty row, or what explains by its words.
    """
    found: list[tuple[int, int, str]] = []
    alone = 0  # of these the last ones that are told from labels without a number
    for number in reversed(rows):
        cells = kinds[number][left : right + 1]
        if cells.strip() != "t":
            break
        column = left + cells.index("t")
        found.append((number, column, str(sheet.rows[number][column]).strip()))
        if is_note(found[-1][2]) or (number > rows[0] and number - 1 not in rows):
            alone = len(found)
    return found[:alone][::-1] if alone < len(rows) else []


def headings_inside(
    sheet: Sheet, kinds: list[str], rows: list[int], left: int, right: int
) -> list[tuple[int, int, str]]:
    """The texts that head a further table in a block of rows, each alone in its row, as row, column and text.

    An empty row parts them from what stands above, while another block goes on beside it; names stand below them.
    """
    found: list[tuple[int, int, str]] = []
    shapes = {number: kinds[number][left : right + 1].replace(" ", "") for number in rows}
    above: list[int] = []  # lone texts after an empty row, below which no other row has come yet
    for before, number in pairwise(rows):
        if shapes[number] == "t" and (number - 1 != before or (above and above[-1] == before)):
            above.append(number)
            continue
        if above and shapes[number].count("t") > 1 and {"n", "v"}.isdisjoint(shapes[number]):
            columns = [kinds[row].index("t", left) for row in above]
            found += [(row, c, str(sheet.rows[row][c]).strip()) for row, c in zip(above, columns, strict=True)]
        above = []
    return found


def parted(rows: list[int], lines: set[int]) -> list[list[int]]:
    """The rows in blocks, parted at lines."""
    blocks: list[list[int]] = [[]]
    for row in rows:
        if row in lines:
            blocks.append([])
        else:
            blocks[-1].append(row)
    return [block for block in blocks if block]


def heads_rows(kinds: list[str], number: int) -> bool:
    """Whether a year stands alone over rows that are labelled in its column: 2021 over "Snapchat | 30"."""
    column = kinds[number].find("y")
    below = kinds[number + 1] if column >= 0 and number + 1 < len(kinds) else ""
    if not below or below[column] not in "tw" or below[:column].strip():
        return False
    listed = number > 0 and kinds[number - 1][column] == "y"  # one more year, with nothing stated beside it
    return not listed and not {"n", "v"}.isdisjoint(below[column + 1 :])


def lists_on(sheet: Sheet, kinds: list[str], number: int, above: int) -> bool:
    """Whether a lone label goes on the list of the rows about it, with nothing stated beside it: "Boys 16 and over"."""
    column = len(kinds[number]) - len(kinds[number].lstrip())
    beside = [kinds[row] for row in (number - 1, number + 1) if row < len(kinds)]
    text = str(sheet.rows[number][column])
    if above != number - 1 or len(beside) < 2 or len(text) > LONGEST_ENTRY or is_note(text):
        return False
    if any(kind[column] not in "twv" or {"n", "v"}.isdisjoint(kind[column + 1 :]) for kind in beside):
        return False
    before, sort, after = (_sort_of(sheet.rows[row][column]) for row in (number - 1, number, number + 1))
    return sort is not None and sort == before and after in (None, sort)


LONGEST_ENTRY = 40  # characters; what is longer and stands alone in its row is no entry of a list


def _sort_of(value: Scalar) -> tuple[frozenset[str], bool, str | None] | None:
    """Of which list a label is an entry, as far as entries of one list are alike; None where it is of none."""
    label = read_label(str(value))
    part = label.period is not None and label.period.months is not None
    return (label.roles, part, label.place.type if label.place else None) if label.roles else None
