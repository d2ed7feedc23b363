"""A line that says something of some others than those below it titles no table: "The sex of 11 victims ..."."""

import pytest

from tests.tables.drawing import expect, read, sheet

LINES = [
    "The sex of 11 victims has not been entered.",
    "11 victims have no sex recorded",
    "In four cases the sex of the victim is unknown.",
    "Sex is not known for 3 of the victims.",
    "Two victims were linked to more than one crime.",
    "The sex of one victim is missing.",
]


@pytest.mark.parametrize("line", LINES)
def test_the_next_table_counts_no_victims(line):
    expect(
        read(
            sheet(f"""
        {line}
        Question 2 - by area
        Local Policing Area | 2020/21 | 2021/22
        Herefordshire | 12 | 17
        Shropshire | 19 | 25
        West Mercia | 31 | 42
        """),
            title="Sexual communication with a child",
            force="West Mercia",
        ),
        """
        B4 = 12; measure offences; place none
        C4 = 17; measure offences; place none
        B5 = 19; measure offences; place none
        C5 = 25; measure offences; place none
        B6 = 31; measure offences; place West Mercia
        C6 = 42; measure offences; place West Mercia
        """,
    )


@pytest.mark.parametrize("line", LINES)
def test_a_title_beyond_such_a_line_says_what_is_counted(line):
    expect(
        read(
            sheet(f"""
        Number of victims of sexual communication with a child, Kent Police
        {line}
        Year | Total
        2020/21 | 12
        2021/22 | 19
        """)
        ),
        """
        B4 = 12; measure victims; period 2020/21
        B5 = 19; measure victims; period 2021/22
        """,
    )


@pytest.mark.parametrize(
    "title",
    [
        "Number of victims whose sex was not recorded twice",
        "Number of the 31 victims that were not adults",
        "The 31 victims whose sex was not missing, by year",
        "Victims of sexual communication with a child",
        "The 31 victims, by year:",
        "How many victims were there, where not withdrawn?",
    ],
)
def test_a_heading_that_names_victims_says_what_is_counted(title):
    expect(
        read(
            sheet(f"""
        {title}
        Year | Total
        2020/21 | 12
        2021/22 | 19
        """),
            title="Sexual communication with a child",
            force="Kent",
        ),
        """
        B3 = 12; measure victims; period 2020/21
        B4 = 19; measure victims; period 2021/22
        """,
    )


RESULTS = ["Two of these led to a charge.", "Of these, 4 people were arrested.", "9 of the 61 crimes have been solved."]


@pytest.mark.parametrize("line", RESULTS)
def test_what_became_of_some_of_the_table_before_says_nothing_of_the_next(line):
    expect(
        read(
            sheet(f"""
        {line}
        Question 2 - by area
        Area | 2020/21 | 2021/22
        Medway | 12 | 17
        Kent | 31 | 42
        """),
            title="Sexual communication with a child",
            force="Kent",
        ),
        """
        B4 = 12; measure offences; place none
        C4 = 17; measure offences; place none
        B5 = 31; measure offences; place Kent
        C5 = 42; measure offences; place Kent
        """,
    )


@pytest.mark.parametrize(
    "title",
    ["Persons charged", "Two people were charged:", "Two people were charged.", "Number of people who were charged."],
)
def test_a_heading_over_what_became_of_offences_leaves_its_table_out(title):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Kent Police
        {title}
        Area | 2020/21 | 2021/22
        Medway | 12 | 17
        Kent | 31 | 42
        """)
        ),
        "",
    )
