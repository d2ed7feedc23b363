"""A figure's columns from its cell's account and, where that is silent, from what stands around the table.

What belongs here: value, period, place, platforms, victims and base of one figure, and the record of what was settled
how far away. What does not: whether the cell is a figure, and its measure and offence (`cells`).
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from figuretrail.tables.accounts import TableAccounts
from figuretrail.tables.context import Account, settled_span
from figuretrail.tables.labels import KNOWN
from figuretrail.tables.names import Place
from figuretrail.tables.periods import Period
from figuretrail.timespan import Span, add_months

CERTAIN = 0.99
DOUBT = 0.12
REVIEW_BELOW = 0.85
_COST = {"section": 0.0, "title": 0.01, "sheet": 0.03, "workbook": 0.05, "catalogue": 0.03}


@dataclasses.dataclass(slots=True)
class Settled:
    """What was settled away from the cell's own headers, and what is in doubt."""

    inherited: list[str] = dataclasses.field(default_factory=list)
    catalogue: list[str] = dataclasses.field(default_factory=list)
    doubts: list[str] = dataclasses.field(default_factory=list)
    cost: float = 0.0

    def note(self, columns: tuple[str, ...], distance: str | None) -> None:
        """Remember that `columns` were settled at `distance`."""
        if distance is None:
            return
        (self.catalogue if distance == "catalogue" else self.inherited).extend(columns)
        self.cost += _COST.get(distance, 0.02)
        if distance == "workbook":
            self.doubts.append(f"{columns[0]} stands on another sheet")

    def columns(self, time: "Settled", doubts: Sequence[str] = ()) -> dict[str, Any]:
        """A figure's own columns of it, with what was settled of its time and what is in doubt of its number."""
        every = [*self.doubts, *time.doubts, *doubts]
        confidence = round(max(CERTAIN - self.cost - time.cost - DOUBT * len(every), 0.1), 2)
        return {
            "inherited": _in_order(self.inherited, time.inherited),
            "from_catalogue": _in_order(self.catalogue, time.catalogue),
            "confidence": confidence,
            "review": confidence < REVIEW_BELOW,
            "review_reasons": tuple(dict.fromkeys(every)),
        }


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


def _in_order(one: list[str], two: list[str]) -> tuple[str, ...]:
    return tuple(sorted(one + two, key=_ORDER.index)) if two else tuple(one)


class Time(NamedTuple):
    """The time that labels and surroundings say, as a figure's columns, and how it was settled."""

    columns: dict[str, Any]
    settled: Settled


AS_LABELLED = Settled()  # a time that the labels say themselves, without a doubt


def time_of(work: TableAccounts, account: Account, *, changed: bool) -> Time:
    """The time counted: of headers, else of titles, else of the catalogue; for a change also the time before."""
    settled = Settled()
    earlier = later = None
    span = settled_span(account)
    if changed:
        earlier, later = _compared(work, account, span)
        span = later or span
    if later is None and (account.period is None or (span is None and not account.period.misprint)):
        span = _period_around(work, account, settled)
    if account.period is not None and not account.period.sure:
        settled.doubts.append("the period's label could mean something else")
    if account.period is not None and account.period.misprint:
        settled.doubts.append("the period's label is a misprint")
    columns = {"period_start": span.start, "period_end": span.end} if span else {}
    if earlier is not None:
        columns |= {"comparison_start": earlier.start, "comparison_end": earlier.end}
    return Time(columns, settled if settled.inherited or settled.catalogue or settled.doubts else AS_LABELLED)


def _period_around(work: TableAccounts, account: Account, settled: Settled) -> Span | None:
    around, distance = work.answers.period
    if account.part is not None:
        placed = None
        if around is not None and around.start and around.end and (around.end - around.start).days < 370:
            placed = settled_span(Account(period=Period(around), part=account.part))
        if placed is None:
            settled.doubts.append("the year of the quarter or month is not said")
        else:
            settled.note(("period_start", "period_end"), distance)
        return placed
    if distance is None or (distance == "catalogue" and not account.total):
        only = _closed([*work.columns.values(), *work.rows.values()])
        if len(only) == 1:  # the table's other headers name one time and no other: "Of which Snapchat"
            settled.note(("period_start", "period_end"), "title")
            return next(iter(only))
    if around is not None:
        settled.note(("period_start", "period_end"), distance)
        if distance == "catalogue" and "period" in work.axes:
            settled.doubts.append("only the catalogue says the period")
    return around


_LAST_STEP = re.compile(r"\bprevious\b|\byear before\b|\blast year\b|\byear[- ]on[- ]year\b")


def _compared(work: TableAccounts, account: Account, span: Span | None) -> tuple[Span | None, Span | None]:
    """The two periods of a change: as its header names them, else the row's and the one before, else the columns'."""
    if account.comparison is not None:
        return account.comparison
    if account.change_span is not None:
        return _ends_of(work, account.change_span)
    if span is not None and span.start and span.end and account.period and account.period.kind != "total":
        if (span.end - span.start).days > 370:
            return None, span
        known = {s for s in _closed(list(work.rows.values())) if s != span}
        if known and not any(s.end and s.end < span.start for s in known):
            return None, span  # the first of a series is compared with nothing that the table shows
        return Span(add_months(span.start, -12), span.start - dt.timedelta(days=1)), span
    by_column = _closed([a for a in work.columns.values() if a.unit is None])
    spans = sorted(by_column if len(by_column) > 1 else _closed([a for a in work.rows.values() if a.unit is None]))
    spans = _of_one_length(spans)
    if len(spans) < 2:
        return None, spans[0] if spans else None
    one_step = len(spans) == 2 or _LAST_STEP.search(" ".join(account.texts).lower())
    return (spans[-2] if one_step else spans[0]), spans[-1]


def _of_one_length(spans: list[Span]) -> list[Span]:
    """Of spans of several lengths those of the greatest length that two have: quarters are not compared with months."""
    by_length: dict[int, list[Span]] = {}
    for span in spans:
        if span.start and span.end:
            by_length.setdefault(round((span.end - span.start).days / 30), []).append(span)
    alike = [length for length, found in by_length.items() if len(found) > 1]
    return by_length[max(alike)] if alike else spans


def _ends_of(work: TableAccounts, change: Span) -> tuple[Span | None, Span | None]:
    """The table's periods that end in the months that a change names: "March 2019 to March 2020"."""
    found: list[Span | None] = [None, None]
    for span in _closed([*work.columns.values(), *work.rows.values()]):
        for side, month in enumerate(change):
            if month and span.end and (span.end.year, span.end.month) == (month.year, month.month):
                found[side] = span
    if found[0] and found[1]:
        return found[0], found[1]
    # "Change on 2017/18": what the latest of the table's other periods is compared with.
    later = [s for s in _closed([*work.columns.values()]) if s.start and change.start and s.start > change.start]
    return (change, max(later)) if later else (None, change)


def _closed(accounts: list[Account]) -> set[Span]:
    """The periods of accounts that have a first and a last day; totals over periods apart."""
    spans = {a.period.span for a in accounts if a.period and a.period.span and a.period.kind != "total"}
    return {span for span in spans if span.start and span.end}


def place_of(work: TableAccounts, account: Account, measure: str, settled: Settled) -> dict[str, Any]:
    """The place counted; a name that is a region's and a force's is told apart by what stands beside it."""
    place = account.place
    if place is None and measure != "forces":
        place, distance = work.answers.place
        if place is not None:
            settled.note(("geography", "geography_type"), distance)
            if "place" in work.axes and distance == "catalogue" and not account.total:
                settled.doubts.append("only the catalogue says the place")
        else:
            settled.doubts.append("no place is named")
    if place is None:
        return {}
    if place.ambiguous and account.place_type in ("force", "region"):
        place = Place(place.name, account.place_type)
    elif place.ambiguous:
        place = _told_apart(work, place)
    return {"geography": place.name, "geography_type": place.type}


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


def platforms_of(work: TableAccounts, account: Account, measure: str, settled: Settled) -> tuple[str, ...]:
    """The platforms counted, sorted. A title counts only where the table doesn't tell them apart."""
    platforms = account.platforms or ((account.kind,) if account.kind else ())
    if not platforms and "platform" not in work.axes and measure in ("offences", "offence_share", "offence_change"):
        platforms, distance = work.answers.platforms
        if platforms:
            settled.note(("platforms",), distance)
    return tuple(sorted(platforms))


def victims_of(work: TableAccounts, account: Account, measure: str, settled: Settled) -> dict[str, Any]:
    """The victims' age and sex. A title counts only where the table doesn't tell them apart."""
    ages, sex = account.ages, account.sex
    if ages is None and "age" not in work.axes and not account.total and work.answers.ages[0]:
        ages, distance = work.answers.ages
        settled.note(("victim_age_min", "victim_age_max"), distance)
    if sex is None and "sex" not in work.axes and not account.total and work.answers.sex[0]:
        sex, distance = work.answers.sex
        settled.note(("victim_sex",), distance)
    if ages is None or measure == "victim_age":
        return {"victim_sex": sex}
    return {"victim_age_min": ages[0], "victim_age_max": ages[1], "victim_sex": sex}


def base_of(
    work: TableAccounts, account: Account, measure: str, unit: str, platforms: tuple[str, ...], settled: Settled
) -> str:
    """What a share is a share of, and which offences a total counts."""
    if measure in ("forces", "methods", "victim_age", "offence_change"):
        return "all"
    own = _base_by_list(work, account.base)
    if own:
        return own
    base, distance = work.answers.base
    base = _base_by_list(work, base)
    if base is None:
        return "all"
    plain_total = (
        base == "method_recorded"
        and measure == "offences"
        and not platforms
        and "platform" in work.axes
        and distance != "note"
        and not any(other.base for other in work.rows.values())  # else the total of the known has a row of its own
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


def _base_by_list(work: TableAccounts, base: str | None) -> str | None:
    """A base as it is; "where known" is the base of what the table lists: platforms, ages or sexes."""
    if base != KNOWN:
        return base
    return next((name for lists, name in _BASE_OF_LISTS if lists <= work.axes), None)
