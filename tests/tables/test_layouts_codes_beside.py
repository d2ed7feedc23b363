"""Codes beside the names of a list, forces by their initials, and rows of the whole force below a part's name."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize("heading", ["Code", "Letter", "District code", "Ref"])
def test_letters_beside_districts_name_no_offence_and_no_sex(heading):
    expect(
        read(
            sheet(f"""
        Offences of sexual communication with a child, by policing district
        {heading} | Policing District | 2021/22 | 2022/23
        A | Belfast City | 48 | 50
        F | Mid Ulster | 11 | 8
        M | Mid Antrim | 9 | 7
        | Northern Ireland | 68 | 65
        """),
            force="Northern Ireland",
        ),
        """
        C3 = 48; offence sexual_communication_with_a_child; sex none; period 2021/22; place none
        D3 = 50; offence sexual_communication_with_a_child; sex none; period 2022/23; place none
        C4 = 11; offence sexual_communication_with_a_child; sex none; period 2021/22; place none
        D4 = 8; offence sexual_communication_with_a_child; sex none; period 2022/23; place none
        C5 = 9; offence sexual_communication_with_a_child; sex none; period 2021/22; place none
        D5 = 7; offence sexual_communication_with_a_child; sex none; period 2022/23; place none
        C6 = 68; offence sexual_communication_with_a_child; period 2021/22; place Northern Ireland
        D6 = 65; offence sexual_communication_with_a_child; period 2022/23; place Northern Ireland
        """,
    )


def test_codes_after_the_names_and_of_platforms():
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        Platform | Code | Offences
        Snapchat | A1 | 12
        Instagram | F | 8
        WhatsApp | M | 5
        """)
    )
    assert [(f.platforms, f.offence, f.victim_sex) for f in found.values()] == [
        (("Snapchat",), "sexual_communication_with_a_child", None),
        (("Instagram",), "sexual_communication_with_a_child", None),
        (("WhatsApp",), "sexual_communication_with_a_child", None),
    ]


def test_codes_of_offences_still_name_them():
    """Also where each stands beside another district."""
    found = read(
        sheet("""
        Offences recorded by Kent Police, 2022/23
        Code | District | Offences
        071/17 | Ashford | 12
        088/01 | Dover | 8
        071/16 | Thanet | 5
        """)
    )
    assert found["C3"].offence == "sexual_communication_with_a_child"
    assert found.get("C4") is None or found["C4"].offence != "sexual_communication_with_a_child"


def test_letters_that_go_with_several_names_are_entries():
    """A letter that comes again says something of its row: whose victims they were."""
    found = read(
        sheet("""
        Sexual communication with a child, Kent Police, 2022/23
        Victim sex | District | Offences
        F | Ashford | 12
        M | Ashford | 3
        F | Dover | 8
        M | Dover | 2
        """)
    )
    assert [figure.victim_sex for figure in found.values()] == ["female", "male", "female", "male"]


RECORDS = """
    FORCE | FIN_YR | HO_DESC | CRIMES
    {0} | 202122 | SEXUAL COMMUNICATION WITH A CHILD | 25
    {0} | 202223 | SEXUAL COMMUNICATION WITH A CHILD | 31
    """


@pytest.mark.parametrize(
    ("initials", "force"),
    [("SWP", "South Wales"), ("DPP", "Dyfed-Powys"), ("A&SC", "Avon and Somerset"), ("N.Y.P.", "North Yorkshire")],
)
def test_who_answered_by_its_initials(initials, force):
    expect(
        read(sheet(RECORDS.format(initials)), force=force),
        f"""
        D2 = 25; place {force}:force; period 2021/22
        D3 = 31; place {force}:force; period 2022/23
        """,
    )


@pytest.mark.parametrize(
    ("initials", "force"), [("SWP", "South Yorkshire"), ("swp", "South Wales"), ("SW", "South Wales"), ("KP", "Kent")]
)
def test_other_initials_are_a_place_that_nobody_knows(initials, force):
    found = read(sheet(RECORDS.format(initials)), force=force)
    assert {figure.geography for figure in found.values()} == {None}


def test_a_district_of_who_answered_stays_a_part():
    found = read(
        sheet("""
        FORCE | DISTRICT | HO_DESC | CRIMES
        SWP | Porthcawl | SEXUAL COMMUNICATION WITH A CHILD | 5
        SWP | Gower | SEXUAL COMMUNICATION WITH A CHILD | 3
        """),
        force="South Wales",
    )
    assert [figure.geography for figure in found.values()] == [None, None]


def test_initials_over_the_total_of_districts():
    found = read(
        sheet("""
        Sexual communication with a child by district
        District | Offences
        Swansea | 25
        Bridgend | 31
        Cardiff | 40
        SWP | 96
        """),
        force="South Wales",
    )
    assert [figure.geography for figure in found.values()] == [None, None, None, "South Wales"]


BELOW_A_PART = """
    Sexual communication with a child by LPA
    {part} | 2021 | 2022
    Brentwood | 7 | 10
    Harlow | 18 | 17
    {part} total | 25 | 27
    {whole} | 90 | 81
    """


@pytest.mark.parametrize("part", ["West LPA", "Western Division"])
@pytest.mark.parametrize(
    "whole", ["Force total", "Whole force", "Constabulary total", "All LPAs", "Total for the force"]
)
def test_the_whole_force_below_the_table_of_a_part(part, whole):
    found = read(sheet(BELOW_A_PART.format(part=part, whole=whole)), force="Essex")
    assert [found[cell].geography for cell in ("B5", "C5", "B6", "C6")] == [None, None, "Essex", "Essex"]


def test_a_plain_total_below_a_parts_name_is_that_parts():
    found = read(sheet(BELOW_A_PART.format(part="West LPA", whole="Total")), force="Essex")
    assert found["B6"].geography is None


BY_UNIT = """
    Sexual communication with a child by {heading}
    {heading} | 2021/22 | 2022/23
    Central South | 32 | 34
    North Area | 57 | 53
    East Area | 40 | 30
    Total | 129 | 117
    """


@pytest.mark.parametrize(
    ("name", "heading"), [("CRIS BCU", "BCU"), ("Niche LPA", "LPA"), ("Athena District", "District")]
)
def test_a_sheet_that_is_named_by_what_it_lists_is_of_the_whole(name, heading):
    found = read(sheet(BY_UNIT.format(heading=heading), name), force="Metropolitan Police")
    assert [found[cell].geography for cell in ("B3", "B6", "C6")] == [
        None,
        "Metropolitan Police",
        "Metropolitan Police",
    ]


def test_a_sheet_of_a_part_that_lists_something_else_is_of_that_part():
    found = read(sheet(BY_UNIT.format(heading="Ward"), "Camden BCU"), force="Metropolitan Police")
    assert found["B6"].geography is None
