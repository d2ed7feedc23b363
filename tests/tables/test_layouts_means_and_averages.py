"""Numbers of means said in several words, and averages said after their time."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "text",
    [
        "Number of different social media or apps named in the offences",
        "Different social media platforms used",
        "Separate games, forums and websites",
        "Distinct chat rooms recorded",
        "Unique social networks / apps in the year",
    ],
)
def test_a_number_of_different_means(text):
    assert read_label(text).counted == "methods"


@pytest.mark.parametrize(
    "text", ["Different offences on social media or apps", "Separate incidents, social media", "Distinct crimes by app"]
)
def test_different_offences_are_no_means(text):
    assert read_label(text).counted == "offences"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Offences recorded a month, on average", "per_month"),
        ("Crimes each week (mean)", "per_week"),
        ("Offences every day, averaged", "per_day"),
    ],
)
def test_an_average_said_after_its_time(text, unit):
    found = read(sheet(f"Sexual communication with a child, 2021/22\nItem | Answer\n{text} | 7.5"), force="Durham")
    assert (found["B3"].measure, found["B3"].unit) == ("offence_rate", unit)


@pytest.mark.parametrize("text", ["Offences recorded in each month", "Crimes a month after the law changed"])
def test_a_time_without_an_average_is_no_rate(text):
    assert read_label(text).unit is None


@pytest.mark.parametrize(
    ("title", "name", "unit"),
    [
        ("Average number of offences of sexual communication with a child recorded each day", "Sheet1", "per_day"),
        ("Sexual communication with a child - average number of crimes recorded each week", "Sheet1", "per_week"),
        ("Monthly averages of sexual communication with a child offences", "Sheet1", "per_month"),
        ("Sexual communication with a child", "Daily average", "per_day"),
    ],
)
def test_a_title_of_averages(title, name, unit):
    found = read(sheet(f"{title}\nForce | 2021/22 | 2022/23\nKent | 3.2 | 4\nSurrey | 130.5 | 125", name))
    assert {cell: f.unit for cell, f in found.items()} == dict.fromkeys(("B3", "C3", "B4", "C4"), unit)
    assert {f.measure for f in found.values()} == {"offence_rate"}


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        ("Sexual communication with a child per month, 2022/23", "April | May"),  # counts of each month
        ("Number and daily average of sexual communication with a child offences", "2021/22 | 2022/23"),
        (
            "Average number of offences of sexual communication with a child a day",
            "Offences 2021/22 | Offences 2022/23",
        ),
    ],
)
def test_a_title_that_makes_no_averages_of_counts(title, headers):
    found = read(sheet(f"{title}\nForce | {headers}\nKent | 32 | 40\nSurrey | 13 | 12"))
    assert [(f.measure, f.unit) for f in found.values()] == [("offences", "count")] * 4


def test_averages_that_a_page_holds_as_text_are_averages_by_their_title():
    drawing = (
        "Kent: average number of offences of sexual communication with a child a month\n2022-23 | 2023-24\n'9.8 | '12.0"
    )
    expect(
        read(sheet(drawing)),
        "A3 = 9.8; measure offence_rate; period 2022/23\nB3 = 12; measure offence_rate; period 2023/24",
    )


def test_counts_that_a_page_holds_as_text_below_months_are_no_averages():
    drawing = "Kent: offences of sexual communication with a child per month\nApril 2022 | May 2022\n'9 | '12"
    expect(read(sheet(drawing)), "A3 = 9; measure offences\nB3 = 12; measure offences; period May 2022")
