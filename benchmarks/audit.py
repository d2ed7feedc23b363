"""How the audit grows: figures like those of real releases, 1,000, 10,000 and 100,000 of them.

Run: `python -m benchmarks.audit [SIZE ...]`. Prints one line a size: figures, checks, inconsistent ones, the seconds of
the arithmetic, plausibility and disclosure checks and the agreement of sources, and the peak memory so far.

The figures are made, not read: a fixed seed draws force-area counts by year and quarter, platform counts and shares,
victims by sex, totals, changes and rates for made-up releases, with roundings, suppressed cells and one contradiction
in fifty. They state nothing about real places.
"""

import datetime as dt
import itertools
import random
import resource
import sys
import time

import pandas as pd

from figuretrail.audit import plausibility
from figuretrail.audit.agreement import agreements, corroborations
from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.audit.disclosure import disclosure_risks
from figuretrail.figure import Figure, assign_ids
from figuretrail.frames import figures_frame
from figuretrail.timespan import months, offence_year
from figuretrail.vocabulary import places

SIZES = (1_000, 10_000, 100_000)
PLATFORMS = ("Facebook", "Instagram", "Snapchat", "WhatsApp", "TikTok", "Kik")
YEARS = range(2017, 2025)
WRONG_ONE_IN = 50


def made_figures(size: int, seed: int = 71) -> tuple[pd.DataFrame, pd.DataFrame]:
    """`size` figures of made-up sources, and the sources; the same ones for the same arguments."""
    rng = random.Random(seed)
    figures: list[Figure] = []
    sources = []
    while len(figures) < size:
        name = f"made-{len(sources):05d}"
        made = _article(rng) if rng.random() < 0.7 else _workbook(rng)
        figures += assign_ids(made, source_id=name)
        kind = "foi" if made[0].cell else "article"
        sources.append({"source_id": name, "kind": kind, "title": name, "publisher": f"Publisher {len(sources) % 40}"})
    frame = pd.DataFrame(sources).assign(
        url=None, published=pd.Timestamp("2025-06-01"), wording=None, place=None, force=None
    )
    return figures_frame(figures[:size]), frame.assign(release=frame["source_id"])


def _place(rng: random.Random) -> dict[str, str]:
    place = rng.choice([place for place in places() if place.type in ("force", "region")])
    return {"geography": place.name, "geography_type": place.type}


def _span(start: int, end: int) -> dict[str, dt.date | None]:
    return {"period_start": offence_year(start).start, "period_end": offence_year(end).end}


def _wrong(rng: random.Random, value: float) -> float:
    return value * rng.choice((0.6, 1.5)) if rng.randrange(WRONG_ONE_IN) == 0 else value


def _article(rng: random.Random) -> list[Figure]:
    """Counts of two years, their change, a rate, and the shares of platforms and victims."""
    place, year = _place(rng), rng.choice(YEARS)
    now, before = rng.randint(40, 900), rng.randint(40, 900)
    method = int(now * rng.uniform(0.5, 0.9))
    common = {**place, **_span(year, year)}
    found = [
        _said(rng, now, **common),
        _said(rng, before, **place, **_span(year - 1, year - 1)),
        _said(rng, method, base="method_recorded", **common),
    ]
    change = _wrong(rng, 100 * (now / before - 1))
    found.append(
        Figure(
            surface=f"{abs(round(change))} per cent",
            measure="offence_change",
            unit="percent_change",
            value=round(change),
            comparison_start=offence_year(year - 1).start,
            comparison_end=offence_year(year - 1).end,
            **common,
        )
    )
    rate = _wrong(rng, now / 365)
    found.append(Figure(surface=f"{rate:.1f}", measure="offence_rate", unit="per_day", value=round(rate, 1), **common))
    for platform in rng.sample(PLATFORMS, 4):
        count = rng.randint(1, max(method // 3, 2))
        share = round(_wrong(rng, 100 * count / method)) % 101
        about = {"platforms": (platform,), "base": "method_recorded", **common}
        found.append(_said(rng, count, **about))
        found.append(Figure(surface=f"{share}%", measure="offence_share", unit="percent", value=share, **about))
    girls = int(now * rng.uniform(0.6, 0.9))
    found.append(_said(rng, girls, victim_sex="female", **common))
    share = round(100 * girls / now)
    found.append(
        Figure(surface=f"{share}%", measure="victim_share", unit="percent", value=share, victim_sex="female", **common)
    )
    for position, figure in enumerate(found):
        figure.start, figure.end = 40 * position, 40 * position + len(figure.surface)
    return found


def _said(rng: random.Random, value: float, **columns: object) -> Figure:
    bound = "~" if rng.random() < 0.05 else "="
    return Figure(surface=f"{value:,.0f}", value=float(value), bound=bound, **columns)  # type: ignore[arg-type]


def _workbook(rng: random.Random) -> list[Figure]:
    """A region's forces by year with totals both ways, or a force by quarter, some cells hidden or missing."""
    regions = [place.name for place in places() if place.type == "region"]
    region = rng.choice(regions)
    forces = [place for place in places() if place.region == region]
    years = range(rng.choice(YEARS[:4]), YEARS[-1] + 1)
    found = []
    totals = dict.fromkeys(years, 0)
    for row, force in enumerate(forces, start=5):
        series = 0
        for column, year in enumerate(years):
            quarters = [rng.randint(0, 80) for _ in range(4)]
            common = {"geography": force.name, "geography_type": "force"}
            hidden = rng.random() < 0.03
            for number, value in enumerate(quarters):
                span = months(year + (number == 3), (4, 7, 10, 1)[number], 3)
                found.append(
                    Figure(
                        cell=f"Quarters!{row}-{column}-{number}",
                        surface="*" if hidden else str(value),
                        value=None if hidden else float(value),
                        status="suppressed" if hidden else "reported",
                        period_start=span.start,
                        period_end=span.end,
                        **common,
                    )
                )
            value = float(round(_wrong(rng, sum(quarters))))
            series += int(value)
            totals[year] += int(value)
            found.append(
                Figure(cell=f"Years!{row}-{column}", surface=f"{value:.0f}", value=value, **common, **_span(year, year))
            )
        found.append(
            Figure(
                cell=f"Years!{row}-total",
                surface=str(series),
                value=float(series),
                geography=force.name,
                geography_type="force",
                **_span(years[0], years[-1]),
            )
        )
    for column, year in enumerate(years):
        found.append(
            Figure(
                cell=f"Years!total-{column}",
                surface=str(totals[year]),
                value=float(totals[year]),
                geography=region,
                geography_type="region",
                **_span(year, year),
            )
        )
    return found


def main(sizes: tuple[int, ...] = SIZES) -> None:
    titles = (
        "figures",
        "checks",
        "inconsistent",
        "arithmetic s",
        "plausible s",
        "disclosure s",
        "agreement s",
        "peak MB",
    )
    print(" ".join(f"{title:>12}" for title in titles))
    for size in sizes:
        figures, sources = made_figures(size)
        started = time.perf_counter()
        checks = arithmetic_checks(figures, sources)
        after_checks = time.perf_counter()
        plausibility.findings(figures, sources)
        after_findings = time.perf_counter()
        disclosure_risks(figures)
        after_risks = time.perf_counter()
        agreements(figures, sources)
        corroborations(figures, sources)
        done = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        wrong = int((checks["verdict"] == "inconsistent").sum())
        marks = (started, after_checks, after_findings, after_risks, done)
        seconds = [later - earlier for earlier, later in itertools.pairwise(marks)]
        cells = [f"{n:12,}" for n in (size, len(checks), wrong)] + [f"{n:12.2f}" for n in seconds] + [f"{peak:12,.0f}"]
        print(" ".join(cells), flush=True)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
