"""A table that is printed on several pages, with its titles and headers on each."""

import pytest

from tests.tables.drawing import expect, read, sheet

PAGES = """
KENT POLICE | | Page 1 of 2
Sexual communication with a child by month

Month | Recorded | Snapchat
January 2023 | 20 | 8
February 2023 | 14 | 5
{one}

KENT POLICE | | {two}
{title}

Month | Recorded | Snapchat
March 2023 | 17 | 7
Total | {total} | {snapchat}
"""


@pytest.mark.parametrize(
    ("one", "two", "title"),
    [
        ("continued ...", "Page 2 of 2", "Sexual communication with a child by month"),
        ("", "page 2/2", "Sexual communication with a child by month (cont'd)"),
        ("Continued on next page", "Page 1 of 2", "Sexual communication with a child by month - continued"),
    ],
)
def test_a_table_that_goes_on_over_pages_has_one_total(one, two, title):
    found = read(sheet(PAGES.format(one=one, two=two, title=title, total=51, snapchat=20)))
    last = "B14 = 51; period Jan-Mar 2023; platforms none\nC14 = 20; period Jan-Mar 2023"
    expect(found, f"{MONTHS}\n{last}")


MONTHS = """
B5 = 20; period January 2023; platforms none; place Kent
C5 = 8; period January 2023; platforms Snapchat
B6 = 14; period February 2023
C6 = 5; period February 2023
B13 = 17; period March 2023
C13 = 7; period March 2023; platforms Snapchat
"""


def test_a_further_table_with_the_same_headers_is_another():
    title = "Sexual communication with a child by month, March only"
    found = read(sheet(PAGES.format(one="", two="Page 2 of 2", title=title, total=17, snapchat=7)))
    expect(found, f"{MONTHS}\nB14 = 17; period March 2023\nC14 = 7; period March 2023")
