"""Lines amid a sheet that speak of all that stands below them."""

import pytest

from tests.tables.drawing import expect, read, sheet

TITLE = "Child sexual offences incl. 71/17"


@pytest.mark.parametrize(
    "line",
    [
        "Everything below is about 71/17 Sexual communication with a child only.",
        "All tables below are for sexual communication with a child (71/17) only",
        "The following tables relate to sexual communication with a child.",
        "The rest of this sheet covers sexual communication with a child",
    ],
)
def test_a_line_on_all_below_it_speaks_of_each_table(line):
    expect(
        read(
            sheet(f"""
        Cambridgeshire Constabulary - summary
        Offence | 2022/23 | 2023/24
        Rape of a child | 121 | 137
        Meeting a child following sexual grooming | 12 | 10

        {line}

        By month
        Month | April 2023 | May 2023
        Offences | 10 | 13

        By district
        District | 2022/23 | 2023/24
        Fenland | 21 | 20
        Peterborough | 35 | 38
        """),
            title=TITLE,
        ),
        """
        B3 = 121; offence rape
        C3 = 137; offence rape
        B4 = 12; offence meeting_a_child_following_grooming
        C4 = 10; offence meeting_a_child_following_grooming
        B10 = 10; offence sexual_communication_with_a_child; period April 2023
        C10 = 13; offence sexual_communication_with_a_child; period May 2023
        B14 = 21; offence sexual_communication_with_a_child; place none; period 2022/23
        C14 = 20; offence sexual_communication_with_a_child; place none; period 2023/24
        B15 = 35; offence sexual_communication_with_a_child; place none; period 2022/23
        C15 = 38; offence sexual_communication_with_a_child; place none; period 2023/24
        """,
    )


def test_the_title_of_one_table_speaks_of_no_further_one():
    found = read(
        sheet("""
    Cambridgeshire Constabulary - summary
    Offence | 2022/23 | 2023/24
    Rape of a child | 121 | 137

    The table below is about sexual communication with a child
    Month | April 2023 | May 2023
    Offences | 10 | 13

    By district
    District | 2022/23 | 2023/24
    Fenland | 21 | 20
    """),
        title=TITLE,
    )
    expect(
        found,
        """
        B3 = 121; offence rape
        C3 = 137; offence rape
        B7 = 10; offence sexual_communication_with_a_child
        C7 = 13; offence sexual_communication_with_a_child
        B11 = 21; offence child_sexual_offences
        C11 = 20; offence child_sexual_offences
        """,
    )


def test_a_tables_own_title_speaks_before_a_line_further_up():
    found = read(
        sheet("""
    Cambridgeshire Constabulary - summary
    Offence | 2022/23 | 2023/24
    Rape of a child | 121 | 137

    Everything below is about sexual communication with a child
    Month | April 2023 | May 2023
    Offences | 10 | 13

    Meeting a child following sexual grooming, by district
    District | 2022/23 | 2023/24
    Fenland | 21 | 20
    """),
        title=TITLE,
    )
    expect(
        found,
        """
        B3 = 121; offence rape
        C3 = 137; offence rape
        B7 = 10; offence sexual_communication_with_a_child
        C7 = 13; offence sexual_communication_with_a_child
        B11 = 21; offence meeting_a_child_following_grooming
        C11 = 20; offence meeting_a_child_following_grooming
        """,
    )
