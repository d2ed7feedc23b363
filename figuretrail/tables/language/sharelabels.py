"""What the labels of shares say: whether a share's label is understood, or says nothing else.

What belongs here: the words of one label, and of those beside it in its row or column. What does not: which numbers are
shares (`shares`) and what numbers say of an unclear one (`sharesof`).
"""

import functools
import re
from collections.abc import Iterable

from figuretrail.tables.language.crosstabs import within_list
from figuretrail.tables.language.labels import Label
from figuretrail.tables.language.wording import STOP
from figuretrail.tables.language.words import Words

_SHARE_ALONE = re.compile(r"(?:(?:as|in) )?(?:a )?(?:%|per ?cent(?:age)?|share|proportion)(?: of (?:the )?total)?")


@functools.lru_cache(maxsize=20_000)
def is_bare_share(text: str) -> bool:
    """Whether a label says nothing but that its numbers are shares."""
    return _SHARE_ALONE.fullmatch(text.lower().strip(" ()[].:")) is not None


def is_clear_share(label: Label) -> bool:
    """Whether a share's label is understood, so that it is known what it is a share of."""
    return within_list(label.text) is not None or _is_plain(label)


def parts_its_own(label: Label, beside: Iterable[tuple[Label, str | None]]) -> bool:
    """Whether a share is one of its own entry, which no column says: "% within Platform" beside "Snapchat"."""
    within = within_list(label.text)
    return within is not None and any(within in other.roles for other, _ in beside)


OF_SHARES = Words(
    r"\b(?:per ?cent(?:age)?s?|pct|proportions?|shares?|rounded|unrounded"
    r"|yearly|annual|monthly|split|breakdown|distribution|contribution|cumulative|valid|approx\w*|s|grand|overall|rows?|columns?|within|whole|table|decimal|places?|dp)\b"
)


@functools.lru_cache(maxsize=20_000)
def _is_plain(label: Label) -> bool:
    """Whether a label says nothing but that its numbers are shares, and of what place or time: no "% online"."""
    return bool(label.roles) or not STOP.sub("", OF_SHARES.sub(" ", label.text.lower()))
