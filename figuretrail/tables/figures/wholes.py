"""Names that no label explains: groups that add up the rows below them, parts that add up to a place, districts.

What belongs here: rows whose numbers, or the list of districts, say that they are a whole or a part of others.
What does not: totals (`completing`) and the arithmetic itself (`sums`).
"""

import itertools

from figuretrail.tables.figures.besidedistricts import place_names_beside
from figuretrail.tables.figures.completing import LONG_LIST_ROWS
from figuretrail.tables.figures.context import UNKNOWN_GROUP, UNKNOWN_PLACE, Account, changed, give_row
from figuretrail.tables.figures.headers import Headers
from figuretrail.tables.figures.subtotals import is_total_of_district
from figuretrail.tables.files.grid import Scalar, Sheet
from figuretrail.tables.language.districtnames import names_districts
from figuretrail.tables.language.labels import bare, read_label
from figuretrail.tables.language.names import Place
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.sums import EVIDENCE, FEWEST, MOST, may_sum_up, sums_up

A_PART = Place(None, None)  # a place that is none of ours


def place_unknown_names(
    sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account], columns: list[Account]
) -> None:
    """Take names that no label explains for parts of a place, where sums say so, or they are those of districts."""
    for line in (accounts, columns) if len(rows) <= LONG_LIST_ROWS else ():
        line[:] = _totals_of_districts(line)
    if len(rows) > LONG_LIST_ROWS or not any(map(_unknown_name, (*accounts, *columns))):
        return
    order = sorted(rows)
    numbers = [[sheet.rows[row][column.index] for column in headers.values] for row in order]
    if len(headers.labels) == 1:
        _place_groups(numbers, [rows[row] for row in order], accounts)
    for column, account in _parts_of_places([list(line) for line in zip(*numbers, strict=True)], columns):
        columns[column] = account
    for row, account in _parts_of_places(numbers, [accounts[rows[row]] for row in order]):
        give_row(order[row], account, rows, accounts)
    for line in (accounts, columns):
        line[:] = [_as_district(account) for account in line]
        for number, account in place_names_beside(line).items():
            line[number] = account


def _totals_of_districts(line: list[Account]) -> list[Account]:
    """The entries, with totals that bear a district's name taken for those of parts: "Oxfordshire total".

    Only beside another total, or the place itself: else a total is that of all that is listed, whatever it is called.
    """
    totals = [number for number, account in enumerate(line) if account.total and account.texts]
    parts = [n for n in totals if line[n].place is None and is_total_of_district(line[n].texts[0])]
    if not parts:
        return line  # as nearly all lines
    placed = any(account.place is not None and account.place.name for account in line)
    if not placed and len({line[n].texts[0] for n in totals}) < FEWEST:
        return line
    return [changed(account, place=A_PART) if n in parts else account for n, account in enumerate(line)]


def _as_district(account: Account) -> Account:
    """A row or column that bears the name of a known district counts a part of whatever place is spoken of."""
    if not _unknown_name(account) or not names_districts(account.texts[0]):
        return account
    return changed(account, place=A_PART, kind=None, puzzle=None)


def _place_groups(numbers: list[list[Scalar]], order: list[int], accounts: list[Account]) -> None:
    """Names in one list with platforms, years, ages or sexes, each with the sum of those below it: "Whitby"."""
    heads = [row for row, number in enumerate(order) if _unknown_name(accounts[number])]
    if len(heads) < FEWEST or heads[0] != 0:
        return
    end = next((row for row, number in enumerate(order) if row > heads[-1] and accounts[number].total), len(order))
    blocks = list(itertools.pairwise([*heads, end]))
    below = [[accounts[number] for number in order[head + 1 : end]] for head, end in blocks]
    listed = all(any(account.platforms for account in block) for block in below)
    if not (listed or _list_alike(below)) or not all(
        sums_up(numbers[head], numbers[head + 1 : end]) for head, end in blocks
    ):
        return
    for number in {order[head] for head in heads}:
        doubts = (*accounts[number].doubts, UNKNOWN_GROUP)
        accounts[number] = changed(accounts[number], place=A_PART, kind=None, puzzle=None, doubts=doubts)


def _list_alike(blocks: list[list[Account]]) -> bool:
    """Whether blocks of rows are entries of one list that names no places, and say the same again in part."""
    roles = {account.role for block in blocks for account in block if not account.skip}
    first, *others = [{account.text for account in block} for block in blocks]
    return len(roles) == 1 and roles <= {"period", "age", "sex"} and all(first & other for other in others)


def _unknown_name(account: Account) -> bool:
    """Whether a row bears a name that nobody knows, or that is taken for a platform's only for those beside it."""
    if account.platforms or account.total or account.skip or not account.texts:
        return False
    return account.puzzle is not None or (
        account.kind == bare(account.texts[0]) and read_label(account.text).kind is None
    )


def _parts_of_places(numbers: list[list[Scalar]], accounts: list[Account]) -> list[tuple[int, Account]]:
    """Names beside a place, whose number they add up to, each with its row: "of which Ludlow" after, "Omagh" before."""
    found: list[tuple[int, Account]] = []
    riddles = [_is_riddle(account) for account in accounts]
    for start, whole in enumerate(accounts):
        if whole.role != "place" or whole.place is None or not whole.place.name:
            continue
        after = itertools.takewhile(riddles.__getitem__, range(start + 1, min(start + 2 + MOST, len(accounts))))
        before = itertools.takewhile(riddles.__getitem__, range(start - 1, max(start - 2 - MOST, -1), -1))
        end, first = start + 1 + sum(1 for _ in after), start - sum(1 for _ in before)
        for beside in (slice(start + 1, end), slice(first, start)):
            if beside.stop - beside.start > MOST:
                continue  # no place has so many parts beside it, and to add up all for each takes long
            doubts = _doubts_of_parts(accounts[beside], numbers[start], numbers[beside])
            found += [
                (row, changed(part, place=A_PART, puzzle=None, doubts=(*part.doubts, *doubts)))
                for row, part in enumerate(accounts[beside] if doubts else (), start=beside.start)
            ]
    return found


def _doubts_of_parts(parts: list[Account], whole: list[Scalar], numbers: list[list[Scalar]]) -> tuple[str, ...]:
    """What is doubtful of names as parts of a place; nothing where they are no parts of it."""
    if not all(map(_is_name, parts)):
        return ()
    if sums_up(whole, numbers) and len(parts) * sum(map(bool, whole)) >= EVIDENCE:
        return (UNKNOWN_PLACE,)
    known = all(part.subset for part in parts) and may_sum_up(whole, numbers)
    return (UNKNOWN_PLACE, UNKNOWN_GROUP) if known else ()


def _is_riddle(account: Account) -> bool:
    return account.puzzle is not None and not account.skip


def _is_name(account: Account) -> bool:
    """Whether a row bears a proper name, as a place does: "Telford and Wrekin", but not "reported by parents"."""
    words = _JOINING.sub(" ", account.texts[0]).split() if account.texts else []
    return bool(words) and all(word[0].isupper() for word in words)


_JOINING = Words(
    r"^\W*(?:of (?:which|whom|these|those)|including|incl\.?)\b"
    r"|\b(?:and|of|the|in|on|upon|under|le|de|with|by)\b|[^\w'’-]"
)
