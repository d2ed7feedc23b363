"""The record of one figure: the one row that an article's sentence and a spreadsheet's cell share.

What belongs here: the columns of a figure, their allowed values, and the two ids that are worked out from them.
What does not: how a figure is found (`text`, `tables`) and how a table of figures is validated (`schemas`).
"""

import dataclasses
import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

SUBJECT = "sexual_communication_with_a_child"
REVIEW_BELOW = 0.85  # a figure that either reader is less sure of is flagged for a person to look at

MEASURES = (
    "offences",
    "offence_share",
    "offence_change",
    "offence_rate",
    "victims",
    "victim_share",
    "victim_age",
    "forces",
    "methods",
)
UNITS = ("count", "percent", "percent_change", "per_day", "per_week", "per_month", "years")
BOUNDS = ("=", "~", ">", ">=", "<", "<=")
GEOGRAPHY_TYPES = ("country", "region", "force")
BASES = ("all", "method_recorded", "age_recorded", "sex_recorded", "age_and_sex_recorded")
SEXES = ("female", "male")
STATUSES = ("reported", "suppressed", "not_available")

# What is claimed, without the value that is claimed for it.
CLAIM_COLUMNS = (
    "measure",
    "offence",
    "platforms",
    "geography",
    "geography_type",
    "period_start",
    "period_end",
    "comparison_start",
    "comparison_end",
    "base",
    "victim_age_min",
    "victim_age_max",
    "victim_sex",
)


@dataclasses.dataclass(slots=True)
class Figure:
    """One number that a source reports about recorded offences or their victims.

    An article's figure has `start` and `end` (code-point offsets, `body[start:end] == surface`); a workbook's has
    `cell` (`sheet!A1`, or `sheet!A1:A9` for a counted line list). `value` is normalised to `unit`; it is None where
    `status` says that the holder suppressed it or does not have it. Periods are inclusive dates. Name the columns where
    one is made; a tenth of that time takes `Figure(*values)` with all values in the order of COLUMNS.
    """

    source_id: str = ""
    figure_id: str = ""
    claim_id: str = ""
    start: int | None = None
    end: int | None = None
    cell: str | None = None
    surface: str = ""
    context: str = ""
    measure: str = "offences"
    value: float | None = None
    unit: str = "count"
    bound: str = "="
    offence: str = SUBJECT
    platforms: tuple[str, ...] = ()
    geography: str | None = None
    geography_type: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    comparison_start: dt.date | None = None
    comparison_end: dt.date | None = None
    base: str = "all"
    victim_age_min: int | None = None
    victim_age_max: int | None = None
    victim_sex: str | None = None
    status: str = "reported"
    inherited: tuple[str, ...] = ()
    from_catalogue: tuple[str, ...] = ()
    confidence: float = 1.0
    review: bool = False
    review_reasons: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()  # the columns that corrections.yaml changed
    stated: str | None = None  # what the source states there: "value = 30.0"; None where nothing was corrected

    def as_dict(self) -> dict[str, Any]:
        """The columns in order, lists for tuples and ISO text for dates: what JSON Lines and the scorer read."""
        return {name: _plain(getattr(self, name)) for name in COLUMNS}


COLUMNS = tuple(field.name for field in dataclasses.fields(Figure))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def claim_id(figure: Figure) -> str:
    """The id of what `figure` claims: equal for two sources that speak of the same thing, whatever value they give."""
    claim = "|".join(_claim_text(getattr(figure, name)) for name in CLAIM_COLUMNS)
    return "claim-" + hashlib.sha256(claim.encode()).hexdigest()[:16]


def _claim_text(value: Any) -> str:
    return ",".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def assign_ids(figures: list[Figure], *, source_id: str, body: str = "") -> list[Figure]:
    """Give every figure of one source its `source_id`, `figure_id` and `claim_id`, and return the list.

    A figure's id is the id of a statement: its words and which of the equal words in the body they are, or its cell.
    It does not look at how the other columns were read, so a better reader leaves ids as they were. Where one number
    is several figures, they are told apart by a suffix in their order (`-2`, `-3`).
    """
    ordinals = _ordinals(figures, body)
    seen: Counter[str] = Counter()
    for figure, ordinal in zip(figures, ordinals, strict=True):
        place = figure.cell if figure.cell is not None else f"{figure.surface}|{ordinal}"
        digest = hashlib.sha256(f"{source_id}|{place}".encode()).hexdigest()[:10]
        seen[digest] += 1
        suffix = f"-{seen[digest]}" if seen[digest] > 1 else ""
        figure.source_id = source_id
        figure.figure_id = f"{source_id}:{digest}{suffix}"
        figure.claim_id = claim_id(figure)
    return figures


def _ordinals(figures: Iterable[Figure], body: str) -> list[int]:
    """Which of the equal words in the body each figure's words are, counted as whole words."""
    places: dict[str, dict[int, int]] = {}
    ordinals = []
    for figure in figures:
        if figure.start is None:
            ordinals.append(0)
            continue
        if figure.surface not in places:
            like = re.finditer(rf"(?<![\w.,]){re.escape(figure.surface)}(?!\w|[.,]\d)", body)
            places[figure.surface] = {match.start(): n for n, match in enumerate(like, start=1)}
        ordinals.append(places[figure.surface].get(figure.start, 0))
    return ordinals
