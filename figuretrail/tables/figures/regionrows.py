"""A name that is a region's and a force's ("West Midlands") in a list of regions with their forces.

What belongs here: which of the two an entry of such a list is, by those beside it. What does not: lists of regions or
of forces alone, which their headings and other entries explain (`columns`).
"""

import itertools
from collections.abc import Iterator

from figuretrail.tables.figures.context import Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.files.grid import Sheet
from figuretrail.tables.language.names import Place
from figuretrail.tables.layout.parts import Column
from figuretrail.tables.layout.sums import stated_numbers
from figuretrail.vocabulary.places import place


def tell_regions(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """Settle the rows whose name is a region's and a force's, where regions and forces stand in one list.

    What a column of its own says of each ("Area type") goes before.
    """
    if not any(account.place and account.place.ambiguous and not account.place_type for account in accounts):
        return
    placed = [(row, found) for row in sorted(rows) if (found := accounts[rows[row]].place) is not None and found.name]
    told = list(_told([found for _, found in placed], [row for row, _ in placed]))
    named = [(row, found) for row, found in placed if found.ambiguous]
    others = [found.name for _, found in placed if not found.ambiguous]
    times = {accounts[rows[row]].period for row, _ in named}
    if len(headers.labels) == len(times) == 1 and others and len(set(others)) == len(others):  # no list said again
        told = _told_by_numbers(sheet, headers, named) or told
    for row, place_told in told:
        account = changed(accounts[rows[row]], place=place_told)
        give_row(row, account, rows, accounts)


def _told_by_numbers(sheet: Sheet, headers: Headers, named: list[tuple[int, Place]]) -> list[tuple[int, Place]]:
    """Of two rows of one name, one with more offences than the other is the region that holds the force."""
    if len(named) != 2 or named[0][1].name != named[1][1].name:
        return []
    lines = stated_numbers(sheet, [row for row, _ in named], [c.index for c in headers.values if not _relative(c)])
    pairs = [(a, b) for a, b in zip(*lines, strict=True) if a is not None and b is not None and a != b]
    if not pairs or len({a > b for a, b in pairs}) > 1:
        return []
    kinds = ("region", "force") if pairs[0][0] > pairs[0][1] else ("force", "region")
    return [(row, Place(found.name, kind)) for (row, found), kind in zip(named, kinds, strict=True)]


def _relative(column: Column) -> bool:
    return any(label.unit is not None for label in column.headers)


def _told(listed: list[Place], rows: list[int]) -> Iterator[tuple[int, Place]]:
    """Each row with an ambiguous name, and what its name means there."""
    sure = [found.type for found in listed if not found.ambiguous]
    if "region" not in sure or "force" not in sure:
        return
    pairs = list(itertools.pairwise([found for found in listed if not found.ambiguous]))
    heads = sum(_holds(one, two) for one, two in pairs)  # regions that stand before their forces
    ends = sum(_holds(two, one) for one, two in pairs)
    for index, (row, found) in enumerate(zip(rows, listed, strict=True)):
        if not found.ambiguous:
            continue
        before, after = listed[index - 1] if index else None, listed[index + 1] if index + 1 < len(listed) else None
        if 2 * max(heads, ends) > sure.count("region"):
            inner, outer = (after, before) if heads >= ends else (before, after)
            is_region = _is_of(inner, found) and not _is_of(outer, found)
        else:  # first the one, then the other
            is_region = {beside.type for beside in (before, after) if beside and not beside.ambiguous} == {"region"}
        yield row, Place(found.name, "region" if is_region else "force")


def _is_of(beside: Place | None, region: Place) -> bool:
    """Whether what stands beside a region is one of its forces, or bears its own name."""
    return beside is not None and (beside.name == region.name or _holds(region, beside))


def _holds(region: Place, force: Place) -> bool:
    if region.type != "region" or force.type != "force" or force.name is None:
        return False
    return place(force.name, "force").region == region.name
