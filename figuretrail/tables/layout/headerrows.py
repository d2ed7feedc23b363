"""Which rows of a block are headers, by what their cells hold and by what stands below them.

What belongs here: one row, with the block's numeric columns and the row after it. What does not: blocks of rows
(`regions`) and what headers say (`headers`).
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from figuretrail.tables.files.grid import Scalar, surface_of
from figuretrail.tables.language.inline import OLDEST_LISTED
from figuretrail.tables.language.labels import in_digits, read_ages, read_label
from figuretrail.tables.language.values import footnoted_year, read_loosely, read_text
from figuretrail.tables.layout.beside import LISTED
from figuretrail.tables.layout.numbering import QUESTION_NUMBER

LONGEST_LABEL = 110  # characters; a longer cell is a sentence, not a header or row label


def stands_beside_headers(row: str, below: str, values: Sequence[Scalar]) -> bool:
    """Whether a row's one long text is a remark to the right of headers: "Dates | Age of victim | | The age is ...".

    The headers lie together, and the rows below have nothing under the remark.
    """
    *first, last = [column for column, kind in enumerate(row) if kind != " "]
    together = len(first) > 1 and last > first[-1] + 1 == first[0] + len(first)
    if not together or {row[column] for column in (*first, last)} != {"t"}:
        return False
    short = all(len(str(values[column])) <= LONGEST_LABEL for column in first)
    return short and len(str(values[last])) > LONGEST_LABEL and not below[last:].strip() and bool(below.strip())


def _names_numeric_columns(cells: str, numeric: list[int], values: list[Scalar]) -> bool:
    """Whether a row has no number and mostly names where the rows below have numbers: "Sec 15A" beside "Sec 14"."""
    if "n" in cells:
        return False
    above = [column for column in numeric if cells[column] != " "]
    names = [column for column in above if cells[column] == "t" and read_loosely(str(values[column])) is None]
    return len(above) > 1 and 2 * len(names) > len(above)


def is_header(
    cells: str, numeric: list[int], values: list[Scalar], *, after_data: bool, after_header: bool, following: str
) -> bool:
    """Whether a row of a band is a header: of names over numbers, of years, of bands, of text that reads like one."""
    if not after_data and _names_numeric_columns(cells, numeric, values):
        return True
    if after_data and numeric and all(cells[column] == " " for column in numeric):
        return False
    if after_data and names_an_entry(cells, values):
        return False
    filled = cells.replace(" ", "")
    strong = filled.count("n") + filled.count("v")
    if strong == 1 and filled.count("y") > 1:
        odd = next(value for value, kind in zip(values, cells, strict=True) if kind in "nv")
        if footnoted_year(odd) is not None:
            return not after_data
    if strong and not after_data and _bands_in_a_row(cells, values):
        return True
    if strong:
        return not after_data and _ages_in_a_row(cells, values, following, grouped=after_header)
    if "y" in filled:
        years = _of_one_group([value for value, kind in zip(values, cells, strict=True) if kind == "y"])
        if after_data:
            return len(years) > 1 and _steps(years) and following != cells
        lone_label = len(years) == 1 and len(filled) == 2 and (after_header or _lists_years(cells, following))
        return not lone_label and (len(years) == len(set(map(str, years))))
    if not after_data:
        if after_header and _asks_by_number(cells, numeric, values):
            return False  # "Q1 | All crimes", below it the rows that answer
        # "Kik | 1 April" among counts: a range that became a day
        dated = filled == "td" and cells.index("d") in numeric
        return not (after_header and (dated or _only_marks(cells, values)))
    stated = [str(values[column]) for column in numeric if cells[column] == "t"]
    if stated and all(map(_states_something, stated)):
        return False  # "Sussex | Request refused (s12)" among numbers, but not "App | No. of crimes"
    labels = filled.count("t") + filled.count("d")
    return len(filled) == labels > 1 and ("n" in following or "v" in following) and _headerish(values)


def _states_something(text: str) -> bool:
    """Whether a text stands for a number: "pending"; a range that no child's age lies in: "50 to 60"."""
    label = read_label(text)
    above_children = label.ages is not None and (label.ages[0] or 0) > OLDEST_LISTED and label.ages[1] is not None
    return above_children or (read_loosely(text) is not None and not label.counting)


def _lists_years(cells: str, following: str) -> bool:
    """Whether a year with a mark beside it begins a list of years: "2020 | None", below it "2021 | 3"."""
    first = cells.lstrip()
    return first == "yw" + " " * (len(first) - 2) and following[: len(cells) - len(first) + 1].strip() == "y"


def _asks_by_number(cells: str, numeric: list[int], values: Sequence[Scalar]) -> bool:
    """Whether a row is but a question's number and its words, and nothing stands over the numbers below."""
    if cells.replace(" ", "") != "tt" or not numeric or any(cells[column] != " " for column in numeric):
        return False
    return QUESTION_NUMBER.fullmatch(str(values[cells.index("t")])) is not None


def states_a_total(cells: str, above: list[str], values: Sequence[Scalar]) -> bool:
    """Whether a row is but a total's name, in a column of numbers, and its number: "Year | 146" below months."""
    if cells.replace(" ", "") not in ("tn", "tv"):
        return False
    column = cells.index("t")
    return all(row[column] in "nv" for row in above) and read_label(str(values[column])).total


def names_an_entry(cells: str, values: Sequence[Scalar]) -> bool:
    """Whether a row of two cells names a list and one of its entries, as records do: "Force | Kent", "Year | 2018"."""
    if len(cells) != 2 or " " in cells or cells[0] != "t" or cells[1] not in "ydtw":
        return False
    dimension = read_label(str(values[0])).dimension
    return dimension is not None and dimension in read_label(surface_of(values[1])).roles


def _only_marks(cells: str, values: list[Scalar]) -> bool:
    """Whether a row is a label with nothing but marks beside it: "Skype | x | x" is data, "Sex | 0-9 | 10+" is not."""
    name, *rest = [str(value) for value, kind in zip(values, cells, strict=True) if kind != " "]
    if rest and all(map(_NUMBER_SIGN.fullmatch, rest)) and read_label(name).dimension in LISTED:
        return False  # "Age | No.": the name of a list, and how many
    return bool(rest) and all(map(_is_mark, rest))


_NUMBER_SIGN = re.compile(r"\s*nos?\.?\s*", re.I)


def _is_mark(text: str) -> bool:
    reading = read_text(text)
    return reading.mark is not None if reading is not None else read_loosely(text) is not None


def _of_one_group(years: list[Scalar]) -> list[Scalar]:
    """The years of one group, where groups that stand side by side repeat them: "2021 | 2022 | 2021 | 2022"."""
    distinct = list({str(year): year for year in years}.values())
    each = Counter(map(str, years))
    return distinct if len(distinct) > 1 and len(set(each.values())) == 1 and _steps(distinct) else years


def _steps(years: list[Scalar]) -> bool:
    numbers = [int(re.sub(r"\D.*", "", str(year)) or 0) for year in years]
    return all(abs(b - a) == 1 for a, b in itertools.pairwise(numbers))


def _headerish(values: list[Scalar]) -> bool:
    """Whether a row of text reads like headers: names of lists, counting words or periods, not a row with a remark."""
    labels = [read_label(str(value)) for value in values if isinstance(value, str) and value.strip()]
    telling = [label for label in labels[1:] if label.dimension or label.counting or label.period or label.counted]
    return bool(telling) and all(len(label.text) <= LONGEST_LABEL for label in labels)


def _ages_in_a_row(cells: str, values: list[Scalar], following: str, *, grouped: bool) -> bool:
    """A first row "Sex | 10 | 11 | 12 | 13": whole numbers that count up one by one after a name of ages or a band.

    Or after nothing, where the rows below have their labels; then the ages may also stand below a row of `grouped`
    columns, once for each group: "Girls | | | Boys", below it "13 | 14 | 15 | 13 | 14 | 15".
    """
    stated = [value for value, kind in zip(values, cells, strict=True) if kind in "nv"]
    texts = [str(value) for value, kind in zip(values, cells, strict=True) if kind in "tw "]
    bands = [str(value) for value in stated if _whole(value) is None]  # "9 or under", before the ages
    ages = [age for value in stated if (age := _whole(value)) is not None]
    if not all(map(_names_ages, bands)) or not all(0 < age < 26 for age in ages):
        return False
    distinct = list(dict.fromkeys(ages))
    once_each = len(set(Counter(ages).values())) == 1
    if len(distinct) < 3 or not once_each or any(b != a + 1 for a, b in itertools.pairwise(distinct)):
        return False
    if cells[0] == " " and following[:1] in ("t", "w"):
        return not grouped or distinct[-1] <= OLDEST_LISTED
    if grouped or len(distinct) < len(ages):
        return False
    labels = [read_label(text) for text in texts + bands]
    return (
        any(label.ages or label.dimension in ("age", "sex", "period") or label.counted == "victims" for label in labels)
        or not labels
    )


def _whole(value: Scalar) -> int | None:
    """The whole number that a cell holds, as a number or as text."""
    if isinstance(value, str):
        return int(value.strip()) if value.strip().isdecimal() else None
    return int(value) if isinstance(value, int | float) and value == int(value) else None


def _bands_in_a_row(cells: str, values: list[Scalar]) -> bool:
    """A row "  | <11 | 11-13 | 14-17 | <11 ..." or "App | 0-12 | 13-14 | 15": bands of ages and nothing else, but for
    a name in its first cell, of totals and of what is not known."""
    if cells[0] != " " and read_label(str(values[0])).dimension is None:
        return False
    texts = [(surface_of(value), kind) for value, kind in zip(values[1:], cells[1:], strict=True) if kind != " "]
    # Of text only what gives ages: "Ten to thirteen", "13 or over"
    worded = any(kind == "t" and _names_ages(text) for text, kind in texts)
    inner = [
        in_digits(text)
        for text, kind in texts
        if kind in "vn" or (kind == "t" and _names_ages(text)) or (kind == "w" and not read_label(text).unknown)
    ]
    if len(inner) < 2:
        return False
    single = any(text.isdecimal() for text in inner)
    ages = [read_ages(text, numbers=single) for text in inner]
    banded = any(map(_BAND.match, inner))
    if not all(ages) or not (banded or worded):
        return False
    ascending = all(((a and a[0]) or 0) < ((b and b[0]) or 0) for a, b in itertools.pairwise(ages))
    return ascending or (banded and not single)  # a lone number among bands that don't go up is a count


def _names_ages(text: str) -> bool:
    return read_ages(in_digits(text)) is not None


_BAND = re.compile(r"\s*\d+\s?(?:-|to|–)\s?\d")
