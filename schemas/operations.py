"""The tables that say how reading the sources went: corrections, rows set aside, sources that could not be read.

What belongs here: their columns. What does not: the figures themselves (`schemas.figures`).
"""

import pandera.pandas as pa

from figuretrail.corrections import STATUSES
from schemas.common import Day, Table, Text

STATES = ("applied", "superseded", "expired", "unmatched")


class Corrections(Table):
    """One row an entry of a corrections.yaml, and what became of it."""

    source_id: Text = pa.Field(description="The source that the entry corrects")
    figure_id: Text = pa.Field(nullable=True, description="The figure that it matched, if it matched exactly one")
    target: Text = pa.Field(description="How the entry names its figure: its words or its cell")
    column: Text = pa.Field(description="The column that it corrects")
    was: Text = pa.Field(nullable=True, description="What the source says; the entry's guard")
    now: Text = pa.Field(nullable=True, description="What it was corrected to")
    reason: Text = pa.Field(description="Why")
    who: Text = pa.Field(description="Who corrected it")
    date: Day = pa.Field(description="When it was entered")
    status: Text = pa.Field(
        isin=list(STATUSES), description="What the source's publisher did: open, reported, fixed_upstream"
    )
    state: Text = pa.Field(
        isin=list(STATES),
        description="applied; superseded (fixed upstream); expired (its guard failed); unmatched (not one figure)",
    )
    message: Text = pa.Field(nullable=True, description="For an expired or unmatched entry: what to do")


class Quarantine(Table):
    """One row a figure that broke the model of `figures` and was set aside."""

    source_id: Text = pa.Field(description="The source that it was read from")
    figure_id: Text = pa.Field(description="The figure's id")
    reason: Text = pa.Field(description="What is wrong with it")
    row: Text = pa.Field(description="The whole row, as JSON")


class Faults(Table):
    """One row a source that could not be refreshed; its last good rows stay."""

    source_id: Text = pa.Field(unique=True, description="The source")
    file: Text = pa.Field(description="Which file")
    place: Text = pa.Field(description="Which place in it")
    found: Text = pa.Field(description="What was found there")
    expected: Text = pa.Field(description="What was expected")
    remedy: Text = pa.Field(description="What to do")
