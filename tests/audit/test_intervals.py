"""Every stated value has the range that its words allow."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figuretrail.audit.intervals import Interval, interval, intervals
from tests.claims import figure, frame

STATED = [
    # words, value, unit, bound, low, high
    ("20%", 20, "percent", "=", 19.5, 20.5),
    ("29.2%", 29.2, "percent", "=", 29.15, 29.25),
    ("20.0%", 20, "percent", "=", 19.95, 20.05),
    ("30 per cent", 30, "percent", "~", 27.5, 32.5),
    ("a fifth", 20, "percent", "=", 55 / 3, 22.5),
    ("one in five", 20, "percent", "=", 55 / 3, 22.5),
    ("one in 12", 8.33, "percent", "=", 8, 100 / 11.5),
    ("a third", 33.33, "percent", "=", 29.1667, 36.6667),
    ("half", 50, "percent", "=", 45, 55),
    ("two-thirds", 66.67, "percent", "=", 63.3333, 70.8333),
    ("three quarters", 75, "percent", "=", 70.8333, 77.5),
    ("seven out of 10", 70, "percent", "=", 65, 75),
    ("thirty per cent", 30, "percent", "=", 29.5, 30.5),
    ("a third", 33.33, "percent_change", "=", 29.1667, 36.6667),
    ("a third", -33.33, "percent_change", "=", -36.6667, -29.1667),
    ("34%", 34, "percent_change", "=", 33.5, 34.5),
    ("doubled", 100, "percent_change", "=", 80, 120),
    ("halved", -50, "percent_change", "=", -55, -45),
    ("nine", 9, "per_day", "=", 8.5, 9.5),
    ("120", 120, "per_week", "~", 115, 125),
    ("1,944", 1944, "count", "=", 1944, 1944),
    ("5.4 thousand", 5400, "count", "=", 5350, 5450),
    ("1,200", 1200, "count", ">", 1201, math.inf),
    ("1,200", 1200, "count", ">=", 1200, math.inf),
    ("50", 50, "count", "<", 0, 49),
    ("50", 50, "count", "<=", 0, 50),
    ("100", 100, "count", "~", 95, 105),
    ("half", 50, "percent", ">", 50, 100),
    ("doubled", 100, "percent_change", ">", 100, math.inf),
    ("five", 5, "years", "=", 5, 5),
]


@pytest.mark.parametrize(("words", "value", "unit", "bound", "low", "high"), STATED)
def test_the_words_read_strictly(words: str, value: float, unit: str, bound: str, low: float, high: float) -> None:
    ranges = interval(value, unit=unit, bound=bound, surface=words)
    assert (ranges.low, ranges.high) == (pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01))


def test_a_count_that_looks_rounded_may_be_so_in_a_text_but_not_in_a_cell() -> None:
    in_text = interval(2700, surface="2,700")
    assert (in_text.low, in_text.high, in_text.wide_low, in_text.wide_high) == (2700, 2700, 2650, 2750)
    assert interval(2700, surface="2,700", in_cell=True).wide_high == 2700
    assert interval(2710, surface="2,710").wide_high == 2710


def test_a_share_may_be_cut_off_but_not_rounded_the_wrong_way() -> None:
    ranges = interval(30, unit="percent", surface="30%")
    assert ranges.wide_high == 31
    assert ranges.wide_low == 29.5  # 29.2 is never 30


def test_more_than_is_most_likely_just_more() -> None:
    assert interval(1200, bound=">", surface="1,200")[:2] == (1201, 1301)
    assert interval(5000, bound=">", surface="5,000")[:2] == (5001, 6001)


def test_doubled_is_said_from_one_and_a_half_to_two_and_a_half_times() -> None:
    ranges = interval(100, unit="percent_change", surface="doubled")
    assert (ranges.wide_low, ranges.wide_high) == (50, 150)


@pytest.mark.parametrize(
    ("value", "bound", "low", "high"), [(5, "<", 1, 4), (4, "<=", 1, 4), (None, "=", 1, 9), (math.nan, "=", 1, 9)]
)
def test_a_suppressed_number_is_small_and_no_more_is_known(
    value: float | None, bound: str, low: float, high: float
) -> None:
    ranges = interval(value, bound=bound, surface="*", status="suppressed")
    assert (ranges.low, ranges.high, ranges.wide_low) == (low, high, 0)


def test_what_is_not_available_has_no_range() -> None:
    assert all(math.isnan(end) for end in interval(None, status="not_available"))


def test_a_percentage_stored_as_a_fraction_keeps_its_decimals() -> None:
    ranges = interval(37, unit="percent", surface="0.37", in_cell=True)
    assert (ranges.low, ranges.high) == (36.5, 37.5)


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2))
def test_a_true_rounding_is_within_the_stated_range(part: int, extra: int, decimals: int) -> None:
    share = 100 * part / (part + extra)
    words = f"{share:.{decimals}f}%"
    ranges = interval(float(words[:-1]), unit="percent", surface=words)
    assert ranges.low - 1e-9 <= share <= ranges.high + 1e-9


@given(st.floats(0.5, 99.5), st.integers(0, 1))
def test_a_share_cut_off_is_within_the_wide_range(share: float, decimals: int) -> None:
    scale = 10**decimals
    cut = math.floor(share * scale) / scale
    ranges = interval(cut, unit="percent", surface=f"{cut:.{decimals}f}%")
    assert ranges.wide_low <= share <= ranges.wide_high + 1e-9


@given(st.integers(100, 99_999), st.sampled_from([10, 100, 1000]))
def test_a_count_rounded_and_called_about_is_within_the_wide_range(count: int, unit: int) -> None:
    rounded = round(count / unit) * unit
    if rounded < 10 * unit:  # who writes "about 200" of 150 rounds too coarsely to be held to it
        return
    ranges = interval(rounded, bound="~", surface=f"{rounded:,}")
    assert ranges.wide_low <= count <= ranges.wide_high


@given(
    st.floats(0, 100_000, allow_nan=False),
    st.sampled_from(["count", "percent", "percent_change", "per_day"]),
    st.sampled_from(["=", "~", ">", ">=", "<", "<="]),
    st.sampled_from(["", "12", "a third", "doubled", "one in five", "1,200", "5.4 thousand"]),
    st.booleans(),
)
def test_each_range_lies_in_the_next(value: float, unit: str, bound: str, words: str, in_cell: bool) -> None:
    ranges = interval(value, unit=unit, bound=bound, surface=words, in_cell=in_cell)
    assert ranges.wide_low <= ranges.low <= ranges.high <= ranges.wide_high
    assert ranges.low <= ranges.near_low <= ranges.near_high <= ranges.high


def test_a_frame_has_a_row_of_ranges_for_each_figure_on_its_index() -> None:
    figures = frame(
        figure("a", 20.0, measure="offence_share", surface="20%"),
        figure("a", None, status="suppressed", surface="*"),
        figure("a", 12.0, surface="12"),
    )
    figures.index = pd.Index([7, 8, 9])
    ranges = intervals(figures)
    assert list(ranges.columns) == list(Interval._fields)
    assert list(ranges.index) == [7, 8, 9]
    assert ranges["low"].to_list() == [19.5, 1, 12]
