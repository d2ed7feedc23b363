"""Labels with slips of the keys: "Snapcaht", "Febuary", "Toatl", "% (where platfrom was recored)"."""

import pytest

from figuretrail.tables.language.labels import read_label
from figuretrail.tables.language.misspelt import meant_by, rightly_spelled
from tests.tables.drawing import expect, read, sheet


def test_mistyped_months_are_months():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Dorset Police: offences recorded
        Month | 2022/23 | 2023/24
        Apirl | 4 | 6
        Augst | 5 | 7
        Sepetember | 6 | 3
        Novemeber | 7 | 2
        Febuary | 8 | 1
        Toatl | 30 | 19
        """)
        ),
        """
        B3 = 4; period April 2022
        C3 = 6; period April 2023
        B4 = 5; period August 2022
        C4 = 7; period August 2023
        B5 = 6; period September 2022
        C5 = 3; period September 2023
        B6 = 7; period November 2022
        C6 = 2; period November 2023
        B7 = 8; period February 2023
        C7 = 1; period February 2024
        B8 = 30; period 2022/23
        C8 = 19; period 2023/24
        """,
    )


def test_mistyped_products_are_products():
    expect(
        read(
            sheet("""
        Sexual communication with a child, Dorset Police, 2022/23
        Platfrom | No. | % (where platfrom was recored)
        Snapcaht | 40 | 40%
        Instergram | 30 | 30%
        Face bok | 20 | 20%
        TicTok | 10 | 10%
        Toatl | 120 |
        """)
        ),
        """
        B3 = 40; platforms Snapchat
        C3 = 40; platforms Snapchat; measure offence_share; unit percent; base method_recorded
        B4 = 30; platforms Instagram
        C4 = 30; platforms Instagram; measure offence_share; unit percent; base method_recorded
        B5 = 20; platforms Facebook
        C5 = 20; platforms Facebook; measure offence_share; unit percent; base method_recorded
        B6 = 10; platforms TikTok
        C6 = 10; platforms TikTok; measure offence_share; unit percent; base method_recorded
        B7 = 120; platforms none
        """,
    )


def test_mistyped_forces_across_and_what_is_not_known():
    expect(
        read(
            sheet("""
        Sexual communication with a child by gendr of the victim, 2022/23
        Gendr | Cambridgshire | Staffordshre
        Femle | 14 | 12
        Unkown | 6 | 4
        """)
        ),
        """
        B3 = 14; sex female; place Cambridgeshire:force
        C3 = 12; sex female; place Staffordshire:force
        """,
    )


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("WHATTSAP", "WHATSAPP"),
        ("Oct - Decmber", "Oct - December"),
        ("Facebok & Messanger", "Facebook & Messenger"),
        ("offeneces in previuos yr", "offences in previous yr"),
    ],
)
def test_slips_are_set_right(label, meant):
    assert rightly_spelled(label) == meant


@pytest.mark.parametrize(
    # words of their own, several of a kind, too short, too far off, or as near to one as to another
    "word",
    [
        "herefordshire",
        "threats",
        "discard",
        "recorder",
        "recoded",
        "reworded",
        "offense",
        "offenses",
        "brough",
        "grind",
        "grinder",
        "tumbler",
        "twister",
        "youtuber",
        "snapcraft",
        "snapshot",
        "tender",
        "snapchats",
        "platforms",
        "quartet",
        "mouth",
        "charge",
        "policy",
    ],
)
def test_other_words_are_no_slips(word):
    assert meant_by(word) is None


def test_a_district_is_not_taken_for_the_force_whose_name_is_like_its_own():
    assert read_label("Herefordshire").place != read_label("Hertfordshire").place
    assert read_label("Herefordshre").place is None


def test_text_is_left_as_it_is():
    text = "The platfrom " + "is a free text field " * 6
    assert rightly_spelled(text) == text
