"""What stands further up is spoken of again: "of the 62, Snap", "last yr above"."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet

YEARS = """
    Sexual communication with a child, Kent Police
    Q1 | 1 Sep 21 - 31 Aug 22 | 47
     | 1 Sep 22 - 31 Aug 23 | 55
     | 1 Sep 23 - 31 Aug 24 | 62
    """
ASKED = (dt.date(2021, 9, 1), dt.date(2024, 8, 31))


def test_a_first_row_says_of_what_number_it_is_a_part():
    expect(
        read(
            sheet(
                f"""{YEARS.rstrip()}
    Q2 | of the 62, Snap | 23
     | Insta | 8
     | Twitch | zero
    Q3 | Of the 55: victim 10 or under | 9
     | 11 - 13 | 31
    """
            ),
            period_asked=ASKED,
        ),
        """
        C2 = 47; period 1 September 2021 to 31 August 2022
        C3 = 55; period 1 September 2022 to 31 August 2023
        C4 = 62; period 1 September 2023 to 31 August 2024
        C5 = 23; period 1 September 2023 to 31 August 2024; platforms Snapchat
        C6 = 8; period 1 September 2023 to 31 August 2024; platforms Instagram
        C7 = 0; period 1 September 2023 to 31 August 2024; platforms Twitch
        C8 = 9; period 1 September 2022 to 31 August 2023; ages 0-10
        C9 = 31; period 1 September 2022 to 31 August 2023; ages 11-13
        """,
    )


def test_a_number_that_stands_nowhere_tells_no_time():
    found = read(sheet(f"{YEARS.rstrip()}\n    Q2 | of the 63, Snap | 23\n     | Insta | 8"), period_asked=ASKED)
    assert found["C5"].platforms == ("Snapchat",)
    assert found["C6"].period_start == dt.date(2021, 9, 1)


def test_a_year_before_crimes_is_no_number():
    found = read(sheet("Sexual communication with a child, Kent\nof the 2022 crimes, Snap | 23\nInsta | 8"))
    assert found["B2"].period_start == dt.date(2022, 1, 1)


ABOVE = """
    SCWAC Kent

    Year | No
    2021/22 | 93
    2022/23 | 84
    2023/24 | 105

    {}
    Snap | 41%
    Insta | 14%
    """


@pytest.mark.parametrize("line", ["last yr above:", "Apps in the latest year above", "The above, last year, by app"])
def test_the_last_year_of_the_table_above(line):
    found = read(sheet(ABOVE.format(line)), period_asked=(dt.date(2021, 4, 1), dt.date(2024, 3, 31)))
    for cell in ("B9", "B10"):
        assert (found[cell].period_start, found[cell].period_end) == (dt.date(2023, 4, 1), dt.date(2024, 3, 31))


def test_all_years_above_are_no_last_one():
    found = read(
        sheet(ABOVE.format("All years above, by app")), period_asked=(dt.date(2021, 4, 1), dt.date(2024, 3, 31))
    )
    assert found["B9"].period_start == dt.date(2021, 4, 1)


def test_a_corner_names_the_time_of_rows_without_labels():
    expect(
        read(
            sheet("""
            How was the child contacted? (sexual communication with child crimes)

            Apr 2019 to Mar 2020 | Snapchat | Kik | all
             | 8 | 3 | 11

            Apr 2020 to Mar 2021 | Snap | Omegle | all
             | 13 | 9 | 22
            """),
            force="Kent",
            period_asked=(dt.date(2019, 4, 1), dt.date(2021, 3, 31)),
        ),
        """
        B4 = 8; period 2019/20; platforms Snapchat
        C4 = 3; period 2019/20; platforms Kik
        D4 = 11; period 2019/20; platforms none
        B7 = 13; period 2020/21; platforms Snapchat
        C7 = 9; period 2020/21; platforms Omegle
        D7 = 22; period 2020/21; platforms none
        """,
    )


def test_a_question_takes_no_time_from_one_below_it():
    found = read(
        sheet("""
        Sexual communication with a child
        How old was the youngest victim? | 6 years old
        How many victims were girls? | 502 victims
        Have you recorded any in January 2024? | 9 offences
        """),
        force="Kent",
        period_asked=(dt.date(2019, 1, 1), dt.date(2023, 12, 31)),
    )
    assert [found[cell].period_start.year for cell in ("B2", "B3", "B4")] == [2019, 2019, 2024]


def test_a_part_takes_the_one_time_of_the_row_above_it():
    found = read(
        sheet("""
        Sexual communication with a child
        Recorded in 2023 | 60
        Of which Snapchat | 50
        """),
        force="Kent",
        period_asked=(dt.date(2019, 1, 1), dt.date(2023, 12, 31)),
    )
    assert found["B3"].period_start == dt.date(2023, 1, 1)
