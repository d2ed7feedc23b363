"""The charts of the two headline tables, as images that the UI shows and the README prints.

What belongs here: drawing rows that are already worked out. What does not: working out anything.
"""

import base64
import io
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

PLACE = "England and Wales"
_COLOURS = {"Instagram": "#c13584", "Facebook": "#1877f2", "Snapchat": "#b8a900", "WhatsApp": "#128c7e"}


def platform_share_chart(rows: pd.DataFrame) -> str | None:
    """Shares of offences with a recorded method by platform and offence year, as a Markdown image; None without any."""
    chosen = rows[rows["geography"].eq(PLACE) & rows["platforms"].map(len).eq(1) & rows["base"].eq("method_recorded")]
    return _markdown(draw_platform_share(chosen), "Share of offences, by platform") if len(chosen) else None


def per_day_chart(rows: pd.DataFrame) -> str | None:
    """Offences a day by period, as a Markdown image; None where the charted place has no row."""
    chosen = rows[rows["geography"].eq(PLACE)].sort_values(["period_start", "period_end"])
    return _markdown(draw_per_day(chosen), "Recorded offences a day") if len(chosen) else None


def draw_platform_share(rows: pd.DataFrame) -> "Drawing":
    """A group of bars for each offence year, a bar for each single platform, in percent of the base."""
    table = rows.assign(platform=rows["platforms"].str[0]).pivot_table(
        index="offence_year", columns="platform", values="share_percent", aggfunc="first"
    )
    table = table[table.max().sort_values(ascending=False).index]
    drawing, axes = _axes("Share of offences with a recorded method", "percent")
    width = 0.8 / max(len(table.columns), 1)
    for place, platform in enumerate(table.columns):
        at = [year + (place - (len(table.columns) - 1) / 2) * width for year in range(len(table))]
        bars = axes.bar(at, table[platform], width, label=platform, color=_COLOURS.get(str(platform)))
        axes.bar_label(bars, fmt="%.1f", padding=2, fontsize=8)
    axes.set_xticks(range(len(table)), list(table.index))
    axes.legend(frameon=False, ncols=4, fontsize=9)
    axes.set_ylim(0, float(table.max().max()) * 1.25)
    return drawing


def draw_per_day(rows: pd.DataFrame) -> "Drawing":
    """A bar for each period of the largest place, in offences a day."""
    labels = [
        f"{start:%b %Y} – {end:%b %Y}" for start, end in zip(rows["period_start"], rows["period_end"], strict=True)
    ]
    drawing, axes = _axes("Recorded offences a day", "", height=1 + 0.25 * len(rows), left=0.22)
    bars = axes.barh(range(len(rows)), rows["per_day"], color="#33658a")
    axes.bar_label(bars, fmt="%.1f", padding=3, fontsize=8)
    axes.set_yticks(range(len(rows)), labels, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel("offences a day", fontsize=9)
    return drawing


def png(drawing: "Drawing") -> bytes:
    """The drawing as a PNG without the time of its making, so that the same rows give the same bytes."""
    buffer = io.BytesIO()
    drawing.savefig(buffer, format="png", dpi=90, metadata={"Software": None})
    return buffer.getvalue()


def _axes(title: str, unit: str, *, height: float = 4, left: float = 0.08) -> tuple["Drawing", Any]:
    # matplotlib is slow to import and only a run that makes a chart needs it.
    from matplotlib.figure import Figure

    # Margins are set by hand: a layout engine draws everything twice.
    drawing = Figure(figsize=(8, height))
    drawing.subplots_adjust(left=left, right=0.97, top=1 - 0.35 / height, bottom=0.5 / height)
    axes = drawing.add_subplot()
    axes.set_title(f"{title}, {PLACE}", fontsize=11, loc="left")
    axes.set_ylabel(unit, fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    return drawing, axes


def _markdown(drawing: "Drawing", title: str) -> str:
    return f"![{title}](data:image/png;base64,{base64.b64encode(png(drawing)).decode()})"
