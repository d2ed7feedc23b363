"""What follows from a model: types, descriptions, empty frames, and failing rows with their reasons."""

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest

from figuretrail import derive
from figuretrail.frames import DTYPES
from schemas import common, derived
from schemas.figures import Figures, Sources
from tests.claims import Y2017, Y2018, catalogue, figure, frame, source

MODELS = {"figures": Figures, "sources": Sources} | derived.TABLES


@pytest.mark.parametrize("name", MODELS)
def test_every_column_is_described_once_and_has_a_type(name: str) -> None:
    model = MODELS[name]
    described = common.descriptions(model)
    assert all(len(text) > 8 for text in described.values()), described
    assert list(described) == list(common.ddl_types(model)) == list(common.dtypes(model))
    assert set(common.ddl_types(model).values()) <= {"VARCHAR", "DOUBLE", "BIGINT", "DATE", "BOOLEAN", "VARCHAR[]"}


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_frame_is_valid_and_has_the_types(name: str) -> None:
    empty = common.empty(MODELS[name])
    assert common.failures(MODELS[name], empty).empty
    assert {column: str(dtype) for column, dtype in empty.dtypes.items()} == common.dtypes(MODELS[name])


def test_the_model_of_figures_has_the_types_of_the_record() -> None:
    assert common.dtypes(Figures) == DTYPES


@pytest.mark.parametrize("name", derived.TABLES)
def test_a_derived_table_of_nothing_and_of_something_is_valid(name: str) -> None:
    something = frame(
        figure("news", 418, platforms="Instagram", base="method_recorded", cell="S!A1"),
        figure("news", 2117, base="method_recorded", cell="S!A2"),
        figure("news", 84, measure="victim_share", base="sex_recorded", sex="female", cell="S!A3"),
        figure("news", 9, measure="offence_rate", cell="S!A4"),
        figure("news", 3217, cell="S!A5"),
        figure("news", 41, measure="forces", cell="S!A6"),
        figure("news", 20, Y2018, measure="offence_change", against=Y2017, cell="S!A7"),
    )
    sources = catalogue(source("news"))
    for figures in (something, something.iloc[:0]):
        table = common.conform(derived.TABLES[name], derive.TABLES[name](figures, sources))
        assert common.failures(derived.TABLES[name], table).empty
        assert {column: str(dtype) for column, dtype in table.dtypes.items()} == common.dtypes(derived.TABLES[name])
        assert len(table) == (1 if len(figures) else 0) or name == "offences_by_period"


def test_conform_restores_what_a_database_changes() -> None:
    figures = frame(figure("news", 418, platforms="Instagram"))
    read_back = figures[list(reversed(figures.columns))].copy()
    read_back["platforms"] = [np.array(cell, dtype=object) for cell in read_back["platforms"]]
    read_back["start"] = read_back["start"].astype("float64")
    read_back["period_start"] = read_back["period_start"].astype("datetime64[ns]")
    read_back["geography"] = read_back["geography"].astype("object")
    pd.testing.assert_frame_equal(common.conform(Figures, read_back), figures)


def test_failing_rows_come_with_every_reason() -> None:
    figures = frame(figure("news", 418), figure("news", -3, base="most", cell="S!A2"), figure("news", 1, cell="S!A3"))
    failing = common.failures(Figures, figures)
    assert failing["figure_id"].tolist() == [figures["figure_id"][1]]
    reason = failing["reason"].iloc[0]
    assert "base" in reason and "'most'" in reason
    assert "not negative" in reason


def test_a_missing_and_an_unknown_column_are_failures_of_the_frame() -> None:
    sources = catalogue(source("news"))
    failing = common.failures(Sources, sources.drop(columns="release").assign(colour="red"))
    assert any("release" in reason for reason in failing["reason"])
    assert any("colour" in reason for reason in failing["reason"])


def test_validate_raises_on_a_broken_row() -> None:
    sources = catalogue(source("news"), source("news"))
    with pytest.raises(pa.errors.SchemaErrors, match="source_id"):
        common.validate(Sources, sources)
    assert len(common.failures(Sources, sources)) == 2
