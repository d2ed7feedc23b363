"""What answers in haste cut short or leave to the reader: "FULL YR", "of these - victim", "Age" beside "Oldest"."""

import pytest

from figuretrail.tables.language.labels import read_label
from tests.tables.drawing import expect, read, sheet

TITLE = "Sexual communication with a child, Kent Police"


@pytest.mark.parametrize("whole", ["FULL YR", "Whole yr", "full-year", "Entire Year", "YR TOTAL"])
def test_the_whole_year_cut_short_beside_quarters(whole):
    found = read(
        sheet(f"""
        {TITLE}
        FY | Qtr | App | Crimes
        2023-24 | Q1 | ALL | 9
        2023-24 | Q2 | ALL | 8
        2023-24 | {whole} | SNAPCHAT | 7
        2023-24 | {whole} | TIK TOK | 5
        """)
    )
    expect(
        found,
        """
        D3 = 9; period 2023-04-01 to 2023-06-30
        D4 = 8; period 2023-07-01 to 2023-09-30
        D5 = 7; period 2023/24; platforms Snapchat
        D6 = 5; period 2023/24; platforms TikTok
        """,
    )


def test_the_whole_year_cut_short_across_columns():
    found = read(sheet(f"{TITLE}\n | Q1 | Q2 | Q3 | Q4 | Full yr\n2022/23 | 5 | 6 | 7 | 8 | 26"))
    assert (str(found["F3"].period_start), str(found["F3"].period_end)) == ("2022-04-01", "2023-03-31")
    assert str(found["D3"].period_start) == "2022-10-01"


@pytest.mark.parametrize("label", ["Yr", "Full yr of birth", "Half yr"])
def test_other_labels_with_a_year_cut_short_are_no_totals(label):
    assert not read_label(label).total


@pytest.mark.parametrize("asked", ["Q3: 71/17 - victim under 13", "Q3 071/17, victim under 13"])
def test_a_questions_number_before_an_offences_code_is_no_quarter(asked):
    found = read(sheet(f"{TITLE}\nYear | All crimes | {asked}\n2022/23 | 50 | 6"))
    expect(found, "B3 = 50; period 2022/23\nC3 = 6; period 2022/23; ages 0-12")


def test_a_quarter_before_its_year_stays_one():
    found = read(sheet(f"{TITLE}\nApp | Q2 22/23 | Q3: 22/23\nSnapchat | 6 | 7"))
    expect(found, "B3 = 6; period 2022-07-01 to 2022-09-30\nC3 = 7; period 2022-10-01 to 2022-12-31")


KNOWN = f"{TITLE}, 2023 - platform recorded\nApp | Crimes\nSnapchat | 6\n{{}} | 20"


@pytest.mark.parametrize(
    "total",
    ["ALL CRIMES (incl. none recorded)", "All (including none named)", "Total including no platform recorded"],
)
def test_a_total_that_holds_the_unknown_is_of_all(total):
    assert read(sheet(KNOWN.format(total)))["B4"].base == "all"


@pytest.mark.parametrize("total", ["All crimes recorded", "Total (incl. sex not known)", "Total"])
def test_another_total_is_of_what_the_title_says(total):
    assert read(sheet(KNOWN.format(total)))["B4"].base == "method_recorded"


MARKED = f"{TITLE}, 2023\nApp | Crimes\nSnapchat | 6\nKik | *\nTotal | 20\n* {{}}"


@pytest.mark.parametrize(
    "why",
    [
        "total not given because it would reveal a number between 1 and 4",
        "not shown since it could identify a child",
        "not supplied because this would allow another figure to be deduced",
        "not provided so that no one can be identified",
        "not given to protect a victim",
    ],
)
def test_what_is_not_given_for_what_it_would_tell_is_hidden(why):
    assert read(sheet(MARKED.format(why)))["B4"].status == "suppressed"


@pytest.mark.parametrize(
    "why",
    [
        "not provided as the app was not identified",
        "not recorded before 2023",
        "not available because the system could not be searched",
    ],
)
def test_what_nobody_has_is_not_hidden(why):
    assert read(sheet(MARKED.format(why)))["B4"].status == "not_available"


@pytest.mark.parametrize("age", ["Age", "Age (years)", "Victim's age"])
def test_an_age_beside_the_oldest_is_that_of_the_youngest(age):
    found = read(sheet(f"{TITLE}\nAge of youngest victim\nYear | 2021 | 2022\n{age} | 7 | 6\nOldest | 15 | 14"))
    assert [(found[c].measure, found[c].unit) for c in ("B4", "C4", "B5", "C5")] == [("victim_age", "years")] * 4


def test_an_age_below_another_title_is_none():
    found = read(sheet(f"{TITLE}\nOffences\nYear | 2021 | 2022\nAge | 7 | 6\nOldest | 15 | 14"))
    assert "B4" not in found or found["B4"].measure == "offences"
    youngest = read(sheet(f"{TITLE}\nAge of youngest victim\nYear | 2021\nOffences | 7\nOldest | 15"))
    assert youngest["B4"].measure == "offences"


SPLIT = """
{title}
Year | {counted} | {split} |
 | | Female | Male
2021 | 70 | 50 | 15
2022 | 60 | 40 | 14
"""


@pytest.mark.parametrize("split", ["Of these - victim", "of these crimes: victims", "Of which, the victim"])
def test_a_heading_divides_the_offences_beside_it(split):
    drawn = "\n".join(SPLIT.format(title=TITLE, counted="Crimes", split=split).strip().splitlines())
    found = read(sheet(drawn))
    assert [found[c].measure for c in ("B4", "C4", "D4", "C5", "D5")] == ["offences"] * 5
    assert (found["C4"].victim_sex, found["D4"].victim_sex) == ("female", "male")


def test_a_heading_divides_the_offences_of_the_table_beside_it():
    for gap in (" |", " | |"):
        row = f"sexual comms with child, crimes recorded |{gap} of these - victim |"
        found = read(
            sheet(f"{row}\nyr | crimes | | yr | female | male\n19/20 | 118 | | 19/20 | 90 | 19"),
            title="Sexual communication with a child",
            force="Kent",
        )
        assert [found[c].measure for c in ("B3", "E3", "F3")] == ["offences"] * 3


def test_a_heading_that_counts_victims_does_not_divide():
    found = read(sheet(SPLIT.format(title=TITLE, counted="Crimes", split="Number of victims")))
    assert [found[c].measure for c in ("B4", "C4", "D4")] == ["offences", "victims", "victims"]
    found = read(sheet(SPLIT.format(title=TITLE, counted="Victims", split="Of these - victim")))
    assert [found[c].measure for c in ("B4", "C4", "D4")] == ["victims"] * 3


ASKED = """
{title}
{asked} | | 22/23 | 23/24
 | 9 and under | 17 | 12
 | 10 to 12 | 74 | 80
"""


@pytest.mark.parametrize(
    ("asked", "measure"),
    [
        ("2. How old were the victims (number of victims in each age group)?", "victims"),
        ("Victims (number in each age group)", "victims"),
        ("2. How many crimes, by the age of the victim?", "offences"),
    ],
)
def test_what_heads_the_empty_column_before_the_labels_says_what_is_counted(asked, measure):
    found = read(sheet(ASKED.format(title=TITLE, asked=asked)))
    assert [found[c].measure for c in ("C3", "D3", "C4", "D4")] == [measure] * 4
    assert found["C3"].victim_age_max == 9
