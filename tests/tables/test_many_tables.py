"""Many tables or columns in one sheet: found by their rows, and at a cost that keeps to their number."""

import dataclasses
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figuretrail.tables.layout.rowindex import NONE_ABOVE, NONE_BELOW, BlocksByRow, LinesByRow
from tests.tables.drawing import read, sheet


@dataclasses.dataclass
class Block:
    """A table's place."""

    top: int
    bottom: int
    left: int
    right: int


@dataclasses.dataclass
class Line:
    """A line's place."""

    row: int


BLOCKS = st.builds(
    lambda top, height, left, width: Block(top, top + height, left, left + width),
    st.integers(0, 30),
    st.integers(0, 6),
    st.integers(0, 6),
    st.integers(0, 3),
)


@given(st.lists(BLOCKS, max_size=12), BLOCKS)
def test_tables_are_found_by_their_rows_as_by_a_look_at_all(blocks, one):
    found = BlocksByRow(blocks)
    over = [b.bottom for b in blocks if b.bottom < one.top and b.left <= one.right and one.left <= b.right]
    assert found.last_row_above(one.top, one.left, one.right) == max(over, default=NONE_ABOVE)
    assert found.first_row_below(one.bottom) == min((b.top for b in blocks if b.top > one.bottom), default=NONE_BELOW)
    beside = [(b.left, b.right) for b in blocks if b.top <= one.bottom and one.top <= b.bottom and b.left > one.left]
    assert sorted(found.to_the_right(one.top, one.bottom, one.left)) == sorted(beside)


@given(st.lists(st.integers(-1, 20).map(Line), max_size=20), st.integers(-2, 21), st.integers(-2, 21))
def test_lines_are_found_in_the_order_in_which_they_were_given(lines, after, before):
    found = LinesByRow(lines).between(after, before)
    assert list(map(id, found)) == [id(line) for line in lines if after < line.row < before]


def _tables(count: int) -> str:
    return "\n\n".join(
        f"Sexual communication with a child offences recorded {n}\n"
        f"Platform | 2018/19\nSnapchat | {n % 50}\nKik | {n % 7}"
        for n in range(count)
    )


def _blocks(count: int) -> str:
    return "\n\n".join(f"Sexual communication with a child | '2018/19\nKent | {n % 50}" for n in range(count))


def _columns(count: int) -> str:
    names = [f"Nameton {chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(count)]
    rows = [["", *["Kent"] * count], ["Year", *names], ["2018/19", *(str(n % 50) for n in range(count))]]
    return "Sexual communication with a child offences recorded\n" + "\n".join(" | ".join(row) for row in rows)


@pytest.mark.parametrize("drawn", [_tables, _blocks, _columns])
def test_four_times_as_many_take_no_ten_times_as_long(drawn):
    def seconds(count: int) -> float:
        page = sheet(drawn(count))
        started = time.process_time()
        read(page)
        return time.process_time() - started

    seconds(1000)  # every word is looked up for the first time
    assert min(seconds(1000) for _ in range(2)) < 10 * min(seconds(250) for _ in range(3)) + 0.1
