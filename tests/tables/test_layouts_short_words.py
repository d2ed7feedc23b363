"""Words of hurried answers: "on yr before" over "down 10%", "17 so far", "W/app", "lads", "N Lincs"."""

import pytest

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.values import read_loosely
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("heading", ["on yr before", "on year before", "% v previous yr", "against last year"])
def test_changes_from_the_year_before(heading):
    expect(
        read(
            sheet(f"""
            SCWAC Kent
            Year | No | {heading} | comments
            2020/21 | 50 | | covid
            2021/22 | 62 | +24% | ops
            2022/23 | 56 crimes | down 10% | fewer
            2023/24 | 70 | up by 25% | up again
            """)
        ),
        """
        B3 = 50; period 2020/21
        B4 = 62; period 2021/22
        C4 = 24; period 2021/22; against 2020/21; measure offence_change
        B5 = 56; period 2022/23
        C5 = -10; period 2022/23; against 2021/22; measure offence_change
        B6 = 70; period 2023/24
        C6 = 25; period 2023/24; against 2022/23; measure offence_change
        """,
    )


@pytest.mark.parametrize("label", ["Last year", "Crimes on last year's list", "Recorded on the previous day"])
def test_other_words_before_are_no_change(label):
    assert read_label(label).unit is None


@pytest.mark.parametrize(
    ("text", "value"), [("17 so far", 17), ("down 10%", -10), ("rose by 24 per cent", 24), ("fallen 3%", -3)]
)
def test_numbers_with_words(text, value):
    reading = read_loosely(text)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize("text", ["down 10", "system down 10% of the time", "so far"])
def test_words_without_such_a_number(text):
    reading = read_loosely(text)
    assert reading is None or reading.value is None


@pytest.mark.parametrize(("label", "sex"), [("lads", "male"), ("lasses", "female"), ("Ladysmith Road", None)])
def test_words_for_boys_and_girls(label, sex):
    assert read_label(label).sex == sex


@pytest.mark.parametrize(
    ("label", "platforms"), [("W/app", ("WhatsApp",)), ("Wapp", ("WhatsApp",)), ("App", ()), ("W/address", ())]
)
def test_an_app_cut_short(label, platforms):
    assert read_label(label).platforms == platforms


@pytest.mark.parametrize(
    ("label", "name"),
    [("N Lincs", None), ("NE Lincs", None), ("Lincs", "Lincolnshire"), ("N Yorks", "North Yorkshire")],
)
def test_a_district_with_a_point_of_the_compass_is_no_force(label, name):
    place = read_label(label).place
    assert place is not None
    assert place.name == name
