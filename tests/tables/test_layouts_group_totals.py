"""Totals of all groups right after the last of them: the group's name before them is not theirs."""

import pytest

from tests.tables.drawing import expect, read, sheet

TOTALS = [
    "All forces that answered",
    "Total",
    "Grand total",
    "All forces",
    "Both regions",
    "Overall total",
    "All 4 forces",
    "Total of the above",
]


@pytest.mark.parametrize("total", TOTALS)
def test_the_total_of_several_regions_is_that_of_none(total):
    expect(
        read(
            sheet(f"""
        Recorded offences of sexual communication with a child, by force
        Region | Force | 2020/21 | 2021/22
        South West | Dorset | 66 | 72
        South West | Wiltshire | 74 | 69
         | South West total | 140 | 141
        Wales | Gwent | not held | 72
        Wales | North Wales | 104 | 118
         | {total} | 244 | 331
        """)
        ),
        """
        C3 = 66; place Dorset:force
        D3 = 72; place Dorset:force
        C4 = 74; place Wiltshire:force
        D4 = 69; place Wiltshire:force
        C5 = 140; place South West:region
        D5 = 141; place South West:region
        C6 = none; status not_available; place Gwent:force
        D6 = 72; place Gwent:force
        C7 = 104; place North Wales:force
        D7 = 118; place North Wales:force
        C8 = 244; place none
        D8 = 331; place none
        """,
    )


@pytest.mark.parametrize("total", ["All forces that answered", "Total", "All forces"])
def test_the_total_of_each_region_is_its_own(total):
    expect(
        read(
            sheet(f"""
        Recorded offences of sexual communication with a child, by force
        Region | Force | 2020/21
        South West | Dorset | 66
         | Wiltshire | 74
         | {total} | 140
        Wales | Gwent | <5
         | North Wales | 104
         | {total} | 107
        """)
        ),
        """
        C3 = 66; place Dorset:force
        C4 = 74; place Wiltshire:force
        C5 = 140; place South West:region
        C6 = 5; status suppressed; place Gwent:force
        C7 = 104; place North Wales:force
        C8 = 107; place Wales:country
        """,
    )


YEARS = """
Sexual communication with a child
Year | Platform | Offences
2021/22 | Snapchat | {a}
 | Instagram | {b}
2022/23 | Snapchat | {c}
 | Instagram | {d}
 | {name} | {total}
"""


@pytest.mark.parametrize(
    ("numbers", "name"),
    [
        ((31, 12, 40, 15, 98), "Total"),
        ((31, "<5", 40, "<5", 77), "Total"),  # 40 and up to 4 are fewer than 77
        ((31, "*", 40, "*", 77), "Grand total"),
        ((31, "*", 40, "*", 77), "All years"),
        ((31, "n/a", 40, 15, 86), "Total"),
        ((31, 12, 40, "1 to 4", 86), "All offences"),
    ],
)
def test_the_total_of_several_years_covers_them_all(numbers, name):
    a, b, c, d, total = numbers
    found = read(sheet(YEARS.format(a=a, b=b, c=c, d=d, total=total, name=name)), force="Kent")
    assert (str(found["C7"].period_start), str(found["C7"].period_end)) == ("2021-04-01", "2023-03-31")
    assert (str(found["C5"].period_start), str(found["C5"].period_end)) == ("2022-04-01", "2023-03-31")


@pytest.mark.parametrize(
    ("numbers", "name"),
    [
        ((31, 12, 40, 15, 55), "Total"),
        ((31, 12, 40, "<5", 43), "Total"),
        ((31, 12, 40, "*", 86), "Total"),  # of all or of the year alone: nobody could tell
        ((31, 12, 40, 15, 60), "Grand total"),  # it adds up nothing that is listed
        (("*", 12, 40, "*", 52), "Total"),  # what is hidden is no nil
    ],
)
def test_a_total_that_may_be_the_last_groups_is_taken_for_that(numbers, name):
    a, b, c, d, total = numbers
    found = read(sheet(YEARS.format(a=a, b=b, c=c, d=d, total=total, name=name)), force="Kent")
    assert (str(found["C7"].period_start), str(found["C7"].period_end)) == ("2022-04-01", "2023-03-31")


def test_a_grand_total_below_the_total_of_the_last_group():
    expect(
        read(
            sheet("""
        Sexual communication with a child
        Sex | Age | 2021/22 | % of all
        Female | 0-11 | 31 | 32%
         | 12-15 | * |
         | Total | 43 | 44%
        Male | 0-11 | 40 | 41%
         | 12-15 | * |
         | Total | 55 | 56%
         | Total | 98 | 100%
        """),
            force="Kent",
        ),
        """
        C3 = 31; sex female; ages 0-11
        D3 = 32; sex female; ages 0-11
        C4 = none; sex female; ages 12-15; status suppressed
        C5 = 43; sex female; ages none
        D5 = 44; sex female; ages none
        C6 = 40; sex male; ages 0-11
        D6 = 41; sex male; ages 0-11
        C7 = none; sex male; ages 12-15; status suppressed
        C8 = 55; sex male; ages none
        D8 = 56; sex male; ages none
        C9 = 98; sex none; ages none
        D9 = 100; sex none; ages none
        """,
    )


def test_districts_with_platforms_and_the_total_of_the_force():
    found = read(
        sheet("""
        Sexual communication with a child, 2022/23
        Division | Platform | Offences
        North | Snapchat | 31
         | Instagram | 12
        South | Snapchat | 40
         | Instagram | 15
         | All platforms | 98
        """),
        force="Kent",
    )
    assert [found[cell].geography for cell in ("C3", "C6", "C7")] == [None, None, "Kent"]


def test_groups_across_the_columns():
    expect(
        read(
            sheet("""
        Sexual communication with a child, by force
         | South West | | Wales | | |
        Year | Dorset | Wiltshire | Gwent | North Wales | All forces | % change
        2020/21 | 66 | 74 | 66 | 104 | 310 |
        2021/22 | 65 | 73 | <5 | 102 | 243 | -22%
        """)
        ),
        """
        B4 = 66; place Dorset:force
        C4 = 74; place Wiltshire:force
        D4 = 66; place Gwent:force
        E4 = 104; place North Wales:force
        F4 = 310; place none
        B5 = 65; place Dorset:force
        C5 = 73; place Wiltshire:force
        D5 = 5; place Gwent:force; status suppressed
        E5 = 102; place North Wales:force
        F5 = 243; place none
        G5 = -22; measure offence_change
        """,
    )


@pytest.mark.parametrize(("total", "period"), [(33, ("2021-04-01", "2023-03-31")), (20, ("2022-04-01", "2023-03-31"))])
def test_years_across_the_columns(total, period):
    found = read(
        sheet(f"""
        Sexual communication with a child, Kent
         | 2021/22 | | 2022/23 | |
        Platform | Male | Female | Male | Female | Total
        Snapchat | 6 | 7 | 14 | 6 | {total}
        """)
    )
    assert (str(found["F4"].period_start), str(found["F4"].period_end)) == period
    assert str(found["E4"].period_start) == "2022-04-01"


@pytest.mark.parametrize(
    ("code", "total"),
    [
        ("", "All of the above"),
        ("", "Total of the above"),
        ("", "Sum of all of the above"),
        ("HO Code | ", "All of the above"),
        ("HO Code | ", "Total"),
        ("HO Code | ", "Both the above"),
    ],
)
def test_the_total_of_several_offences_is_not_that_of_the_last(code, total):
    codes = ["088/01 | ", "071/17 | ", " | "] if code else ["", "", ""]
    found = read(
        sheet(f"""
        Crimes recorded
        {code}Offence | 2021/22 | 2022/23
        {codes[0]}Meeting a child following sexual grooming | 12 | 9
        {codes[1]}Sexual communication with a child | 81 | 93
        {codes[2]}{total} | 93 | 102
        """),
        force="Kent",
    )
    offences = {int("".join(filter(str.isdigit, cell))): figure.offence for cell, figure in found.items()}
    assert offences[4] == "sexual_communication_with_a_child"
    assert offences[5] == "several_offences"


def test_a_part_of_what_is_above_is_of_its_offence():
    found = read(
        sheet("""
        Crimes recorded
        Offence | 2021/22 | 2022/23
        Meeting a child following sexual grooming | 12 | 9
        Sexual communication with a child | 81 | 93
        How many of the above named Snapchat? | 31 | 40
        """),
        force="Kent",
    )
    assert (found["B5"].offence, found["B5"].platforms) == ("sexual_communication_with_a_child", ("Snapchat",))
