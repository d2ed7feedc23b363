"""What lowers a figure's confidence: signs in its neighbours that something was not understood."""

from figuretrail.figure import REVIEW_BELOW
from figuretrail.tables.figures.columns import NO_CHILDS_AGE, SAID_TWICE
from tests.tables.drawing import read, sheet


def test_two_numbers_for_one_thing_are_doubted():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Year | Recorded then | Recorded now
        2020/21 | 60 | 61
        2021/22 | 70 | 70
        """)
    )
    assert SAID_TWICE in found["B3"].review_reasons
    assert SAID_TWICE in found["C3"].review_reasons
    assert found["B3"].review
    assert found["B3"].confidence < REVIEW_BELOW
    assert SAID_TWICE not in found["B4"].review_reasons  # the same number again contradicts nothing
    assert not found["C4"].review


def test_rows_that_differ_only_by_what_is_not_understood_are_doubted():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Stage | Offences
        Number recorded | 60
        Number recorded anew | 9
        """)
    )
    assert {SAID_TWICE} <= set(found["B3"].review_reasons)
    assert found["B4"].review


def test_parts_of_no_known_place_are_told_apart_by_nothing_and_doubted_for_that_alone():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        District | Offences
        Ashdown | 60
        Millfield | 9
        """)
    )
    assert found["B3"].geography is None
    assert SAID_TWICE not in found["B3"].review_reasons


def test_an_age_that_no_child_has_puts_its_column_in_doubt():
    found = read(
        sheet("""
        Sexual communication with a child: age of the youngest victim by force
        Force | 2020/21 | 2021/22
        Kent | 8 | 41
        Essex | 9 | 12
        """)
    )
    assert NO_CHILDS_AGE in found["C3"].review_reasons
    assert found["C4"].review  # stands in one column with 41
    assert not found["B3"].review
    assert not found["B4"].review


def test_the_youngest_and_the_oldest_contradict_nothing():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        Year | Youngest victim | Oldest victim
        2020/21 | 7 | 15
        """)
    )
    assert not found["B3"].review
    assert not found["C3"].review


def test_words_in_the_place_of_a_number_are_less_sure_than_a_mark():
    found = read(
        sheet("""
        Sexual communication with a child, Kent
        App | 2020/21 | 2021/22
        Kik | figures awaited | ..
        Snapchat | 40 | 50
        Discord | 6 | 7
        """)
    )
    assert found["B3"].status == found["C3"].status == "not_available"
    assert found["B3"].confidence < found["C3"].confidence


def test_an_offence_in_words_that_nobody_knows_is_less_sure():
    found = read(
        sheet("""
        Sexual offences against children, Kent
        Offence | 2020/21
        Sexual communication with a child | 40
        Unlawful loitering near a playground | 3
        """)
    )
    assert found["B4"].confidence < found["B3"].confidence
