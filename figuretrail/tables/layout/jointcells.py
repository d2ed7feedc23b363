"""Cells that hold a label and its number: "Snapchat - 31", "2021 = 64", "Total (inc. no app) 104", one below the other.

What belongs here: which cells are such, and the sheet with each number in a cell of its own. What does not: answers in
sentences (`sentences`), and reading labels and numbers.
"""

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.language.values import read_loosely, read_text
from figuretrail.tables.layout.looks import FIRST_YEAR, LAST_YEAR
from figuretrail.tables.layout.numbering import QUESTION_NUMBER
from figuretrail.tables.layout.sentences import answered, asks, stated
from figuretrail.timespan import Span

FEWEST_LISTED = 2  # joint cells below each other, of one list; a single one may be anything
LONGEST_JOINT = 80  # characters; what is longer is a sentence
MOST_FILLED = 3  # cells of a row in which parts are looked for: hurried answers have no tables


class Joint(NamedTuple):
    """A label and the text of its number, both of one cell.

    `clear` is False where both may be one name as well, "2019 - 22"; `alone` is True where the label needs no others of
    its list beside it, "Offences recorded: 64".
    """

    label: str
    number: str
    clear: bool = True
    alone: bool = False


_AFTER = re.compile(
    r"(?P<label>.*[^\s:=–—-])\s*(?P<sep>[:=]|\s[-–—]|[-–—]\s|\s)\s*(?P<number>[^\s:=–—-].{0,24}?)\s*\Z", re.S
)
_BEFORE = re.compile(r"(?P<number>\d[\d,]*)\s*(?:[-–—:=]\s*|\s|x\s)(?P<label>[^\W\d].*)\Z")
_THINGS = re.compile(r"(?<=\d)\s+(?:offences?|crimes?|incidents?|cases|victims?|reports?)(?: recorded)?\W*\Z", re.I)
_EXPLAINS = re.compile(r"[=;]|[a-z]\. [A-Z]")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_STATED = re.compile(r"\d|\b(?:nil|none|zero)\W*\Z|\*\s*\Z", re.I)
# "Run on 18/05/2023 11:42"
_A_MINUTE = re.compile(
    r"(?:\d[/.-]\d{2,4}|\b(?:19|20)\d\d|\bat),?\s+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\s*(?:hrs|[ap]\.?m\.?)?\s*\Z",
    re.I,
)
_COUNTS = ("offences", "victims")
_LISTED_BEFORE = {"platform", "age", "sex"}  # what numbers stand before: "31 Snapchat", but not "1 April"


@functools.lru_cache(maxsize=10_000)
def joint_in(text: str) -> Joint | None:
    """The label and the number of a cell that holds both and nothing else; None for all others."""
    if len(text) > LONGEST_JOINT or not _STATED.search(text) or _A_MINUTE.search(text):
        return None
    after = _AFTER.match(_THINGS.sub("", text))
    if after and read_text(after["number"]) is not None:
        joint = _fitting(text, after["label"], after["number"], after["sep"].strip())
        if joint is not None:
            return joint
    told = stated(text)
    if told is not None:
        joint = _fitting("", told.label, told.number, "-")
        return joint._replace(alone=False) if joint is not None else None
    before = _BEFORE.match(text.strip())
    if before and read_label(before["label"]).roles & _LISTED_BEFORE:
        joint = _fitting(text, before["label"], before["number"], "-")
        return joint if joint is not None and joint.clear else None
    return None


def _fitting(text: str, name: str, number: str, sep: str) -> Joint | None:
    """A label and its number, where they are told apart: "22-23: 44", but not "Under 13" or "Offences 2021"."""
    label, whole = read_label(name), read_label(text)
    said = label.roles or label.total or label.unknown or label.other or label.counted in _COUNTS
    if not said or label.counted == "other" or label.dimension or QUESTION_NUMBER.fullmatch(name):
        return None
    if _EXPLAINS.search(name):
        return None  # "W = withheld. NR - not recorded; R = refused"
    if not sep and not ((label.total or label.platforms or label.sex) and _DIGITS.fullmatch(number)):
        return None
    if sep in (":", "="):
        year = number.isdecimal() and FIRST_YEAR <= int(number) <= LAST_YEAR
        alone = label.counted in _COUNTS and _DIGITS.fullmatch(number) is not None
        return None if year else Joint(name, number, alone=alone)
    same_time = whole.period is None or whole.period.misprint or whole.period.span == _span(label)
    if not same_time and not (sep and label.period and label.period.span):
        return None  # "Apr - 2021"
    if whole.ages is not None and whole.ages != label.ages:
        return None  # "Aged 12 - 15"
    return Joint(name, number, clear=same_time)


def _span(label: Label) -> Span | None:
    return label.period.span if label.period else None


def part_cells(sheet: Sheet, kinds: Sequence[str]) -> Sheet:
    """The sheet with each number that shares a cell with its label, or stands in a sentence, in a cell of its own.

    `kinds` is what its cells hold at a glance. What was taken out of a cell is remembered in `taken`.
    """
    joint = _joint_cells(sheet, kinds)
    parted = {row for row, _ in joint}
    said = {
        row: found
        for row, look in enumerate(kinds)
        if row not in parted and (found := _said(sheet, row, look) or _age_alone(sheet, row, kinds)) is not None
    }
    for row in range(1, len(kinds)):
        below = _said_below(sheet, row, kinds) if row not in parted and row not in said else None
        joint |= dict([below]) if below is not None else {}
    if not joint and not said:
        return sheet
    rows = [list(row) for row in sheet.rows]
    taken: dict[tuple[int, int], int] = {}
    for (row, column), one in joint.items():
        for cells in rows if column + 1 == len(rows[row]) else ():
            cells.append("")
        rows[row][column], rows[row][column + 1] = one.label, _value(one.number)
        taken[row, column + 1] = column
    for row, (column, label, answer) in said.items():
        rows[row][column], rows[row][column + 1] = label, _value(answer)
        taken[row, column + 1] = column + 1
    return dataclasses.replace(sheet, rows=rows, taken=taken)


def _value(number: str) -> Scalar:
    return float(number.replace(",", "")) if _DIGITS.fullmatch(number) else number


def _joint_cells(sheet: Sheet, kinds: Sequence[str]) -> dict[tuple[int, int], Joint]:
    """The joint cells of lists, by row and column: each with nothing beside it, below or above another of its list."""
    found: dict[tuple[int, int], Joint] = {}
    runs: dict[int, dict[tuple[int, int], Joint]] = {}
    for row, look in enumerate(kinds):
        filled = len(look) - look.count(" ")
        joint = _in_row(sheet, row, look) if 0 < filled <= MOST_FILLED and "t" in look else {}
        for column in [column for column in runs if column not in joint]:
            found |= _of_a_list(runs.pop(column))
        for column, one in joint.items():
            runs.setdefault(column, {})[row, column] = one
    for run in runs.values():
        found |= _of_a_list(run)
    return found


def _in_row(sheet: Sheet, row: int, look: str) -> dict[int, Joint]:
    """The joint cells of a row by their columns, each with nothing to its right."""
    columns = [column for column, kind in enumerate(look) if kind == "t" and not look[column + 1 : column + 2].strip()]
    found = {column: joint_in(str(sheet.rows[row][column])) for column in columns}
    return {column: joint for column, joint in found.items() if joint is not None}


def _of_a_list(run: dict[tuple[int, int], Joint]) -> dict[tuple[int, int], Joint]:
    """Joint cells below each other, where several of them are entries of one list; else those that need no list."""
    clear = any(joint.clear for joint in run.values()) and not _are_ranks([joint.number for joint in run.values()])
    if clear and len(run) >= FEWEST_LISTED and _most(read_label(one.label) for one in run.values()) > 1:
        return run
    return {cell: joint for cell, joint in run.items() if joint.alone}


def _are_ranks(numbers: list[str]) -> bool:
    """Whether the numbers of a list are 1, 2, 3: "1 Snapchat", below it "2 Instagram"."""
    return len(numbers) > FEWEST_LISTED and numbers == [str(place) for place in range(1, len(numbers) + 1)]


def _most(labels: Iterable[Label]) -> int:
    return max(Counter(role for label in labels for role in label.roles).values(), default=0)


def _said(sheet: Sheet, row: int, look: str) -> tuple[int, str, str] | None:
    """A row of a question and its answer in words: the question's column, what it asks with the answer's words, and
    the number."""
    if look.strip() != "tt":
        return None
    column = look.index("t")
    answer = answered(str(sheet.rows[row][column]), str(sheet.rows[row][column + 1]))
    return (column, answer.label, answer.number) if answer else None


def _age_alone(sheet: Sheet, row: int, kinds: Sequence[str]) -> tuple[int, str, str] | None:
    """A row that is all its table: "Age of youngest victim | 6 years"; among others it would be no header either."""
    if kinds[row].strip() != "tt" or any(look.strip() for look in (*kinds[row - 1 : row], *kinds[row + 1 : row + 2])):
        return None
    column = kinds[row].index("t")
    asked, told = (str(sheet.rows[row][place]) for place in (column, column + 1))
    reading = read_loosely(told) if read_label(asked).counted == "victim_age" else None
    return (column, asked, f"{reading.value:g}") if reading is not None and reading.value is not None else None


def _said_below(sheet: Sheet, row: int, kinds: Sequence[str]) -> tuple[tuple[int, int], Joint] | None:
    """An answer in words alone in its row, right below a question that is alone in its own."""
    if kinds[row].strip() != "t" or kinds[row - 1] != kinds[row]:
        return None
    column = kinds[row].index("t")
    question, text = (str(sheet.rows[number][column]) for number in (row - 1, row))
    answer = answered(question, text) if asks(question) and not asks(text) else None
    return ((row, column), Joint(answer.label, answer.number)) if answer else None
