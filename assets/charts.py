"""The charts of the two headline tables, as SVG images that the UI shows and the README prints.

What belongs here: drawing rows that are already worked out. What does not: working out anything.
"""

import base64
from typing import Any

import pandas as pd

PLACE = "England and Wales"
_COLOURS = {"Instagram": "#c13584", "Facebook": "#1877f2", "Snapchat": "#c9b400", "WhatsApp": "#128c7e"}
_OTHER = "#7a7a7a"


def platform_share_chart(rows: pd.DataFrame) -> str | None:
    """Shares of offences with a recorded method by platform and offence year, as a Markdown image; None without any."""
    drawing = draw_platform_share(rows)
    return None if drawing is None else _markdown(drawing, "Share of offences, by platform")


def per_day_chart(rows: pd.DataFrame) -> str | None:
    """Offences a day by period, as a Markdown image; None where the charted place has no row."""
    drawing = draw_per_day(rows)
    return None if drawing is None else _markdown(drawing, "Recorded offences a day")


def draw_platform_share(rows: pd.DataFrame) -> bytes | None:
    """An SVG with a group of bars for each offence year, a bar for each single platform, in percent of the base."""
    chosen = rows[rows["geography"].eq(PLACE) & rows["platforms"].map(len).eq(1) & rows["base"].eq("method_recorded")]
    if chosen.empty:
        return None
    table = chosen.pivot_table(index="offence_year", columns="platform", values="share_percent", aggfunc="first")
    table = table[table.max().sort_values(ascending=False).index]
    chart = _chart("Bar", "Share of offences with a recorded method, percent", list(table.columns), height=380)
    chart.x_labels = list(table.index)
    for platform in table.columns:
        chart.add(platform, [None if pd.isna(share) else float(share) for share in table[platform]])
    return _svg(chart)


def draw_per_day(rows: pd.DataFrame) -> bytes | None:
    """An SVG with a bar for each period of the charted place, in offences a day."""
    chosen = rows[rows["geography"].eq(PLACE)].sort_values(["period_start", "period_end"], ascending=False)
    if chosen.empty:
        return None
    chart = _chart("HorizontalBar", "Recorded offences a day", [], height=120 + 24 * len(chosen))
    chart.show_legend = False
    chart.x_labels = [
        f"{start:%b %Y} – {end:%b %Y}" for start, end in zip(chosen["period_start"], chosen["period_end"], strict=True)
    ]
    chart.add("offences a day", [float(rate) for rate in chosen["per_day"]])
    return _svg(chart)


def _chart(kind: str, title: str, series: list[str], *, height: int) -> Any:
    import pygal  # only a run that makes a headline table draws
    from pygal.style import Style

    style = Style(
        background="white",
        plot_background="white",
        foreground_strong="#222222",
        colors=tuple(_COLOURS.get(name, _OTHER) for name in series) or ("#33658a",),
        font_family="Helvetica, Arial, sans-serif",
        title_font_size=15,
        label_font_size=11,
        major_label_font_size=11,
        legend_font_size=12,
        value_font_size=11,
    )
    chart = getattr(pygal, kind)(
        style=style,
        width=820,
        height=height,
        js=(),
        print_values=True,
        print_values_position="top" if kind == "Bar" else "center",
        legend_at_bottom=True,
        legend_at_bottom_columns=len(series) or None,
        show_x_guides=False,
        show_y_guides=False,
        formatter=lambda value: f"{value:.1f}",
        disable_xml_declaration=True,
    )
    chart.title = f"{title}, {PLACE}"
    chart.uuid = "figuretrail"  # the same rows give the same picture
    return chart


def _svg(chart: Any) -> bytes:
    return str(chart.render()).encode()


def _markdown(svg: bytes, title: str) -> str:
    return f"![{title}](data:image/svg+xml;base64,{base64.b64encode(svg).decode()})"
