"""Totals of all offences beside those whose platform is known, and what says which of the two a total is."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


def test_a_column_of_the_known_beside_all_offences():
    title = "Sexual communication with a child 2023: share by app, of offences where the means of contact was recorded"
    table = f"""
        {title}
        Force | Offences | Means recorded | Snapchat | Instagram
        Derbyshire | 162 | 120 | 48% | 21%
        Kent | 190 | 150 | 40% | 25%
        """
    expect(
        read(sheet(table)),
        """
        B3 = 162; base all; place Derbyshire
        C3 = 120; base method_recorded
        D3 = 48; measure offence_share; base method_recorded; platforms Snapchat
        E3 = 21; measure offence_share; base method_recorded; platforms Instagram
        B4 = 190; base all; place Kent
        C4 = 150; base method_recorded
        D4 = 40; measure offence_share; base method_recorded
        E4 = 25; measure offence_share; base method_recorded
        """,
    )


@pytest.mark.parametrize(
    "note", ["A blank means that no such crime was recorded.", "A dash means nothing was recorded"]
)
def test_what_a_mark_means_is_no_means_of_communication(note):
    table = "Sexual communication with a child by app, 2022/23\n{0}\nApp | Offences\nSnapchat | 25\nTotal | 84"
    assert read(sheet(table.format(note)))["B5"].base == "all"
    known = read(sheet(table.format("Crimes where the means of communication was recorded")))
    assert known["B5"].base == "method_recorded"


def test_all_offences_beside_the_known_whichever_stands_first():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23, where an app was recorded
        Force | With an app recorded | Total | Snapchat
        Kent | 100 | 150 | 40
        Gwent | 30 | 45 | 12
        """)
    )
    assert [found[cell].base for cell in ("B3", "C3", "B4", "C4")] == ["method_recorded", "all"] * 2


def test_a_total_alone_is_of_what_the_title_says():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23, where an app was recorded
        Force | Total | Snapchat
        Kent | 100 | 40
        Gwent | 30 | 12
        """)
    )
    assert {found[cell].base for cell in ("B3", "B4")} == {"method_recorded"}


BY_APP = """
Sexual communication with a child - crimes where an app was recorded
App | 2021/22 | 2022/23
Instagram | 14 | 17
Snapchat | 25 | 33
Total | 84 | 93
{note}
"""


@pytest.mark.parametrize(
    "note",
    [
        "Total is of all crimes, including those with no app in the notes.",
        "The total includes crimes where the app is not recorded",
        "Totals are of all offences, whether or not the app was known or the app was not recorded.",
    ],
)
def test_a_note_says_that_the_total_holds_the_unknown(note):
    found = read(sheet(BY_APP.format(note=note)))
    assert [found[cell].base for cell in ("B5", "C5")] == ["all", "all"]


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Total does not include those with no app in the notes.",
        "Search of the notes took 11 hours, including those with no app.",
    ],
)
def test_a_total_by_app_without_such_a_note_is_of_the_known(note):
    found = read(sheet(BY_APP.format(note=note)))
    assert [found[cell].base for cell in ("B5", "C5")] == ["method_recorded", "method_recorded"]


@pytest.mark.parametrize(
    "name",
    ["Any app or none", "Any app or no app", "With or without an app", "All crimes, any platform or none recorded"],
)
def test_any_app_or_none_are_all_offences(name):
    found = read(
        sheet(f"""
        Sexual communication with a child, 2023-24: offences with the app named in the answer
        Force | Instagram | Snapchat | {name}
        Cheshire | 30 | 61 | 163
        Dorset | 8 | 24 | 77
        """)
    )
    assert [(found[c].value, found[c].platforms, found[c].base) for c in ("D3", "D4")] == [
        (163, (), "all"),
        (77, (), "all"),
    ]


@pytest.mark.parametrize(
    "text", ["App not recorded", "No app", "Platform unknown or not recorded", "App or site unknown"]
)
def test_what_is_not_known_is_no_total(text):
    label = read_label(text)
    assert (label.unknown, label.total) == (True, False)
