"""Lines that say apart what counts are and what percentages are of: "Nos are crimes. % is of those with a method"."""

import pytest

from tests.tables.drawing import read, sheet

TABLE = """
    Kent - sexual communication with a child
    {}

    Year | Number | Snapchat | Instagram
    2021/22 | 54 | 24% | 11%
    2022/23 | 68 | 31% | 14%
    """


def bases(line):
    found = read(sheet(TABLE.format(line)))
    return {f.base for f in found.values() if f.unit == "count"}, {f.base for f in found.values() if f.unit != "count"}


@pytest.mark.parametrize(
    "line",
    [
        "Nos are crimes. % is of the crimes that have a method recorded",
        "Numbers are all recorded crimes; percentages are of those where a platform was recorded",
        "The figures are offences. Percentages are of offences with a known platform.",
    ],
)
def test_counts_are_of_all_where_a_line_says_what_they_are(line):
    assert bases(line) == ({"all"}, {"method_recorded"})


@pytest.mark.parametrize(
    "line",
    ["Crimes where a platform was recorded", "Numbers are of crimes where a platform was recorded. % is of these"],
)
def test_counts_are_of_those_known_where_a_line_says_so_of_them(line):
    assert bases(line) == ({"method_recorded"}, {"method_recorded"})
