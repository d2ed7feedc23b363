"""The date-like things in a label's text, one after another: "2017/18", "Q1", "6 April 2021", "Mar-19".

What belongs here: spelling a text alike, and each thing that names a year, month, day or quarter where it stands.
What does not: what several of them say together (`periods`).
"""

import re
from typing import NamedTuple

from figuretrail import monthnames
from figuretrail.tables.language.words import Words
from figuretrail.timespan import last_day

_YEAR = r"(?:19|20)\d\d"
_OF_A_YEAR = rf"\s(?:of\s|in\s)?(?:the\s)?(?:(?:financial|calendar)\s)?(?:year\s)?(?:fy\s?)?{_YEAR}"
_SEASON = (
    r"(?:(?:spring|summer|autumn|winter|easter|christmas|whitsun)"
    r"(?:\s(?:term|holidays?|break|half[\s-]term|months|period))?|half[\s-]term)"
)
_POINT = re.compile(
    rf"""
    (?=\d|[qh]|first|second|third|fourth|last|final|{_SEASON}|{monthnames.BEGINNINGS})  # nothing else begins one
    (?:
    (?P<iso>(?<!\d)(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>[0-3]\d)(?!\d))
  | (?P<num>(?<![\d/])(?P<nd>[0-3]?\d)[/.\-](?P<nm>[01]?\d)[/.\-](?P<ny>{_YEAR}|\d\d)(?![\d/]))
  | (?P<pair>(?<![\d/£.,])(?P<p1>{_YEAR}|\d\d)\s?(?P<psep>/|-|_)\s?\(?(?P<p2>{_YEAR}|\d\d)(?![\d/%]|[.,]\d)\)?)
  | (?P<torn>(?<![\d/£.,])(?P<te>20\d\d)\s?/\s*(?=\(?\)?$))
  | (?P<dmy>(?<!\d)(?P<dd>[0-3]?\d)\s?(?:of\s)?[\s\-]?(?P<dm>{monthnames.NAME})
      (?:[\s\-,']*(?P<dy>{_YEAR}|(?<=-)\d\d(?!\s?(?:of\s)?{monthnames.NAME})
        |(?<=[\s'])[0-3]\d(?=\s*(?:$|[-,;)/]|(?:to|and|until|inclusive)\b)))(?!\d))?)
  | (?P<my>(?P<mm>{monthnames.NAME})[\s\-,'/]*(?P<myy>{_YEAR}|[1-4]\d)(?![\d:])(?!,?\s*{_YEAR})(?!/\d\d\b))
  | (?P<mdy>(?P<um>{monthnames.NAME})\s(?P<ud>[0-3]?\d)(?!\d)(?:,?\s*(?P<uy>{_YEAR})(?!\d))?)
  | (?P<ym>(?<!\d)(?P<yy>{_YEAR})[\s\-/]*(?:m(?=\d))?(?P<ymm>{monthnames.NAME})(?![\s\-]*{_YEAR}))
  | (?P<m>\b(?P<mo>{monthnames.NAME}))
  | (?P<q>\b(?:q|qtr|quarter)\s?(?P<qn>[1-4])\b
      |\b(?P<qo>first|second|third|fourth|[1-4])(?:st|nd|rd|th)?\s(?:quarter|qtr)\b
      |\b(?:last|final)\s(?P<ql>quarter|qtr)(?={_OF_A_YEAR}))
  | (?P<h>\bh(?P<hn>[12])\b|\b(?P<ho>first|second|1|2)(?:st|nd)?\shalf\b|\b(?:last|final)\s(?P<hl>half)(?={_OF_A_YEAR}))
  | (?P<season>\b{_SEASON}(?={_OF_A_YEAR})|(?<=\d\d\d\d\s)\(?{_SEASON}\b)
  | (?P<y>(?<![\d/£.,])(?P<ye>{_YEAR})(?![\d%]|[.,/]\d))
    )
    """,
    re.VERBOSE,
)
# Years that are part of a law's name or of a reference number are no periods.
_LAW = re.compile(
    r"\b(?:act|order|bill|regulations?|soa)(?: of)?(?:\s*\([^)]*\))?,?\s*(?:19|20)\d\d\b|\b(?:19|20)\d\d act\b"
    r"|\b(?:19|20)\d\d[-./]\d{3,}\b(?!\d)(?<!\d{4}[-/](?:19|20)\d\d)"
    r"|\b\d{3,}[-/](?:20)?\d\d\b(?<!\b(?:19|20)\d\d[-/]\d\d)(?<!\b(?:19|20)\d\d[-/]20\d\d)"
)
# No time is named without a number, a month or a half.
MAY_NAME_TIME = Words(rf"\d|{monthnames.BEGINNINGS}|first|second|third|fourth|{'|'.join(monthnames.WELSH)}", re.I)
_WELSH_MONTH = Words(rf"\b(?:{'|'.join(monthnames.WELSH)})\b")
_WELSH_TO = re.compile(r"\b(?:i|hyd(?: at)?)\b(?:\s?/\s?(?:up )?to\b)?")
_SAID_TWICE = re.compile(rf"\b({monthnames.FULL_NAMES})\s?/\s?\1\b")
_WRITTEN_ALIKE = str.maketrans({" ": " ", "’": "'", **dict.fromkeys("‐‑‒–—−", "-")})
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b(?!\s(?:quarter|qtr|half))")
_SHORT = re.compile(r"fy|fin\b|f\.y|fin\. ?y|f/y|y[/.]?e\b|y/?e[\d.]|year[- ]end|\d ?m to|to date")
_SHORT_FORMS = (
    (re.compile(r"\b(f?)\.?y\.e\b\.?"), r"\1ye"),
    (
        re.compile(
            r"\b(?:fye|f/y/?e|(?:financial year|fy)[- ]end(?:ing|ed)?)\s?"
            rf"(?=(?:19|20|(?=[1-4]))\d\d(?![\d/]|[.-]\d|[\s-]?(?:{monthnames.BEGINNINGS})))"
        ),
        "year ending march ",
    ),
    (re.compile(r"\b(?:fye|f/y/?e)(?![a-z]) ?(?=[\da-z])"), "year ending "),
    (
        re.compile(r"\bf(?:in)?\.?[/ ]?y(?:ea)?r?\b\.?(?=[ -](?:end(?:ing|ed|s)?|up to|to(?! date))\b)"),
        "financial year",
    ),
    (re.compile(r"\by/?e\b\.? ?(?=[\da-z])"), "year ending "),
    (re.compile(r"\b(\d+) ?m(?= to\b)"), r"\1 months"),
    (re.compile(r"\bto date\W{1,3}(?=\d)"), "to "),
    (re.compile(r"\bfy\s?(?=\d)"), "fy "),
    (re.compile(r"\bfy (?=[1-4]\d(?![\d/_.,%]|\s?-\s?\d))"), "fy 20"),
)
_FOOTNOTE_MARK = re.compile(r"\[[a-z0-9]{1,2}\]|[†‡§¶*^#¹²³]")


# "Figures for 2023/24 are provisional and may change": no month
_MAY_DO = Words(
    r"\bmay(?= (?:(?:not|also|well|still|only|therefore|later|yet|sometimes) )*(?:be|have|change|differ|vary|include"
    r"|contain|relate|appear|involve|occur|need|alter|rise|fall|increase|decrease|move|refer|result|go up|go down)\b)"
)


def spelled_alike(text: str) -> str:
    """The text in lower case, each form of a year or month spelled in one way, laws and footnote marks taken out."""
    plain = " ".join(text.lower().translate(_WRITTEN_ALIKE).split())
    plain = _ORDINAL.sub(r"\1", plain)
    plain = _MAY_DO.sub("might", plain)
    if _WELSH_MONTH.search(plain):
        plain = _WELSH_TO.sub("to", _WELSH_MONTH.sub(lambda found: monthnames.WELSH[found[0]], plain))
        plain = _SAID_TWICE.sub(r"\1", plain)
    if _SHORT.search(plain):
        for short, full in _SHORT_FORMS:
            plain = short.sub(full, plain)
    plain = _MONTHS_IN_DIGITS.sub(_with_full_years, plain) if _MONTH_IN_DIGITS.search(plain) else plain
    plain = _QUARTERS.sub(r"q\1 \2 q\3", plain)
    plain = _GLUED_QUARTER.sub(" ", plain)
    plain = _GLUED_MONTH.sub(r"\g<0> ", plain)
    plain = _GLUED_YEARS.sub(_parted_years, plain)
    plain = _CUT_YEAR.sub(_completed_year, plain)
    plain = _LAW.sub(" ", plain)
    return _FOOTNOTE_MARK.sub("", plain).strip()


# "2019Q1", "2019/20-Q2"; the hyphen of "Q1-Q3" joins two
_GLUED_QUARTER = re.compile(r"(?<=\d)(?<![qh]\d)[-_]?(?=[qh][1-4]\b)")
_QUARTERS = re.compile(
    r"\b(?:quarters|qtrs|(?:quarter|qtr|q)(?=\s?[1-4]\s?(?:-|to|/|&)))\s?([1-4])\s?(-|to|/|&|and)\s?q?([1-4])\b(?![/-])"
)
_GLUED_MONTH = re.compile(rf"(?<![a-z])(?:{'|'.join(monthnames.NUMBERS)})(?=\d\d)")  # "Apr2023", "01APR2023"
_GLUED_YEARS = re.compile(r"\b(20\d\d)(\d\d)\b|(?<=\bfy )(\d\d)(\d\d)\b(?!\s?[/-])")


def _parted_years(match: re.Match[str]) -> str:
    """ "201920" and "FY1920" with their stroke, where the years follow each other."""
    first, second = match[1] or match[3], match[2] or match[4]
    return f"{first}/{second}" if int(second) == (int(first) + 1) % 100 else match[0]


_MONTH_IN_DIGITS = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[/.-](?:20)?([1-4]\d)(?!\d)")
_MONTHS_IN_DIGITS = re.compile(  # where a time ends, and from one such month to another
    r"\b(?:year|yr|month|mth|quarter|qtr)s?[\s-]?(?:ending|ended|end|to|up to):? ?(?:the )?(?:end (?:of )?)?"
    rf"{_MONTH_IN_DIGITS.pattern}(?![/.%]|-\d)"
    r"|(?<![\d/.-])\d{1,2}/(?:20)?[1-4]\d ?(?:-|to) ?\d{1,2}/(?:20)?[1-4]\d(?![\d/%])"
)


def _with_full_years(match: re.Match[str]) -> str:
    """ "03/20" as 03/2020, but for years that follow each other: "year ending 12/13"."""
    months = _MONTH_IN_DIGITS.findall(match[0])
    if all(int(year) == int(month) + 1 for month, year in months):
        return match[0]
    return _MONTH_IN_DIGITS.sub(lambda found: f"{int(found[1]):02}/20{found[2]}", match[0])


_CUT_YEAR = re.compile(r"\b(20\d)(\d)/(\d)(?![\d/])")


def _completed_year(match: re.Match[str]) -> str:
    """ "2021/2" as 2021/22, where the years follow each other."""
    follows = int(match[3]) == (int(match[2]) + 1) % 10
    return f"{match[1]}{match[2]}/{(int(match[1] + match[2]) + 1) % 100:02}" if follows else match[0]


class Mark(NamedTuple):
    """One date-like thing in the text: where it stands, its kind, and year, month, day as far as they are said.

    `kind` is "day" and "month" (whose year may be said elsewhere), "year", "pair" (a year and the next: 2017/18),
    "years" (several years, 2017-2020), "part" (a quarter or half, as months of the year that begins in April),
    "misprint" (years or a day that there are none of: 2017/19, 31 June) and "unclear" (a season, of whatever days).
    """

    start: int
    end: int
    kind: str
    year: int | None = None  # of a pair or of several years the first
    month: int | None = None  # of a part the first
    day: int | None = None
    last: int | None = None  # the last month of a part
    last_year: int | None = None  # the last of several years
    sure: bool = True


def marks_in(plain: str) -> list[Mark]:
    """The date-like things in a text that is spelled alike, in order."""
    return [mark for mark in (_mark(match) for match in _POINT.finditer(plain)) if mark is not None]


def _full_year(digits: str) -> int:
    number = int(digits)
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _mark(match: re.Match[str]) -> Mark | None:
    kind, found = match.lastgroup or "", match
    start, end = match.span()
    if kind == "iso":
        return _day(start, end, int(found["iy"]), int(found["im"]), int(found["id"]))
    if kind == "num":
        return _day(start, end, _full_year(found["ny"]), int(found["nm"]), int(found["nd"]))
    if kind == "pair":
        return _pair(match)
    if kind == "torn":  # "2023/": the second year is cut off
        return Mark(start, end, "pair", int(found["te"]), sure=False)
    if kind == "dmy":
        return _day(start, end, _int(found["dy"]), _month(found["dm"]), int(found["dd"]))
    if kind == "mdy":
        return _day(start, end, _int(found["uy"]), _month(found["um"]), int(found["ud"]))
    if kind == "my":
        return Mark(start, end, "month", _full_year(found["myy"]), _month(found["mm"]))
    if kind == "ym":
        return Mark(start, end, "month", int(found["yy"]), _month(found["ymm"]))
    if kind == "m":
        # "may" and "mar" are also words; a label that is only that word is the month.
        word = found["mo"].rstrip(".")
        return Mark(start, end, "month", None, _month(word), sure=word not in ("may", "mar"))
    if kind == "season":  # of whatever days
        return Mark(start, end, "unclear")
    if kind == "q":
        first = 4 + 3 * (4 if found["ql"] else _ORDINALS.get(found["qo"]) or int(found["qn"] or found["qo"])) - 3
        first = first if first <= 12 else first - 12
        return Mark(start, end, "part", None, first, last=first + 2)
    if kind == "h":
        half = 2 if found["hl"] else _ORDINALS.get(found["ho"]) or int(found["hn"] or found["ho"])
        return Mark(start, end, "part", None, 4 if half == 1 else 10, last=9 if half == 1 else 3)
    return Mark(start, end, "year", int(found["ye"]))


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _int(digits: str | None) -> int | None:
    return _full_year(digits) if digits else None


def _month(name: str) -> int:
    return monthnames.NUMBERS[name.rstrip(".")]


def _day(start: int, end: int, year: int | None, month: int, day: int) -> Mark | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if year is not None and day > last_day(year, month).day:
        return Mark(start, end, "misprint")  # 31 June
    return Mark(start, end, "day", year, month, day)


def _pair(match: re.Match[str]) -> Mark | None:
    """Two years joined by a stroke or hyphen: a financial year where they follow each other."""
    first, second, joint = match["p1"], match["p2"], match["psep"]
    year = _full_year(first)
    start, end = match.span()
    if len(first) == 4 and len(second) == 2 and joint == "-" and int(second) <= 12 and int(second) != (year + 1) % 100:
        return Mark(start, end, "month", year, int(second))  # 2018-04
    follows = int(second) % 100 == (year + 1) % 100
    if len(first) == 2 and len(second) == 2 and not follows:
        return None  # an age band, a fraction, a reference
    if len(first) == 2 and len(second) == 4:
        return Mark(start, end, "month", int(second), int(first)) if 1 <= int(first) <= 12 else None
    if not follows:
        span_years = _full_year(second) - year if len(second) == 4 else int(second) - year % 100
        if 1 < span_years < 30 and len(second) == 4:
            return Mark(start, end, "years", year, last_year=_full_year(second))
        return Mark(start, end, "misprint", year)
    sure = len(first) == 4 or joint == "/"
    return Mark(start, end, "pair", year, sure=sure)
