"""Tables that stand side by side: the columns at which a block of rows parts into several.

What belongs here: where a further table begins to the right of the first, by empty columns and by headers that come
again. What does not: tables one below the other (`regions`).
"""

from collections.abc import Sequence
from itertools import pairwise

from figuretrail.tables.files.grid import Scalar, Sheet, surface_of
from figuretrail.tables.language.labels import read_label


def starts_beside(
    sheet: Sheet, headers: list[int], data: list[int], left: int, right: int, kinds: list[str]
) -> list[int]:
    """The columns in which further tables begin that stand beside the first without an empty column between them.

    "Year | Offences | Platform | Offences": another list is named, and the headers after it are those before it; or the
    same list is named again.
    """
    if not data or right - left < 3:
        return []
    again = _labels_again(sheet, data, left, right)
    if again or not headers:
        return again
    names = [surface_of(value).lower() for value in sheet.rows[headers[-1]][left : right + 1]]
    first = read_label(names[0])
    several = first.dimension in _OF_LISTS and any(read_label(name).dimension in _OF_LISTS for name in names[2:])
    if several or first.counted in ("offences", "victims"):
        looks = ["".join(look) for look in zip(*[kinds[row][left : right + 1] for row in data], strict=True)]
        texts = [[surface_of(sheet.rows[row][left + column]) for row in data] for column in range(len(names))]
        apart = _answers_beside(names, looks) or _lists_beside(names, looks, texts)
        if apart:
            return [left + column for column in apart]
    if len(set(names)) == len(names):
        return []
    starts: list[int] = []
    own: list[str] = []  # the headers over values of the table that a column may end
    lists: set[str] = set()
    for column, name in enumerate(names):
        values = [kinds[row][left + column] for row in data]
        following = names[column + 1] if column + 1 < len(names) else ""
        if not name or read_label(name).dimension not in LISTED or not {"n", "v"}.isdisjoint(values):
            own.append(name)
        elif own and following and (following in own or name in lists):
            starts.append(left + column)
            own, lists = [], {name}
        else:
            lists.add(name)
    return starts


def _labels_again(sheet: Sheet, data: list[int], left: int, right: int) -> list[int]:
    """The columns that say again, row by row, what the first column says: "Snapchat | 31 | Snapchat | 40"."""
    first = [surface_of(sheet.rows[row][left]).lower() for row in data]
    if len(first) < 2 or len(set(first)) < len(first) or not all(read_label(text).roles for text in first[:1]):
        return []
    return [
        column
        for column in range(left + 2, right)
        if surface_of(sheet.rows[data[0]][column]).lower() == first[0]
        and [surface_of(sheet.rows[row][column]).lower() for row in data] == first
    ]


FEWEST_ROWS = 3  # of a form whose answers stand side by side


def _answers_beside(names: list[str], looks: list[str]) -> list[int]:
    """The columns in which the further answers of a form begin, whose first one is a lone count.

    "Offences | 107", beside it "11 and under | 14" and "12-15 | 58" below each other, beside these "Snapchat | 34" ...
    """
    if len(looks[0]) < FEWEST_ROWS or looks[0].rstrip() not in ("n", "v"):
        return []
    if read_label(names[0]).counted not in ("offences", "victims"):
        return []  # the number of a question, or of a group
    starts: list[int] = []
    listed = False  # whether the column before holds labels, so that this one holds their numbers
    for column, look in enumerate(looks[1:], start=1):
        beside = looks[column + 1] if column + 1 < len(looks) else ""
        labels = [row for row, kind in enumerate(look) if kind in "tw"]
        if listed:
            listed = False
        elif len(labels) > 1 and sum(beside[row] in "nvw" for row in labels if beside) > 1:
            starts.append(column)
            listed = True
        elif len(look.rstrip()) == 1:
            starts.append(column)
    return starts if any(len(looks[column].rstrip()) > 1 for column in starts) else []


_OF_LISTS = ("platform", "age", "sex")


def _lists_beside(names: list[str], looks: list[str], texts: list[list[str]]) -> list[int]:
    """The columns in which further lists begin, each of another sort and another length, with numbers after each.

    "App | Number | Victim's age | Victims", where more apps are listed than ages.
    """
    if len(looks[0]) < FEWEST_ROWS:
        return []
    lists = {column: dimension for column, name in enumerate(names) if (dimension := read_label(name).dimension)}
    sorts = set(lists.values())
    if 0 not in lists or not 1 < len(sorts) == len(lists) or not sorts <= {*_OF_LISTS}:
        return []
    ends = [*list(lists)[1:], len(names)]
    for start, end in zip(lists, ends, strict=True):
        entries = [text for text in texts[start] if text]
        values = "".join(looks[start + 1 : end]).replace(" ", "")
        if len(entries) < 2 or len(set(entries)) < len(entries) or not values or values.strip("nv"):
            return []
    lengths = {len(looks[column].rstrip()) for column in lists}
    return list(lists)[1:] if len(lengths) > 1 else []


LISTED = ("period", "platform", "place", "age", "sex", "offence")  # what the rows of a table may list


def column_runs(band: list[str], rows: Sequence[Sequence[Scalar]]) -> list[tuple[int, int]]:
    """Split a band of rows at its empty columns where the right part brings row labels of its own."""
    left = min(len(kinds) - len(kinds.lstrip()) for kinds in band)
    right = max(len(kinds.rstrip()) for kinds in band) - 1
    if any(" " not in kinds[left : right + 1] for kinds in band):
        return [(left, right)]  # a row without an empty cell parts no columns
    used = [not "".join(column).isspace() for column in zip(*band, strict=True)] + [False]
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for column, filled in enumerate(used):
        if filled:
            start = column if start is None else start
        elif start is not None:
            runs.append((start, column - 1))
            start = None
    merged = runs[:1]
    for left, right in runs[1:]:
        if (
            _brings_labels(band, left, right)
            or _labelled_after(band, merged[-1], (left, right))
            or (right > left and _counts_up([row[left] for row in rows]))
        ):
            merged.append((left, right))
        else:
            merged[-1] = (merged[-1][0], right)
    return merged


def _brings_labels(band: list[str], left: int, right: int) -> bool:
    """Whether the first column of a run holds row labels: mostly text, dates or years beside values."""
    column = [kinds[left] for kinds in band]
    below = [kind for kind in (column[1:] if len(band) > 1 else column) if kind != " "]
    labels = sum(kind in "tdyw" for kind in below)
    return right > left and len(below) > 0 and labels > len(below) / 2


def _labelled_after(band: list[str], *runs: tuple[int, int]) -> bool:
    """Whether in each of several runs of columns numbers come first and what they count stands after them."""
    return all(
        right == left + 1
        and all(kinds[left] in "nvw" and kinds[right] in "tw" for kinds in band if kinds[left : right + 1].strip())
        and any(kinds[left] == "n" and kinds[right] == "t" for kinds in band)
        for left, right in runs
    )


def _counts_up(column: list[Scalar]) -> bool:
    """Whether a column lists bare ages, months or quarters: rising whole numbers below the name of such a list."""
    numbers = [(row, value) for row, value in enumerate(column) if isinstance(value, (int, float))]
    if len(numbers) < FEWEST_ROWS or not all(one[1] < two[1] and two[1] % 1 == 0 for one, two in pairwise(numbers)):
        return False
    name = next((text for value in column[: numbers[0][0]][::-1] if (text := surface_of(value))), "")
    return read_label(name).dimension in ("age", "period")
