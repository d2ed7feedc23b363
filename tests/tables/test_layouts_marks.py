"""Marks that stand right before what they mean, and single letters and signs that are no labels beside numbers."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ("^", "^ fewer than 5    ^^ withheld to protect another cell"),
        ("^^", "^ fewer than 5    ^^ withheld to protect another cell"),
        ("**", "** Suppressed to protect identities"),
        ("¬", "¬ number withheld"),
        ("S", "S fewer than 5, or a total that would give it away"),
    ],
)
def test_a_mark_right_before_its_meaning_hides_a_number(mark, line):
    expect(
        read(
            sheet(f"""
        Greater Manchester Police: sexual communication with a child, by app
        {line}

        App | FYE 2024 | FYE 2023
        Snapchat | 271 | 222
        Telegram | 11 | {mark}
        Yubo | {mark} | {mark}
        """)
        ),
        f"""
        B5 = 271; period 2023/24; platforms Snapchat
        C5 = 222; period 2022/23
        B6 = 11; platforms Telegram
        C6 = none; platforms Telegram; status suppressed; surface {mark}
        B7 = none; platforms Yubo; status suppressed; surface {mark}
        C7 = none; platforms Yubo; status suppressed; surface {mark}
        """,
    )


def test_a_mark_right_before_its_meaning_says_that_there_is_no_number():
    expect(
        read(
            sheet("""
        Kent Police: sexual communication with a child, by app
        App | 2022/23 | 2023/24
        Snapchat | 27 | 22
        Telegram | ¬ | 4
        ¬ not recorded before 1 April 2023
        """)
        ),
        """
        B3 = 27; platforms Snapchat
        C3 = 22
        B4 = none; platforms Telegram; status not_available
        C4 = 4
        """,
    )


@pytest.mark.parametrize(
    "line",
    [
        "• fewer than 5 crimes in a month is usual",
        "We ^ rounded all numbers to fewer than 5 digits",
        "¬ The Force recorded fewer crimes than before",
    ],
)
def test_a_sign_before_other_words_is_not_explained(line):
    expect(
        read(
            sheet(f"""
        Kent Police: sexual communication with a child, by app
        {line}

        App | 2022/23 | 2023/24
        Snapchat | 27 | 22
        Telegram | 11 | {line.split()[0]}
        """)
        ),
        """
        B5 = 27; platforms Snapchat
        C5 = 22; platforms Snapchat
        B6 = 11; platforms Telegram
        """,
    )


@pytest.mark.parametrize(
    ("mark", "note"), [("S", "S means fewer than 5."), ("S", "S = number below 5"), ("^", "^ fewer than 5")]
)
def test_what_a_key_explains_is_no_label_in_a_column_with_a_number(mark, note):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police, 2023/24
        Measure | Northern | Southern | Islands | Force
        Offences recorded | 12 | 7 | {mark} | 21
        of which victim female | 9 | 5 | {mark} | 15
        on Snapchat | 7 | 4 | 0 | 12
        {note}
        """)
        ),
        """
        B3 = 12; place none
        C3 = 7; place none
        D3 = none; place none; status suppressed
        E3 = 21; place Kent
        B4 = 9; place none; sex female
        C4 = 5; place none; sex female
        D4 = none; place none; sex female; status suppressed
        E4 = 15; place Kent; sex female
        B5 = 7; place none; platforms Snapchat
        C5 = 4; place none; platforms Snapchat
        D5 = 0; place none; platforms Snapchat
        E5 = 12; place Kent; platforms Snapchat
        """,
    )


def test_letters_that_the_key_does_not_explain_stay_labels():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Kent Police, 2023/24
        Year | Sex of victim | Offences
        2022/23 | F | 54
        2022/23 | M | 13
        2023/24 | F | 60
        2023/24 | M | 11
        S means fewer than 5.
        """)
        ),
        """
        C3 = 54; sex female; period 2022/23
        C4 = 13; sex male; period 2022/23
        C5 = 60; sex female; period 2023/24
        C6 = 11; sex male; period 2023/24
        """,
    )


@pytest.mark.parametrize("ages", [("0 i 10", "11 i 12", "13 i 15"), ("Iau", "Canol", "Hŷn")])
def test_ages_are_labels_in_the_second_column_without_a_heading(ages):
    young, middle, old = ages
    expect(
        read(
            sheet(f"""
        Dioddefwyr / Victims of sexual communication with a child, North Wales Police, 2023-2024
        | | Benyw / Female | Gwryw / Male | Pawb / All
        {young} | 0 to 10 | 12 | 7 | 21
        {middle} | 11 to 12 | 33 | 9 | 42
        {old} | 13 to 15 | 54 | 13 | 69
        Pob oed | All ages | 99 | 29 | 132
        """)
        ),
        """
        C3 = 12; ages 0-10; sex female; measure victims
        D3 = 7; ages 0-10; sex male
        E3 = 21; ages 0-10
        C4 = 33; ages 11-12; sex female
        D4 = 9; ages 11-12; sex male
        E4 = 42; ages 11-12
        C5 = 54; ages 13-15; sex female
        D5 = 13; ages 13-15; sex male
        E5 = 69; ages 13-15
        C6 = 99; ages none; sex female
        D6 = 29; ages none; sex male
        E6 = 132; ages none
        """,
    )


def test_hidden_ranges_are_no_ages_in_the_second_column_without_a_heading():
    found = read(
        sheet("""
    Sexual communication with a child, Kent Police, 2022/23: offences by app
    App | | % of all
    Snapchat | 12 | 60%
    Kik | 1 to 4 | 20%
    TikTok | 1 to 4 | 20%
    """)
    )
    expect(
        found,
        """
        B3 = 12; platforms Snapchat
        C3 = 60; platforms Snapchat
        B4 = 4; bound <=; platforms Kik; ages none
        C4 = 20; platforms Kik; ages none
        B5 = 4; bound <=; platforms TikTok; ages none
        C5 = 20; platforms TikTok; ages none
        """,
    )
