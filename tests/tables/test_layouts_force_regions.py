"""Regions in a column or line of their own beside forces, cut short as lists write them: "NE", "Y&H", "EoE"."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("codes", [("NE", "SE"), ("N. East", "S. East"), ("Northern", "Home Counties"), ("R1", "R7")])
def test_a_forces_row_is_its_own_whatever_its_region_is_called(codes):
    north, south = codes
    found = read(
        sheet(f"""
        Sexual communication with a child, offences by force
        Force | Region | Replied | 2021/22 | 2022/23
        Cleveland | {north} | @2023-06-03 | 49 | 57
        Durham | {north} | @2023-06-20 | 51 | 60
        Kent | {south} | @2023-06-11 | 190 | 201
        """)
    )
    expect(
        found,
        """
        D3 = 49; place Cleveland:force; period 2021/22
        E3 = 57
        D4 = 51; place Durham:force
        E4 = 60
        D5 = 190; place Kent:force
        E5 = 201; place Kent:force; period 2022/23
        """,
    )


def test_the_total_of_a_regions_forces_is_the_regions():
    found = read(
        sheet("""
        Sexual communication with a child: recorded crimes
        Region | Police force | 2021/22
        EM | Derbyshire | 122
        EM | Lincolnshire | 54
        EM | Regional total | 176
        WM | Staffordshire | 101
        WM | West Midlands | 310
        WM | Regional total | 411
        """)
    )
    expect(
        found,
        """
        C3 = 122; place Derbyshire:force
        C4 = 54; place Lincolnshire:force
        C5 = 176; place East Midlands:region
        C6 = 101; place Staffordshire:force
        C7 = 310; place West Midlands:force
        C8 = 411; place West Midlands:region
        """,
    )


def test_regions_alone_are_read_by_their_letters():
    found = read(
        sheet("""
        Recorded offences of sexual communication with a child
        Region | 2021/22
        NE | 263
        Y&H | 611
        EoE | 702
        Ldn | 843
        """)
    )
    expect(
        found,
        """
        B3 = 263; place North East:region
        B4 = 611; place Yorkshire and the Humber:region
        B5 = 702; place East of England:region
        B6 = 843; place London:region
        """,
    )


def test_points_of_the_compass_may_be_parts_of_a_force():
    found = read(
        sheet("""
        Sexual communication with a child by policing region
        Region | 2021/22
        N | 20
        SE | 31
        SW | 18
        Total | 69
        """),
        force="Kent",
    )
    expect(
        found,
        """
        B3 = 20; place none
        B4 = 31; place none
        B5 = 18; place none
        B6 = 69; place Kent
        """,
    )


def test_parts_beside_one_forces_name_stay_its_parts():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Region | 2022/23
        Devon and Cornwall | Plymouth | 31
        Devon and Cornwall | South Devon | 22
        """)
    )
    expect(found, "C3 = 31; place none\nC4 = 22; place none")


def test_a_force_in_two_regions_is_no_list_of_regions():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | Region | 2022/23
        Kent | Inland | 31
        Kent | Coast | 22
        Essex | Coast | 40
        """)
    )
    assert [found[cell].geography for cell in ("C3", "C4", "C5")] == [None, None, None]


def test_regions_over_forces_leave_the_numbers_to_them():
    found = read(
        sheet("""
        Sexual communication with a child, number recorded
         | NE | NE | NE | SE
        Year | Cleveland | Durham | Total | Kent
        2021/22 | 49 | 51 | 100 | 190
        """)
    )
    expect(
        found,
        """
        B4 = 49; place Cleveland:force; period 2021/22
        C4 = 51; place Durham:force
        D4 = 100; place North East:region
        E4 = 190; place Kent:force
        """,
    )


def test_regions_as_headers_are_read_by_their_letters():
    found = read(
        sheet("""
        Sexual communication with a child by region
        Year to March | NE | YH | EE | LDN | ENG
        2022 | 263 | 611 | 702 | 843 | 2419
        """)
    )
    expect(
        found,
        """
        B3 = 263; place North East:region; period 2021/22
        C3 = 611; place Yorkshire and the Humber:region
        D3 = 702; place East of England:region
        E3 = 843; place London:region
        F3 = 2419; place England:country
        """,
    )


def test_points_of_the_compass_as_headers_may_be_parts_of_a_force():
    found = read(
        sheet("""
        Sexual communication with a child by policing area
        Year | N | SE | SW
        2021/22 | 20 | 31 | 18
        """),
        force="Kent",
    )
    assert {figure.geography_type for figure in found.values()} <= {"force", None}


@pytest.mark.parametrize("heading", ["Country", "Nation"])
def test_countries_told_by_letters_beside_their_forces(heading):
    found = read(
        sheet(f"""
        Sexual communication with a child: answers from outside England
        Force | {heading} | 2022/23
        Gwent | W | 58
        South Wales | W | 134
        PSNI | NI | 112
        """)
    )
    expect(
        found,
        "C3 = 58; place Gwent:force\nC4 = 134; place South Wales:force\nC5 = 112; place Northern Ireland:country",
    )


@pytest.mark.parametrize("heading", ["Govt region", "Government office region", "ONS region", "Home Office region"])
def test_a_region_has_the_name_of_whoever_drew_it(heading):
    found = read(
        sheet(f"""
        Offences: sexual communication with a child
        {heading} | Force | 2021/22
        NE | Cleveland | 49
        NE | Durham | 51
        NE total | | 100
        SW | Dorset | 62
        """)
    )
    expect(
        found,
        """
        C3 = 49; place Cleveland:force
        C4 = 51; place Durham:force
        C5 = 100; place North East:region
        C6 = 62; place Dorset:force
        """,
    )


@pytest.mark.parametrize("heading", ["Forces included", "Forces covered", "Forces in the region"])
def test_the_forces_that_a_region_holds_are_not_what_is_counted(heading):
    found = read(
        sheet(f"""
        Recorded sexual communication with a child 2022/23, by region
        Region | {heading} | Offences
        North East | Cleveland, Durham, Northumbria | 288
        London | Met, City of London | 1012
        """)
    )
    expect(found, "C3 = 288; place North East:region\nC4 = 1012; place London:region")


def test_forces_that_answered_together_are_what_is_counted():
    found = read(
        sheet("""
        Recorded sexual communication with a child 2022/23
        Region | Force | Offences
        East of England | Norfolk and Suffolk | 131
        South East | Kent | 189
        """)
    )
    expect(found, "C3 = 131; place none\nC4 = 189; place Kent:force")


def test_names_without_numbers_are_of_the_list_that_is_added_up():
    found = read(
        sheet("""
        Sexual communication with a child offences, calendar year
        Force | 2022 | 2023
        Kent | 61 | 70
        Essex | 50 | 55
        Still to answer | |
        Sussex | |
        Surrey | |
        Total so far | 111 | 125
        """)
    )
    expect(
        found,
        """
        B3 = 61; place Kent; period 2022
        C3 = 70
        B4 = 50; place Essex
        C4 = 55
        B8 = 111; place none; period 2022
        C8 = 125; place none; period 2023
        """,
    )


def test_a_name_over_a_total_of_its_own_heads_it():
    found = read(
        sheet("""
        Sexual communication with a child offences
        Kent

        Type | 2022 | 2023
        Girls | 41 | 50
        Boys | 20 | 20
        Essex
        Total | 50 | 55
        """)
    )
    assert (found["B8"].geography, found["C8"].geography) == ("Essex", "Essex")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("S.Wales", "South Wales"),
        ("- N Yorks", "North Yorkshire"),
        ("• W. Yorks", "West Yorkshire"),
        ("Humbs", "Humberside"),
        ("A & S", "Avon and Somerset"),
        ("England and Wales (including BTP)", "England and Wales"),
        ("England & Wales incl. the BTP", "England and Wales"),
    ],
)
def test_names_of_lists_with_marks_and_what_is_counted_too(written, name):
    place = read_label(written).place
    assert place is not None and place.name == name


@pytest.mark.parametrize("written", ["Total incl. BTP", "Total including British Transport Police"])
def test_what_is_counted_too_is_not_the_place_of_a_total(written):
    assert read_label(written).place is None and read_label(written).total


def test_a_place_without_more_in_it_stays_as_it_is():
    assert read_label("British Transport Police total").place.name == "British Transport Police"
    assert read_label("England and Wales excluding the Met").place.name is None
