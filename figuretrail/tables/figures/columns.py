"""A figure's columns from its cell's account and, where that is silent, from what stands around the table.

What belongs here: value, period, place, platforms, victims and base of one figure, and the record of what was settled
how far away. What does not: whether the cell is a figure, and its measure and offence (`cells`).
"""

import dataclasses
import functools
import re
from typing import Any, NamedTuple

from figuretrail.figure import REVIEW_BELOW, SUBJECT, Figure
from figuretrail.tables.figures.accounts import Kind, TableAccounts
from figuretrail.tables.figures.changes import (
    LAST_STEP,
    UNKNOWN_STEP,
    closed,
    compared,
    is_part_of_year,
    of_own_years,
    year_before,
)
from figuretrail.tables.figures.context import UNKNOWN_GROUP, UNKNOWN_PLACE, Account, changed, join, settled_span
from figuretrail.tables.figures.sides import takes_one_time
from figuretrail.tables.figures.yearrows import LONGEST_YEAR
from figuretrail.tables.language.crosstabs import lists_crossed
from figuretrail.tables.language.labels import KNOWN, Ages
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.periods import Period
from figuretrail.tables.language.spans import is_one_year
from figuretrail.tables.language.words import Words
from figuretrail.timespan import Span, months_up_to, moved

CERTAIN = 0.99
DOUBT = 0.12
NO_CHILDS_AGE = "an age that no child has"
SAID_TWICE = "another cell of the table says the same of the same with another number"
_GRAVE = (
    NO_CHILDS_AGE,
    SAID_TWICE,
    UNKNOWN_GROUP,
)  # signs that something was misread, whatever it is: each counts twice
_COST = {"section": 0.0, "title": 0.01, "sheet": 0.03, "workbook": 0.05, "catalogue": 0.03}


@dataclasses.dataclass(slots=True, eq=False)
class Settled:
    """What was settled away from the cell's own headers, and what is in doubt."""

    inherited: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    cost: float = 0.0

    def note(self, columns: tuple[str, ...], distance: str | None) -> None:
        """Remember that `columns` were settled at `distance`."""
        if distance is None:
            return
        if distance == "catalogue":
            self.catalogue += columns
        else:
            self.inherited += columns
        self.cost += _COST.get(distance, 0.02)
        if distance == "workbook":
            self.doubt(f"{columns[0]} stands on another sheet or below the table")

    def doubt(self, reason: str) -> None:
        """Remember a reason for a person to look at it again."""
        self.doubts += (reason,)

    def shared(self) -> "Settled":
        """One object for all that was settled alike, to be changed no more."""
        return _shared(self.inherited, self.catalogue, self.doubts, self.cost)


@functools.lru_cache(maxsize=10_000)
def _shared(inherited: tuple[str, ...], catalogue: tuple[str, ...], doubts: tuple[str, ...], cost: float) -> Settled:
    return Settled(inherited, catalogue, doubts, cost)


@functools.lru_cache(maxsize=10_000)
def provenance(said: Settled, place: Settled, time: Settled, doubts: tuple[str, ...] = ()) -> dict[str, Any]:
    """A figure's columns of what was settled how, of all that its labels say, its place, its time and its number."""
    every = (*said.doubts, *place.doubts, *time.doubts, *doubts)
    doubt = DOUBT * (len(every) + sum(reason in _GRAVE for reason in every))
    confidence = round(max(CERTAIN - said.cost - place.cost - time.cost - doubt, 0.1), 2)
    return {
        "inherited": tuple(sorted((*said.inherited, *place.inherited, *time.inherited), key=_ORDER.index)),
        "from_catalogue": tuple(sorted((*said.catalogue, *place.catalogue, *time.catalogue), key=_ORDER.index)),
        "confidence": confidence,
        "review": confidence < REVIEW_BELOW,
        "review_reasons": tuple(dict.fromkeys(every)),
    }


def doubt(figure: Figure, reason: str) -> None:
    """Lower the confidence of a figure for a reason that only its neighbours show."""
    lost = DOUBT * (2 if reason in _GRAVE else 1)
    figure.confidence = round(max(figure.confidence - lost, 0.1), 2)
    figure.review = figure.confidence < REVIEW_BELOW
    figure.review_reasons = (*figure.review_reasons, reason)


_ORDER = (
    "offence",
    "period_start",
    "period_end",
    "geography",
    "geography_type",
    "platforms",
    "victim_age_min",
    "victim_age_max",
    "victim_sex",
    "base",
)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Columns of a figure that depend on what stands around the table, and how they were settled.

    One object for all that is settled alike, as of `Settled`.
    """

    columns: dict[str, Any]
    settled: Settled


def time_of(work: TableAccounts, row: Account, column: Account, *, by_change: bool) -> Placed:
    """The time counted: of headers, else of titles, else of the catalogue; for a change also the time before."""
    if (column.running and row.since is not None) or (row.running and column.since is not None):
        return _run(work, row, column, by_change=by_change)
    if (row.cuts or column.cuts) and not by_change:
        whole = time_of(work, changed(row, cuts=()), changed(column, cuts=()), by_change=False)
        return _cut(whole, (*row.cuts, *column.cuts))
    named = takes_one_time(row, column) or takes_one_time(column, row)  # "Previous year" of two that are compared
    if (row.earlier or column.earlier) and not named:
        now = time_of(work, changed(row, earlier=False), changed(column, earlier=False), by_change=False)
        return _of_one_year(now, earlier=12)
    if (row.rolling or column.rolling) and not by_change:
        return _rolled(work, changed(row, rolling=False), changed(column, rolling=False))
    row, column = _of_given_times(row, column), _of_given_times(column, row)
    if not by_change and (labelled := _labelled_time(row, column)):
        return labelled
    account = join(row, column)
    settled = Settled()
    earlier = later = None
    span = settled_span(account)
    if by_change:
        titled = next((s for s in work.around.sources if s.label.comparison), None)
        earlier, later = compared(work, row, column, account, span)
        if earlier is None and titled and titled.label.comparison and span in (None, later):
            earlier, later = of_own_years(work, titled.label.comparison)
            settled.note(("period_start", "period_end"), titled.distance)
        span = later or span
    if later is None and _lacks_time(account, span):
        span = _period_around(work, account, settled)
    elif span is not None and span.start is None and span.end is not None:
        span = _begun(work, span, settled)
    if by_change and earlier is None and account.period is None and LAST_STEP.search(" ".join(account.texts).lower()):
        earlier = year_before(span)
    if by_change and earlier is None and account.period is not None and span is not None and is_part_of_year(span):
        settled.doubt(UNKNOWN_STEP)
    _doubt_period(account, settled)
    return _dated(span, earlier, settled.shared())


def _run(work: TableAccounts, row: Account, column: Account, *, by_change: bool) -> Placed:
    """The time of a running total: from the beginning of the first time that it adds up."""
    down = row.since if column.running and row.since is not None else row
    across = column.since if row.running and column.since is not None else column
    begun, ended = (
        time_of(work, changed(one, since=None), changed(two, since=None), by_change=by_change)
        for one, two in ((down, across), (row, column))
    )
    return Placed({**ended.columns, "period_start": begun.columns.get("period_start")}, ended.settled)


def _cut(placed: Placed, cuts: tuple[tuple[Span, Span], ...]) -> Placed:
    """The part of a time that a footnote of the row or column leaves of it."""
    whole = Span(placed.columns.get("period_start"), placed.columns.get("period_end"))
    part = dict(cuts).get(whole)
    return placed if part is None else _dated(part, None, placed.settled)


def _of_given_times(total: Account, across: Account) -> Account:
    """A total of times as it covers those that are given in a row or column across it."""
    if across.given is None or total.period is None or total.period.kind != "total":
        return total
    return changed(total, period=total.period._replace(span=across.given))


def _rolled(work: TableAccounts, row: Account, column: Account) -> Placed:
    """The year that ends with a time: "Rolling 12 months" beside "Mar 2024" or over "to Mar 2024"."""
    account = join(row, column)
    span = settled_span(account)
    if span is None or span.end is None:
        return _of_one_year(time_of(work, row, column, by_change=False))
    if span.start is not None and (span.end - span.start).days >= LONGEST_YEAR:
        return _of_one_year(Placed({"period_start": span.start, "period_end": span.end}, Settled()))
    settled = Settled()
    _doubt_period(account, settled)
    return _dated(months_up_to(span.end, 12), None, settled.shared())


def _of_one_year(placed: Placed, *, earlier: int = 0) -> Placed:
    """A time, moved by so many months; of one longer than a year nobody could tell which year of it is meant."""
    start, end = placed.columns.get("period_start"), placed.columns.get("period_end")
    if start and end and (end - start).days < LONGEST_YEAR:
        return _dated(moved(Span(start, end), -earlier), None, placed.settled)
    settled = dataclasses.replace(placed.settled)
    settled.doubt("of which year it is told is not said")
    return _dated(None, None, settled.shared())


@functools.lru_cache(maxsize=20_000)
def _labelled_time(row: Account, column: Account) -> Placed | None:
    """The time that labels say themselves; None where what stands around them has a say."""
    account = join(row, column)
    span = settled_span(account)
    if _lacks_time(account, span) or (span is not None and span.start is None):
        return None
    settled = Settled()
    _doubt_period(account, settled)
    return _dated(span, None, settled.shared())


def _lacks_time(account: Account, span: Span | None) -> bool:
    return account.period is None or (span is None and not account.period.misprint)


def _begun(work: TableAccounts, span: Span, settled: Settled) -> Span:
    """A time without a beginning ("to March 2020") begins with the time of the title: "since 3 April 2017"."""
    around, distance = work.answers.period
    if around is None or around.start is None or span.end is None or around.start >= span.end:
        return span
    settled.note(("period_start",), distance)
    return Span(around.start, span.end)


def _doubt_period(account: Account, settled: Settled) -> None:
    if account.period is not None and not account.period.sure:
        settled.doubt("the period's label could mean something else")
    if account.period is not None and account.period.misprint:
        unclear = account.period.kind == "unclear"
        settled.doubt("the period's label does not say when it is" if unclear else "the period's label is a misprint")


@functools.lru_cache(maxsize=10_000)
def _dated(span: Span | None, earlier: Span | None, settled: Settled) -> Placed:
    columns = {"period_start": span.start, "period_end": span.end} if span else {}
    if earlier is not None:
        columns |= {"comparison_start": earlier.start, "comparison_end": earlier.end}
    return Placed(columns, settled)


def _period_around(work: TableAccounts, account: Account, settled: Settled) -> Span | None:
    around, distance = work.answers.period
    if account.part is not None:
        placed = None
        if around is not None and around.start and around.end and (around.end - around.start).days < 370:
            placed = settled_span(Account(period=Period(around), part=account.part, quarter=account.quarter))
        if placed is None:
            settled.doubt("the year of the quarter or month is not said")
        else:
            settled.note(("period_start", "period_end"), distance)
        return placed
    if distance is None or (distance == "catalogue" and not account.total):
        only = closed([*work.columns.values(), *_rows_lending(work, account)])
        if len(only) == 1:  # the table's other headers name one time and no other: "Of which Snapchat"
            settled.note(("period_start", "period_end"), "title")
            return next(iter(only))
    if account.yearly and around is not None and not is_one_year(around):
        settled.doubt("of which year it is the total is not said")
        return None
    if around is not None:
        settled.note(("period_start", "period_end"), distance)
        if distance == "catalogue" and "period" in work.kind.axes:
            settled.doubt("only the catalogue says the period")
    return around


def _rows_lending(work: TableAccounts, account: Account) -> list[Account]:
    """The rows whose one time may be that of a row without: of a question only those of the rows above it."""
    rows = list(work.rows.values())
    if not account.texts or not account.texts[0].rstrip().endswith("?"):
        return rows
    own = next((number for number, row in enumerate(rows) if row.texts[:1] == account.texts[:1]), len(rows))
    return rows[:own]


class Where(NamedTuple):
    """What labels say of the place counted."""

    place: Place | None
    place_type: str | None
    total: bool
    forces: bool  # whether forces are counted, which are those of a title's place but not of who answered


_TITLES = ("section", "title", "sheet")
_WIDTH = {None: 0, "force": 0, "region": 1, "country": 2}


def _named(work: TableAccounts) -> list[Place]:
    """The places that a table's rows and columns name."""
    return [account.place for account in (*work.rows.values(), *work.columns.values()) if account.place]


def _titled_by_the_whole(work: TableAccounts) -> bool:
    """Whether a title names a place in which all others of the table may lie: "South West", but not one of nations."""
    place, distance = work.answers.place
    if place is None or distance not in _TITLES:
        return False
    return all(_WIDTH[other.type] < _WIDTH[place.type] or other.name == place.name for other in _named(work))


def _is_one_of_those_listed(work: TableAccounts, place: Place) -> bool:
    """Whether a place is but one of the forces that a table lists, so that their total is not its own."""
    forces = {other.name for other in _named(work) if other.type == "force"}
    return place.type == "force" and len(forces) > 1 and place.name in forces


def place_of(work: TableAccounts, where: Where) -> Placed:
    """The place counted; a name that is a region's and a force's is told apart by what stands beside it."""
    place = where.place
    settled = Settled()
    if place is None and (not where.forces or _titled_by_the_whole(work)):
        place, distance = work.answers.place
        if place is not None and where.total and _is_one_of_those_listed(work, place):
            settled.doubt(UNKNOWN_PLACE)
            return _located(None, None, settled.shared())
        if place is None:
            settled.doubt("no place is named")
        else:
            settled.note(("geography", "geography_type"), distance)
            if work.around.of_part and place.name is None:
                settled.doubt(UNKNOWN_PLACE)
            if "place" in work.kind.axes and distance == "catalogue" and not where.total:
                settled.doubt("only the catalogue says the place")
    if place is None:
        return _located(None, None, settled.shared())
    if place.ambiguous and where.place_type in ("force", "region"):
        place = Place(place.name, where.place_type)
    elif place.ambiguous:
        place = _told_apart(work, place)
    return _located(place.name, place.type, settled.shared())


@functools.lru_cache(maxsize=10_000)
def _located(name: str | None, kind: str | None, settled: Settled) -> Placed:
    return Placed({"geography": name, "geography_type": kind}, settled)


def _told_apart(work: TableAccounts, place: Place) -> Place:
    """A region's or a force's name (West Midlands): as the names beside it are."""
    kinds = [a.place.type for a in work.rows.values() if a.place and not a.place.ambiguous and a.place.type]
    names = " ".join(
        label.text.lower() for column in work.headers.columns for label in column.headers if column.part == "label"
    )
    if ("region" in names and "force" not in names) or (kinds and kinds.count("force") * 2 < len(kinds)):
        return Place(place.name, "region")
    if "force" in names or kinds.count("force") * 2 >= len(kinds) > 0:
        return Place(place.name, "force")
    return Place(place.name, place.type)


def platforms_of(kind: Kind, account: Account, measure: str, settled: Settled) -> tuple[str, ...]:
    """The platforms counted, sorted. A title counts only where the table doesn't tell them apart."""
    platforms = account.platforms or ((account.kind,) if account.kind else ())
    if not platforms and "platform" not in kind.axes and measure in ("offences", "offence_share", "offence_change"):
        platforms, distance = kind.platforms
        if platforms:
            settled.note(("platforms",), distance)
    return tuple(sorted(platforms))


# A total of all victims, also below a title on some: not of the times or apps of a table that is about these alone
_OF_ALL_VICTIMS = Words(
    r"\b(?:all|both|either|any|every|total|total of)\s(?:the\s)?(?:victims?|children|sex(?:es)?|genders?|ages?|persons?"
    r"|people)\b|\b(?:victims|children),? total\b|\bevery(?:one|body)\b|^\W*both\W*$",
    re.I,
)


def victims_of(kind: Kind, account: Account, measure: str, offence: str, settled: Settled) -> dict[str, Any]:
    """The victims' age and sex. A title counts only where the table doesn't tell them apart."""
    ages, sex = account.ages, account.sex
    every = kind.ages[0] is not None and _hold_every_child(kind.ages[0])
    limited = kind.ages[0] is not None and not (every and (offence == SUBJECT or account.total))
    whole = account.total and any(map(_OF_ALL_VICTIMS.search, account.texts))
    if ages is None and "age" not in kind.axes and not whole and limited:
        ages, distance = kind.ages
        settled.note(("victim_age_min", "victim_age_max"), distance)
    if sex is None and "sex" not in kind.axes and not whole and kind.sex[0]:
        sex, distance = kind.sex
        settled.note(("victim_sex",), distance)
    if ages is None or measure == "victim_age":
        return {"victim_sex": sex}
    return {"victim_age_min": ages[0], "victim_age_max": ages[1], "victim_sex": sex}


OLDEST_VICTIM = 15  # of the subject, an offence against a child under 16


def _hold_every_child(ages: Ages) -> bool:
    """Whether all victims of the subject are of these ages: "SOA 2003 offences, victim under 18" limits nothing."""
    return not ages[0] and (ages[1] is None or ages[1] >= OLDEST_VICTIM)


def base_of(kind: Kind, account: Account, measure: str, unit: str, platforms: tuple[str, ...], settled: Settled) -> str:
    """What a share is a share of, and which offences a total counts."""
    if measure in ("forces", "methods", "victim_age", "offence_change"):
        return "all"
    own = _base_by_list(kind, account, account.base)
    if own and unit == "count" and account.unit == "share":
        return "all"  # "Number (share of those with a known platform)" says what the share is of
    if own:
        return own
    base, distance = kind.base
    base = _base_by_list(kind, account, base)
    if base is None:
        return "all"
    plain_total = (
        base == "method_recorded"
        and measure == "offences"
        and not platforms
        and "platform" in kind.axes
        and distance != "note"
        and not kind.known_apart
    )
    if unit != "percent" and not plain_total:
        return "all"
    settled.note(("base",), distance)
    return base


_BASE_OF_LISTS = (
    ({"platform"}, "method_recorded"),
    ({"age", "sex"}, "age_and_sex_recorded"),
    ({"age"}, "age_recorded"),
    ({"sex"}, "sex_recorded"),
)


def _base_by_list(kind: Kind, account: Account, base: str | None) -> str | None:
    """A base as it is; "where known" is the base of what the table lists: platforms, ages or sexes.

    Where ages stand below sexes in one list, each row's share is one of those of its own sort.
    """
    if base != KNOWN:
        return base
    said = {"platform": account.platforms or account.kind, "age": account.ages, "sex": account.sex}
    own = frozenset([] if kind.crossed else [name for name, entry in said.items() if entry])
    # "Valid | Percent" of a whole table is how many of all are known
    crossed = frozenset().union(*map(lists_crossed, account.texts)) if account.unit is None else frozenset()
    return next((name for axes in (own, kind.axes, crossed) for lists, name in _BASE_OF_LISTS if lists <= axes), None)
