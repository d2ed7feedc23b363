"""The cells of a table to figures, and to reasons where they are none.

What belongs here: joining a cell's row and column accounts with what stands around the table, and the figure's columns.
What does not: finding tables (`regions`), headers (`headers`), what titles say (`surroundings`).
"""

import dataclasses
import datetime as dt
import re

from figuretrail.figure import SUBJECT, Figure
from figuretrail.tables.context import Account, account_of, join, settled_span, slug
from figuretrail.tables.grid import Scalar, Sheet, address, cell_at, shown_as_percentage, shown_text
from figuretrail.tables.headers import Column, Headers
from figuretrail.tables.labels import Label, read_label
from figuretrail.tables.names import Place
from figuretrail.tables.notes import NOT_AVAILABLE, SUPPRESSED, ZERO, Key, footnote_bounds
from figuretrail.tables.periods import clip
from figuretrail.tables.regions import Table, glance
from figuretrail.tables.surroundings import FAMILY, Surroundings
from figuretrail.tables.values import Reading, read_text
from figuretrail.timespan import Span, add_months

_CERTAIN = 0.99
_COST = {
    "section": 0.0,
    "title": 0.01,
    "sheet": 0.03,
    "workbook": 0.05,
    "catalogue": 0.03,
}
REVIEW_BELOW = 0.85


@dataclasses.dataclass(slots=True)
class Outcome:
    """What became of a table: its figures, and cells left out with the reason."""

    figures: list[Figure] = dataclasses.field(default_factory=list)
    ignored: dict[tuple[int, int], str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(slots=True)
class _Table:
    """A table with all that its cells need, worked out once."""

    sheet: Sheet
    table: Table
    headers: Headers
    around: Surroundings
    key: Key
    rows: dict[int, Account]
    columns: dict[int, Account]
    axes: frozenset[str]
    fractions: set[int]
    surrounding: "_Surrounding"
    related: bool  # whether some row or column of a table of ordinary length is about an offence of ours


@dataclasses.dataclass(slots=True)
class _Surrounding:
    """The answers of the surroundings, asked once a table."""

    offence: tuple[str | None, str | None]
    counted: tuple[str | None, object]
    period: tuple[Span | None, str | None]
    place: tuple[Place | None, str | None]
    platforms: tuple[object, str | None]
    ages: tuple[object, str | None]
    sex: tuple[object, str | None]
    base: tuple[object, str | None]
    unit: tuple[object, str | None]


def read_cells(sheet: Sheet, table: Table, headers: Headers, around: Surroundings, key: Key) -> Outcome:
    """The figures of one table, and the reasons for the cells that are none."""
    outcome = Outcome()
    example = around.example()
    values = headers.values
    if example is not None:
        _ignore_all(outcome, sheet, table, values, f"an example or template: {example[:80]!r}")
        return outcome
    work = _prepare(sheet, table, headers, around, key)
    reason = _reason_for_all(work)
    if reason:
        _ignore_all(outcome, sheet, table, values, reason)
        return outcome
    blank = key.meaning("blank")
    filled = _filled_rows(sheet, table, values)
    for row in table.data_rows:
        for column in values:
            value = cell_at(sheet, row, column.index)
            reading = _reading(work, row, column, value, blank, filled)
            if reading is None:
                if value != "":
                    outcome.ignored[row, column.index] = "no number and no mark"
                continue
            result = _figure(work, row, column, value, reading)
            if isinstance(result, Figure):
                outcome.figures.append(result)
            else:
                outcome.ignored[row, column.index] = result
    return outcome


def _filled_rows(sheet: Sheet, table: Table, values: list[Column]) -> set[int]:
    """The data rows and (as -1 - column) columns in which anything is stated: blanks count only beside numbers."""
    filled: set[int] = set()
    for row in table.data_rows:
        for column in values:
            if glance(cell_at(sheet, row, column.index)) in ("n", "v", "y"):
                filled.add(row)
                filled.add(-1 - column.index)
    return filled


def _ignore_all(outcome: Outcome, sheet: Sheet, table: Table, values: list[Column], reason: str) -> None:
    for row in table.data_rows:
        for column in values:
            if cell_at(sheet, row, column.index) != "":
                outcome.ignored[row, column.index] = reason


def _prepare(sheet: Sheet, table: Table, headers: Headers, around: Surroundings, key: Key) -> _Table:
    columns = {c.index: account_of([(label, None) for label in c.headers]) for c in headers.values}
    same: dict[tuple[tuple[Label, str | None], ...], Account] = {}
    listed = len(headers.rows) > 200 and any(c.axis == "offence" for c in headers.labels)
    unrelated = Account(skip="another offence") if listed and not _about_the_subject(around) else None
    rows: dict[int, Account] = {}
    for row, labels in headers.rows.items():
        if unrelated is not None and not any(label.offence in FAMILY for label, _ in labels):
            rows[row] = unrelated
            continue
        section = table.sections.get(row)
        if section is not None:
            label = read_label(section.text)
            if label.roles:
                labels = (*labels, (label, None))
        repeats = bool(labels) and _SHARE_ROW.fullmatch(labels[0][0].text.strip().lower()) is not None
        if repeats:
            rows[row] = account_of(labels)  # an account of its own: it is completed from the row above
            continue
        if labels not in same:
            same[labels] = account_of(labels)
        rows[row] = same[labels]
    _follow_questions(rows)
    for account in (*columns.values(), *same.values()):
        _apply_footnotes(account, key)
    _sum_periods(list(columns.values()))
    _sum_periods(list(same.values()))
    axes = _axes([*same.values(), *columns.values()])
    named = {a.offence for a in (*same.values(), *columns.values())}
    related = not listed and bool(named & FAMILY)
    work = _Table(sheet, table, headers, around, key, rows, columns, axes, set(), _ask(around), related)
    work.fractions = {c.index for c in headers.values if _looks_like_fractions(work, c)}
    return work


_FOLLOWS = re.compile(r"\b(?:of|for|in|among) (?:these|those|them|which)\b|\?\s*$|\bof the above\b|^how many\b", re.I)


_SHARE_ROW = re.compile(r"(?:as )?(?:a )?(?:%|per ?cent(?:age)?|share|proportion)(?: of (?:the )?total)?")


def _follow_questions(rows: dict[int, Account]) -> None:
    """What a row takes from the row above it.

    "Of these, how many involved Snapchat?" asks about the offence and the time of the question before it; a row "%"
    is the share of the row that it stands under.
    """
    last: Account | None = None
    above: Account | None = None
    for row in sorted(rows):
        account = rows[row]
        if last is not None and account is not last and any(_FOLLOWS.search(text) for text in account.texts):
            account.offence = account.offence or last.offence
            if account.period is None and account.part is None:
                account.period, account.part = last.period, last.part
        if above is not None and account.texts and _SHARE_ROW.fullmatch(account.texts[0].strip().lower()):
            for name in ("platforms", "kind", "ages", "sex", "place", "period", "part", "offence"):
                setattr(account, name, getattr(account, name) or getattr(above, name))
        if account.offence is not None:
            last = account
        if account is not above and account.unit is None:
            above = account


def _ask(around: Surroundings) -> _Surrounding:
    return _Surrounding(
        around.offence(),
        around.counted(),
        around.period(),
        around.place(),
        around.one("platforms", questions=True),
        around.one("ages"),
        around.one("sex"),
        around.one("base"),
        around.one("unit"),
    )


def _apply_footnotes(account: Account, key: Key) -> None:
    if account.period is None or account.period.span is None or None in account.period.span or not key.footnotes:
        return
    for text in account.texts:
        bounds = footnote_bounds(text, key)
        if bounds is not None:
            account.period = account.period._replace(span=clip(account.period.span, bounds))


def _sum_periods(accounts: list[Account]) -> None:
    """A total among periods covers them all: "All years", "Total (3 years)"."""
    spans = [
        a.period.span
        for a in accounts
        if a.period and a.period.span and not a.total and a.unit != "change" and a.counted != "other"
    ]
    closed = [span for span in spans if span.start and span.end]
    if len(closed) < 2:
        return
    whole = Span(min(s.start for s in closed if s.start), max(s.end for s in closed if s.end))
    for account in accounts:
        if account.total and account.period is None and account.part is None:
            first = next(a.period for a in accounts if a.period and a.period.span)
            assert first is not None
            account.period = first._replace(span=whole, kind="total")


def _axes(accounts: list[Account]) -> frozenset[str]:
    """Which of the roles the table's own headers tell apart."""
    return frozenset(
        name
        for name, present in (
            ("platform", any(a.platforms or a.kind for a in accounts)),
            ("period", any(a.period or a.part for a in accounts)),
            ("place", any(a.place for a in accounts)),
            ("age", any(a.ages for a in accounts)),
            ("sex", any(a.sex for a in accounts)),
            ("offence", any(a.offence for a in accounts)),
        )
        if present
    )


def _reason_for_all(work: _Table) -> str | None:
    """Why no cell of the table can be a figure of ours; None where some can."""
    if work.headers.about:
        return f"no count of offences or victims: {work.headers.about!r}"
    counted, source = work.surrounding.counted
    direct = {a.counted for a in (*work.rows.values(), *work.columns.values()) if a.counted}
    if counted == "other" and not (direct - {"other"}):
        text = getattr(source, "text", "")
        why = getattr(getattr(source, "label", None), "why", None)
        return f"{why}: {text[:80]!r}"
    if work.surrounding.offence[0] is None and "offence" not in work.axes:
        return "no offence is named by headers, titles or catalogue"
    return None


def _reading(
    work: _Table, row: int, column: Column, value: Scalar, blank: str | None, filled: set[int]
) -> Reading | None:
    """What the cell states; a blank is what the sheet's note says that it is."""
    if value == "" or (isinstance(value, str) and not value.strip()):
        if blank is None or row not in work.rows or not work.rows[row].texts:
            return None
        if row not in filled or -1 - column.index not in filled:
            return None
        return {
            ZERO: Reading(0.0, mark="blank"),
            SUPPRESSED: Reading(None, status="suppressed", mark="blank"),
            NOT_AVAILABLE: Reading(None, status="not_available", mark="blank"),
        }[blank]
    if isinstance(value, str):
        reading = read_text(value)
        if reading is None or reading.mark is None:
            return reading
        meaning = work.key.meaning(reading.mark)
        if meaning == ZERO:
            return reading._replace(value=0.0, status="reported")
        if meaning in (SUPPRESSED, NOT_AVAILABLE) and reading.value is None:
            return reading._replace(status=meaning)
        return reading
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return Reading(float(value))
    if isinstance(value, dt.date):
        low, high = value.day, value.month
        return Reading(float(high), "<=", "suppressed", weak=True) if low < high <= 12 and column.headers else None
    return None


def _figure(work: _Table, row: int, column: Column, value: Scalar, reading: Reading) -> Figure | str:
    """The figure of one cell, or why it is none."""
    account = join(work.rows.get(row) or Account(), work.columns[column.index])
    if account.skip:
        return account.skip
    if not account.texts and work.headers.labels:
        return "no label stands beside or above it"
    inherited: list[str] = []
    catalogue: list[str] = []
    doubts = list(account.doubts)
    certainty = _CERTAIN

    def note(columns: tuple[str, ...], distance: str | None) -> None:
        nonlocal certainty
        if distance is None:
            return
        (catalogue if distance == "catalogue" else inherited).extend(columns)
        certainty -= _COST.get(distance, 0.02)
        if distance in ("workbook",):
            doubts.append(f"{columns[0]} stands on another sheet")

    offence = _offence(work, account, note)
    if offence is None:
        return "no offence is named by headers, titles or catalogue"
    if offence not in FAMILY and not (work.related or _about_the_subject(work.around)):
        return f"another offence: {offence}"
    measure, unit, reason = _measure(work, account, reading, row, column)
    if reason:
        return reason
    figure = Figure(
        cell=address(work.sheet.name, row, column.index),
        surface=shown_text(work.sheet, row, column.index),
        context=" | ".join(dict.fromkeys([*account.texts, *(s.text for s in work.around.sources[:2])])),
        measure=measure,
        unit=unit,
        offence=offence,
    )
    _put_value(figure, work, row, column, value, reading)
    _put_period(figure, work, account, row, note, doubts)
    _put_place(figure, work, account, note, doubts)
    _put_who(figure, work, account, note)
    _put_base(figure, work, account, note)
    if account.kind:
        doubts.append(f"{account.kind} is a kind, not a product")
    if account.period is not None and not account.period.sure:
        doubts.append("the period's label could mean something else")
    if account.period is not None and account.period.misprint:
        doubts.append("the period's label is a misprint")
    if reading.weak and isinstance(value, dt.date):
        doubts.append("the cell is a date and may have been a range")
    if figure.value is not None and figure.value < 0 and measure != "offence_change":
        doubts.append("a negative count")
    certainty -= 0.12 * len(doubts)
    figure.inherited = tuple(dict.fromkeys(inherited))
    figure.from_catalogue = tuple(dict.fromkeys(catalogue))
    figure.confidence = round(max(certainty, 0.1), 2)
    figure.review = figure.confidence < REVIEW_BELOW
    figure.review_reasons = tuple(dict.fromkeys(doubts))
    return figure


def _about_the_subject(around: Surroundings) -> bool:
    """Whether rows of other offences belong to an answer about the subject, or about a platform."""
    named = {source.label.offence for source in around.sources} | {around.default_offence}
    platform = any(source.label.platforms for source in around.sources)
    return bool(named & FAMILY) or platform


def _offence(work: _Table, account: Account, note: object) -> str | None:
    if account.offence:
        return account.offence
    if account.total and "offence" in work.axes:
        beside = work.rows.values() if any(a.offence for a in work.rows.values()) else work.columns.values()
        named = {a.offence for a in beside if a.offence and a.counted != "other"}
        title = work.surrounding.offence[0]
        if len(named) > 1:
            return title if title == "all_offences" else "all_offences" if not named & FAMILY else "several_offences"
        if named:
            return named.pop()
    offence, distance = work.surrounding.offence
    if offence:
        note(("offence",), distance)  # type: ignore[operator]
    return offence


def _measure(work: _Table, account: Account, reading: Reading, row: int, column: Column) -> tuple[str, str, str | None]:
    """The measure and unit, or the reason why the cell has none."""
    counted = account.counted
    around = work.surrounding.counted[0]
    if counted == "other":
        return "", "", "no count of offences or victims"
    percent = reading.percent or _percent_cell(work, row, column, cell_at(work.sheet, row, column.index))
    unit = account.unit or (work.surrounding.unit[0] if percent or _all_percent(work, column) else None)
    if counted == "victim_age" or (counted is None and around == "victim_age"):
        return "victim_age", "years", None
    if counted in ("forces", "methods"):
        return counted, "count", None
    what = counted or (around if around in ("victims", "offences") else "offences")
    if unit == "change":
        if percent or _percent_header(account) or column.index in work.fractions or reading.status == "not_available":
            return "offence_change", "percent_change", None
        return "", "", "differences in counts"
    if isinstance(unit, str) and unit.startswith("per_"):
        return "offence_rate", unit, None
    if unit == "share" or percent:
        return ("victim_share" if what == "victims" else "offence_share"), "percent", None
    return ("victims" if what == "victims" else "offences"), "count", None


def _percent_header(account: Account) -> bool:
    return any("%" in text or "per cent" in text.lower() or "percent" in text.lower() for text in account.texts)


def _all_percent(work: _Table, column: Column) -> bool:
    return column.index in work.fractions


def _percent_cell(work: _Table, row: int, column: Column, value: Scalar) -> bool:
    """Whether the cell's number is a fraction of one to be read as a percentage, by its format or by its column."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -50 < value < 50:
        return False
    return shown_as_percentage(work.sheet, row, column.index) or column.index in work.fractions


def _looks_like_fractions(work: _Table, column: Column) -> bool:
    """Shares stored as 0.37 in a file that keeps no number formats, or in cells without one."""
    numbers = []
    for row in work.table.data_rows[:2000]:
        value = cell_at(work.sheet, row, column.index)
        if isinstance(value, float | int) and not isinstance(value, bool):
            account = work.rows.get(row)
            unit = work.columns[column.index].unit or (account.unit if account else None) or work.surrounding.unit[0]
            if unit in ("share", "change"):
                numbers.append((value, unit))
    broken = [value for value, _ in numbers if value != int(value)]
    limit = 1.0 if all(unit == "share" for _, unit in numbers) else 5.0
    return bool(broken) and all(abs(value) <= limit for value, _ in numbers) and len(broken) * 2 >= len(numbers)


def _put_value(figure: Figure, work: _Table, row: int, column: Column, value: Scalar, reading: Reading) -> None:
    number = reading.value
    if number is not None and figure.unit in ("percent", "percent_change") and _percent_cell(work, row, column, value):
        number = round(number * 100, 6)
    figure.value = number
    figure.bound = reading.bound
    figure.status = reading.status
    if figure.unit == "percent_change" and number is not None and figure.status == "suppressed":
        figure.status = "reported"


def _put_period(figure: Figure, work: _Table, account: Account, row: int, note: object, doubts: list[str]) -> None:
    span = settled_span(account)
    settled = "period" in work.axes and (account.period is not None) and (span is not None or account.period.misprint)
    if figure.measure == "offence_change":
        earlier, later = _compared(work, account, span)
        if later is not None:
            figure.period_start, figure.period_end = later
            if earlier is not None:
                figure.comparison_start, figure.comparison_end = earlier
            return
    if not settled:
        around, distance = work.surrounding.period
        if account.part is not None and around is not None and around.start and around.end:
            placed = dataclasses.replace(account, period=account.period)
            whole = Account(period=None, part=account.part)
            whole.period = _period_of(around)
            span = settled_span(whole) if (around.end - around.start).days < 370 else None
            if span is None:
                doubts.append("the year of the quarter or month is not said")
            else:
                note(("period_start", "period_end"), distance)  # type: ignore[operator]
            del placed
        elif account.part is not None:
            doubts.append("the year of the quarter or month is not said")
            span = None
        elif around is not None:
            span = around
            note(("period_start", "period_end"), distance)  # type: ignore[operator]
            if distance == "catalogue" and "period" in work.axes:
                doubts.append("only the catalogue says the period")
    if span is not None:
        figure.period_start, figure.period_end = span


def _period_of(span: Span):  # type: ignore[no-untyped-def]
    from figuretrail.tables.periods import Period

    return Period(span)


def _compared(work: _Table, account: Account, span: Span | None) -> tuple[Span | None, Span | None]:
    """The two periods of a change: as its header names them, else the row's and the one before, else the columns'."""
    if account.comparison is not None:
        return account.comparison
    if (
        span is not None
        and span.start is not None
        and span.end is not None
        and account.period
        and account.period.kind != "total"
    ):
        before = Span(add_months(span.start, -12), span.start - dt.timedelta(days=1))
        if (span.end - span.start).days > 370:
            return None, span
        known = sorted(
            {
                a.period.span
                for a in work.rows.values()
                if a.period and a.period.span and a.period.span.start and a.period.span.end
            }
        )
        earlier = [s for s in known if s.end and s.end < span.start]
        if not earlier and known and len(known) > 1:
            return None, span
        return before, span
    spans = sorted(
        {
            a.period.span
            for a in work.columns.values()
            if a.period
            and a.period.span
            and a.unit is None
            and a.period.kind != "total"
            and a.period.span.start
            and a.period.span.end
        }
    )
    if len(spans) < 2:
        return None, spans[0] if spans else None
    texts = " ".join(account.texts).lower()
    first = (
        spans[-2]
        if len(spans) == 2
        or "previous" in texts
        or "year before" in texts
        or "last year" in texts
        or "year on year" in texts
        else spans[0]
    )
    return first, spans[-1]


def _put_place(figure: Figure, work: _Table, account: Account, note: object, doubts: list[str]) -> None:
    if figure.measure == "forces" and account.place is None:
        return
    place = account.place
    if place is None or (account.total and place.name is None):
        place, distance = work.surrounding.place
        if place is not None:
            note(("geography", "geography_type"), distance)  # type: ignore[operator]
            if "place" in work.axes and distance == "catalogue" and not account.total:
                doubts.append("only the catalogue says the place")
    if place is None:
        doubts.append("no place is named")
        return
    if place.ambiguous and account.place_type in ("force", "region"):
        place = Place(place.name, account.place_type)
    elif place.ambiguous:
        place = _told_apart(work, place)
    figure.geography, figure.geography_type = place.name, place.type


def _told_apart(work: _Table, place: Place) -> Place:
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


def _put_who(figure: Figure, work: _Table, account: Account, note: object) -> None:
    platforms = account.platforms or ((account.kind,) if account.kind else ())
    if (
        not platforms
        and "platform" not in work.axes
        and figure.measure in ("offences", "offence_share", "offence_change")
    ):
        found, distance = work.surrounding.platforms
        if isinstance(found, tuple):
            platforms = found
            note(("platforms",), distance)  # type: ignore[operator]
    figure.platforms = tuple(sorted(platforms))
    ages = account.ages
    if ages is None and "age" not in work.axes and work.surrounding.ages[0] and not account.total:
        ages, distance = work.surrounding.ages  # type: ignore[assignment]
        note(("victim_age_min", "victim_age_max"), distance)  # type: ignore[operator]
    if ages is not None and figure.measure != "victim_age":
        figure.victim_age_min, figure.victim_age_max = ages
    sex = account.sex
    if sex is None and "sex" not in work.axes and work.surrounding.sex[0] and not account.total:
        sex, distance = work.surrounding.sex  # type: ignore[assignment]
        note(("victim_sex",), distance)  # type: ignore[operator]
    figure.victim_sex = sex


def _put_base(figure: Figure, work: _Table, account: Account, note: object) -> None:
    if figure.measure in ("forces", "methods", "victim_age", "offence_change"):
        return
    if account.base:
        figure.base = account.base
        return
    base, distance = work.surrounding.base
    plain_total = figure.measure == "offences" and not figure.platforms and "platform" in work.axes
    if isinstance(base, str) and (figure.unit == "percent" or (plain_total and base == "method_recorded")):
        figure.base = base
        note(("base",), distance)  # type: ignore[operator]


__all__ = ["SUBJECT", "Outcome", "read_cells", "slug"]
