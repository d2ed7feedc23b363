"""Reports whose time only their parameters name, on a sheet of their own or over the table."""

import datetime as dt

import pytest

from tests.tables.drawing import expect, read, sheet

PIVOT = """
Row Labels | Count of Crime Ref
Facebook | 4
Snapchat | 6
Grand Total | 10
"""
OFFENCE = "HO code | 71/17 Sexual communication with a child"
YEAR = """
B2 = 4; platforms Facebook; period 2021/22
B3 = 6; platforms Snapchat; period 2021/22
B4 = 10; platforms none; period 2021/22
"""


@pytest.mark.parametrize(
    "told",
    [
        "Date from | 01/04/2021\nDate to | 31/03/2022\nForce | Kent",
        "Date recorded from | @2021-04-01\nDate recorded to | @2022-03-31\nRun date | @2023-05-09",
        "Start date | 1 April 2021\nEnd date | 31 March 2022",
        "Recorded date between | 01/04/2021 00:00 and 31/03/2022 23:59\nTimestamp | 18/05/2023 11:42",
        "Period | April 2021 to March 2022",
    ],
)
def test_a_sheet_of_parameters_names_the_time(told):
    found = read(sheet(PIVOT, "Pivot"), sheet(f"Parameter | Value\n{OFFENCE}\n{told}", "Parameters"), force="Kent")
    expect({cell.removeprefix("Pivot!"): figure for cell, figure in found.items()}, YEAR)


def test_the_rows_themselves_name_their_times():
    drawn = "Year | Count of Crime Ref\n2019 | 4\n2020 | 6"
    found = read(sheet(drawn, "Pivot"), sheet(f"{OFFENCE}\nDate from | 01/04/2021\nDate to | 31/03/2022", "Parameters"))
    assert [str(found[f"Pivot!B{row}"].period_start) for row in (2, 3)] == ["2019-01-01", "2020-01-01"]


@pytest.mark.parametrize(
    "told",
    [
        "Run date | 01/04/2021\nReport to | 31/03/2022",
        "Date from | 01/04/2021\nForce | Kent\nDate to | 31/03/2022",
        "Period | 2021/22\nPeriod | 2022/23",
    ],
)
def test_other_days_and_several_times_name_none(told):
    found = read(sheet(PIVOT, "Pivot"), sheet(f"{OFFENCE}\n{told}", "Parameters"), force="Kent")
    assert {figure.period_start for cell, figure in found.items() if cell.startswith("Pivot!")} == {None}


def test_what_the_catalogue_asked_for_goes_before():
    asked = (dt.date(2020, 4, 1), dt.date(2021, 3, 31))
    told = f"{OFFENCE}\nDate from | 01/04/2021\nDate to | 31/03/2022"
    found = read(sheet(PIVOT, "Pivot"), sheet(told, "Parameters"), force="Kent", period_asked=asked)
    assert str(found["Pivot!B2"].period_start) == "2020-04-01"


@pytest.mark.parametrize("minute", ["18/05/2023 11:42", "2023-05-18 11:42:07", "18 May 2023 at 11:42"])
def test_the_minute_of_a_run_is_no_number_of_its_day(minute):
    drawn = f"{OFFENCE}\nRecorded | 01/04/2021 00:00 and 31/03/2022 23:59\nTimestamp | {minute}"
    assert not [cell for cell in read(sheet(PIVOT, "Pivot"), sheet(drawn, "Report")) if cell.startswith("Report!")]


def test_a_number_after_a_year_and_a_colon_is_still_one():
    found = read(sheet("Sexual communication with a child, Kent Police\n2020/21: 15\n2021/22: 44"))
    assert [figure.value for figure in found.values()] == [15, 44]
