"""Which readings an article's words leave open: what may tell a figure's time or place, and what it says."""

import datetime as dt

import pytest

from figuretrail.text.attach import Sentence
from figuretrail.text.choice import Option
from figuretrail.text.clean import clean
from figuretrail.text.groups import Place
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span, calendar_year, offence_year

SUBJECT = "grooming offences"


class Watched(Resolver):
    """Takes every number for a figure, and keeps the options of times and places."""

    def __init__(self, text: str, published: dt.date) -> None:
        super().__init__(read(text, published=published), None)
        self.times: dict[str, list[Option]] = {}
        self.places: dict[str, list[Option]] = {}
        self.apps: dict[str, list[Option]] = {}

    def _refused(self, *_: object) -> str:
        return ""

    def _chosen_period(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.times[made.candidate.token.word] = options
        return super()._chosen_period(made, options)

    def _chosen_place(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.places[made.candidate.token.word] = options
        return super()._chosen_place(made, options)

    def _chosen_platforms(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.apps[made.candidate.token.word] = options
        return super()._chosen_platforms(made, options)

    def _measure(self, made: Settled, sentence: Sentence) -> None:
        """As its own words say."""


def watched(text: str, published: dt.date) -> Watched:
    resolver = Watched(text, published)
    resolver.run()
    return resolver


def times(text: str, number: str, published: dt.date = dt.date(2023, 9, 4)) -> set[Span]:
    return {option.value for option in watched(text, published).times[number]}


def places(text: str, number: str) -> set[Place]:
    return {option.value for option in watched(text, dt.date(2023, 9, 4)).places[number]}


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (f"Gwent had 90 {SUBJECT} in 2019/20. A year earlier it was otherwise. There were then 61.", "61",
         offence_year(2018)),
        (f"Gwent had 90 {SUBJECT} in 2021/22, twice what it was four years ago (44).", "44", offence_year(2017)),
        (f"{SUBJECT.capitalize()} fell in Gwent from 95 to 88 last year.\n\nThe 88 are of 2021/22.", "95",
         offence_year(2020)),
        (f"Gwent had 90 {SUBJECT} in 2021/22, against 60 in 2018/19. In all it had 305 in that time.", "305",
         Span(dt.date(2018, 4, 1), dt.date(2022, 3, 31))),
        (f"Gwent had 402 {SUBJECT} from April 2017 to March 2022. It is a rise of 31% since 2017/18.", "%",
         offence_year(2021)),
        (f"Gwent had 40 {SUBJECT} in 2017/18 and 90 in 2019/20. In the intervening year there were 66.", "66",
         offence_year(2018)),
        (f"Gwent had 31 {SUBJECT} from April to June 2021 (was 24).", "24",
         Span(dt.date(2020, 4, 1), dt.date(2020, 6, 30))),
        (f"Gwent had 31 {SUBJECT} from April to June 2021. It had 39 in the same three months last year.", "39",
         Span(dt.date(2022, 4, 1), dt.date(2022, 6, 30))),
        (f"Gwent had 62 {SUBJECT} so far this year, up to the end of August.", "62",
         Span(dt.date(2023, 1, 1), dt.date(2023, 8, 31))),
        (f"The law began in April 2017. In the 12 months after that Gwent had 31 {SUBJECT}.", "31",
         Span(dt.date(2017, 4, 3), dt.date(2018, 4, 2))),
        (f"Gwent had 31 {SUBJECT} in its first year, 2017/18. In the fourth year it had 77.", "77", offence_year(2020)),
        (f"In 2019 there were 60 {SUBJECT} in Gwent, in 2020 80 and in 2021 91. Last year the total was 97.", "97",
         calendar_year(2022)),
        (f"Four years ago, when the offence was new, Gwent had 31 {SUBJECT}.", "31", offence_year(2019)),
        (f"Gwent had 31 {SUBJECT} in 2022/23. This year there had been 20 by the end of August.", "20",
         Span(dt.date(2023, 4, 1), dt.date(2023, 8, 31))),
        (f"Gwent had 31 {SUBJECT} in the six months since the end of December 2022.", "31",
         Span(dt.date(2023, 1, 1), dt.date(2023, 6, 30))),
        (f"Gwent had 31 {SUBJECT} in 2021/22, down from 37 in 2020/21, and 44 before that.", "44", offence_year(2019)),
        (f"Gwent had 300 {SUBJECT} from 2018 to 2022. In the fourth year it had 77.", "77", calendar_year(2021)),
        (f"Gwent had 43 {SUBJECT} in the same quarter of 2019, July to September, and 39 in that of 2018.", "39",
         Span(dt.date(2018, 7, 1), dt.date(2018, 9, 30))),
        (f"By the beginning of July more than 60 {SUBJECT} had been recorded in Gwent.", "60",
         Span(dt.date(2017, 4, 3), dt.date(2023, 6, 30))),
        (f"{SUBJECT.capitalize()}, six years from 2017/18 to 2022/23\n\nBy force\nGwent 890", "890",
         Span(dt.date(2017, 4, 1), dt.date(2023, 3, 31))),
    ],
)  # fmt: skip
def test_times_that_may_be_meant(text: str, number: str, expected: Span) -> None:
    assert expected in times(text, number)


def test_a_time_to_come_is_none_that_was_counted() -> None:
    text = "The office stays open until 2026. Gwent had 31 grooming offences. It had 20 in 2021/22."
    assert not any(span.start and span.start.year == 2026 for span in times(text, "31"))


def test_a_number_that_was_is_compared() -> None:
    found = watched(f"Essex had 97 {SUBJECT} in 2021/22 (was 79).", dt.date(2023, 9, 4)).settled
    assert [(figure.value, figure.candidate.compared) for figure in found] == [(97, False), (79, True)]


def test_a_name_of_a_region_and_a_force_may_be_either() -> None:
    text = f"{SUBJECT.capitalize()} in 2021/22\n\n- Kent: 264\n- West Midlands: 284\n- Essex: 240"
    assert {("West Midlands", "region"), ("West Midlands", "force")} <= places(text, "284")


def test_the_forces_of_a_list_may_be_their_region() -> None:
    forces = ("Norfolk", "Suffolk", "Essex", "Kent", "Bedfordshire", "Cambridgeshire", "Hertfordshire")
    rows = "\n".join(f"- {force}: {20 + n}" for n, force in enumerate(force for force in forces if force != "Kent"))
    text = f"{SUBJECT.capitalize()} in 2021/22\n\n{rows}\n\nIn total 135 were recorded by the six forces."
    assert ("East of England", "region") in places(text, "135")
    assert ("East of England", "region") not in places(text.replace("Norfolk", "Kent"), "135")


@pytest.mark.parametrize(
    ("text", "place", "told_by"),
    [
        (f"Kent had 90 {SUBJECT}. Nationally there were 3,171.", ("England and Wales", "country"), "in its stretch"),
        (f"Scotland had 90 {SUBJECT}. Nationally there were 3,171.", ("Scotland", "country"), "in its stretch"),
        (
            f"Scotland had 90 {SUBJECT}. South of the border there were 3,171.", ("England and Wales", "country"),
            "in its stretch",
        ),
        (f"Kent Police had 90 {SUBJECT}. Dover had 3,171.", ("Dover", "district"), "in its stretch"),
        (f"Forces in Yorkshire had 3,171 {SUBJECT}.", ("Yorkshire and the Humber", "region"), "in its stretch"),
        (
            f"Kent went up and so did Essex. Over the years the two had 432 and 3,171 {SUBJECT}.", ("Essex", "force"),
            "each of those named before",
        ),
        (
            f"Kent had 3,000 {SUBJECT} and Essex 171, or 3,171 for both.", (None, None), "the places of the numbers",
        ),
        (
            f"England had 3,000 {SUBJECT} and Wales 171, or 3,171 between them.", ("England and Wales", "country"),
            "the places of the numbers",
        ),
        (
            f"3,171 {SUBJECT}.\n\nAcross Gwent, Kent and Essex there were 90 such offences.", (None, None),
            "a group of places that follows",
        ),
        (
            f"Kent had 90 {SUBJECT}. Dover had 12. Of all of them 3,171 were online.", ("Kent", "force"),
            "the force of a figure before",
        ),
        (
            f"Kent Police had 90 {SUBJECT}. In the city of Sandbridge there were 3,171.",
            (None, None), "several places",
        ),
        (
            f"Kent Police had 90 {SUBJECT}. In the Sandbridge council area there were 3,171.",
            (None, None), "several places",
        ),
    ],
)  # fmt: skip
def test_places_that_may_be_meant(text: str, place: Place, told_by: str) -> None:
    options = watched(text, dt.date(2023, 9, 4)).places["3,171"]
    assert any(option.value == place and option.told_by.startswith(told_by) for option in options)


def test_so_many_apps_may_be_those_named_next() -> None:
    text = f"More than 50 {SUBJECT} came through two apps. Kik was used in 30 and Skype in 20."
    assert ("Kik", "Skype") in {option.value for option in watched(text, dt.date(2023, 9, 4)).apps["50"]}


def test_the_latter_of_three_is_the_last() -> None:
    text = f"In Gwent {SUBJECT} were on Kik, Viber or Skype. The latter alone came up in 20."
    assert ("Skype",) in {option.value for option in watched(text, dt.date(2023, 9, 4)).apps["20"]}


@pytest.mark.parametrize(
    ("text", "number", "told_by", "expected"),
    [
        (f"Gwent had 60 {SUBJECT} in 2019/20, 43 in 2018/19 and 32 in 2017/18. Over the two years 13 named Kik.",
         "13", "in its stretch, before", Span(dt.date(2017, 4, 1), dt.date(2019, 3, 31))),
        (f"Gwent had 90 {SUBJECT} in 2021/22, and 31 of them from July to September 2021. Newport had 12.", "12",
         "the figure before, of a longer time", offence_year(2021)),
        (f"{SUBJECT.capitalize()} rose by 9% between the first half of 2021, when they were 33, and the first half of "
         "2022.", "%", "the last of the range", Span(dt.date(2022, 1, 1), dt.date(2022, 6, 30))),
        (f"Gwent had 78 {SUBJECT} in 2021/22 and 64 in 2019/20. Kik was named in 9 of the former and 12 of the latter.",
         "12", "the former or the latter", offence_year(2019)),
        (f"Gwent went from 64 {SUBJECT} in 2017/18 to 96 in 2021/22, of which 9 and 12, respectively, named Kik.",
         "12", "each its own, in order", offence_year(2021)),
        (f"Gwent had 96 {SUBJECT} in 2021/22 and 90 in 2020/21. In the most recent one 31 were on Kik.", "31",
         "in its stretch, before", offence_year(2021)),
        (f"Gwent had 78 {SUBJECT} in 2021/22, against 64 in the one before.", "64", "in its stretch, after",
         offence_year(2020)),
        (f"Gwent searched the text of 604 {SUBJECT} of 2019. It had 90 in 2020. A hit was found in 388 of the 604.",
         "388", "the count that it is a part of", calendar_year(2019)),
        (f"Gwent had 64 {SUBJECT} in 2017/18 and 96 in 2021/22. Kik hardly moved (12 then, 14 now).", "12",
         "then or now: one of the two times before", offence_year(2017)),
        (f"Gwent had 64 {SUBJECT} in 2017/18 and 96 in 2021/22. Kik hardly moved (12 then, 14 now).", "14",
         "then or now: one of the two times before", offence_year(2021)),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up 50% from 64 in 2017/18. Newport had 31, and 20 at the start.", "20",
         "then or now: one of the two times before", offence_year(2017)),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up from 64 in 2017/18. Kent had 31 and 20.", "31",
         "the two times before, in order", offence_year(2017)),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up from 64 in 2017/18. Kent had 31 and 20.", "20",
         "the two times before, in order", offence_year(2021)),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up from 64 in 2017/18. In the earlier year 12 named Kik.", "12",
         "in its stretch, before", offence_year(2017)),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up from 64 in 2017/18. For the later one 12 named Kik.", "12",
         "in its stretch, before", offence_year(2021)),
        (f"Gwent and {SUBJECT} in 2021.\n\nJanuary had 31, May 44.", "31", "in its stretch, before",
         Span(dt.date(2021, 1, 1), dt.date(2021, 1, 31))),
        (f"Gwent had 31 {SUBJECT}.\n\n2021/22: the peak\nIt was high. It was 118.", "118", "the heading above",
         offence_year(2021)),
        (f"The yearly numbers of {SUBJECT}, beginning with 2017/18, are 31, 44 and 57.", "57", "each its own, in order",
         offence_year(2019)),
        (f"{SUBJECT.capitalize()} on Kik tripled, to 63 from 21, when 2021/22 is compared with 2017/18.", "21",
         "each its own, in order", offence_year(2017)),
    ],
)  # fmt: skip
def test_what_tells_a_time(text: str, number: str, told_by: str, expected: Span) -> None:
    options = watched(text, dt.date(2023, 9, 4)).times[number]
    assert (told_by, expected) in [(option.told_by, option.value) for option in options]


@pytest.mark.parametrize(
    ("text", "number", "told_by"),
    [
        # "then" goes on in the story, one time alone is not two, and a word of its own is no time
        (f"Gwent had 64 {SUBJECT} in 2017/18 and 96 in 2021/22. It found 12 then to be of children.", "12",
         "then or now: one of the two times before"),
        (f"Gwent had 64 {SUBJECT} in 2017/18. Kik hardly moved (12 then, 14 now).", "12",
         "then or now: one of the two times before"),
        (f"Gwent had 96 {SUBJECT} in 2021/22, up from 64 in 2017/18. Kent had 31, 25 and 20.", "31",
         "the two times before, in order"),
        (f"Gwent had 31 {SUBJECT}.\n\n2021/22: the peak\nIt was high.\n\nApps\nIt was 118.", "118",
         "the heading above"),
        (f"The numbers of {SUBJECT}, printed in 2017/18, are 31, 44 and 57.", "57", "each its own, in order"),
    ],
)  # fmt: skip
def test_what_does_not_tell_a_time(text: str, number: str, told_by: str) -> None:
    assert told_by not in {option.told_by for option in watched(text, dt.date(2023, 9, 4)).times[number]}


def test_months_may_end_as_another_time_says_that_begins_with_them() -> None:
    text = f"In the first six months of the law Gwent had 31 {SUBJECT}. Newport had 12 between April and October."
    assert Span(dt.date(2017, 4, 3), dt.date(2017, 10, 2)) in {
        option.value for option in watched(text, dt.date(2018, 1, 9)).times["12"] if option.told_by.startswith("in its")
    }


def test_months_end_where_they_end_though_another_time_begins_with_them() -> None:
    text = f"In April and May 2020 Gwent had 31 {SUBJECT}. Newport had 12 between April and June 2020."
    assert Span(dt.date(2020, 4, 1), dt.date(2020, 5, 31)) not in {
        option.value for option in watched(text, dt.date(2020, 9, 4)).times["12"] if option.told_by.startswith("in its")
    }


def test_a_time_that_is_heard_of_with_its_end_begins_with_the_law() -> None:
    text = f"It asked how often the law had been used by the end of September 2018. In Gwent {SUBJECT} were 77."
    assert watched(text, dt.date(2019, 3, 4)).timeline.spoken[0] == Span(dt.date(2017, 4, 3), dt.date(2018, 9, 30))


def test_a_time_of_saying_is_told_from_a_time_of_counting() -> None:
    text = f"Gwent had 62 {SUBJECT} in 2021/22. In May we said 60."
    may = next(
        o
        for o in watched(text, dt.date(2022, 7, 9)).times["60"]
        if o.value == Span(dt.date(2022, 5, 1), dt.date(2022, 5, 31))
    )
    assert any(sign[0] == "before a verb of saying" for sign in may.signs if isinstance(sign, tuple))


def test_a_change_is_not_of_the_year_that_it_is_measured_from() -> None:
    text = f"{SUBJECT.capitalize()} in Gwent are up 9% since 2017/18.\n\nGwent had 82 in 2017/18 and 90 in 2021/22."
    options = watched(text, dt.date(2022, 7, 9)).times["%"]
    measured_from = {option.value for option in options if "of what it is compared with" in option.signs}
    assert measured_from == {offence_year(2017)}


def test_a_paragraph_may_end_within_a_column() -> None:
    lines = (
        "The force wrote down a number",
        "of the offences in the",
        "year.",
        "Nobody could tell us in which",
        "of the towns they had been.",
    )
    column = "\n".join(lines)
    assert clean(column).text == column.replace("\n", " ")


def test_lines_of_a_column_are_put_together_where_a_word_is_broken() -> None:
    lines = (
        "The police force of the coun-",
        "ty wrote down a number of the",
        "offences in the year to April",
        "2019 or so.",
    )
    column = "\n".join(lines)
    assert clean(column).text == column.replace("-\n", "").replace("\n", " ")
