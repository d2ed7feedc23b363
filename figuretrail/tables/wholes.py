"""Names that nobody knows, told by sums: groups that add up the rows below them, parts that add up to a place.

What belongs here: rows whose numbers say that they are a whole of other rows or parts of one. What does not: totals
(`completing`) and the arithmetic itself (`sums`).
"""

from collections.abc import Sequence

from figuretrail.tables.context import UNKNOWN_GROUP, UNKNOWN_PLACE, Account, changed
from figuretrail.tables.grid import Sheet
from figuretrail.tables.headers import Headers
from figuretrail.tables.labels import bare, read_label
from figuretrail.tables.names import Place
from figuretrail.tables.sums import FEWEST, sums_up
from figuretrail.tables.words import Words

A_PART = Place(None, None)  # a place that is none of ours


def place_groups(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """Take names that nobody knows, each with the sum of the platforms below it, for parts of the place: "Whitby"."""
    order = sorted(rows)
    heads = [place for place, row in enumerate(order) if _unknown_name(accounts[rows[row]])]
    if len(headers.labels) != 1 or len(heads) < FEWEST or heads[0] != 0:
        return
    ends = [
        *heads[1:],
        next((n for n, row in enumerate(order) if n > heads[-1] and accounts[rows[row]].total), len(order)),
    ]
    numbers = [[sheet.rows[row][column.index] for column in headers.values] for row in order]
    blocks = list(zip(heads, ends, strict=True))
    listed = all(any(accounts[rows[row]].platforms for row in order[head + 1 : end]) for head, end in blocks)
    if not listed or not all(sums_up(numbers[head], numbers[head + 1 : end]) for head, end in blocks):
        return
    for head in heads:
        number = rows[order[head]]
        doubts = (*accounts[number].doubts, UNKNOWN_GROUP)
        accounts[number] = changed(accounts[number], place=A_PART, kind=None, puzzle=None, doubts=doubts)


def _unknown_name(account: Account) -> bool:
    """Whether a row bears a name that nobody knows, or that is taken for a platform's only for those beside it."""
    if account.platforms or account.total or account.skip or not account.texts:
        return False
    return account.puzzle is not None or (
        account.kind == bare(account.texts[0]) and read_label(account.text).kind is None
    )


def place_parts(sheet: Sheet, headers: Headers, rows: dict[int, int], accounts: list[Account]) -> None:
    """Take names that nobody knows, below a place whose number they add up to, for its parts: "of which Ludlow"."""
    order = sorted(rows)
    numbers = [[sheet.rows[row][column.index] for column in headers.values] for row in order]
    for start, row in enumerate(order):
        whole = accounts[rows[row]]
        if whole.role != "place" or whole.place is None or not whole.place.name:
            continue
        end = _last_riddle([accounts[rows[below]] for below in order[start + 1 :]]) + start + 1
        named = all(_is_name(accounts[rows[below]]) for below in order[start + 1 : end])
        if named and sums_up(numbers[start], numbers[start + 1 : end]):
            for below in order[start + 1 : end]:
                part = accounts[rows[below]]
                doubts = (*part.doubts, UNKNOWN_PLACE)
                accounts[rows[below]] = changed(part, place=A_PART, puzzle=None, doubts=doubts)


def _is_name(account: Account) -> bool:
    """Whether a row bears a proper name, as a place does: "Telford and Wrekin", but not "reported by parents"."""
    words = _JOINING.sub(" ", account.texts[0]).split() if account.texts else []
    return bool(words) and all(word[0].isupper() for word in words)


_JOINING = Words(
    r"^\W*(?:of (?:which|whom|these|those)|including|incl\.?)\b"
    r"|\b(?:and|of|the|in|on|upon|under|le|de|with|by)\b|[^\w'’-]"
)


def _last_riddle(accounts: Sequence[Account]) -> int:
    """How many accounts from the first one on are not understood."""
    return next((n for n, account in enumerate(accounts) if account.puzzle is None or account.skip), len(accounts))
