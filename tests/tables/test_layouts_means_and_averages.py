"""Numbers of means said in several words, and averages said after their time."""

import pytest

from figuretrail.tables.labels import read_label
from tests.tables.drawing import read, sheet


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
