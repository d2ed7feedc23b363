"""Labels that stand before each number of a row: "all | 17/18 | 29 | 18/19 | 47", "Snap | 24 | Insta | 11"."""

from tests.tables.drawing import expect, read, sheet


def test_each_number_has_its_year_before_it():
    expect(
        read(
            sheet("""
            SCWAC, Kent Police
            recorded crimes | 17/18 | 29 | 18/19 | 47 | 19/20 | 61
            female vic | 17/18 | 23 | 18/19 | 39 | 19/20 | *
            vic u13 | 17/18 | 4 | 18/19 | nil | 19/20 | 12
            """)
        ),
        """
        C2 = 29; period 2017/18
        E2 = 47; period 2018/19
        G2 = 61; period 2019/20
        C3 = 23; period 2017/18; sex female
        E3 = 39; period 2018/19; sex female
        G3 = none; period 2019/20; sex female; status suppressed
        C4 = 4; period 2017/18; ages 0-12
        E4 = 0; period 2018/19; ages 0-12
        G4 = 12; period 2019/20; ages 0-12
        """,
    )


def test_a_single_row_lists_platforms_each_before_its_number():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
            apps, 22/23 only | Snap | 24 | FB/Messenger | 9 | TikTok | 3 | Kik | none | WhatsApp | 12
            """)
        ),
        """
        C2 = 24; period 2022/23; platforms Snapchat
        E2 = 9; period 2022/23; platforms Facebook, Facebook Messenger
        G2 = 3; period 2022/23; platforms TikTok
        I2 = 0; period 2022/23; platforms Kik
        K2 = 12; period 2022/23; platforms WhatsApp
        """,
    )


def test_bare_years_before_numbers_are_no_counts():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
            Snapchat | 2021 | 24 | 2022 | 11 | 2023 | nil
            Kik | 2021 | 14 | 2022 | * | 2023 | 8
            """)
        ),
        """
        C2 = 24; period 2021; platforms Snapchat
        E2 = 11; period 2022; platforms Snapchat
        G2 = 0; period 2023; platforms Snapchat
        C3 = 14; period 2021; platforms Kik
        E3 = none; period 2022; platforms Kik; status suppressed
        G3 = 8; period 2023; platforms Kik
        """,
    )


def test_a_single_row_of_years_each_before_its_number():
    expect(
        read(sheet("Sexual communication with a child, Kent Police\n2021 | 57 | 2022 | 61 | 2023 | 66")),
        """
        B2 = 57; period 2021
        D2 = 61; period 2022
        F2 = 66; period 2023
        """,
    )


def test_bands_of_ages_before_numbers_are_no_hidden_ones():
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police, 2021/22
            Female | 0-11 | 5 | 12-15 | 8 | 16+ | 2
            Male | 0-11 | 3 | 12-15 | 4 | 16+ | 1
            """)
        ),
        """
        C2 = 5; ages 0-11; sex female
        E2 = 8; ages 12-15; sex female
        G2 = 2; ages 16-; sex female
        C3 = 3; ages 0-11; sex male
        E3 = 4; ages 12-15; sex male
        G3 = 1; ages 16-; sex male
        """,
    )


def test_hidden_ranges_beside_numbers_stay_values():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2021/22
        Female | 1-4 | 5 | 1-4 | 8 | 1-4 | 7
        Male | 1-4 | 6 | 1-4 | 9 | 1-4 | 5
        """)
    )
    assert found["B2"].status == "suppressed"


def test_remarks_before_numbers_are_of_no_number_alone():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police
        Year | Remark | Offences | Remark | Girls | Remark | Boys
        2021 | new system | 24 | see note | 11 | checked | 9
        2022 | covid | 14 | revised | 12 | low | 8
        """)
    )
    assert [(f.value, f.period_start.year, f.victim_sex) for f in found.values()] == [
        (24, 2021, None),
        (11, 2021, "female"),
        (9, 2021, "male"),
        (14, 2022, None),
        (12, 2022, "female"),
        (8, 2022, "male"),
    ]


def test_labels_of_a_whole_row_stay_its_own():
    # Each of three columns of labels divides further, and the one number is of all of them
    expect(
        read(
            sheet("""
            Sexual communication with a child, Kent Police
            Year | Sex | Platform | Offences
            2021/22 | Female | Snapchat | 24
            2021/22 | Male | Kik | 11
            """)
        ),
        """
        D3 = 24; period 2021/22; sex female; platforms Snapchat
        D4 = 11; period 2021/22; sex male; platforms Kik
        """,
    )
