"""Words for a time: the dates that they give, and what is left to other times to settle."""

import datetime as dt

import pytest

from figuretrail.text import periods
from figuretrail.text.clean import clean
from figuretrail.text.mentions import Mention
from figuretrail.text.numbers import compose
from figuretrail.text.timeline import UNKNOWN, Timeline
from figuretrail.text.tokens import find_phrases, tokenise
from figuretrail.timespan import Span


def mentions(text: str, published: dt.date | None = dt.date(2021, 3, 9)) -> list[Mention]:
    cleaned = clean(text).text
    lowered, found = find_phrases(cleaned)
    made = compose(tokenise(cleaned, lowered, found, 0, len(cleaned)))
    return [t.value for t in periods.compose(made, cleaned, published) if t.tag == "T"]


def span(text: str) -> tuple[str, str]:
    mention = mentions(text)[0]  # a second is the first said in other words
    return str(mention.start), str(mention.end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in 2018/19", "2018-04-01", "2019-03-31"),
        ("in 2018-19", "2018-04-01", "2019-03-31"),
        ("in 18/19", "2018-04-01", "2019-03-31"),
        ("Q3 2018/19", "2018-10-01", "2018-12-31"),
        ("H1 2019", "2019-01-01", "2019-06-30"),
        ("in the first two quarters of 2018-19", "2018-04-01", "2018-09-30"),
        ("in January, February and March of this year", "2021-01-01", "2021-03-31"),
        ("in the first six months of last year", "2020-01-01", "2020-06-30"),
        ("in the twelve months following 3 April 2017", "2017-04-03", "2018-04-02"),
        ("in 2018/191", "2018-04-01", "2019-03-31"),  # a footnote mark stuck to the year
        ("the year to April 2018", "2017-04-01", "2018-03-31"),
        ("in the year ending March 2020", "2019-04-01", "2020-03-31"),
        ("the six months to September 2018", "2018-04-01", "2018-09-30"),
        ("between April 2017 and April 2018", "2017-04-01", "2018-03-31"),
        ("from May 2018 to April 2019", "2018-05-01", "2019-04-30"),
        ("from April 2017 to October 2019", "2017-04-01", "2019-10-31"),
        ("the two and a half years from April 2017 to October 2019", "2017-04-01", "2019-09-30"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("between April and June", "2020-04-01", "2020-06-30"),
        ("from July to September last year", "2020-07-01", "2020-09-30"),
        ("the first three months of lockdown", "2020-04-01", "2020-06-30"),
        ("April to January 5, 2018", "2017-04-01", "2018-01-05"),
        ("from 2017 to 2018", "2017-04-01", "2018-03-31"),
        ("between May 2018 and the end of July 2020", "2018-05-01", "2020-07-31"),
        ("from May 2018 through July 2020", "2018-05-01", "2020-07-31"),
        ("in May-to-July", "2020-05-01", "2020-07-31"),
        ("between 3 April 2017, when the offence came in, and January 2018", "2017-04-03", "2018-01-31"),
        ("from April 2018 to October 2019, a period of a year and a half", "2018-04-01", "2019-09-30"),
        ("the two-and-a-half years from April 2017 to October 2019", "2017-04-01", "2019-09-30"),
        ("the three years from 2018/19", "2018-04-01", "2021-03-31"),
        ("in twenty-eighteen-nineteen", "2018-04-01", "2019-03-31"),
        ("in twenty nineteen, twenty.", "2019-04-01", "2020-03-31"),
        ("in twenty-twenty-one-two", "2021-04-01", "2022-03-31"),
        ("in 2018/9", "2018-04-01", "2019-03-31"),
        ("FY18/19: 40", "2018-04-01", "2019-03-31"),
        ("between 1 July 2018 and 31 August 2019", "2018-07-01", "2019-08-31"),
        ("1.10.18 to 31.12.18", "2018-10-01", "2018-12-31"),
        ("Jul 18 – Jun 19", "2018-07-01", "2019-06-30"),
        ("Oct-18 to Sep-19", "2018-10-01", "2019-09-30"),
        ("between July '18 and June '19", "2018-07-01", "2019-06-30"),
        ("in Oct. 2018", "2018-10-01", "2018-10-31"),
        ("the 12 months to this February", "2020-03-01", "2021-02-28"),
        ("the year to last November", "2019-12-01", "2020-11-30"),
        ("YE June 2019", "2018-07-01", "2019-06-30"),
        ("in the twelvemonth ended 30 June 2019", "2018-07-01", "2019-06-30"),
        ("the year beginning 1 July 2018", "2018-07-01", "2019-06-30"),
        ("the year up to the end of October 2019", "2018-11-01", "2019-10-31"),
        ("in the second half of 2019", "2019-07-01", "2019-12-31"),
        ("in the closing quarter of 2019", "2019-10-01", "2019-12-31"),
        ("five months into the financial year 2019/20", "2019-04-01", "2019-08-31"),
        ("last month", "2021-02-01", "2021-02-28"),
        ("the last financial year", "2019-04-01", "2020-03-31"),
        ("in the first of them (2018/19)", "2018-04-01", "2019-03-31"),
        ("last year – that's 2019/20 –", "2019-04-01", "2020-03-31"),
        ("2018/19 (to 31 October)", "2018-04-01", "2018-10-31"),
        ("2018/19 (to 31 January)", "2018-04-01", "2019-01-31"),
        ("2019 (eight months)", "2019-01-01", "2019-08-31"),
        ("FY2019-20", "2019-04-01", "2020-03-31"),
        ("2019/20 (six months only)", "2019-04-01", "2019-09-30"),
        ("the year to August just gone", "2019-09-01", "2020-08-31"),
        ("Oct. 26 to Dec. 3, 2019", "2019-10-26", "2019-12-03"),
        ("two thousand and eighteen to nineteen", "2018-04-01", "2019-03-31"),
        ("in two thousand and nineteen", "2019-01-01", "2019-12-31"),
        ("the five months since, to the end of August 2019", "2019-04-01", "2019-08-31"),
        ("the 12 months through June 2019", "2018-07-01", "2019-06-30"),
        ("the calendar year just gone", "2020-01-01", "2020-12-31"),
        ("the last calendar year", "2020-01-01", "2020-12-31"),
        ("the financial year just ended", "2019-04-01", "2020-03-31"),
        ("in quarter three of 2018/19", "2018-10-01", "2018-12-31"),
    ],
)
def test_dates_that_the_words_give(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind", "months"),
    [
        ("the previous year", "previous", 12),
        ("the year before", "previous", 12),
        ("a year earlier", "shift", -12),
        ("over the three years before", "previous", 36),
        ("in the last two years", "last", 24),
        ("the law's first complete recording year", "first", 12),
        ("since the offence came in, in 2017", "law", None),
        ("since the law arrived in April 2017", "law", None),
        ("the same period last year", "shift", -12),
        ("in its fifth full year", "nth", 12),
        ("in the 2018 half-year", "same", 6),
        ("267, and 288 before that.", "previous", None),
        ("in the six months since.", "next", 6),
        ("in the same part of 2019", "same", None),
        ("from that day until the end of September 2018", "until", None),
        ("the year after that saw 40", "next", 12),
        ("over those 12 months", "same", 12),
        ("the same period", "same", None),
        ("in 18 months", "length", 18),
        ("the law's first year", "first", 12),
        ("the first full year of the law", "first", 12),
        ("in the twelve months that followed", "next", 12),
        ("197 the year after", "next", 12),
        ("the nine months after it became a crime", "first", 9),
        ("in year one", "first", 12),
        ("the last of them", "last", 12),
        ("the twelve months after that", "next", 12),
        ("a year on, it was 40", "shift", 12),
        ("two years after that", "shift", 24),
        ("the same five months of the previous year", "shift", -12),
        ("in the six months leading up to that", "up to then", 6),
        ("so far this year", "since", None),
        ("since the start of the year", "since", None),
        ("since the beginning of 2019", "since", None),
        ("since November", "since", None),
        ("by the beginning of July 2020", "until", None),
        ("40 in the most recent six", "last", 6),
        ("40 in the later year", "second", 12),
        ("40 in the earlier one", "previous", None),
        ("twelve months on there were 40", "shift", 12),
        ("the first produced 40", "first", 12),
        ("the year just gone", "last", 12),
    ],
)
def test_times_told_by_other_times(text: str, kind: str, months: float | None) -> None:
    (mention,) = mentions(text)
    assert (mention.kind, mention.months) == (kind, months)


def test_years_that_name_no_time() -> None:
    assert mentions("under the Sexual Offences Act 2003 and the law of England") == []
    assert [m.kind for m in mentions("seven every month between May 2018 and July 2020")] == ["span"]


def test_a_number_of_two_thousand_and_more_is_no_year() -> None:
    assert mentions("Two thousand and nineteen offences were recorded") == []


def test_the_same_months_of_last_year_are_told_by_the_day_of_publication_too() -> None:
    assert [mention.year for mention in mentions("in the same five months last year")] == [2020]
    assert [mention.year for mention in mentions("in the same five months of the previous year")] == [None]


def test_numbers_after_months_are_counts_where_one_is_too_high_for_a_day() -> None:
    assert [m.kind for m in mentions("June brought 21, July 24 and August 33")] == ["month", "month", "month"]
    assert str(mentions("on July 24 and August 30")[0].start) == "2020-07-24"


def test_a_year_before_what_is_counted_may_end_a_range() -> None:
    (years,) = mentions("between 2017 and 2019 offences rose")
    assert years.span == Span(dt.date(2017, 1, 1), dt.date(2019, 12, 31))
    assert mentions("Gwent and 2019 offences more") == []


def test_a_quarter_before_what_is_counted_has_no_number() -> None:
    assert [m.kind for m in mentions("in the quarter four offences were recorded")] != ["quarter"]


def test_two_years_joined_by_and_are_two_times() -> None:
    assert [m.span.start for m in mentions("in 2018/19 and 2019/20")] == [dt.date(2018, 4, 1), dt.date(2019, 4, 1)]
    assert [m.kind for m in mentions("between 2018/19 and 2019/20")] == ["range"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("in 2018 and 2019", ["2018-01-01", "2019-01-01"]),
        ("in April 2017 and May 2018", ["2017-04-01", "2018-05-01"]),
        ("between 2018 and 2019", ["2018-04-01"]),
        ("between April 2017 and May 2018", ["2017-04-01"]),
        ("Between the same dates in 2018 and 2019", ["2018-04-01"]),
        ("in April and May 2018", ["2018-04-01"]),
    ],
)
def test_dates_joined_by_and_are_two_times_unless_they_are_said_to_be_its_ends(text: str, starts: list[str]) -> None:
    assert [str(mention.start) for mention in mentions(text)] == starts


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("the six months to October 2018", "2018-04-01", "2018-09-30"),
        ("the 18 months to October 2018", "2017-04-01", "2018-09-30"),
        ("the two and a half years to October 2019", "2017-04-01", "2019-09-30"),
        ("the two years to April 2019", "2017-04-01", "2019-03-31"),
        ("the year to October 2019", "2018-11-01", "2019-10-31"),
        ("the six months to April 2019", "2018-11-01", "2019-04-30"),
        ("the six months to the end of October 2018", "2018-05-01", "2018-10-31"),
        ("the six months to 5 October 2018", "2018-04-06", "2018-10-05"),
    ],
)
def test_to_april_or_october_is_to_the_month_before_where_an_offence_year_then_begins_it(
    text: str, start: str, end: str
) -> None:
    assert span(text) == (start, end)


def test_a_quarter_is_numbered_and_a_month_named() -> None:
    (quarter,) = mentions("40 in quarter three, as before")
    assert (quarter.kind, quarter.ordinal, quarter.months) == ("quarter", 3, None)
    (ends,) = mentions("Year to March", None)
    assert (ends.kind, ends.month, ends.months, ends.year) == ("ends in", 3, 12, None)


def test_a_length_settles_the_end_of_the_dates_beside_it_whichever_number_asks() -> None:
    (_, dates) = mentions("over 18 months: April 2017 to October 2018")
    assert dates.span == Span(dt.date(2017, 4, 1), dt.date(2018, 9, 30))
    (_, dates) = mentions("over two months: April 2017 to October 2018")  # no such length: they end where they say
    assert dates.span == Span(dt.date(2017, 4, 1), dt.date(2018, 10, 31))


def test_from_then_to_a_date() -> None:
    (mention,) = mentions("between then and the end of July 2020")
    assert (mention.kind, mention.end) == ("until", dt.date(2020, 7, 31))


def test_the_day_of_the_law_is_no_period() -> None:
    assert mentions("The offence came into force in April 2017") == []
    assert mentions("on 3 April 2017") == []


def test_no_publication_date_leaves_a_month_undated() -> None:
    (mention,) = mentions("between April and June", published=None)
    assert mention.span == UNKNOWN


YEAR_17 = Span(dt.date(2017, 4, 1), dt.date(2018, 3, 31))
YEAR_18 = Span(dt.date(2018, 4, 1), dt.date(2019, 3, 31))
HALF_18 = Span(dt.date(2018, 4, 1), dt.date(2018, 9, 30))
QUARTER = Span(dt.date(2020, 4, 1), dt.date(2020, 6, 30))


@pytest.mark.parametrize(
    ("mention", "reference", "expected"),
    [
        (Mention("previous", months=12), YEAR_18, YEAR_17),
        (Mention("previous", months=36), QUARTER, Span(dt.date(2017, 4, 1), dt.date(2020, 3, 31))),
        (Mention("previous", months=12), HALF_18, Span(dt.date(2017, 4, 1), dt.date(2017, 9, 30))),
        (Mention("same", months=6, year=2017), HALF_18, Span(dt.date(2017, 4, 1), dt.date(2017, 9, 30))),
        (Mention("shift", months=-12), YEAR_18, YEAR_17),
        (Mention("first", months=12), UNKNOWN, Span(dt.date(2017, 4, 3), dt.date(2018, 4, 2))),
        (Mention("last", months=12), UNKNOWN, UNKNOWN),
        (Mention("nth", months=12, ordinal=3), UNKNOWN, Span(dt.date(2019, 4, 1), dt.date(2020, 3, 31))),
    ],
)
def test_settling(mention: Mention, reference: Span, expected: Span) -> None:
    assert Timeline([]).settle(mention, reference, law=mention.kind == "first") == expected


def test_two_years_spoken_of_are_the_last_two_years() -> None:
    timeline = Timeline([])
    timeline.speak(YEAR_18)
    timeline.speak(YEAR_17)
    assert timeline.settle(Mention("last", months=24), UNKNOWN) == Span(YEAR_17.start, YEAR_18.end)
    assert timeline.settle(Mention("second"), UNKNOWN) == YEAR_18


def test_the_second_is_the_later_of_two_times_of_one_length() -> None:
    timeline = Timeline([])
    for year in (2017, 2018):
        timeline.speak(Span(dt.date(year, 1, 1), dt.date(year, 12, 31)))
    timeline.speak(HALF_18)
    assert timeline.settle(Mention("second", months=12), UNKNOWN) == Span(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert timeline.settle(Mention("second"), UNKNOWN) == HALF_18  # there is but one half-year


def test_the_third_of_several_years_is_one_of_them() -> None:
    timeline = Timeline([])
    timeline.speak(Span(dt.date(2018, 1, 1), dt.date(2021, 12, 31)))
    third = timeline.settle(Mention("nth", months=12, ordinal=3), UNKNOWN)
    assert third == Span(dt.date(2020, 1, 1), dt.date(2020, 12, 31))
