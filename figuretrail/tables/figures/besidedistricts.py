"""Names that nobody knows in a line of districts: "Reading" and "Cherwell & W Oxon" beside Slough and Milton Keynes.

What belongs here: whether the known names of a line tell what its others are. What does not: names that sums tell, and
districts that the project's list knows (`wholes`).
"""

from collections.abc import Sequence

from figuretrail.tables.figures.context import UNKNOWN_PLACE, Account, changed
from figuretrail.tables.figures.partplaces import is_proper_name
from figuretrail.tables.language.districtnames import names_districts
from figuretrail.tables.language.names import Place

FEWEST_KNOWN = 3  # districts in a line; a lone one may be a person's name or a product's


def place_names_beside(accounts: Sequence[Account]) -> dict[int, Account]:
    """The entries of a line that are taken for parts of a place, where at least as many beside them are districts.

    No line with platforms in it: an unknown name there may be a product's.
    """
    unknown = [number for number, account in enumerate(accounts) if _is_unknown_name(account)]
    if not unknown or any(account.platforms or account.kind for account in accounts):
        return {}
    known = {account.texts[0] for account in accounts if _is_district(account)}
    if len(known) < max(FEWEST_KNOWN, len({accounts[number].texts[0] for number in unknown})):
        return {}
    return {
        number: changed(account, place=Place(None, None), puzzle=None, doubts=(*account.doubts, UNKNOWN_PLACE))
        for number in unknown
        for account in (accounts[number],)
    }


def _is_unknown_name(account: Account) -> bool:
    """Whether a label is a proper name of which nobody knows what it names."""
    if account.puzzle is None or account.skip or account.total or account.place is not None or not account.texts:
        return False
    return is_proper_name(account.texts[0])


def _is_district(account: Account) -> bool:
    nameless = account.place is not None and account.place.name is None
    return nameless and not account.skip and bool(account.texts) and names_districts(account.texts[0])
