"""What a whole answer is about: the offence and the time that all of its sheets together name.

What belongs here: reading the titles of all sheets for what single tables leave unsaid. What does not: what stands
around one table (`surroundings`).
"""

from collections.abc import Sequence

from figuretrail.entry import Entry
from figuretrail.figure import SUBJECT
from figuretrail.tables.figures.parameters import time_of_parameters
from figuretrail.tables.figures.surroundings import GROWN_UP, Default, source_of
from figuretrail.tables.files.grid import Workbook
from figuretrail.tables.language.labels import Label, read_label
from figuretrail.tables.layout.regions import Regions
from figuretrail.timespan import Span


def default_of(workbook: Workbook, regions: list[Regions], entry: Entry, said: Sequence[str] = ()) -> Default:
    """What the whole answer is about; `said` are a page's titles, and what it says above all answers."""
    period = _default_period(regions) if len(regions) > 1 else None
    if period is None and entry.period_asked is None:
        period = time_of_parameters(workbook.sheets)
    by_year = any(_is_year(read_label(sheet.name)) for sheet in workbook.sheets)
    return Default(_default_offence(workbook, regions, entry, said), period, by_year)


def _is_year(name: Label) -> bool:
    """Whether a sheet's name is a year that could be ages, but not of children: "18-19"."""
    return name.period is not None and name.ages is not None and (name.ages[0] or 0) >= GROWN_UP


def _default_period(regions: list[Regions]) -> Span | None:
    """The time that the questions and titles on all sheets name, where they name no other."""
    sources = [
        source_of(line.text, "title", line.paired)
        for region in regions
        for table in region.tables
        for line in table.titles
    ]
    spans = {
        period.span
        for source in sources
        if (period := source.label.period) and period.sure and period.span and not source.dated and period.kind != "day"
    }
    return spans.pop() if len(spans) == 1 and None not in next(iter(spans)) else None


def _default_offence(workbook: Workbook, regions: list[Regions], entry: Entry, said: Sequence[str]) -> str | None:
    """The offence that the whole answer is about: by the catalogue's title, else by the sheets' titles and names.

    Lines above or outside of tables count before those below one: a row among many is no subject of a workbook.
    """
    if entry.title:
        named = read_label(entry.title).offence
        if named:
            return named
    found = [offence for text in said if (offence := read_label(text[:400]).offence)]
    below: list[str] = []
    for sheet, region in zip(workbook.sheets, regions, strict=True):
        first = min((t.first for t in region.tables), default=10**9)
        lines = [line.text for line in region.lines if line.row < first or not region.tables]
        titles = [line.text for table in region.tables for line in table.titles]
        for text in [sheet.name, *lines, *titles]:
            label = read_label(text[:400])
            if label.offence:
                found.append(label.offence)
        under = [] if found else [read_label(line.text[:400]).offence for line in region.lines]
        below += [offence for offence in under if offence]
    found = found or below
    if SUBJECT in found:
        return SUBJECT
    return found[0] if found else None
