"""Codes in the place of names, and the legend that explains them: "SC" in a table, "SC | Snapchat" elsewhere.

What belongs here: finding legends of two columns and lines like "SC = Snapchat, WA = WhatsApp", and labels that are but
such a code. What does not: marks in the place of numbers (`notes`), names of times (`namedtimes`), and codes beside the
names they are short for (`codes`).
"""

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.labels import Label, bare, read_label

FEWEST_CODES = 2  # that a legend of two columns explains
LONGEST_SHEET = 150  # rows; a legend stands in a sheet of its own or beside a table that was made to be read
LONGEST_MEANING = 80  # characters
LONGEST_LINE = 600  # characters; what is longer is a letter
_CODE = re.compile(r"(?=.*[A-Z])[A-Z0-9][A-Z0-9&/_-]{0,6}")
_CODES_HEAD = re.compile(
    r"\W*(?:[\w/ ]{1,24} )?(?:codes?|abbreviations?|abbr\w*|acronyms?|initials|letters?|terms?"
    r"|short(?:hand| forms?| names?)?|values?|labels?|keys?|symbols?)\W*",
    re.I,
)
_MEANINGS_HEAD = re.compile(
    r"\W*(?:meanings?|descriptions?|desc|definitions?|stands for|explanations?|in full|full (?:names?|titles?)|names?"
    r"|what (?:it|this) (?:means|is|stands for)|details?|(?:code )?text|platforms?(?: names?)?"
    r"|(?:policing )?districts?)\W*",
    re.I,
)
_LEGEND = re.compile(
    r"\W*(?:[\w/ -]{1,24} )?(?:legend|keys?|codes?|look[ -]?ups?|abbreviations?|glossary|acronyms?|code list|codebook)"
    r"(?: (?:to|for|of|used) .{1,40}| used)?\W*",
    re.I,
)
# "SC = Snapchat", "WA: WhatsApp", "IG stands for Instagram"
_DEFINED = re.compile(
    r"(?:^|(?<=[\s,;(]))['\"‘“]?(?P<code>[A-Z][A-Z0-9&/_-]{0,6})['\"’”]?"
    r"(?:\s*=\s*|:\s+|\s+[-–]\s+|\s+(?:is|means|stands for|denotes)\s+)(?P<meaning>[^,;=()\n]{3,80}?)"
    r"(?=\s*(?:[,;)\n(]|\.(?:\s|$)|$|\band\s+['\"‘“]?[A-Z0-9&/_-]{1,7}['\"’”]?\s*(?:=|:|\bis\b|\bmeans\b|\bstands\b)))"
)


class Codes:
    """The codes that a workbook's legends explain; they are looked for once, and only where a label may be a code."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets

    @functools.cached_property
    def in_legends(self) -> dict[str, str]:
        """What the legends of two columns say of each code."""
        found: dict[str, str] = {}
        for sheet in self._sheets:
            if len(sheet.rows) <= LONGEST_SHEET:
                for code, meaning in _legends(sheet):
                    found.setdefault(code, meaning)
        return found

    def named(self, label: Label, lines: tuple[str, ...]) -> Label:
        """What a label stands for by a legend, or where it says nothing itself by a line of text; else the label."""
        code = bare(label.text)
        told = self.in_legends.get(code)
        if told is None and (label.roles <= {"platform"} and not label.platforms):
            told = _in_lines(lines).get(code)
        meaning = read_label(told) if told else label
        says_more = meaning.roles or meaning.unknown or meaning.counted or meaning.total or meaning.other
        return meaning if says_more or not label.understood else label


@functools.lru_cache(maxsize=100)
def _in_lines(lines: tuple[str, ...]) -> dict[str, str]:
    """The codes that lines of text explain, where the words after them name something that tables list."""
    found: dict[str, str] = {}
    for line in lines:
        for one in _DEFINED.finditer(line) if len(line) <= LONGEST_LINE else ():
            label = read_label(one["meaning"].strip())
            if _CODE.fullmatch(one["code"]) and (label.roles - {"period"} or label.unknown):
                found.setdefault(one["code"], one["meaning"].strip())
    return found


def _legends(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The codes and meanings of a sheet's legends: rows of two texts below headings, or in such a sheet."""
    called = _LEGEND.fullmatch(sheet.name.replace("_", " ")) is not None
    columns: tuple[int, int] | None = None  # those of the legend that is being read
    told: dict[str, str] = {}
    for row in [*sheet.rows, []]:
        filled = [index for index, value in enumerate(row) if value != ""]
        heads = _heads(row, filled)
        if heads is None and columns is None and called and len(filled) > 1:
            heads = (filled[0], filled[1])  # its first entry stands without a heading
        columns = heads or columns
        pair = _entry(row, columns) if columns is not None and filled else None
        if pair is not None and _CODE.fullmatch(pair[0]):
            told[pair[0]] = pair[1]
        elif pair is None and (told or filled):
            yield from told.items() if len(told) >= FEWEST_CODES else ()
            columns, told = heads, {}


def _heads(row: Sequence[Scalar], filled: Sequence[int]) -> tuple[int, int] | None:
    """The columns of codes and meanings that a row heads: "Code | Meaning", or "Key" alone over both."""
    texts = {index: value for index in filled if isinstance(value := row[index], str)}
    if len(filled) == 1 and texts and _LEGEND.fullmatch(texts[filled[0]]):
        return filled[0], filled[0] + 1
    for one, two in itertools.pairwise(filled):
        if one in texts and two in texts and _CODES_HEAD.fullmatch(texts[one]) and _MEANINGS_HEAD.fullmatch(texts[two]):
            return one, two
    return None


def _entry(row: Sequence[Scalar], columns: tuple[int, int]) -> tuple[str, str] | None:
    """The two texts of a row of a legend."""
    code, meaning = (row[index] if index < len(row) else "" for index in columns)
    if not (isinstance(code, str) and isinstance(meaning, str) and code.strip() and meaning.strip()):
        return None
    return (code.strip(), meaning.strip()) if len(meaning) <= LONGEST_MEANING else None


def with_meanings(headers: Headers, codes: Codes, lines: tuple[str, ...]) -> Headers:
    """The headers with the name that each code stands for."""
    labels = {label for column in headers.columns for label in column.headers if _may_be_code(label)}
    labels |= {label for said in headers.rows.values() for label, _ in said if _may_be_code(label)}
    named = {label: meaning for label in labels if (meaning := codes.named(label, lines)) is not label}
    if not named:
        return headers  # as nearly all tables
    for column in headers.columns:
        column.headers = tuple([named.get(label, label) for label in column.headers])
    rows = {row: tuple([(named.get(one, one), axis) for one, axis in said]) for row, said in headers.rows.items()}
    return dataclasses.replace(headers, rows=rows)


def _may_be_code(label: Label) -> bool:
    """Whether a label is in capitals and short, and is no name of a list, total or thing counted."""
    if len(label.text) > LONGEST_CODE or label.total or label.dimension or label.counted or label.unit:
        return False
    return _CODE.fullmatch(bare(label.text)) is not None


LONGEST_CODE = 10  # characters, a footnote's mark included
