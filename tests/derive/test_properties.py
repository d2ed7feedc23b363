"""Whatever the figures are: rows are what their models say, nothing hidden is used, their order is no matter."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from figuretrail import derive
from figuretrail.audit.agreement import agreements, corroborations
from figuretrail.figure import BASES, Figure
from schemas import derived as derived_models
from schemas.agreement import Agreements, Corroborations
from schemas.common import conform, failures
from schemas.figures import Figures
from tests.claims import LAW_YEAR, LOCKDOWN, THREE_YEARS, Y2017, Y2018, Y2019, catalogue, figure, frame, source

SOURCES = catalogue(
    source("a", "2018-06-18", release="june"),
    source("b", "2018-06-20", release="june"),
    source("c", "2019-09-11"),
    source("d", "2020-01-01", kind="foi", force="Kent"),
    source("e", "2021-01-01", kind="foi", release="june; c"),
    source("f"),
)
PLACES = [("England and Wales", "country"), ("United Kingdom", "country"), ("Kent", "force"), ("South East", "region")]
AGES = [(None, None)] * 3 + [(None, 12), (11, 15), (12, 15), (13, 13), (16, None)]
PERIODS = [LAW_YEAR, Y2017, Y2018, Y2019, THREE_YEARS, LOCKDOWN, None]
TABLES = derive.TABLES | {"agreements": agreements, "corroborations": corroborations}
MODELS: dict[str, Any] = derived_models.TABLES | {"agreements": Agreements, "corroborations": Corroborations}


@st.composite
def a_figure(draw: st.DrawFn) -> Figure:
    measure = draw(
        st.sampled_from(["offences"] * 5 + ["offence_share", "offence_change", "offence_rate", "victims", "forces"])
    )
    share = measure == "offence_share"
    status = draw(st.sampled_from(["reported"] * 6 + ["suppressed", "not_available"]))
    bound = draw(st.sampled_from(["="] * 4 + ["~", ">", "<"]))
    value = draw(st.integers(0, 100)) if share else draw(st.sampled_from([0, 1, 4, 7, 40, 100, 105, 300, 12925]))
    place, kind = draw(st.sampled_from(PLACES))
    hidden = status != "reported" and not (status == "suppressed" and bound == "<")
    return figure(
        draw(st.sampled_from("abcdef")),
        None if hidden else float(value),
        draw(st.sampled_from(PERIODS)),
        place,
        geography_type=kind,
        measure=measure,
        bound=bound,
        status=status,
        platforms=draw(st.sampled_from(["", "", "Kik", "Kik + Skype"])),
        base=draw(st.sampled_from([*BASES, "all", "method_recorded"])),
        against=draw(st.sampled_from([None, Y2017, Y2018])) if measure == "offence_change" else None,
        ages=draw(st.sampled_from(AGES)),
        sex=draw(st.sampled_from([None, None, "female"])),
        review=draw(st.booleans()),
    )


@st.composite
def some_figures(draw: st.DrawFn) -> pd.DataFrame:
    found = draw(st.lists(a_figure(), min_size=1, max_size=25))
    for number, each in enumerate(found):
        each.cell = f"S!A{number}"
    return frame(*found)


@settings(max_examples=7)
@given(some_figures(), st.randoms(use_true_random=False))
def test_any_figures(figures: pd.DataFrame, random: Any) -> None:
    assert failures(Figures, figures)["reason"].to_list() == []
    hidden = set(figures.loc[figures["status"].ne("reported"), "figure_id"])
    order = list(range(len(figures)))
    random.shuffle(order)
    shuffled = figures.iloc[order].reset_index(drop=True)
    for name, make in TABLES.items():
        table = conform(MODELS[name], make(figures, SOURCES))
        assert failures(MODELS[name], table)["reason"].to_list() == [], name
        assert not hidden & {figure_id for ids in table["figure_ids"] for figure_id in ids}, name
        pd.testing.assert_frame_equal(table, conform(MODELS[name], make(shuffled, SOURCES)))
