"""Lines that speak of one row or column alone, by its footnote's mark or by its name, and what they say of all of it.

"Derbyshire answered in calendar years: 2022, 2023 and 2024" below a list of forces; "(2) The figures are for
communicating indecently with a child". What belongs here: whose such a line is, and another offence that it names. What
does not: the times that it names (`parttimes`, `remarkyears`) and marks' meanings (`notes`).
"""

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from figuretrail.figure import SUBJECT
from figuretrail.tables.figures.context import Account, changed
from figuretrail.tables.figures.yearnotes import LONGEST_NOTE
from figuretrail.tables.language.labels import bare, read_label
from figuretrail.tables.language.words import Words
from figuretrail.tables.layout.notes import Key, footnote_of

Spoken = Mapping[str, Sequence[str]]  # for each place that rows or columns name the lines that speak of it
FEWEST_PLACES = 2  # of one alone, as of the total of its districts, a line speaks for the whole table
MOST_LINES = 60  # that are looked at; more are a letter
# What may stand before the name that a line is about
_BEFORE = re.compile(
    r"(?:[\W\d_]|\b[a-z]\)|\b(?:notes?|please note(?: that)?|in|for|from|of|the|all|both|figures?|data|numbers?|totals?"
    r"|counts?|years?|answers?|response|given by|by)\b)*",
    re.I,
)


def lines_on_places(accounts: Iterable[Account], lines: tuple[str, ...]) -> Spoken:
    """The lines that begin with the name of one of several places which rows or columns name."""
    told = _telling(lines)
    names: dict[str, set[str]] = {}
    for account in accounts if told else ():
        if account.place is not None and account.place.name and not account.total:
            names.setdefault(account.place.name, {account.place.name.lower()}).update(
                text for text in (bare(text).lower() for text in account.texts) if read_label(text).place
            )
    if len(names) < FEWEST_PLACES:
        return {}
    found = {
        place: [line for line, rest in told if any(_begins_with(rest, name) for name in called)]
        for place, called in names.items()
    }
    return {place: own for place, own in found.items() if own}


@functools.lru_cache(maxsize=100)
def _telling(lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The lines that name a year or another offence, each with what a name in it would begin; once for all tables."""
    short = [line for line in lines if len(line) <= LONGEST_NOTE] if len(lines) <= MOST_LINES else []
    told = [line for line in short if _YEAR.search(line) or counted_instead(line)]
    return tuple([(line, line[_BEFORE.match(line).end() :].lower()) for line in told])  # type: ignore[union-attr]


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d\d/\d\d\b")


def _begins_with(text: str, name: str) -> bool:
    """Whether a text begins with a name, and not with one that has more words: "North Yorkshire" for "North"."""
    return text.startswith(name) and re.match(r"(?:['’]s?)?(?![\w&-])", text[len(name) :]) is not None


def own_notes(account: Account, key: Key, spoken: Spoken) -> list[str]:
    """The footnotes of an account's labels, and the lines that begin with its name."""
    marked = [note for text in account.texts if (note := footnote_of(text, key))] if key.footnotes else []
    place = account.place.name if account.place is not None else None
    return list(dict.fromkeys([*marked, *(spoken.get(place, ()) if place else ())]))


def any_note(key: Key, spoken: Spoken, tells: Callable[[str], object]) -> bool:
    """Whether any footnote of a sheet, or any line on one place of a table, tells something."""
    return any(map(tells, key.footnotes.values())) or any(tells(line) for own in spoken.values() for line in own)


def count_as_noted(accounts: list[Account], key: Key, spoken: Spoken) -> None:
    """Give rows or columns the offence that their own notes say is counted there in the place of ours."""
    for number, account in enumerate(accounts) if any_note(key, spoken, counted_instead) else ():
        told = map(counted_instead, own_notes(account, key, spoken)) if account.offence is None else ()
        offence = next(filter(None, told), None)
        if offence is not None:
            accounts[number] = changed(account, offence=offence)


_SENTENCES = re.compile(r"[.;]\s+(?=[A-Z])")
_COUNTS = Words(
    r"\b(?:figures?|numbers?|data|counts?|counted|these|they|this|those|offences?|crimes?|row|column|totals?|law|answer(?:s|ed)?"
    r"|gave|recorded|is|are|equivalent|nearest|closest|instead)\b",
    re.I,
)
_BESIDES = Words(
    r"\b(?:not|no|never|nor|without|exclud\w*|includ\w*|also|plus|both|and|as well|together|combined|added|apart"
    r"|except|other than|n't|separate(?:ly)?|neither|moved|until|before|previously)\b",
    re.I,
)


@functools.lru_cache(maxsize=5_000)
def counted_instead(note: str) -> str | None:
    """The other offence that a note says is the one counted: no offence besides ours, and none that is left out."""
    for sentence in _SENTENCES.split(note):
        label = read_label(sentence)
        if label.offence and label.offence != SUBJECT and _COUNTS.search(sentence) and not _BESIDES.search(sentence):
            return label.offence
    return None
