"""Two times that are compared: in a column's header, and down the rows with a number of each beside them."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "header",
    [
        "2023/24 against 2022/23",
        "2023/24 on 2022/23",
        "2023/24 compared against 2022/23",
        "2023/24 relative to 2022/23",
    ],
)
def test_a_header_of_two_times_heads_changes(header):
    expect(
        read(
            sheet(f"""
        Cambridgeshire Constabulary, sexual communication with a child: offences recorded
        Platform | 2022/23 | 2023/24 | {header}
        Snapchat | 121 | 137 | 13%
        Kik | 12 | 10 | -17%
        """)
        ),
        """
        B3 = 121; period 2022/23; measure offences
        C3 = 137; period 2023/24; measure offences
        D3 = 13; measure offence_change; unit percent_change; period 2023/24; against 2022/23
        B4 = 12; period 2022/23
        C4 = 10; period 2023/24
        D4 = -17; measure offence_change; unit percent_change; period 2023/24; against 2022/23
        """,
    )


@pytest.mark.parametrize("header", ["2022/23 to 2023/24", "2022/23 and 2023/24"])
def test_a_header_of_two_times_may_be_their_total(header):
    expect(
        read(
            sheet(f"""
        Cambridgeshire Constabulary, sexual communication with a child: offences recorded
        Platform | 2022/23 | 2023/24 | {header}
        Snapchat | 121 | 137 | 258
        """)
        ),
        """
        B3 = 121; period 2022/23
        C3 = 137; period 2023/24
        D3 = 258; measure offences; period April 2022 to March 2024
        """,
    )


@pytest.mark.parametrize(("earlier", "later"), [("Earlier", "Later"), ("Previous year", "Current year")])
@pytest.mark.parametrize("title", ["change in recorded offences", "offences recorded"])
@pytest.mark.parametrize("joint", ["compared with", "against", "v"])
def test_numbers_beside_two_times_are_of_the_one_that_their_header_takes(earlier, later, title, joint):
    expect(
        read(
            sheet(f"""
        Thames Valley Police, {title} of sexual communication with a child
        | {earlier} | {later} | Change %
        2023 {joint} 2022 | 284 | 309 | 8.8%
        January to September 2024 {joint} January to September 2023 | 241 | 230 | -4.6%
        """)
        ),
        """
        B3 = 284; measure offences; unit count; period 2022
        C3 = 309; measure offences; unit count; period 2023
        D3 = 8.8; measure offence_change; period 2023; against 2022
        B4 = 241; measure offences; unit count; period January to September 2023
        C4 = 230; measure offences; unit count; period January to September 2024
        D4 = -4.6; measure offence_change; period January to September 2024; against January to September 2023
        """,
    )


def test_a_header_of_a_time_takes_nothing_from_rows_of_one_time():
    expect(
        read(
            sheet("""
        Thames Valley Police, offences of sexual communication with a child, as given in two answers
        Year | Earlier | Later
        2022/23 | 284 | 285
        2023/24 | 241 | 247
        """)
        ),
        """
        B3 = 284; measure offences; period 2022/23
        C3 = 285; measure offences; period 2022/23
        B4 = 241; measure offences; period 2023/24
        C4 = 247; measure offences; period 2023/24
        """,
    )


@pytest.mark.parametrize(
    "said", ["per cent up or down on 2022-23", "% change from 2022-23", "% rise/fall against 2022-23"]
)
def test_a_row_of_a_later_year_that_names_the_earlier_one(said):
    found = read(
        sheet(f"""
        SCWC offences, Kent
        Year | Line | All | Female victim
        2022-23 | number | 103 | 80
        2023-24 | number | 127 | 101
        2023-24 | {said} | +23% | +26%
        """)
    )
    expect(
        found,
        """
        C3 = 103; period 2022/23
        D3 = 80; period 2022/23; sex female
        C4 = 127; period 2023/24
        D4 = 101; period 2023/24; sex female
        C5 = 23; period 2023/24; against 2022/23; measure offence_change
        D5 = 26; period 2023/24; against 2022/23; measure offence_change; sex female
        """,
    )


def test_a_year_over_its_number_and_its_change_from_one_that_is_not_shown():
    found = read(
        sheet("""
        SCWC offences, Kent
        | 2023/24 | | 2024/25 |
        Platform | Number | % change on 2021/22 | Number | % change on 2021/22
        Snapchat | 20 | 5 | 30 | 58
        Discord | 5 | -10 | 8 | 44
        """)
    )
    assert str(found["C4"].period_start) == str(found["C5"].period_start) == "2023-04-01"
    assert str(found["E4"].period_start) == "2024-04-01"
    assert {str(found[cell].comparison_start) for cell in ("C4", "E4", "C5", "E5")} == {"2021-04-01"}


def test_changes_from_the_first_of_several_years_down_the_rows():
    found = read(
        sheet("""
        SCWC offences, Kent
        Year | Offences | % change from 2021/22
        2021/22 | 50 |
        2022/23 | 60 | 20
        2023/24 | 75 | 50
        """)
    )
    assert str(found["C4"].period_start) == "2022-04-01"
    assert str(found["C5"].period_start) == "2023-04-01"
    assert {str(found[cell].comparison_start) for cell in ("C4", "C5")} == {"2021-04-01"}


def test_the_year_of_a_change_that_is_the_rows_own():
    found = read(
        sheet("""
        SCWC offences, Kent
        Year | Offences | % change on 2022/23
        2021/22 | 50 | -17
        2022/23 | 60 |
        """)
    )
    assert (str(found["C3"].period_start), found["C3"].comparison_start) == ("2022-04-01", None)
