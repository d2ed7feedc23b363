"""Headers said once above several sections, each with a line of its own: "Q1 All crimes", "Q2 Site or app used"."""

from tests.tables.drawing import expect, read, sheet


def test_questions_below_one_line_of_quarters():
    found = read(
        sheet("""
        Sexual communication with a child, Kent, 2023/24

        | Apr - Jun 2023 | Jul - Sep 2023 | 2023/24
        Question 1 - total
        Offences | 20 | 30 | 50
        Question 2 - platform
        Snapchat | 9 | 11 | 20
        Yubo | 3 | * | *
        Question 3 - age of the victim
        Under 13 | 8 | 9 | 17
        13 to 15 | 11 | 20 | 31

        * fewer than 5, withheld
        """)
    )
    expect(
        found,
        """
        B5 = 20; period Apr-Jun 2023; measure offences; platforms none
        C5 = 30; period Jul-Sep 2023
        D5 = 50; period 2023/24
        B7 = 9; period Apr-Jun 2023; platforms Snapchat
        C7 = 11; period Jul-Sep 2023; platforms Snapchat
        D7 = 20; period 2023/24; platforms Snapchat
        B8 = 3; period Apr-Jun 2023; platforms Yubo
        C8 = none; status suppressed; period Jul-Sep 2023
        D8 = none; status suppressed; period 2023/24
        B10 = 8; period Apr-Jun 2023; ages 0-12; platforms none
        C10 = 9; period Jul-Sep 2023; ages 0-12
        D10 = 17; period 2023/24; ages 0-12
        B11 = 11; period Apr-Jun 2023; ages 13-15
        C11 = 20; period Jul-Sep 2023; ages 13-15
        D11 = 31; period 2023/24; ages 13-15
        """,
    )


def test_plain_names_of_sections_below_years():
    found = read(
        sheet("""
        Recorded offences of sexual communication with a child - Gwent Police
        | 2021/22 | 2022/23
        Total
        Recorded offences | 20 | 30
        Social media
        Snapchat | 9 | 11
        Wizz | 1 | 2
        Victim gender
        Female | 15 | 21
        Male | 4 | 8
        Not known | 1 | 1
        """)
    )
    expect(
        found,
        """
        B4 = 20; period 2021/22; place Gwent; platforms none
        C4 = 30; period 2022/23
        B6 = 9; period 2021/22; platforms Snapchat
        C6 = 11; period 2022/23; platforms Snapchat
        B7 = 1; period 2021/22; platforms Wizz
        C7 = 2; period 2022/23; platforms Wizz
        B9 = 15; period 2021/22; sex female; platforms none
        C9 = 21; period 2022/23; sex female
        B10 = 4; period 2021/22; sex male
        C10 = 8; period 2022/23; sex male
        """,
    )


def test_sections_with_empty_rows_between():
    found = read(
        sheet("""
        SCWC offences, Essex
        | Year to March 2022 | Year to March 2023 | Total

        a) Offences recorded
        Number | 20 | 30 | 50

        b) App
        Instagram | 9 | 11 | 20
        Kik | 2 | 3 | 5

        c) Sex of victim
        Girls | 15 | 21 | 36
        Boys | 5 | 9 | 14
        """)
    )
    expect(
        found,
        """
        B5 = 20; period 2021/22
        C5 = 30; period 2022/23
        D5 = 50; period April 2021 to March 2023
        B8 = 9; period 2021/22; platforms Instagram
        C8 = 11; period 2022/23; platforms Instagram
        D8 = 20; period April 2021 to March 2023; platforms Instagram
        B9 = 2; period 2021/22; platforms Kik
        C9 = 3; period 2022/23
        D9 = 5
        B12 = 15; period 2021/22; sex female
        C12 = 21; period 2022/23; sex female
        D12 = 36; period April 2021 to March 2023; sex female
        B13 = 5; sex male
        C13 = 9; sex male
        D13 = 14; sex male
        """,
    )


def test_sections_that_begin_below_the_first_rows():
    found = read(
        sheet("""
        SCWC offences, Essex
        Measure | 2022 | 2023
        All offences | 20 | 30
        By platform
        Snapchat | 9 | 11
        Instagram | 3 | 8
        By age of victim
        Under 13 | 6 | 9
        13-15 | 14 | 21
        """)
    )
    expect(
        found,
        """
        B3 = 20; period 2022
        C3 = 30; period 2023
        B5 = 9; period 2022; platforms Snapchat
        C5 = 11; period 2023; platforms Snapchat
        B6 = 3; period 2022; platforms Instagram
        C6 = 8; period 2023; platforms Instagram
        B8 = 6; period 2022; ages 0-12
        C8 = 9; period 2023; ages 0-12
        B9 = 14; period 2022; ages 13-15
        C9 = 21; period 2023; ages 13-15
        """,
    )


def test_numbered_sections_below_two_lines_of_headers():
    found = read(
        sheet("""
        SCWC offences, Essex
        | 2021/22 | | 2022/23 |
        | Apr-Sep | Oct-Mar | Apr-Sep | Oct-Mar
        1. Offences
        Total | 20 | 30 | 25 | 40
        2. Means used
        Snapchat | 9 | 11 | 8 | 20
        WhatsApp | 3 | 4 | 5 | 6
        """)
    )
    expect(
        found,
        """
        B5 = 20; period Apr-Sep 2021; platforms none
        C5 = 30; period Oct 2021 to Mar 2022
        D5 = 25; period Apr-Sep 2022
        E5 = 40; period Oct 2022 to Mar 2023
        B7 = 9; period Apr-Sep 2021; platforms Snapchat
        C7 = 11; period Oct 2021 to Mar 2022; platforms Snapchat
        D7 = 8; period Apr-Sep 2022
        E7 = 20; period Oct 2022 to Mar 2023
        B8 = 3; period Apr-Sep 2021; platforms WhatsApp
        C8 = 4
        D8 = 5
        E8 = 6
        """,
    )


def test_arrests_in_a_section_of_their_own_are_none_of_ours():
    found = read(
        sheet("""
        SCWC offences, Essex
        | 2022 | 2023
        Q1 Offences
        Number | 20 | 30
        Q2 Arrests
        Arrests made | 5 | 6
        Under 18 | 2 | 1
        """)
    )
    expect(found, "B4 = 20; period 2022\nC4 = 30; period 2023")


def test_a_line_with_a_time_of_its_own_stands_under_no_other():
    found = read(
        sheet("""
        SCWC offences, Essex
        Year 2022/23
        | Apr-Sep 2022 | Oct-Mar 2023
        Snapchat | 9 | 11
        Offences in 2020/21, by sex of victim and whether online
        Girls | 15
        Boys | 4
        """)
    )
    expect(
        found,
        """
        B4 = 9; period Apr-Sep 2022; platforms Snapchat
        C4 = 11; period Oct 2022 to March 2023; platforms Snapchat
        B6 = 15; period 2020/21; sex female
        B7 = 4; period 2020/21; sex male
        """,
    )


def test_what_stands_above_an_answer_heads_no_columns():
    found = read(
        sheet("""
        Reference | 0012/24 | Date of reply | 3 May 2024
        SCWC offences recorded in 2022/23, by platform
        Snapchat | 9 | 45%
        Instagram | 11 | 55%
        """)
    )
    expect(found, "B3 = 9; period 2022/23; platforms Snapchat\nB4 = 11; period 2022/23; platforms Instagram")


def test_what_heads_the_rows_of_one_section_names_no_columns_of_the_next():
    found = read(
        sheet("""
        SCWC offences, Essex
        Age band | 20/21 | 21/22
        Under 12 | 3 | 6
        12 and 13 | 5 | 4

        Sex of victim
        Female | 6 | 7
        Male | 2 | 3
        """)
    )
    expect(
        found,
        """
        B3 = 3; period 2020/21; ages 0-11
        C3 = 6; period 2021/22; ages 0-11
        B4 = 5; period 2020/21; ages 12-13
        C4 = 4; period 2021/22; ages 12-13
        B7 = 6; period 2020/21; sex female; ages none
        C7 = 7; period 2021/22; sex female; ages none
        B8 = 2; period 2020/21; sex male; ages none
        C8 = 3; period 2021/22; sex male; ages none
        """,
    )


def test_arrests_below_columns_of_offences_stay_arrests():
    found = read(
        sheet("""
        SCWC, Essex
        | Offences 2022 | Offences 2023
        Snapchat | 9 | 11
        Kik | 3 | 2

        Arrests
        Under 18 | 5 | 6
        18 and over | 7 | 8
        """)
    )
    expect(
        found,
        """
        B3 = 9; period 2022; platforms Snapchat
        C3 = 11; period 2023; platforms Snapchat
        B4 = 3; period 2022; platforms Kik
        C4 = 2; period 2023; platforms Kik
        """,
    )


_EACH_YEAR = """
C{0} = {1}; period 2021/22; {3}
D{0} = {2}; period 2022/23; {3}
"""


def _of_questions(*rows):
    return "".join(_EACH_YEAR.format(*row) for row in rows)


def test_numbers_of_questions_in_a_column_of_their_own():
    drawing = """
        SCWC offences, Essex
        | | 2021/22 | 2022/23
        {0} | All crimes | |
        | Number recorded | 20 | 30
        {1} | Site or app used | |
        | Snapchat | 9 | 11
        | Kik | 2 | 3
        {2} | Gender of the victim | |
        | Girl | 15 | 20
        """
    expected = _of_questions(
        (4, 20, 30, "platforms none"),
        (6, 9, 11, "platforms Snapchat"),
        (7, 2, 3, "platforms Kik"),
        (9, 15, 20, "sex female"),
    )
    for numbers in (("Q1", "Q2", "Q3"), ("1", "2", "3"), ("Question 1", "Question 2", "Question 3")):
        expect(read(sheet(drawing.format(*numbers))), expected)


def test_numbers_of_questions_beside_their_first_answers():
    found = read(
        sheet("""
        SCWC offences, Essex
        | | 2021/22 | 2022/23
        Q1 | All crimes | 20 | 30
        Q2 | Snapchat | 9 | 11
        | Kik | 2 | 3
        Q3 | Girl | 15 | 20
        """)
    )
    expected = ((3, 20, 30, "platforms none"), (4, 9, 11, "platforms Snapchat"), (5, 2, 3, "platforms Kik"))
    expect(found, _of_questions(*expected, (6, 15, 20, "sex female")))


def test_quarters_that_list_the_same_stay_quarters():
    found = read(
        sheet("""
        SCWC offences, Essex, 2022/23
        Quarter | Platform | Offences
        Q1 | Snapchat | 20
        | Kik | 5
        Q2 | Snapchat | 9
        | Kik | 2
        """)
    )
    expect(
        found,
        """
        C3 = 20; period Apr-Jun 2022; platforms Snapchat
        C4 = 5; period Apr-Jun 2022; platforms Kik
        C5 = 9; period Jul-Sep 2022; platforms Snapchat
        C6 = 2; period Jul-Sep 2022; platforms Kik
        """,
    )


def test_quarters_over_rows_of_the_same_stay_quarters():
    found = read(
        sheet("""
        SCWC offences, Essex
        | | 2021/22 | 2022/23
        Q1 | All crimes | |
        | Snapchat | 20 | 30
        Q2 | All crimes | |
        | Snapchat | 9 | 11
        """)
    )
    expect(
        found,
        """
        C4 = 20; period Apr-Jun 2021; platforms Snapchat
        D4 = 30; period Apr-Jun 2022; platforms Snapchat
        C6 = 9; period Jul-Sep 2021; platforms Snapchat
        D6 = 11; period Jul-Sep 2022; platforms Snapchat
        """,
    )


def test_numbers_and_shares_over_sections():
    found = read(
        sheet("""
        SCWC offences, Essex
        | 2021/22 | | 2022/23 |
        | Number | % | Number | %
        Platform
        Snapchat | 9 | 81% | 11 | 79%
        Victim sex
        Girl | 15 | 75% | 20 | 69%
        """)
    )
    expect(
        found,
        """
        B5 = 9; period 2021/22; measure offences; platforms Snapchat
        C5 = 81; period 2021/22; measure offence_share; platforms Snapchat
        D5 = 11; period 2022/23; measure offences
        E5 = 79; period 2022/23; measure offence_share
        B7 = 15; period 2021/22; measure offences; sex female
        C7 = 75; period 2021/22; unit percent; sex female
        D7 = 20; period 2022/23; measure offences
        E7 = 69; period 2022/23; unit percent
        """,
    )


def test_numbered_sections_below_headers_said_once():
    drawing = """
        SCWC offences, Essex
        | | 2021/22 | 2022/23
        {0} | Offences recorded | 35 | 40

        {1} | Sex of victim | |
        | Female | 15 | 20
        | Not entered | 20 | 20
        | Total | 35 | 40

        {2} | Arrests | |
        | Adults | 6 | 8
        | Total | 7 | 9

        {3} | Age of youngest victim | 8 | Seven
        {4} | Charges | 3 | 4
        """
    expected = _of_questions(
        (3, 35, 40, "measure offences"),
        (6, 15, 20, "sex female"),
        (8, 35, 40, "sex none"),
        (14, 8, 7, "measure victim_age"),
    )
    for numbers in ("12345", ("Q1", "Q2", "Q3", "Q4", "Q5"), ("1.", "2a.", "2b.", "3.", "4.")):
        expect(read(sheet(drawing.format(*numbers))), expected)


def test_what_bears_no_number_takes_no_headers_over_an_empty_row():
    found = read(
        sheet("""
        SCWC offences, Essex
        | App | 2021/22 | 2022/23
        1 | Snapchat | 35 | 40
        2 | Kik | 5 | 4

        | Firearms offences | 400 | 500
        """)
    )
    assert all(figure.review for cell, figure in found.items() if cell.endswith("6"))


def test_counts_beside_their_labels_name_nothing():
    expect(
        read(
            sheet("""
        SCWC offences recorded 2021/22, Essex

        12 | Snapchat
        5 | Kik
        3 | Instagram
        """)
        ),
        """
        A3 = 12; platforms Snapchat
        A4 = 5; platforms Kik
        A5 = 3; platforms Instagram
        """,
    )


def test_a_list_that_no_column_can_say_divides_offences_where_it_says_so():
    for name, totals in (
        ("Relationship of suspect to victim (per offence)", True),
        ("Ethnicity of victim (one per crime)", True),
        ("Device used (counted for each offence)", True),
        ("Ethnicity of suspects", False),
        ("Devices seized", False),
        ("Arrests (per offence)", False),
    ):
        found = read(
            sheet(f"""
        SCWC offences, Essex
        | 2021/22 | 2022/23
        Offences recorded | 35 | 40

        {name}
        Stranger | 20 | 30
        White other | 15 | 10
        Total | 35 | 40
        """)
        )
        assert set(found) == {"B3", "C3"} | ({"B8", "C8"} if totals else set()), name
