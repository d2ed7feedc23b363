"""Sentences on a time between the headers of a table and its rows: they are no headings of sections."""

import pytest

from tests.tables.drawing import expect, read, sheet

SENTENCES = [
    "FYE 2024 is the financial year ending on 31 March 2024, and so on",
    "Figures for FYE 2024 are provisional",
    "FYE 2024 may change as crimes are reviewed",
    "Data for FYE 2024 was taken on 3 June 2024",
    "FYE 2024 means the year to 31 March 2024",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("heading", ["Measure", "What we counted"])
def test_a_sentence_on_a_time_below_the_headers_is_no_heading(sentence, heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Greater Manchester Police

        {heading} | FYE 2024 | FYE 2023 | FYE 2022
        {sentence}
        Offences recorded | 812 | 745 | 698
        of which the victim is a girl | 640 | 577 | 551
        """)
        ),
        """
        B5 = 812; period 2023/24
        C5 = 745; period 2022/23
        D5 = 698; period 2021/22
        B6 = 640; period 2023/24; sex female
        C6 = 577; period 2022/23; sex female
        D6 = 551; period 2021/22; sex female
        """,
    )


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_on_a_time_between_rows_is_no_heading(sentence):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        Platform | FYE 2024 | FYE 2023
        Snapchat | 81 | 74
        {sentence}
        Kik | 12 | 9
        Discord | 7 | 5
        """)
        ),
        """
        B3 = 81; period 2023/24; platforms Snapchat
        C3 = 74; period 2022/23; platforms Snapchat
        B5 = 12; period 2023/24; platforms Kik
        C5 = 9; period 2022/23; platforms Kik
        B6 = 7; period 2023/24; platforms Discord
        C6 = 5; period 2022/23; platforms Discord
        """,
    )


@pytest.mark.parametrize("heading", ["FYE 2024", "Offences recorded in FYE 2024", "Year ending 31 March 2024"])
def test_a_time_below_the_headers_heads_a_section(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Kent Police
        Platform | Female victims | Male victims
        {heading}
        Snapchat | 81 | 14
        Kik | 12 | 9
        """)
        ),
        """
        B4 = 81; period 2023/24; sex female; platforms Snapchat
        C4 = 14; period 2023/24; sex male; platforms Snapchat
        B5 = 12; period 2023/24; sex female; platforms Kik
        C5 = 9; period 2023/24; sex male; platforms Kik
        """,
    )


def test_what_is_said_of_offences_heads_a_section():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Kent Police
        Platform | FYE 2024 | FYE 2023
        Crimes in which the victim was female
        Snapchat | 81 | 74
        Kik | 12 | 9
        """)
        ),
        """
        B4 = 81; period 2023/24; sex female; platforms Snapchat
        C4 = 74; period 2022/23; sex female; platforms Snapchat
        B5 = 12; period 2023/24; sex female; platforms Kik
        C5 = 9; period 2022/23; sex female; platforms Kik
        """,
    )
