"""Layouts of several tables in a sheet: lettered and numbered ones, with remarks beside their headers."""

import pytest

from tests.tables.drawing import expect, read, sheet

_LETTERED = """
        Thames Valley Police: sexual communication with a child
        (a) All offences
        Year | Q1 | Q2 | Whole year
        2021/22 | 61 | 72 | 133
        2022/23 | 60 | 70 | 130

        {over}
        Year | Q1 | Q2 | Whole year
        2021/22 | 44 | 55 | 99
        2022/23 | 40 | 50 | 90
        """


_ABOVE = """
        B4 = 61; sex none
        C4 = 72
        D4 = 133; sex none; period 2021/22
        B5 = 60
        C5 = 70
        D5 = 130
        """


@pytest.mark.parametrize(
    "over", ["(b) of which the victim was female", "b) Female victims", "(b) Victim was a girl", "2) Girls"]
)
def test_a_lettered_line_heads_the_table_below_it_and_limits_its_total(over):
    expect(
        read(sheet(_LETTERED.format(over=over))),
        _ABOVE
        + """
        B9 = 44; sex female; period April to June 2021
        C9 = 55; sex female
        D9 = 99; sex female; period 2021/22
        B10 = 40; sex female
        C10 = 50; sex female
        D10 = 90; sex female
        """,
    )


def test_several_lettered_lines_are_footnotes_of_the_table_above():
    found = read(
        sheet("""
        Thames Valley Police: sexual communication with a child
        Year | Q1 (a) | Q2 (b)
        2021/22 | 61 | 72

        (a) female victims are shown on request
        (b) of which the victim was female in most

        App | 2021/22
        Snapchat | 44
        """)
    )
    expect(
        found,
        """
        B3 = 61; sex none
        C3 = 72; sex none
        B9 = 44; sex none
        """,
    )


def test_a_total_of_all_victims_is_not_limited_by_a_title():
    expect(
        read(
            sheet("""
        Thames Valley Police: sexual communication with a child
        Female victims
        App | 2021/22 | 2022/23
        Snapchat | 44 | 55
        Total | 60 | 70
        All victims | 80 | 90
        """)
        ),
        """
        B4 = 44; sex female
        C4 = 55; sex female
        B5 = 60; sex female
        C5 = 70; sex female
        B6 = 80; sex none
        C6 = 90; sex none
        """,
    )


_REMARK = (
    "The age is worked out by the system from the date of birth at the date on which the offence was committed and"
    " not at the one on which it was reported to us."
)


def test_a_long_remark_beside_headers_heads_neither_this_table_nor_the_next():
    expect(
        read(
            sheet(f"""
        Durham Constabulary - victims of sexual communication with a child
        Dates | How old the victim was |  |  | {_REMARK}
         | 12 & under | 13 to 15
        2018/19 | 19 | 41
        2019/20 | 24 | 52

        Boy or girl
        Dates | Girls | Boys
        2018/19 | 52 | 13
        2019/20 | 64 | 18
        """)
        ),
        """
        B4 = 19; ages 0-12; measure victims
        C4 = 41; ages 13-15
        B5 = 24
        C5 = 52
        B9 = 52; sex female; measure victims
        C9 = 13; sex male
        B10 = 64
        C10 = 18
        """,
    )


def test_a_remark_that_reaches_down_beside_the_rows():
    expect(
        read(
            sheet(
                f"""
        Durham Constabulary - victims of sexual communication with a child
        Dates | How old the victim was |  |  | {_REMARK}
         | 12 & under | 13 to 15 |  |
        2018/19 | 19 | 41 |  |
        2019/20 | 24 | 52 |  |
        """,
                merged=((1, 4, 4, 5), (1, 1, 1, 2), (1, 0, 2, 0)),
            )
        ),
        """
        B4 = 19; ages 0-12; measure victims
        C4 = 41; ages 13-15
        B5 = 24
        C5 = 52
        """,
    )


def test_a_long_text_beside_two_tags_is_a_title_where_the_table_goes_on_below_it():
    title = (
        "Offences of sexual communication with a child that the force recorded in each of the years that were asked"
        " for, in which the victim was female"
    )
    expect(
        read(
            sheet(f"""
        FOI 12/23 | Answer |  | {title}
        Year | Snapchat | Facebook | Kik
        2018/19 | 52 | 13 | 65
        """),
            force="Durham",
        ),
        """
        B3 = 52; sex female; platforms Snapchat
        C3 = 13; sex female; platforms Facebook
        D3 = 65; sex female; platforms Kik
        """,
    )


def test_a_numbered_question_begins_a_table_of_its_own():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Merseyside Police
        4. Sex of victim
         | F | M
        2020-2021 | 166 | 30
        2021-2022 | 190 | 43

        5. Age of youngest victim in 2021-2022 | 6
        """)
        ),
        """
        B4 = 166; sex female
        C4 = 30; sex male
        B5 = 190
        C5 = 43
        B7 = 6; measure victim_age; sex none; period 2021/22
        """,
    )


def test_rows_after_a_gap_without_the_next_number_go_on_in_the_table():
    for name in ("2022-2023", "2. In 2022-2023"):
        expect(
            read(
                sheet(f"""
            Sexual communication with a child, Merseyside Police
            4. Sex of victim
             | F | M
            2020-2021 | 166 | 30
            2021-2022 | 190 | 43

            {name} | 100 | 60
            """)
            ),
            """
            B4 = 166; sex female
            C4 = 30; sex male
            B5 = 190
            C5 = 43
            B7 = 100; sex female; period 2022/23
            C7 = 60; sex male; period 2022/23
            """,
        )


def test_a_remark_beside_a_table_of_the_youngest_victims():
    remark = "The figures in this table were taken from the crime recording system by an analyst and were checked by"
    drawing = """
        Sexual communication with a child, Gwent Police: the youngest victim
        Year | Age |  | {}
        2021/22 | 7 |  |
        2022/23 | 6 |  |
        """
    for beside in ("", f"{remark} one other person before release."):
        expect(
            read(sheet(drawing.format(beside))),
            """
            B3 = 7; measure victim_age; period 2021/22
            B4 = 6; measure victim_age; period 2022/23
            """,
        )


def test_victims_under_18_limit_neither_ours_nor_the_total_of_several_offences():
    found = read(
        sheet("""
        Offences recorded by Kent Police, victim under 18
        Offence | 2021/22 | 2022/23
        Sexual communication with a child | 66 | 71
        Meeting a child following grooming | 8 | 5
        All above | 74 | 76
        """)
    )
    assert found["B3"].victim_age_max is None
    assert found["B5"].victim_age_max is None


def test_victims_under_13_limit_the_total_of_a_table_too():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police: victims under 13
        App | 2021/22 | 2022/23
        Snapchat | 6 | 7
        Total | 14 | 16
        """)
        ),
        """
        B3 = 6; ages 0-12
        C3 = 7; ages 0-12
        B4 = 14; ages 0-12
        C4 = 16; ages 0-12
        """,
    )
