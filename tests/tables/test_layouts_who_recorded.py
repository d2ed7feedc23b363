"""Officers and staff as those who recorded what is counted: "where the investigating officer recorded one"."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "title",
    [
        "Platform, as entered by the investigating officer",
        "Apps that officers flagged",
        "Platform used, recorded by an officer or staff",
        "Method of contact which the officer in the case has selected",
    ],
)
def test_who_recorded_it_is_not_counted(title):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child, Sussex Police, 2024/25
        {title}
        Platform | 2024/25
        Snapchat | 50
        Instagram | 30
        """)
        ),
        """
        B4 = 50; platforms Snapchat; measure offences
        B5 = 30; platforms Instagram; measure offences
        """,
    )


@pytest.mark.parametrize(
    "title",
    [
        "Number of officers who recorded offences",
        "Officers in the team",
        "Staff, where they are police officers",
        "Detectives",
    ],
)
def test_officers_that_are_counted_are_no_offences(title):
    found = read(
        sheet(f"""
        Sexual communication with a child, Sussex Police, 2024/25
        {title}
        Team | 2024/25
        Snapchat | 50
        Online | 30
        """)
    )
    assert found == {}
