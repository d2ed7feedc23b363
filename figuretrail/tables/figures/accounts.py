"""A table's accounts: what each row and each column says, worked out once, with what the surroundings answer.

What belongs here: everything that several cells of a table share, and the order in which it is worked out. What does
not: what rows and columns take from those beside them (`completing`), single cells (`cells`) and their columns
(`columns`).
"""

import dataclasses
import functools
import re
from typing import Any

from figuretrail.tables.figures.agesofone import tell_ages_of_one
from figuretrail.tables.figures.allvictims import count_as_titled
from figuretrail.tables.figures.changes import Step, give_changes
from figuretrail.tables.figures.completing import (
    LONG_LIST_ROWS,
    apply_footnotes,
    axes_of,
    carry_groups,
    complete_columns,
    complete_shares,
    complete_subsets,
    count_answers,
    count_as_total,
    drop_lone_day,
    drop_releases,
    follow,
    leave_out_parts,
    leave_out_populations,
    name_members,
    name_periods,
    read_records,
    solve_puzzles,
    sum_periods,
)
from figuretrail.tables.figures.context import SPECIAL, Account, OfCells, account_of, changed
from figuretrail.tables.figures.cutting import cut_years
from figuretrail.tables.figures.forcetotals import count_forces, total_of_forces
from figuretrail.tables.figures.grouptimes import cover_times_below
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.initials import by_initials
from figuretrail.tables.figures.nested import carry_levels
from figuretrail.tables.figures.owncells import of_single_cells
from figuretrail.tables.figures.partplaces import names_a_part
from figuretrail.tables.figures.parttimes import cut_by_own_notes, end_with_what_was_given, notes_of_names
from figuretrail.tables.figures.references import take_from_questions
from figuretrail.tables.figures.regionrows import tell_regions
from figuretrail.tables.figures.rowlabels import RowLabels
from figuretrail.tables.figures.rownotes import Spoken, count_as_noted, lines_on_places
from figuretrail.tables.figures.running import mark_running
from figuretrail.tables.figures.sectionplaces import places_of_sections
from figuretrail.tables.figures.shares import Fractions, fractions_of, shares_by_title
from figuretrail.tables.figures.sharesof import tell_shares_of_totals
from figuretrail.tables.figures.sharesofknown import tell_shares_of_known
from figuretrail.tables.figures.surroundings import FAMILY, Source, Surroundings
from figuretrail.tables.figures.totalsamid import cover_what_they_add_up
from figuretrail.tables.figures.unknowns import holds_the_unknown
from figuretrail.tables.figures.victimsafter import count_as_before
from figuretrail.tables.figures.wholeforce import place_whole_force
from figuretrail.tables.figures.wholes import place_unknown_names
from figuretrail.tables.figures.yearnotes import read_years_by_notes
from figuretrail.tables.figures.yearrows import carry_years, cover_listed_months
from figuretrail.tables.figures.yeartodate import cut_years_to_date
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.labels import Ages, Label, read_label
from figuretrail.tables.language.leftout import holds_the_rest
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.notes import Key
from figuretrail.tables.layout.regions import Table
from figuretrail.tables.layout.sums import sums_up
from figuretrail.timespan import Span


@dataclasses.dataclass(slots=True)
class Answers:
    """What the surroundings say of each role, each with how far away it stands; asked once a table."""

    offence: tuple[str | None, str | None]
    counted: tuple[str | None, Source | None]
    period: tuple[Span | None, str | None]
    place: tuple[Place | None, str | None]
    platforms: tuple[tuple[str, ...], str | None]
    ages: tuple[Ages | None, str | None]
    sex: tuple[str | None, str | None]
    base: tuple[str | None, str | None]
    unit: tuple[str | None, str | None]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What kind of table it is: all but places and times that titles and headers say of what each of its cells counts.

    One object for tables of many an answer, so that what labels mean in such a table is worked out once.
    """

    axes: frozenset[str]  # the roles that the table's own headers tell apart
    ours: bool  # whether its numbers of other offences belong to an answer of ours
    offence: tuple[str | None, str | None]
    offences: frozenset[str]  # the offences that its rows and columns name
    summed: frozenset[str]  # those that a total over offences adds up
    counted: str | None
    counts_victims: bool  # whether some row or column counts victims of any age and sex
    counts_offences: bool  # whether some column says that it counts offences, of victims of any age and sex
    unit: str | None
    platforms: tuple[tuple[str, ...], str | None]
    ages: tuple[Ages | None, str | None]
    sex: tuple[str | None, str | None]
    base: tuple[str | None, str | None]
    known_apart: bool  # whether those whose platform is known are counted apart from the total, or known to be a part
    crossed: bool  # whether a list of platforms, ages or sexes down the rows meets another one across the columns


@dataclasses.dataclass(slots=True)
class TableAccounts:
    """A table with all that its cells need."""

    sheet: Sheet
    table: Table
    headers: Headers
    around: Surroundings
    key: Key
    answers: Answers
    rows: dict[int, Account]
    columns: dict[int, Account]
    kind: Kind
    fractions: set[Fractions]  # the columns, each with the unit that its rows say, whose shares are fractions of one
    shares: set[int]  # the columns of plain numbers that only the title calls percentages
    titles: str  # the two nearest titles, for the figures' context
    # For each line of changes how long before its times those lie that they are told from
    steps: dict[Account, Step] = dataclasses.field(default_factory=dict)
    own: OfCells = dataclasses.field(default_factory=dict)
    spoken: Spoken = dataclasses.field(default_factory=dict)


def about_the_subject(around: Surroundings) -> bool:
    """Whether the titles speak of an offence of ours, or of a platform."""
    named = {source.label.offence for source in around.sources} | {around.default_offence}
    return bool(named & FAMILY) or any(source.label.platforms for source in around.sources)


def accounts_of(sheet: Sheet, table: Table, headers: Headers, around: Surroundings, key: Key) -> TableAccounts:
    """Work out what every row and column of a table says."""
    axes = headers.axes
    values = headers.values
    force = around.who_answered()
    across = [tuple([(label, axes.get(label.text)) for label in c.headers]) for c in values]
    columns = [account_of(by_initials(labels, force)) for labels in across]
    drop_lone_day(columns)
    count_forces(sheet, headers, columns)
    listed = len(headers.rows) > LONG_LIST_ROWS and any(c.axis == "offence" for c in headers.labels)
    unrelated = listed and not about_the_subject(around)
    rows, distinct = _row_accounts(sheet, table, headers, force, unrelated=unrelated)
    drop_releases(columns, distinct)
    for line in (columns, distinct):
        name_periods(line, key)
    read_records(sheet, headers, rows, distinct)
    place_unknown_names(sheet, headers, rows, distinct, columns)
    carry_groups(sheet, headers, rows, distinct)
    carry_levels(sheet, headers, rows, distinct, columns)
    carry_years(sheet, headers, rows, distinct)
    cover_times_below(sheet, headers, rows, distinct, columns)
    complete_subsets(rows, distinct)
    count_as_before(sheet, headers, rows, distinct, columns)
    take_from_questions(headers, rows, distinct)
    asked = any(label.dimension == "question" for c in headers.labels for label in c.headers)
    answers = _ask(around)
    tell_ages_of_one((distinct, columns), answers.counted)
    place_whole_force(distinct, around, answers.place)
    place_whole_force(columns, around, answers.place)
    follow(rows, distinct, asked=asked, titled=answers.offence[0] if answers.offence[1] in _NEAR else None)
    order = [rows[row] for row in sorted(rows)]
    if asked and len(columns) == 1 and columns[0].puzzle:
        columns[0] = changed(columns[0], puzzle=None)  # what stands beside questions answers them: "We hold"
    complete_shares(distinct, order)
    complete_shares(columns, range(len(columns)))
    complete_columns(columns)
    give_changes(sheet, table, headers, rows, distinct, columns)
    tell_shares_of_totals(sheet, table, headers, rows, distinct, columns)
    tell_shares_of_known(sheet, table, headers, rows, distinct, columns)
    titled = answers.place[1] in _NEAR
    total_of_forces(sheet, headers, rows, distinct, of_one_force=around.entry.force is not None, titled=titled)
    count_answers(sheet, table, headers, rows, distinct)
    tell_regions(sheet, headers, rows, distinct)
    for line in (columns, distinct):
        count_as_titled(line, answers.counted)
        count_as_total(line)
    solve_puzzles(sheet, table, headers, rows, distinct, columns, named=answers.offence[1] in _NEAR)
    leave_out_populations(sheet, table, headers, rows, distinct, columns)
    headings = [line.text for line in table.titles] + [x.text for c in headers.columns for x in c.headers]
    read_years_by_notes((columns, distinct), sheet, table, key.lines, headings)
    spoken = lines_on_places((*columns, *distinct), key.lines)
    of_names = notes_of_names([*columns, *distinct], key, spoken)
    told = key.lines if not of_names else tuple([x for x in key.lines if not any(note in x for note in of_names)])
    cut_years((columns, distinct), around, told)
    cut_years_to_date((columns, distinct), told)
    for line in (columns, distinct):
        apply_footnotes(line, key)
    cover_what_they_add_up(sheet, table, headers, rows, distinct, columns)
    for line in (columns, distinct):
        sum_periods(line, in_order=line is columns)
        name_members(line)
        leave_out_parts(line)
    cut_by_own_notes(columns, distinct, key, spoken)
    cut_by_own_notes(distinct, columns, key, spoken)
    for line in (columns, distinct):
        count_as_noted(line, key, spoken)
    end_with_what_was_given(sheet, table, headers, rows, distinct, columns, key)
    mark_running(sheet, table, headers, rows, distinct, columns)
    if any(account.part for account in (*distinct, *columns)):
        cover_listed_months(distinct, [rows[row] for row in sorted(rows)], answers.period[0])
        cover_listed_months(columns, range(len(columns)), answers.period[0])
    work = TableAccounts(
        sheet,
        table,
        headers,
        around,
        key,
        answers,
        {row: distinct[number] for row, number in rows.items()},
        {column.index: account for column, account in zip(values, columns, strict=True)},
        _kind_of(distinct, columns, around, answers, listed=listed),
        fractions=set(),
        shares=set(),
        titles=" | ".join(dict.fromkeys(source.text for source in around.sources[:2])),
    )
    work.spoken = spoken
    work.own = of_single_cells(work)
    work.shares = shares_by_title(work)
    work.fractions = fractions_of(work)
    if answers.base[1] in _NEAR and holds_the_unknown(work):
        work.kind = dataclasses.replace(work.kind, base=(None, None))
    return work


def _kind_of(
    rows: list[Account], columns: list[Account], around: Surroundings, answers: Answers, *, listed: bool
) -> Kind:
    everything = [*rows, *columns]
    axes = axes_of(everything)
    offences = frozenset([account.offence for account in everything if account.offence])
    summed: frozenset[str] = frozenset()
    if offences:
        beside = rows if any(account.offence for account in rows) else columns
        parts = [a for a in beside if not a.total and not a.skip]
        listed_offences = 2 * sum(a.offence is not None for a in parts) >= len(parts)
        if listed_offences:  # else one odd row names an offence, which no total over the others adds up
            summed = frozenset([a.offence for a in beside if a.offence and a.counted != "other"])
    related = not listed and not offences.isdisjoint(FAMILY)
    return _kind(
        axes,
        related or about_the_subject(around),
        answers.offence,
        offences,
        summed,
        _counted_around(around, answers, everything),
        any(a.counted == "victims" and not a.sex and not a.ages for a in everything),
        any(a.counted == "offences" and not a.sex and not a.ages for a in columns),
        answers.unit[0],
        answers.platforms,
        answers.ages,
        answers.sex,
        answers.base,
        any(account.base for account in rows)
        or any(account.base and account.unit is None and not account.skip for account in columns)
        or (answers.base[0] is not None and _hold_the_rest(around)),
        bool(axes_of(rows) & _LISTS and axes_of(columns) & _LISTS),
    )


def _hold_the_rest(around: Surroundings) -> bool:
    """Whether a line above or below the table says that its totals hold those of which something is not known."""
    return any(holds_the_rest(source.text.lower()) for source in (*around.sources, *around.notes))


_LISTS = frozenset({"platform", "age", "sex"})


def _counted_around(around: Surroundings, answers: Answers, everything: list[Account]) -> str | None:
    """What the titles say is counted, but for what one row or column of several says it counts itself.

    "Q1 offences recorded; Q3 age of the youngest victim" over a column "Q3 Youngest victim": the others count no years.
    """
    counted = answers.counted[0]
    if counted not in SPECIAL or not any(account.counted == counted for account in everything):
        return counted
    return next((s.label.counted for s in around.sources if s.label.counted in ("offences", "victims")), None)


@functools.lru_cache(maxsize=1_000)
def _kind(*said: Any) -> Kind:
    return Kind(*said)


def _row_accounts(
    sheet: Sheet, table: Table, headers: Headers, force: Place | None, *, unrelated: bool
) -> tuple[dict[int, int], list[Account]]:
    """The accounts that differ, and for each data row which of them is its own; rows with the same labels share one.

    `force` is who answered. `unrelated` says that a long list of crimes is no answer of ours: only its rows about our
    offences are read.
    """
    numbers: dict[RowLabels, int] = {}
    accounts: list[Account] = []
    rows: dict[int, int] = {}
    asked = _questions_above(table, headers)
    overall = _over_sections(sheet, table, headers)
    parts = places_of_sections(sheet, table, headers) if table.sections else {}
    for row, labels in headers.rows.items():
        labels = asked.get(labels, labels)
        if unrelated and not any(label.offence in FAMILY for label, _ in labels):
            labels = _ANOTHER
        elif row in parts:
            labels = (*labels, (parts[row], "unit"))
        elif table.sections and row not in overall and (section := table.sections.get(row)) is not None:
            label = read_label(section.text)
            if label.roles:
                labels = (*labels, (label, None))
        if not labels and table.titles and not headers.labels and not table.header_rows:
            labels = _asked_above(table, row)
        number = numbers.get(labels)
        if number is None:
            account = _in_its_part(account_of(by_initials(labels, force)))
            if labels is _ANOTHER:
                account = _OF_ANOTHER
            elif not labels and headers.labels and row == table.data_rows[-1] and len(table.data_rows) > 2:
                account = changed(account, total=True, doubts=("a last row without a label, taken for a total",))
            number = len(accounts)
            accounts.append(account)
            if not account.bare_share:  # else each has an account of its own: it is completed from the row above
                numbers[labels] = number
        rows[row] = number
    return rows, accounts


def _in_its_part(account: Account) -> Account:
    """A row that asks for a part of a force: "How many were recorded in the Bristol policing area?"."""
    if account.place is not None or not any(map(names_a_part, account.texts)):
        return account
    return changed(account, place=Place(None, None))


_OVERALL = Words(r"\b(?:grand|overall)\b", re.I)


def _over_sections(sheet: Sheet, table: Table, headers: Headers) -> set[int]:
    """The last rows that belong to no section: they add up the rows of all of them, or are called a grand total."""
    if len({line.row for line in table.sections.values()}) < 2:
        return set()  # as nearly all tables
    entries = [row for row in table.data_rows if not any(label.total for label, _ in headers.rows[row])]
    numbers = {row: [sheet.rows[row][column.index] for column in headers.values] for row in table.data_rows}
    found: set[int] = set()
    for row in reversed(table.data_rows):
        if row in entries:
            break
        own = [numbers[entry] for entry in entries if table.sections.get(entry) is table.sections.get(row)]
        summed = sums_up(numbers[row], [numbers[entry] for entry in entries]) and not sums_up(numbers[row], own)
        if summed or any(_OVERALL.search(label.text) for label, _ in headers.rows[row]):
            found.add(row)
    return found


def _questions_above(table: Table, headers: Headers) -> dict[RowLabels, RowLabels]:
    """For rows named "1)", "2)" the questions of those numbers above the table, where each has its own."""
    first = next(iter(headers.rows.values()), ())
    if len(first) != 1 or not _NUMBER_ALONE.fullmatch(first[0][0].text):
        return {}  # as nearly all tables
    rows = set(headers.rows.values())
    if len(rows) < 2 or any(len(labels) != 1 or len(labels[0][0].text) > LONGEST_NUMBER for labels in rows):
        return {}
    told = {found[1].lower(): line.text for line in table.titles if (found := _QUESTION.match(line.text))}
    numbers = {labels: found[1].lower() for labels in rows if (found := _NUMBER_ALONE.fullmatch(labels[0][0].text))}
    if len(numbers) < len(rows) or not set(numbers.values()) <= set(told):
        return {}
    return {labels: ((read_label(told[number][:400]), None),) for labels, number in numbers.items()}


LONGEST_NUMBER = 12  # characters of "Question 12a"
_NUMBER_ALONE = re.compile(r"\W*(?:q(?:uestion)?\.?\s?|part\s?)?(\d{1,2}[a-h]?)\W*", re.I)
_QUESTION = re.compile(r"\W*(?:q(?:uestion)?\.?\s?|part\s?)?(\d{1,2}[a-h]?)[.):]*\s+\S.{10,}", re.I)


def _asked_above(table: Table, row: int) -> RowLabels:
    """The line directly above a lone answer, where it says what is counted: "How many offences ...?" over 60."""
    line = table.titles[0]
    label = read_label(line.text[:400])
    asks = label.counted or (label.roles and line.text.rstrip().endswith("?"))
    return ((label, None),) if asks and label.counted != "other" and not label.example and line.row == row - 1 else ()


_ANOTHER: RowLabels = ((Label("another offence"), None),)  # the labels of all rows about other offences together
_OF_ANOTHER = Account(skip="another offence").summed_up()
_NEAR = ("section", "title", "sheet")


def _ask(around: Surroundings) -> Answers:
    return Answers(
        around.offence(),
        around.counted(),
        around.period(),
        around.place(),
        around.platforms(),
        around.ages(),
        around.sex(),
        around.base(),
        around.unit(),
    )
