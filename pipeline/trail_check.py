"""Whether every figure's words and cells still are where its row says: every source read again.

What belongs here: going through the catalogue's folders. What does not: finding one number (`figuretrail.trail`).
"""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from figuretrail.catalogue import read_source
from figuretrail.errors import SourceError
from figuretrail.trail.originals import Place, read_again

COLUMNS = ["source_id", "figure_id", "place", "surface", "reason"]
_PLACE = ["surface", "context", "start", "end", "cell"]


def unfaithful(figures: pd.DataFrame, folders: Sequence[Path]) -> pd.DataFrame:
    """The figures whose words or cell can't be found in their source any more, each with the reason; none if all can.

    A source that can't be read again, or has no folder, fails with all its figures.
    """
    by_id = {folder.name: folder for folder in folders}
    places = figures[_PLACE].astype("object").where(figures[_PLACE].notna(), None)
    of_source: dict[str, list[tuple[str, Place]]] = {}
    for source_id, figure_id, *place in zip(
        figures["source_id"], figures["figure_id"], *(places[name] for name in _PLACE), strict=True
    ):
        of_source.setdefault(source_id, []).append((figure_id, Place(*place)))
    told: list[dict[str, str]] = []
    for source_id, mine in of_source.items():
        reasons = _reasons(by_id.get(source_id), [place for _, place in mine])
        told += [
            {
                "source_id": source_id,
                "figure_id": figure_id,
                "place": place.text,
                "surface": place.surface,
                "reason": reason,
            }
            for (figure_id, place), reason in zip(mine, reasons, strict=True)
            if reason is not None
        ]
    return pd.DataFrame(told, columns=COLUMNS, dtype="str")


def _reasons(folder: Path | None, places: list[Place]) -> list[str | None]:
    if folder is None:
        return ["found no folder of this source in the catalogue"] * len(places)
    try:
        original = read_again(read_source(folder).file, [place.cell for place in places if place.cell])
    except SourceError as error:
        return [f"found {error.found}; expected {error.expected}"] * len(places)
    return [original.fault(place) for place in places]
