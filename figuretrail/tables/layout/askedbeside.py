"""Questions in a column of their own, each once beside the first row of its answer: "Q2 Which apps? | Snapchat | 98".

What belongs here: telling such a column from one of labels, and where each question's rows begin. What does not:
answers of one row (`sentences`) and what a question says (`surroundings`).
"""

from collections.abc import Sequence

from figuretrail.tables.files.grid import Sheet, surface_of
from figuretrail.tables.layout.sentences import asks

FEWEST_COLUMNS = 3  # the question's, the labels' and the numbers'
FEWEST_ROWS = 2  # below one question, of which but the first stands beside it


def blocks_asked(
    sheet: Sheet, kinds: list[str], rows: list[int], left: int, right: int
) -> list[tuple[list[int], bool]]:
    """The rows of a block in parts, each with whether a question heads it in the first column of its first row."""
    begins = [row for row in rows if kinds[row][left] != " "]
    if right - left + 1 < FEWEST_COLUMNS or len(rows) < FEWEST_ROWS or begins[:1] != rows[:1]:
        return [(rows, False)]
    if len(begins) == len(rows) or any(kinds[row][left] != "t" for row in begins):
        return [(rows, False)]
    if not all(asks(surface_of(sheet.rows[row][left])) for row in begins):
        return [(rows, False)]
    blocks: list[tuple[list[int], bool]] = []
    for part in _parts(rows, begins):
        listed = len(part) >= FEWEST_ROWS and all(_is_listed(kinds[row][left : right + 1]) for row in part)
        if blocks and not (listed or blocks[-1][1]):
            blocks[-1][0].extend(part)
        else:
            blocks.append((part, listed))
    return blocks if any(listed for _, listed in blocks) else [(rows, False)]


def _is_listed(look: str) -> bool:
    """Whether a row has a label and a number after the column of questions."""
    return look[1] in "twyd" and not {"n", "v", "w"}.isdisjoint(look[2:])


def _parts(rows: Sequence[int], begins: Sequence[int]) -> list[list[int]]:
    """The rows in parts, each beginning with a question."""
    parts: list[list[int]] = []
    for row in rows:
        if row in begins:
            parts.append([])
        parts[-1].append(row)
    return parts
