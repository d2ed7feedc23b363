"""Joins beside those of pandas, and results that are kept only while the input is the same."""

import numpy as np
import pandas as pd
import pytest

from figuretrail.joining import Groups, combination_numbers, different_beside, distinct, join, once, outer_join

KENT, ESSEX = "Kent", "Essex"


@pytest.fixture
def left() -> pd.DataFrame:
    place = pd.Series([KENT, ESSEX, None, KENT, "Surrey"], dtype="str")
    return pd.DataFrame({"place": place, "year": [1, 1, 2, 2, 3], "value": [10, 20, 30, 40, 50]})


@pytest.fixture
def right() -> pd.DataFrame:
    place = pd.Series([ESSEX, KENT, None, KENT, "Dorset"], dtype="str")
    age = pd.array([11, None, 15, 11, 12], dtype="Int64")
    return pd.DataFrame({"place": place, "year": [1, 1, 2, 1, 9], "value": [1.5, 2.5, 3.5, 4.5, 5.5], "age": age})


def test_a_join_is_an_inner_merge_with_equal_nulls(left: pd.DataFrame, right: pd.DataFrame) -> None:
    wanted = left.merge(right, on=["place", "year"], suffixes=("", "_right"))
    assert len(wanted) == 4
    pd.testing.assert_frame_equal(join(left, right, ["place", "year"], ("", "_right")), wanted, check_column_type=False)


def test_an_outer_join_has_the_rows_of_an_outer_merge(left: pd.DataFrame, right: pd.DataFrame) -> None:
    wanted = left.merge(right, on=["place", "year"], how="outer", suffixes=("", "_right"))
    found = outer_join(left, right, ["place", "year"], ("", "_right"))
    order = ["place", "year", "value", "value_right"]
    pd.testing.assert_frame_equal(
        found.sort_values(order, ignore_index=True),
        wanted.sort_values(order, ignore_index=True),
        check_column_type=False,
    )


def test_nullable_numbers_join_as_keys(right: pd.DataFrame) -> None:
    wanted = right.merge(right, on=["age"])
    pd.testing.assert_frame_equal(join(right, right, ["age"]), wanted, check_column_type=False)


def test_distinct_keeps_the_first_of_each(right: pd.DataFrame) -> None:
    assert distinct(right, ["place", "year"])["value"].to_list() == [1.5, 2.5, 3.5, 5.5]


def test_combinations_of_many_large_keys_stay_apart() -> None:
    rows = np.arange(50_000)
    numbers = combination_numbers([rows, rows[::-1], rows % 7, rows, rows[::-1], rows])
    assert len(np.unique(numbers)) == len(rows)


def test_different_values_are_counted_beside_each_row() -> None:
    keys, values = np.array(["a", "b", "a", "a"], dtype=object), np.array([1, 1, 1, 2])
    assert different_beside([keys], values).tolist() == [2, 1, 2, 2]


def test_groups_of_sorted_rows() -> None:
    frame = pd.DataFrame({"key": [1, 1, 2], "value": [0.5, 2.0, 4.0]})
    groups = Groups(frame, ["key"])
    assert groups.first("value").tolist() == [0.5, 4.0]
    assert groups.sums({"value": frame["value"].to_numpy()})["value"].tolist() == [2.5, 4.0]
    assert groups.count(np.array([True, False, True])).tolist() == [1, 1]
    assert groups.lists("value") == [[0.5, 2.0], [4.0]]


def test_a_kept_result_goes_with_its_input(left: pd.DataFrame) -> None:
    calls = []

    @once
    def doubled(frame: pd.DataFrame) -> pd.DataFrame:
        calls.append(len(frame))
        return frame.assign(value=frame["value"] * 2)

    first = doubled(left)
    first.loc[0, "value"] = -1  # the caller's own
    assert doubled(left.copy())["value"].to_list() == [20, 40, 60, 80, 100]
    assert len(calls) == 1
    left.loc[0, "value"] = 11
    assert doubled(left)["value"].to_list() == [22, 40, 60, 80, 100]
    assert len(calls) == 2


def test_a_kept_result_is_not_taken_for_that_of_fewer_or_more_frames(left: pd.DataFrame, right: pd.DataFrame) -> None:
    @once
    def rows(*frames: pd.DataFrame) -> pd.DataFrame:
        return pd.DataFrame({"rows": [sum(map(len, frames))]})

    assert [rows(left)["rows"][0], rows(left, right)["rows"][0], rows(left)["rows"][0]] == [5, 10, 5]
