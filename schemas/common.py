"""What every table's model shares: column types, validation, and the facts about a column that are read off a model.

What belongs here: the types a column may have, `conform`, `validate` and `failures`, and the description, the DuckDB
type and the empty frame that follow from a model, so that a column is defined once. What does not: any table's own
columns.
"""

import functools
from collections.abc import Iterable
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
from pandera import dtypes as dtypes_of_pandera
from pandera.engines import pandas_engine


@pandas_engine.Engine.register_dtype
@dtypes_of_pandera.immutable
class Text(pandas_engine.DataType):
    """Text, however pandas keeps it: pandera's own type takes Arrow's strings for another type than Python's."""

    type = pd.StringDtype(na_value=float("nan"))

    def check(self, pandera_dtype: Any, data_container: Any = None) -> bool:
        """Any pandas text column, its missing values NaN, will do."""
        found = getattr(pandera_dtype, "type", None)
        return isinstance(found, pd.StringDtype) and found.na_value is not pd.NA

    def __str__(self) -> str:
        """The name that pandas gives the type."""
        return "str"


# The other column types that a model may use. A list is an object column whose cells are Python lists of text.
Number = float
Whole = pd.Int64Dtype
Day = pandas_engine.DateTime
Moment = Annotated[
    pandas_engine.DateTime, {}, "ms", None, False, {}
]  # a time of day in UTC; told from a Day by its unit
Flag = bool
TextList = object

_PANDAS = {"str": "str", "float64": "float64", "Int64": "Int64", "datetime64": "datetime64[us]", "bool": "bool"}
_DUCKDB = {
    "str": "VARCHAR",
    "float64": "DOUBLE",
    "Int64": "BIGINT",
    "datetime64[us]": "DATE",
    "datetime64[ms]": "TIMESTAMP",
    "bool": "BOOLEAN",
    "object": "VARCHAR[]",
}


class Table(pa.DataFrameModel):
    """The base of every table's model: exactly the named columns, in any order."""

    class Config:
        """No column more, none less."""

        strict = True

    @classmethod
    def in_order(cls, names: list[str]) -> list[str]:
        """The columns in the order that the table shows them: as defined, unless a model says otherwise."""
        return names

    # A check is named by `error`, not `name`: pandera forgets the name when a second model inherits the check.
    @pa.dataframe_check(error="a list column holds lists of text", ignore_na=False)
    @classmethod
    def _lists(cls, frame: pd.DataFrame) -> pd.Series:
        good = pd.Series(True, index=frame.index)
        for name, dtype in dtypes(cls).items():
            if dtype == "object" and name in frame:
                good &= pd.Series([_is_text_list(cell) for cell in frame[name]], index=frame.index, dtype=bool)
        return good


Model = type[Table]


def _is_text_list(cell: Any) -> bool:
    return isinstance(cell, list) and all(isinstance(item, str) for item in cell)


def _columns(model: Model) -> dict[str, Any]:
    """The model's columns as pandera knows them, in the order that the table shows them."""
    columns = {str(name): column for name, column in model.to_schema().columns.items()}
    return {name: columns[name] for name in model.in_order(list(columns))}


@functools.cache
def dtypes(model: Model) -> dict[str, str]:
    """The pandas type of each column, in order."""
    return {name: _pandas_type(column.dtype) for name, column in _columns(model).items()}


def _pandas_type(dtype: Any) -> str:
    if getattr(dtype, "unit", None) == "ms":
        return "datetime64[ms]"
    return next((ours for key, ours in _PANDAS.items() if str(dtype).startswith(key)), "object")


@functools.cache
def ddl_types(model: Model) -> dict[str, str]:
    """The DuckDB type of each column, in order."""
    return {name: _DUCKDB[dtype] for name, dtype in dtypes(model).items()}


@functools.cache
def descriptions(model: Model) -> dict[str, str]:
    """What each column means, in order: for the UI's column schema and the data dictionary."""
    return {name: str(column.description or "") for name, column in _columns(model).items()}


def empty(model: Model) -> pd.DataFrame:
    """A frame of the model's columns and types without a row."""
    return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in dtypes(model).items()})


def conform(model: Model, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the model's columns in the model's order and types, where that loses nothing.

    Covers what a database and an empty frame change: text and nullable integers read back as other types, dates of
    another unit, lists read back as arrays or tuples. Missing and unknown columns are left for `validate` to name.
    """
    wanted = dtypes(model)
    known = [name for name in wanted if name in frame.columns]
    rest = [name for name in frame.columns if name not in wanted]
    series = {name: _as(frame[name], wanted[name]) for name in known}
    return pd.DataFrame({**series, **{name: frame[name] for name in rest}}, index=frame.index)


def _as(column: pd.Series, dtype: str) -> pd.Series:
    if dtype == "object":
        cells = [_as_list(cell) for cell in column]
        return pd.Series(cells, index=column.index, dtype="object")
    if str(column.dtype) == dtype:
        return column
    try:
        return column.astype(dtype)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return column  # the model's own check names the column and its type


def _as_list(cell: Any) -> Any:
    if isinstance(cell, list):
        return cell
    return list(cell) if isinstance(cell, Iterable) and not isinstance(cell, str | dict) else cell


def validate(model: Model, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame`, if every row is what the model says. Raises pandera.errors.SchemaErrors that lists every failure."""
    return model.to_schema().validate(frame, lazy=True)


def failures(model: Model, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that break the model, with a `reason`; no rows where all is well.

    A failure of the whole frame (a missing column, a wrong type) is one row of nulls with its reason.
    """
    try:
        validate(model, frame)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
    else:
        return frame.iloc[:0].assign(reason=pd.Series([], dtype="str"))
    reasons = pd.DataFrame({"index": cases["index"], "reason": [_reason(case) for case in cases.to_dict("records")]})
    reasons = reasons.drop_duplicates()
    of_rows = reasons[reasons["index"].notna()].groupby("index", sort=True)["reason"].agg("; ".join)
    rows = frame.loc[of_rows.index].assign(reason=of_rows.astype("str"))
    of_frame = reasons.loc[reasons["index"].isna(), ["reason"]]
    if of_frame.empty:
        return rows
    nulls = of_frame.reindex(columns=rows.columns).astype({"reason": "str"})
    return pd.concat([rows.astype("object"), nulls.astype("object")], ignore_index=True)


def _reason(case: dict[str, Any]) -> str:
    """One failure in words: a check across columns is named alone, a check of one column with the column and value."""
    check = str(case["check"])
    if case["schema_context"] == "DataFrameSchema":
        of_one = check in ("column_in_dataframe", "column_in_schema")
        return f"{check}: {case['failure_case']}" if of_one else check
    return f"{case['column']}: {check}, found {case['failure_case']!r}"
