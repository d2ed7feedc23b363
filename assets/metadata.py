"""What a person sees of a materialisation in the UI: a preview, the columns and what they mean, failing rows.

What belongs here: turning frames and models into Dagster metadata. What does not: charts (`assets.charts`).
"""

import functools
from typing import Any

import dagster as dg
import pandas as pd

from schemas.common import Model, ddl_types, descriptions

PREVIEW_ROWS = 10
_CELL_WIDTH = 60


def table_metadata(frame: pd.DataFrame, *, version: str, columns: list[str] | None = None) -> dict[str, Any]:
    """Row count, preview and data version of a table that was just written; of `columns` alone, or all of them."""
    preview = frame.head(PREVIEW_ROWS)
    return {
        "dagster/row_count": len(frame),
        "preview": dg.MetadataValue.md(markdown_table(preview if columns is None else preview[columns])),
        "data_version": version,
    }


@functools.cache
def column_schema(model: Model) -> dg.TableSchema:
    """The columns with their stored types and meanings."""
    types, meanings = ddl_types(model), descriptions(model)
    return dg.TableSchema(
        columns=[dg.TableColumn(name, type=types[name], description=meanings[name]) for name in types]
    )


def markdown_table(frame: pd.DataFrame) -> str:
    """The frame as a Markdown table; columns that say nothing in these rows are left out, long cells cut."""
    if frame.empty:
        return "no rows"
    cells = {name: [_cell(value) for value in frame[name].tolist()] for name in frame.columns}
    shown = {name: values for name, values in cells.items() if any(values)}
    lines = ["| " + " | ".join(shown) + " |", "|" + " --- |" * len(shown)]
    lines += ["| " + " | ".join(row) + " |" for row in zip(*shown.values(), strict=True)]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        text = ", ".join(map(str, value))
    elif value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    elif isinstance(value, pd.Timestamp):
        text = value.date().isoformat()
    elif isinstance(value, float):
        text = f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    else:
        text = str(value)
    text = text.replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= _CELL_WIDTH else text[: _CELL_WIDTH - 1] + "…"
