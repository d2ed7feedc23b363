"""Single labels that are easily taken for something else."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from figuretrail.figure import SUBJECT
from figuretrail.tables import extract
from figuretrail.tables.language.labels import read_label
from figuretrail.timespan import Span


@pytest.mark.parametrize("label", ["FY 2021/22", "FY2021/22", "FY 2021-22", "FY 21/22", "FY2021-2022"])
def test_a_financial_year_keeps_both_its_years(label: str) -> None:
    period = read_label(label).period
    assert period is not None
    assert period.span == Span(dt.date(2021, 4, 1), dt.date(2022, 3, 31))


def test_a_reference_that_begins_with_f_is_no_sex() -> None:
    assert read_label("F-2023-01877").sex is None
    assert read_label("F 2020/21").sex == "female"


def test_a_heading_with_a_remark_in_brackets_is_still_that_heading() -> None:
    assert read_label("Victim age (at time of offence)").dimension == "age"


def test_offences_for_so_many_people_are_no_count() -> None:
    for label in ("Offences per 10,000 children", "Recorded offences for every 1,000 children aged 0 to 15"):
        assert read_label(label).counted == "other"


def test_the_day_of_an_update_is_no_time_that_was_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Sexual communication with a child: offences recorded by force"],
        ["Updated", dt.date(2023, 9, 29)],
        [],
        ["Force", "Offences 2021/22", "Offences 2022/23", "Change"],
        ["Surrey", 63, 74, "17%"],
        ["Essex", 214, 251, "17%"],
    ):
        sheet.append(row)
    path = tmp_path / "answer.xlsx"
    book.save(path)
    change = next(figure for figure in extract(path) if figure.cell and figure.cell.endswith("!D5"))
    assert (change.period_start, change.comparison_start) == (dt.date(2022, 4, 1), dt.date(2021, 4, 1))


def test_the_heading_victim_over_sexes_counts_no_victims() -> None:
    assert read_label("Victim").counted is None
    assert read_label("Victims").counted == "victims"


@pytest.mark.parametrize(
    "text",
    [
        "Sex comm w/ child",
        "Sexual Comms With Child",
        "Sexual comunication with a child",
        "Sexual communication (child)",
        "Communicating sexually with a child",
        "Sec.15(A)",
        "Section 15 A",
        "071 17",
        "Offences of grooming",
        "Sexual comms w. a child",
        "Sex. comm. w/ child",
    ],
)
def test_names_of_the_offence(text: str) -> None:
    assert read_label(text).offence == SUBJECT


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Number of secondary schools", "other things counted"),
        ("Number of offences that resulted in a charge", "outcomes"),
        ("Crimes with outcome 16", "outcomes"),
    ],
)
def test_numbers_of_other_things(text: str, why: str) -> None:
    label = read_label(text)
    assert (label.counted, label.why) == ("other", why)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Sex of the victims of these offences (number of victims)", "victims"),
        ("Number of offences by age group of the victim", "offences"),
        ("How many offences were recorded, how old were the victims, and how old was the youngest?", "offences"),
        ("Of the offences, how many had a victim in each of these groups?", "offences"),
        ("Age of the youngest victim", "victim_age"),
        ("Age and sex of the youngest victim", "victim_age"),
        ("Youngest victim by platform", "victim_age"),
        ("Details of the youngest victim", "victim_age"),
        ("Name of youngest victim's school", "other"),
        ("Sex of the youngest victim", "other"),
        ("Youngest victim - gender", "other"),
        ("App used to contact the youngest child", "other"),
        ("Relationship of the suspect to the youngest victim", "other"),
        ("Oldest victim's town", "other"),
    ],
)
def test_what_is_announced_is_counted(text: str, counted: str) -> None:
    assert read_label(text).counted == counted


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("Facebook (not Messenger)", ("Facebook",)),
        ("Facebook excl. Messenger", ("Facebook",)),
        ("Facebook, not including WhatsApp or Instagram", ("Facebook",)),
        ("Facebook products without Instagram", ("Facebook",)),
        ("Facebook (Messenger shown below)", ("Facebook",)),
        ("Instagram (Threads counted separately)", ("Instagram",)),
        ("Offences by platform, excluding Snapchat", ()),
        ("Sexual communication with a child other than on Snapchat, 2022/23", ()),
        ("Messenger (not included in Facebook)", ("Facebook Messenger",)),
        ("Not Snapchat", ()),
        ("Facebook (incl. Messenger)", ("Facebook", "Facebook Messenger")),
        ("Snapchat (not recorded for three offences on Kik)", ("Kik", "Snapchat")),
        ("Kik (less than five)", ("Kik",)),
    ],
)
def test_platforms_that_a_label_leaves_out(text: str, platforms: tuple[str, ...]) -> None:
    assert read_label(text).platforms == platforms


@pytest.mark.parametrize(
    "text", ["All platforms except Snapchat", "Total excluding Snapchat and Kik", "Offences not on Kik"]
)
def test_what_leaves_out_platforms_is_no_total(text: str) -> None:
    label = read_label(text)
    assert (label.total, label.other) == (False, True)
    assert read_label("All platforms").total and read_label("Total excluding cancelled crimes").total


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("of which vic F", "sex", "female"),
        ("Vic. M", "sex", "male"),
        ("Victim (F)", "sex", "female"),
        ("Sex: M", "sex", "male"),
        ("F vics", "sex", "female"),
        ("of which vic unk", "unknown", True),
        ("Victim - U", "unknown", True),
        ("None noted", "unknown", True),
        ("None specified", "unknown", True),
        ("None but Snapchat", "unknown", False),
        ("No. of vics", "counted", "victims"),
        ("No. of susps", "counted", "other"),
        ("Offs rec'd", "counted", "offences"),
        ("Vic Age", "dimension", "age"),
        ("Comms method", "dimension", "platform"),
        ("Vics under 13", "ages", (0, 12)),
        ("text msgs", "platforms", ("SMS",)),
        ("FB msgr", "platforms", ("Facebook Messenger",)),
        # and what is none of these
        ("Victim M/F", "sex", None),
        ("Sex (M/F)", "sex", None),
        ("M/F vics", "sex", None),
        ("Victims (b)", "sex", None),
        ("Victoria", "counted", None),
    ],
)
def test_words_cut_short_are_read_as_the_full_ones(text: str, column: str, value: object) -> None:
    assert getattr(read_label(text), column) == value


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("Instagram messages", ("Instagram",)),
        ("Facebook text", ("Facebook",)),
        ("WhatsApp message/text", ("SMS", "WhatsApp")),
        ("Snapchat, text messages", ("SMS", "Snapchat")),
    ],
)
def test_messages_on_a_product_are_no_text_messages(text: str, platforms: tuple[str, ...]) -> None:
    assert read_label(text).platforms == platforms


@pytest.mark.parametrize("text", ["airdrop", "Air Drop", "AIRDROP", "AirDrop (Apple)"])
def test_a_product_is_known_however_it_is_written(text: str) -> None:
    assert read_label(text).platforms == ("AirDrop",)
