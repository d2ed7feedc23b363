"""All sources together: `sources`, `figures`, one row a number, and `corrections`, each validated as a whole.

What belongs here: putting the sources' rows together. What does not: reading a source (`assets.sources`).
"""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from assets.keys import figures_key
from assets.tables import TableAsset
from assets.warehouse import Warehouse, WarehouseError
from schemas.common import Model
from schemas.figures import Figures, Sources
from schemas.operations import Corrections


def tables_together(folders: Sequence[Path]) -> list[TableAsset]:
    """`sources`, `figures` and `corrections` over the sources in `folders`."""
    source_ids = [folder.name for folder in folders]
    return [
        _together("sources", Sources, "source_entries", "One row a source: who published what, when.", source_ids),
        _together(
            "figures", Figures, "source_figures", "Every figure of every source, in the sources' order.", source_ids
        ),
        _together(
            "corrections",
            Corrections,
            "source_corrections",
            "Every correction that was declared, and whether it applied, expired or found no one figure.",
            source_ids,
        ),
    ]


def _together(name: str, model: Model, parts: str, description: str, source_ids: Sequence[str]) -> TableAsset:
    keys = [figures_key(source_id).to_user_string() for source_id in source_ids]

    def rows(warehouse: Warehouse) -> pd.DataFrame:
        unread = sorted(set(keys) - set(warehouse.records()))
        if unread:
            raise WarehouseError(
                f"asset {name}: found {len(unread)} sources that were never read, {unread[0]} first; expected every "
                "source of the catalogue. To do: `figuretrail refresh`, which reads what is new and then this."
            )
        return in_order(warehouse.read(parts, model, order="rowid"), source_ids)

    return TableAsset(
        name=name,
        model=model,
        description=description,
        upstream=keys,
        module=__name__,
        rows=rows,
    )


def in_order(rows: pd.DataFrame, source_ids: Sequence[str]) -> pd.DataFrame:
    """The rows of these sources, in the sources' order and each source's own; rows of other sources are left out."""
    place = {source_id: number for number, source_id in enumerate(source_ids)}
    known = rows[rows["source_id"].isin(place)]
    return known.sort_values("source_id", key=lambda ids: ids.map(place), kind="stable").reset_index(drop=True)
