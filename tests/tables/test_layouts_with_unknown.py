"""Totals with what is not known, and without it: what they count, and of which offences."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name",
    [
        "All (including gender not known)",
        "Total inc. unknown",
        "Total with unknown",
        "All genders, including those whose sex isn't recorded",
        "Total (incl. not stated)",
        "All plus unknown",
    ],
)
def test_a_total_that_includes_what_is_not_known_is_one(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police, 2022/23
        Age of victim | Female | Male | {name}
        0 to 11 | 48 | 14 | 65
        12 to 15 | 52 | 16 | 70
        """)
        ),
        """
        B3 = 48; ages 0-11; sex female; base all
        C3 = 14; ages 0-11; sex male; base all
        D3 = 65; ages 0-11; sex none; base all; measure offences
        B4 = 52; ages 12-15; sex female
        C4 = 16; ages 12-15; sex male
        D4 = 70; ages 12-15; sex none; base all; measure offences
        """,
    )


@pytest.mark.parametrize(
    "name",
    [
        "Gender not known",
        "Not known (including blank)",
        "Offences with unknown sex",
        "Victims with sex not recorded",
        "Not stated, incl. no sex recorded",
    ],
)
def test_what_is_not_known_is_no_total(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police, 2022/23
        Age of victim | Female | Male | {name}
        0 to 11 | 48 | 14 | 3
        12 to 15 | 52 | 16 | 2
        """)
        ),
        """
        B3 = 48; ages 0-11; sex female
        C3 = 14; ages 0-11; sex male
        B4 = 52; ages 12-15; sex female
        C4 = 16; ages 12-15; sex male
        """,
    )


@pytest.mark.parametrize(
    "name",
    [
        "Total less not given",
        "Total excluding unknown",
        "Total without unknown",
        "Total (unknown removed)",
        "All, not counting unknown",
        "Known",
        "All known",
    ],
)
def test_a_total_without_what_is_not_known_is_of_the_known(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        Sex of victim | 2021/22 | 2022/23
        Girl | 97 | 108
        Boy | 23 | 21
        Not given | 5 | 4
        {name} | 120 | 129
        Total | 125 | 133
        """)
        ),
        """
        B3 = 97; sex female; base all
        C3 = 108; sex female; base all
        B4 = 23; sex male; base all
        C4 = 21; sex male; base all
        B6 = 120; sex none; base sex_recorded; measure offences
        C6 = 129; sex none; base sex_recorded; measure offences
        B7 = 125; sex none; base all
        C7 = 133; sex none; base all
        """,
    )


def test_a_row_and_a_column_without_what_is_not_known_cross():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Kent Police, 2022/23
        Age | Female | Male | Not known | Total | Total excluding unknown sex
        0 to 11 | 17 | 8 | 1 | 26 | 25
        12 to 15 | 107 | 31 | 5 | 143 | 138
        Total | 124 | 39 | 6 | 169 | 163
        Total excluding unknown age | 120 | 37 | 6 | 163 | 157
        """)
        ),
        """
        B3 = 17; ages 0-11; sex female
        C3 = 8; ages 0-11; sex male
        E3 = 26; ages 0-11; base all
        F3 = 25; ages 0-11; base sex_recorded
        B4 = 107; ages 12-15; sex female
        C4 = 31; ages 12-15; sex male
        E4 = 143; ages 12-15; base all
        F4 = 138; ages 12-15; base sex_recorded
        B5 = 124; sex female
        C5 = 39; sex male
        E5 = 169; base all
        F5 = 163; base sex_recorded
        B6 = 120; sex female; base age_recorded
        C6 = 37; sex male; base age_recorded
        E6 = 163; base age_recorded
        F6 = 157; base age_and_sex_recorded
        """,
    )


@pytest.mark.parametrize("name", ["All recorded ages", "All known ages", "Known ages"])
def test_all_ages_that_are_recorded_are_of_these(name):
    expect(
        read(
            sheet(f"""
        Victims of sexual communication with a child, Kent Police, year to March 2024
        Age of victim | Girls | Boys | All victims whose sex is recorded
        Under 13 | 64 | 27 | 91
        13 to 15 | 120 | 30 | 150
        Age not recorded | 3 | 1 | 4
        {name} | 184 | 57 | 241
        All ages | 187 | 58 | 245
        """)
        ),
        """
        B3 = 64; ages 0-12; sex female; base all
        C3 = 27; ages 0-12; sex male; base all
        D3 = 91; ages 0-12; base sex_recorded
        B4 = 120; ages 13-15; sex female
        C4 = 30; ages 13-15; sex male
        D4 = 150; ages 13-15; base sex_recorded
        B6 = 184; ages none; sex female; base age_recorded
        C6 = 57; ages none; sex male; base age_recorded
        D6 = 241; ages none; base age_and_sex_recorded
        B7 = 187; ages none; sex female; base all
        C7 = 58; ages none; sex male; base all
        D7 = 245; ages none; base sex_recorded
        """,
    )


@pytest.mark.parametrize(
    "name",
    ["Cleveland (incl. not mapped)", "Cleveland including not mapped", "Cleveland (excl. district not recorded)"],
)
def test_a_force_with_or_without_what_is_not_known_is_the_force(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child
        District | 2022/23 | 2023/24
        Hartlepool | 12 | 15
        Middlesbrough | 22 | 25
        {name} | 36 | 44
        """)
        ),
        """
        B3 = 12; place none
        C3 = 15; place none
        B4 = 22; place none
        C4 = 25; place none
        B5 = 36; place Cleveland:force
        C5 = 44; place Cleveland:force
        """,
    )


@pytest.mark.parametrize("name", ["Cleveland (excluding Stockton)", "Cleveland without Redcar"])
def test_a_force_without_a_part_is_no_force(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child
        District | 2022/23 | 2023/24
        Hartlepool | 12 | 15
        {name} | 36 | 44
        """)
        ),
        """
        B3 = 12; place none
        C3 = 15; place none
        B4 = 36; place none
        C4 = 44; place none
        """,
    )


@pytest.mark.parametrize(
    "name",
    ["Any app or site named", "At least one platform or app recorded", "Hysbys / Known", "Known", "Any site was named"],
)
def test_a_total_of_those_with_any_platform(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Gwent Police: offences by app or site
        App or site | 2021/22 | 2022/23
        Snapchat | 37 | 48
        Instagram | 20 | 19
        {name} | 57 | 67
        None named | 12 | 9
        """)
        ),
        """
        B3 = 37; platforms Snapchat
        C3 = 48; platforms Snapchat
        B4 = 20; platforms Instagram
        C4 = 19; platforms Instagram
        B5 = 57; platforms none; base method_recorded
        C5 = 67; platforms none; base method_recorded
        """,
    )


def test_known_to_the_victim_is_no_total():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Kent Police, 2022/23
        Relationship to victim | Offences
        Known to victim | 30
        Stranger | 60
        """)
        ),
        "",
    )


@pytest.mark.parametrize(
    ("note", "base"),
    [
        ("Percentages are of all victims, including those whose age or sex isn't recorded.", "all"),
        ("Percentages are of all victims, including those whose age or sex is not recorded.", "all"),
        ("Percentages are of victims whose age or sex is recorded.", None),
    ],
)
def test_what_percentages_are_of_where_the_unknown_are_included(note, base):
    ages, sexes = (base or "age_recorded"), (base or "sex_recorded")
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23: victims
        Victims | Number | % of victims
        Girls | 101 | 79%
        Boys | 24 | 19%
        12 and under | 52 | 41%
        13 and over | 70 | 55%

        {note}
        """)
        ),
        f"""
        B3 = 101; sex female; measure victims
        C3 = 79; sex female; base {sexes}; measure victim_share
        B4 = 24; sex male; measure victims
        C4 = 19; sex male; base {sexes}
        B5 = 52; ages 0-12
        C5 = 41; ages 0-12; base {ages}
        B6 = 70; ages 13-none
        C6 = 55; ages 13-none; base {ages}
        """,
    )
