"""Ages across the columns, ages at whatever time, groups called "other", and shares where something is known."""

import pytest

from tests.tables.drawing import expect, read, sheet


def test_single_ages_as_text_after_a_band():
    found = read(
        sheet("""
        Victims of sexual communication with a child, Dorset Police, 2022/23
        | 10 or under | '11 | '12 | '13 | '14 | '15 | All
        Girls | 2 | 5 | 9 | 14 | 12 | 8 | 50
        Boys | 1 | 3 | 2 | 4 | 5 | 1 | 16
        """)
    )
    expect(
        found,
        """
        B3 = 2; ages 0-10; sex female; measure victims
        C3 = 5; ages 11-11; sex female
        D3 = 9; ages 12-12
        E3 = 14; ages 13-13
        F3 = 12; ages 14-14
        G3 = 8; ages 15-15
        H3 = 50; ages none-none; sex female
        B4 = 1; ages 0-10; sex male
        C4 = 3; ages 11-11; sex male
        D4 = 2; ages 12-12
        E4 = 4; ages 13-13
        F4 = 5; ages 14-14
        G4 = 1; ages 15-15
        H4 = 16; ages none-none; sex male
        """,
    )


def test_single_ages_below_girls_and_boys():
    found = read(
        sheet("""
        Sexual communication with a child by age and sex of the victim, Gwent Police
        Year | Female | | | Male | |
        | 13 | 14 | 15 | 13 | 14 | 15
        2021/22 | 12 | 14 | 17 | 3 | 4 | 2
        2022/23 | 11 | 19 | 20 | 5 | 1 | 3
        """)
    )
    expect(
        found,
        """
        B4 = 12; ages 13-13; sex female; period 2021/22
        C4 = 14; ages 14-14; sex female
        D4 = 17; ages 15-15; sex female
        E4 = 3; ages 13-13; sex male
        F4 = 4; ages 14-14; sex male
        G4 = 2; ages 15-15; sex male
        B5 = 11; ages 13-13; sex female; period 2022/23
        C5 = 19; ages 14-14; sex female
        D5 = 20; ages 15-15; sex female
        E5 = 5; ages 13-13; sex male
        F5 = 1; ages 14-14; sex male
        G5 = 3; ages 15-15; sex male
        """,
    )


def test_a_first_row_of_small_numbers_is_no_line_of_ages():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Platform | 2019/20 | 2020/21 | 2021/22
        Kik | 3 | 4 | 5
        Snapchat | 20 | 30 | 40
        """)
    )
    assert [found[cell].value for cell in ("B3", "C3", "D3")] == [3, 4, 5]


def test_ages_at_whatever_time():
    for name in ("Age when first contacted", "Victim age at date of report", "Age of victim on the day recorded"):
        found = read(
            sheet(f"""
            Number of victims of sexual communication with a child, Cumbria Constabulary
            {name} | 2021/22 | 2022/23
            11 | 3 | 4
            12 | 6 | 5
            13 | 9 | 12
            Total | 18 | 21
            """)
        )
        expect(
            found,
            """
            B3 = 3; ages 11-11; period 2021/22; measure victims
            C3 = 4; ages 11-11; period 2022/23
            B4 = 6; ages 12-12
            C4 = 5; ages 12-12
            B5 = 9; ages 13-13
            C5 = 12; ages 13-13
            B6 = 18; ages none-none; measure victims
            C6 = 21; ages none-none
            """,
        )


def test_when_an_offence_was_recorded_counts_no_offences():
    found = read(
        sheet("""
        Victims of sexual communication with a child, Cumbria Constabulary
        The year is that in which the offence was recorded.

        Sex | 2021/22 | 2022/23
        Female | 30 | 40
        Male | 6 | 5
        """)
    )
    assert {figure.measure for figure in found.values()} == {"victims"}
    assert len(found) == 4


def test_a_group_of_other_companies():
    found = read(
        sheet("""
        Sexual communication with a child by app, Lincolnshire Police
        | Meta | | Other apps | | All
        | Instagram | WhatsApp | Snapchat | Kik |
        2021/22 | 7 | 3 | 12 | 2 | 40
        2022/23 | 9 | 4 | 15 | 1 | 45
        """)
    )
    expect(
        found,
        """
        B4 = 7; platforms Instagram; period 2021/22
        C4 = 3; platforms WhatsApp
        D4 = 12; platforms Snapchat
        E4 = 2; platforms Kik
        F4 = 40; platforms none
        B5 = 9; platforms Instagram; period 2022/23
        C5 = 4; platforms WhatsApp
        D5 = 15; platforms Snapchat
        E5 = 1; platforms Kik
        F5 = 45; platforms none
        """,
    )


def test_other_offences_over_years_stay_others():
    found = read(
        sheet("""
        Offences recorded by Lincolnshire Police
        | Sexual communication with a child | | Other offences |
        | 2021/22 | 2022/23 | 2021/22 | 2022/23
        Snapchat | 12 | 15 | 90 | 80
        Kik | 2 | 1 | 7 | 9
        """)
    )
    assert set(found) <= {"B4", "C4", "B5", "C5"}
    assert len(found) == 4


def test_shares_where_age_or_gender_is_known():
    found = read(
        sheet("""
        Sexual communication with a child, Durham Constabulary, 2022/23
        Victims, % of those whose age or gender was recorded
        | %
        Girls | 81%
        Boys | 19%
        Aged 10 and under | 12%
        Aged 11 to 15 | 88%
        """)
    )
    expect(
        found,
        """
        B4 = 81; sex female; base sex_recorded; measure victim_share
        B5 = 19; sex male; base sex_recorded
        B6 = 12; ages 0-10; base age_recorded
        B7 = 88; ages 11-15; base age_recorded
        """,
    )


def test_shares_of_ages_within_sexes_where_both_are_known():
    found = read(
        sheet("""
        Sexual communication with a child, Durham Constabulary, 2022/23
        Percentage of victims where known
        | Female | Male
        Under 12 | 10% | 4%
        12 to 15 | 70% | 16%
        """)
    )
    assert {figure.base for figure in found.values()} == {"age_and_sex_recorded"}


def test_how_many_forces_gave_some_years():
    found = read(
        sheet("""
        Sexual communication with a child offences by force
        Force | 2021/22 | 2022/23
        Kent | 30 | 40
        Surrey | 20 | 25
        Sussex | 22 | 27
        Dorset | 11 | refused

        Forces giving two years of figures | 3
        Forces that supplied nothing | 1
        """)
    )
    assert (found["B8"].measure, found["B8"].value) == ("forces", 3)


def test_how_many_forces_answered_below_references():
    found = read(
        sheet("""
        Sexual communication with a child: offences by force
        Force | FOI ref | 2021/22 | 2022/23
        Kent | 22/114 | 30 | 40
        Surrey | 4417 | 20 | 25
        Sussex | F-220 | 22 | 27
        Dorset | DP/11 | 11 | 9
        Essex | 20-771 | refused | refused
        Norfolk | 1022-3 | 8 | 14

        Forces that replied | 5
        Forces refusing | 1
        """)
    )
    assert [(found[cell].measure, found[cell].value) for cell in ("B10", "B11")] == [("forces", 5), ("forces", 1)]
    assert found["C4"].value == 20
    assert "B4" not in found


def test_sexes_and_ages_in_one_list_without_a_heading():
    found = read(
        sheet("""
        Victims of sexual communication with a child, Gwent Police, 2022/23
        Percentages are of victims whose age or sex is known.
        | Percentage
        Female | 80%
        Male | 20%
        Under 13 | 30%
        13 to 15 | 70%
        """)
    )
    expect(
        found,
        """
        B4 = 80; sex female; base sex_recorded; measure victim_share
        B5 = 20; sex male; base sex_recorded
        B6 = 30; ages 0-12; base age_recorded
        B7 = 70; ages 13-15; base age_recorded
        """,
    )


def test_victims_of_another_gender_are_no_group_of_apps():
    found = read(
        sheet("""
        Sexual communication with a child by app and gender, Lincolnshire Police, 2022/23
        Gender | App | Offences
        Female | Snapchat | 12
        Female | Kik | 3
        Male | Snapchat | 5
        Male | Kik | 2
        Other | Snapchat | 1
        Other | Kik | 0
        """)
    )
    assert set(found) == {"C3", "C4", "C5", "C6"}


def test_ages_that_could_be_years_below_a_heading_of_the_years_across():
    found = read(
        sheet("""
        Sexual communication with a child
        Financial year | 2019/20 | 2020/21
        Crimes recorded | 54 | 67
        Crimes with girls under 13 | 14 | 19
        Crimes with victim 16 - 17 | 1 | 0
        Snapchat | 13 | 20
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 54; period 2019/20; ages none
        C3 = 67; period 2020/21; ages none
        B4 = 14; period 2019/20; ages 0-12; sex female
        C4 = 19; period 2020/21; ages 0-12; sex female
        B5 = 1; period 2019/20; ages 16-17
        C5 = 0; period 2020/21; ages 16-17
        B6 = 13; period 2019/20; platforms Snapchat
        C6 = 20; period 2020/21; platforms Snapchat
        """,
    )


@pytest.mark.parametrize(
    ("corner", "across", "ages", "year"),
    [
        ("Year", "Female | Male", "none", "2016/17"),  # years down: the heading is theirs
        ("Age", "10 to 12 | 13 to 15", "10-12", "2016/17"),  # ages across: years down
    ],
)
def test_years_that_could_be_ages(corner, across, ages, year):
    found = read(
        sheet(f"Sexual communication with a child\n{corner} | {across}\n16-17 | 14 | 15\n17-18 | 20 | 30"),
        force="Kent",
    )
    assert len(found) == 4
    expect({"B3": found["B3"]}, f"B3 = 14; ages {ages}; period {year}")
