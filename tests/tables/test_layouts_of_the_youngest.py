"""The age of the youngest victim as a record of its own: "Age | Gender" over 7 and Female, one row that is a table."""

import pytest

from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child, Kent Police, 2022/23: age and gender of the youngest victim"
PLAIN = "Sexual communication with a child, Kent Police, 2022/23: victims by age and gender"


@pytest.mark.parametrize(
    ("record", "cell"),
    [("Age | Gender\n7 | Female", "A3"), ("Gender | Age\nFemale | 7", "B3"), ("Age | 7\nSex | Girl", "B2")],
)
def test_the_age_and_sex_of_one_victim_are_one_figure(record, cell):
    expected = f"{cell} = 7; measure victim_age; sex female; period 2022/23; place Kent"
    expect(read(sheet(f"{TITLE}\n{record}")), expected)


def test_ages_of_many_victims_stay_labels():
    found = read(sheet(f"{PLAIN}\nAge | Female | Male\n7 | 2 | 1\n8 | 3 | 2"))
    assert set(found) == {"B3", "C3", "B4", "C4"}
    assert all(figure.measure != "victim_age" for figure in found.values())


def test_a_row_of_a_sex_among_counts_gives_the_others_none():
    found = read(sheet(f"{PLAIN}\nAge 7 | 12\nSex | Girl\nAge 8 | 14"))
    assert {figure.victim_sex for figure in found.values()} == {None}


@pytest.mark.parametrize("age", ["6 years", "Six years old", "6 yrs"])
def test_an_age_with_its_unit_that_is_all_its_table_is_read(age):
    drawing = f"Sexual communication with a child, Kent, 2022/23\n\nAge of youngest victim | {age}\n\nEnd of answer"
    found = read(sheet(drawing))
    assert found["B3"].surface == age
    expect(found, "B3 = 6; measure victim_age; period 2022/23")


def test_years_beside_anything_else_are_none():
    drawing = "Sexual communication with a child, Kent, 2022/23\n\nLength of the longest sentence | 6 years"
    assert read(sheet(drawing)) == {}
