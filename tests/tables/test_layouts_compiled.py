"""Sheets that somebody compiled from the answers of several forces: changes in words, names cut short."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("joint", ["against", "on", "over", "against the"])
def test_two_years_beside_each_other_are_compared(joint):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2022 | 2023 | 2023 {joint} 2022 (%)
        Cleveland | 109 | 130 | 19.3
        Gwent | 60 | 73 | 21.7
        """)
    )
    expect(
        found,
        """
        B3 = 109; period 2022; place Cleveland
        C3 = 130; period 2023
        D3 = 19.3; measure offence_change; unit percent_change; period 2023; against 2022
        B4 = 60
        C4 = 73
        D4 = 21.7; measure offence_change; place Gwent; period 2023; against 2022
        """,
    )


def test_years_compared_under_a_heading_are_those_of_the_table():
    found = read(
        sheet("""
        Sexual communication with a child
        Region | Recorded offences | | | Change |
         | year ending March 2019 | year ending March 2022 | year ending March 2023 | 2023 on 2022 | 2023 on 2019
        North East | 301 | 402 | 431 | +7% | +43%
        South West | 405 | 544 | 549 | +1% | +36%
        """)
    )
    expect(
        found,
        """
        B4 = 301; period 2018/19; place North East:region
        C4 = 402; period 2021/22
        D4 = 431; period 2022/23
        E4 = 7; measure offence_change; period 2022/23; against 2021/22
        F4 = 43; measure offence_change; period 2022/23; against 2018/19
        B5 = 405
        C5 = 544
        D5 = 549
        E5 = 1; measure offence_change; period 2022/23; against 2021/22
        F5 = 36; measure offence_change; period 2022/23; against 2018/19
        """,
    )


def test_a_change_with_a_colon_before_its_years():
    found = read(
        sheet("""
        Sexual communication with a child
        Year | Gwent | North Wales
        2021-22 | 64 | 97
        2018-19 | 43 | 71
        Newid / Change: 2021-22 against 2018-19 | +49% | +37%
        """)
    )
    expect(
        found,
        """
        B3 = 64; period 2021/22; place Gwent
        C3 = 97
        B4 = 43; period 2018/19
        C4 = 71
        B5 = 49; measure offence_change; period 2021/22; against 2018/19; place Gwent
        C5 = 37; measure offence_change; period 2021/22; against 2018/19; place North Wales
        """,
    )


def test_in_number_and_in_per_cent_below_change():
    found = read(
        sheet("""
        Sexual communication with a child
        Force | 2021/22 | 2022/23 | Change |
         | | | in number | in %
        Kent | 100 | 120 | 20 | 20
        Gwent | 50 | 45 | -5 | -10
        """)
    )
    expect(
        found,
        """
        B4 = 100; period 2021/22
        C4 = 120; period 2022/23
        E4 = 20; measure offence_change; unit percent_change; period 2022/23; against 2021/22
        B5 = 50
        C5 = 45
        E5 = -10; measure offence_change; place Gwent
        """,
    )


@pytest.mark.parametrize("name", ["In %", "%"])
def test_in_per_cent_beside_counts_is_a_share(name):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent Police, 2022/23
        App | In number | {name}
        Snapchat | 30 | 60%
        Instagram | 20 | 40%
        """)
    )
    assert {found[cell].measure for cell in ("C3", "C4")} == {"offence_share"}
    assert {found[cell].measure for cell in ("B3", "B4")} == {"offences"}


@pytest.mark.parametrize("name", ["Chg", "% chg", "% Chge. 2021/22 to 2022/23", "Chg (%)"])
def test_a_change_cut_short(name):
    found = read(
        sheet(f"""
        Sexual communication with a child
        Force | 2021/22 | 2022/23 | {name} | Chgd
        Kent | 100 | 120 | +20% | 7
        """)
    )
    expect(
        found,
        """
        B3 = 100; period 2021/22
        C3 = 120; period 2022/23
        D3 = 20; measure offence_change; period 2022/23; against 2021/22
        """,
    )


def test_a_number_on_a_day_of_a_year_compares_nothing():
    assert read_label("Offences recorded as at 31 March 2023 on Niche").unit is None
    assert read_label("Recorded over 2022").unit is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Met", ("Metropolitan Police", "force")),
        ("Met. Police", ("Metropolitan Police", "force")),
        ("Met (London)", ("Metropolitan Police", "force")),
        ("London - Met", ("Metropolitan Police", "force")),
        ("Yorks - North", ("North Yorkshire", "force")),
        ("Yorkshire (South)", ("South Yorkshire", "force")),
        ("Yorkshire: West", ("West Yorkshire", "force")),
        ("Yorks, W.", ("West Yorkshire", "force")),
        ("Yorks W", ("West Yorkshire", "force")),
        ("Wales (South)", ("South Wales", "force")),
        ("Wales - North", ("North Wales", "force")),
        ("London - City", ("City of London", "force")),
        ("Police Service NI", ("Northern Ireland", "country")),
        ("Police Service of NI", ("Northern Ireland", "country")),
        ("Avon & Som.", ("Avon and Somerset", "force")),
        ("Devon/Cornwall", ("Devon and Cornwall", "force")),
        ("G Manchester Police", ("Greater Manchester", "force")),
        ("Heddlu De Cymru", ("South Wales", "force")),
        ("Eng & Wales", ("England and Wales", "country")),
        ("E of England", ("East of England", "region")),
        ("Y&H", ("Yorkshire and the Humber", "region")),
        ("Beds/Cambs/Herts: Cambridgeshire", ("Cambridgeshire", "force")),
        ("Beds, Cambs & Herts - Herts", ("Hertfordshire", "force")),
        ("Warks (Warks & West Mercia)", ("Warwickshire", "force")),
        # but a group is none of its members, nor is a force that does not belong to it
        ("Beds/Cambs/Herts", (None, None)),
        ("Norfolk & Suffolk: Essex", (None, None)),
        ("London", ("London", "region")),
        ("Wales", ("Wales", "country")),
        ("Yorkshire and the Humber", ("Yorkshire and the Humber", "region")),
    ],
)
def test_names_as_lists_of_forces_have_them(text, place):
    found = read_label(text).place
    assert found is not None
    assert (found.name, found.type) == place


@pytest.mark.parametrize("text", ["Metal theft", "Eng. lang. crimes", "City", "The meeting", "Nil"])
def test_words_that_only_begin_so_are_no_names_of_forces(text):
    assert read_label(text).place is None


def test_a_force_cut_short_in_a_list_of_regions_with_their_forces():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23
        Region | Force | Offences
        North East | Cleveland | 121
         | Durham | 126
        West Midlands | Staffordshire | 155
         | W Mids Police | 349
         | West Midlands region | 504
        """)
    )
    expect(
        found,
        """
        C3 = 121; place Cleveland
        C4 = 126; place Durham
        C5 = 155; place Staffordshire
        C6 = 349; place West Midlands:force
        C7 = 504; place West Midlands:region
        """,
    )


LISTED = """
Sexual communication with a child, 2022/23
Police | Snapchat | Instagram | All offences
Cleveland | 30 | 12 | 121
Durham | 26 | 10 | 126
Northumbria | 61 | 33 | 241

{name} | 117 | 55 | 488
"""


@pytest.mark.parametrize("name", ["Three forces", "All three", "All 3", "The 3 forces together", "Total, three forces"])
def test_a_total_named_by_how_many_are_listed_after_a_gap(name):
    found = read(sheet(LISTED.format(name=name)))
    assert {cell: found[cell].value for cell in ("B7", "C7", "D7")} == {"B7": 117, "C7": 55, "D7": 488}
    assert found["B7"].platforms == ("Snapchat",)
    assert (found["D7"].geography, found["D7"].measure) == (None, "offences")


@pytest.mark.parametrize("name", ["Nine forces", "All nine", "Three"])
def test_a_number_that_is_not_how_many_are_listed_names_no_total(name):
    assert not {"B7", "C7", "D7"} & set(read(sheet(LISTED.format(name=name))))


def test_a_total_of_all_that_are_listed_counts_countries_too():
    found = read(
        sheet("""
        Sexual communication with a child in the United Kingdom, 2022/23
        Police | Offences
        Kent | 121
        Police Scotland | 320
        PSNI | 98

        All three | 539
        """)
    )
    assert (found["B7"].value, found["B7"].geography) == (539, "United Kingdom")


@pytest.mark.parametrize(
    "heading", ["Calendar year of recording", "Year of report", "Calendar year by date of offence"]
)
def test_a_heading_of_times_over_years(heading):
    found = read(
        sheet(f"""
         | Area Command | {heading} | | | Change 2021 to 2022
         | | 2020 | 2021 | 2022 |
         | Newcastle | 41 | 46 | 58 | +26%
         | Gateshead | 29 | 31 | 30 | -3%
         | Northumberland | 30 | 36 | 35 | -3%
         | Force total | 100 | 113 | 123 | +9%

         | The above are offences of sexual communication with a child recorded by Northumbria Police.
        """),
        force="Northumbria",
    )
    expect(
        found,
        """
        C3 = 41; period 2020; place none
        D3 = 46; period 2021
        E3 = 58; period 2022
        F3 = 26; measure offence_change; period 2022; against 2021
        C4 = 29; place none
        D4 = 31
        E4 = 30
        F4 = -3
        C5 = 30; place none
        D5 = 36; place none
        E5 = 35; place none
        F5 = -3; place none
        C6 = 100; place Northumbria; period 2020
        D6 = 113; place Northumbria
        E6 = 123; place Northumbria
        F6 = 9; place Northumbria
        """,
    )


@pytest.mark.parametrize("heading", ["Date of reply", "Year of recording equipment"])
def test_what_else_has_a_date_is_no_heading_of_times(heading):
    assert read_label(heading).dimension != "period"


@pytest.mark.parametrize(("name", "force"), [("Northumberland", "Northumbria"), ("Teesside", "Cleveland")])
def test_a_county_of_a_forces_area_is_a_part_of_it_among_districts(name, force):
    table = "Sexual communication with a child, 2022/23\n{0} | Offences\nNorthtown | 12\n{1} | 30\nSouthtown | 11"
    assert read(sheet(table.format("District", name)), force=force)["B4"].geography is None
    of_forces = read(sheet(f"Sexual communication with a child, 2022/23\nForce | Offences\nKent | 9\n{name} | 30"))
    assert of_forces["B4"].geography == force


@pytest.mark.parametrize("name", ["Hants", "Hampshire", "HAMPSHIRE"])
def test_a_forces_name_cut_short_is_no_county_of_it(name):
    found = read(
        sheet(f"Sexual communication with a child, 2022/23\nDistrict | Offences\nNorthtown | 12\n{name} | 30"),
        force="Hampshire",
    )
    assert found["B4"].geography == "Hampshire"


def test_a_column_of_forces_counts_them():
    found = read(
        sheet("""
        Sexual communication with a child, year to March 2023. 43 forces of England and Wales were asked in May 2023.
        Answer | Forces
        Figures provided for all years | 38
        Figures for some years | 2
        """)
    )
    assert [(found[cell].measure, found[cell].value) for cell in ("B3", "B4")] == [("forces", 38), ("forces", 2)]


def test_a_column_of_forces_beside_their_offences():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23
        Region | Forces | Offences
        North East | 3 | 431
        South West | 5 | 549
        """)
    )
    expect(
        found,
        """
        B3 = 3; measure forces; place North East:region
        C3 = 431; measure offences; place North East:region
        B4 = 5; measure forces
        C4 = 549; measure offences
        """,
    )


def test_more_than_there_are_forces_under_forces_are_no_forces():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23
        Platform | Forces | Other agencies
        Snapchat | 431 | 3
        Instagram | 549 | 5
        """)
    )
    assert {found[cell].measure for cell in ("B3", "B4")} == {"offences"}
