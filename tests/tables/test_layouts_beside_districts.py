"""Names that nobody knows in a line of districts are parts of the force, too: "Reading" beside Slough and Oxford."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("name", ["Reading", "Cherwell & W Oxon", "Maidenhead"])
def test_a_name_among_districts_across_the_columns(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Thames Valley Police
         | Oxfordshire | | Berkshire | | Buckinghamshire |
        Month | {name} | Oxford | Slough | Bracknell Forest | Milton Keynes | Force total
        Jan 2023 | 8 | 1 | 2 | 3 | 4 | 30
        Feb 2023 | 9 | 0 | 2 | 5 | 6 | 33
        """)
        ),
        """
        B4 = 8; period 2023-01; place none
        C4 = 1; period 2023-01; place none
        D4 = 2; period 2023-01; place none
        E4 = 3; period 2023-01; place none
        F4 = 4; period 2023-01; place none
        G4 = 30; period 2023-01; place Thames Valley
        B5 = 9; period 2023-02; place none
        C5 = 0; period 2023-02; place none
        D5 = 2; period 2023-02; place none
        E5 = 5; period 2023-02; place none
        F5 = 6; period 2023-02; place none
        G5 = 33; period 2023-02; place Thames Valley
        """,
    )


@pytest.mark.parametrize("name", ["Reading", "W Berks", "Maidenhead"])
def test_a_name_among_districts_down_the_rows(name):
    found = read(
        sheet(f"""
        Offences of sexual communication with a child, Thames Valley Police
         | 2022 | 2023
        Oxford | 8 | 1
        {name} | 9 | 2
        Slough | 8 | 3
        Milton Keynes | 5 | 3
        Force | 50 | 33
        """)
    )
    expect(
        found,
        """
        B3 = 8; period 2022; place none
        C3 = 1; period 2023; place none
        B4 = 9; period 2022; place none
        C4 = 2; period 2023; place none
        B5 = 8; period 2022; place none
        C5 = 3; period 2023; place none
        B6 = 5; period 2022; place none
        C6 = 3; period 2023; place none
        B7 = 50; period 2022; place Thames Valley
        C7 = 33; period 2023; place Thames Valley
        """,
    )
    assert "the place is none that the project knows" in found["B4"].review_reasons
    assert not found["B3"].review_reasons


@pytest.mark.parametrize("name", ["not yet mapped", "of which reopened", "Convoy 7"])
def test_what_is_no_name_among_districts_is_left_out(name):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Thames Valley Police
         | 2022 | 2023
        Oxford | 8 | 1
        Slough | 8 | 3
        Milton Keynes | 5 | 3
        {name} | 4 | 2
        """)
        ),
        """
        B3 = 8; period 2022; place none
        C3 = 1; period 2023; place none
        B4 = 8; period 2022; place none
        C4 = 3; period 2023; place none
        B5 = 5; period 2022; place none
        C5 = 3; period 2023; place none
        """,
    )


def test_names_beside_too_few_districts_or_beside_products_are_left_out():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Thames Valley Police
         | 2022 | 2023
        Oxford | 8 | 1
        Slough | 7 | 3
        Convoy | 4 | 2
        """)
        ),
        """
        B3 = 8; period 2022; place none
        C3 = 1; period 2023; place none
        B4 = 7; period 2022; place none
        C4 = 3; period 2023; place none
        """,
    )
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Thames Valley Police, 2022
         | Oxford | Slough | Luton | Snapchat | Convoy
        Offences | 8 | 7 | 9 | 5 | 4
        """)
        ),
        """
        B3 = 8; period 2022; place none
        C3 = 7; period 2022; place none
        D3 = 9; period 2022; place none
        E3 = 5; period 2022; platforms Snapchat
        """,
    )


def test_a_year_over_districts_lies_over_the_total_of_the_force_too():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child, Thames Valley Police
         | 2022 | | | 2023 | |
         | Oxford | Slough | Force total | Oxford | Slough | Force total
        Offences | 8 | 1 | 30 | 3 | 4 | 33
        """)
        ),
        """
        B4 = 8; period 2022; place none
        C4 = 1; period 2022; place none
        D4 = 30; period 2022; place Thames Valley
        E4 = 3; period 2023; place none
        F4 = 4; period 2023; place none
        G4 = 33; period 2023; place Thames Valley
        """,
    )


@pytest.mark.parametrize("shape", ["{} total", "Total {}", "{} sub-total", "All {}, total"])
def test_the_total_of_a_county_is_no_total_of_the_force(shape):
    north, south = shape.format("Oxfordshire"), shape.format("Berkshire")
    found = read(
        sheet(f"""
        Offences of sexual communication with a child, Thames Valley Police
         | Oxford | Cherwell | {north} | Slough | Wokingham | {south} | TVP
        Jan 2023 | 1 | 2 | 3 | 4 | 5 | 9 | 12
        Feb 2023 | 1 | 3 | 4 | 4 | 6 | 10 | 14
        """)
    )
    expect(
        found,
        """
        B3 = 1; period 2023-01; place none
        C3 = 2; period 2023-01; place none
        D3 = 3; period 2023-01; place none
        E3 = 4; period 2023-01; place none
        F3 = 5; period 2023-01; place none
        G3 = 9; period 2023-01; place none
        H3 = 12; period 2023-01; place Thames Valley
        B4 = 1; period 2023-02; place none
        C4 = 3; period 2023-02; place none
        D4 = 4; period 2023-02; place none
        E4 = 4; period 2023-02; place none
        F4 = 6; period 2023-02; place none
        G4 = 10; period 2023-02; place none
        H4 = 14; period 2023-02; place Thames Valley
        """,
    )
    assert not found["H3"].review_reasons


@pytest.mark.parametrize("total", ["Total", "Force total", "Thames Valley total", "Grand total", "Berkshire total"])
def test_the_total_of_all_districts_is_that_of_the_force(total):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, Thames Valley Police, 2023
         | Oxford | Slough | {total}
        Offences | 1 | 2 | 3
        """)
        ),
        """
        B3 = 1; place none
        C3 = 2; place none
        D3 = 3; place Thames Valley
        """,
    )
