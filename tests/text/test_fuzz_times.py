"""Days that no calendar has and lengths that no time has, put into ordinary sentences: no other figure is lost."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figuretrail.documents import explanation_of, figures_of
from figuretrail.entry import Entry
from figuretrail.errors import SourceError
from figuretrail.text import extract
from figuretrail.text.figures import Result
from figuretrail.text.reader import read

LENGTHS = st.sampled_from(
    [
        "5000 years", "20,000 years", "101 years", "999999999999 years", "a thousand years", "three million years",
        "half a million months", "40,000 decades", "15,000-month", "ten thousand quarters", "8,000 half-years",
        "one and a half thousand years", "0 months", "zero years", "2.5 years", f"1{'0' * 30} years",
        f"{'9' * 400} months", f"{'billion ' * 60}years", "18 months", "two years", "100 years",
    ]
)  # fmt: skip
DAYS = st.sampled_from(
    [
        "31 September 2017", "31 April 2018", "30 February 2019", "29 February 2019", "31 November", "April 31, 2018",
        "0 April 2018", "31/02/2018", "31.04.18", "00/00/2018", "01/00/2018", "12/25/2018", "99/99/9999", "1/1/9999",
        "31/12/9999", "01/01/0100", "31st September 2017", "September 2018", "2018", "2018/19", "30 September 2018",
    ]
)  # fmt: skip
TIMES = st.sampled_from(
    [
        "since {day}", "from {day}", "until {day}", "up to {day}", "by the beginning of {day}",
        "so far this year, to {day}",
        "between {day} and {other}", "from {day} to {other}", "the {length} from {day}", "in the {length} to {day}",
        "the {length} ending {day}", "the year beginning {day}", "the {length} beginning {day}", "{length} ago",
        "{length} earlier", "the previous {length}", "{length} later", "the following {length}", "the {length} before",
        "the last {length}", "the first {length}", "the first {length} of the law", "in the {length} since",
        "the {length} since the end of {day}", "the {length} up to then", "the same {length} of 2018",
        "over those {length}",
        "over the {length}", "2018/19 ({length})", "2018/19 (to {day})", "{length} on", "{length} after that",
        "every {length}", "the final {length} of 2018/19", "{length} into 2018/19", "{length}, {day} to {other}",
        "in the {length} between {day} and {other}", "the third year of the {length} to {day}", "{length} just gone",
        "the first {length} of this year", "the years ending {day}, 2019 and 2020",
    ]
)  # fmt: skip
SENTENCES = st.sampled_from(
    [
        "Surrey Police recorded 12 grooming offences {time}.",
        "{time} Surrey Police recorded 12 grooming offences, up from 9 {again}.",
        "Grooming offences rose by a third {time}, to 12 from 9 {again}.",
        "Half of those {time} were on Snapchat, and 12 {again} on Facebook.",
        "The charity was founded {time}.",
        "{time}: 12, 9 and 14 offences {again}.",
        "There were 12 {time} and it had been 9 {again}, or one every {time}.",
    ]
)
PUBLISHED = st.sampled_from([None, dt.date(2019, 9, 1), dt.date(2020, 2, 29), dt.date.min, dt.date.max])


@st.composite
def times(draw: st.DrawFn) -> str:
    return draw(TIMES).format(day=draw(DAYS), other=draw(DAYS), length=draw(LENGTHS))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    return draw(SENTENCES).format(time=draw(times()), again=draw(times()))


@given(st.lists(sentences(), min_size=1, max_size=4), PUBLISHED)
@settings(max_examples=400)
def test_an_impossible_time_costs_no_other_figure(mutated: list[str], published: dt.date | None) -> None:
    first = "Kent Police recorded 1,204 offences of sexual communication with a child in 2018/19."
    figures = extract("\n\n".join([first, *mutated]), published=published)  # raises for an error in any sentence
    kent = figures[0]
    assert (kent.value, kent.geography, kent.period_start) == (1204, "Kent", dt.date(2018, 4, 1))
    for figure in figures:
        for start, end in (
            (figure.period_start, figure.period_end),
            (figure.comparison_start, figure.comparison_end),
        ):
            assert start is None or end is None or start <= end


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Kent Police recorded 40 grooming offences since 31 September 2017.", dt.date(2017, 9, 30), None),
        ("Kent Police recorded 40 grooming offences since 30 September 2017.", dt.date(2017, 9, 30), None),
        (
            "Kent Police recorded 40 grooming offences in the 12 months from 31 April 2018.",
            dt.date(2018, 4, 30),
            dt.date(2019, 4, 29),
        ),
        ("Kent Police recorded 40 grooming offences in the 5000 years to March 2019.", None, None),
        (
            "Kent Police recorded 40 grooming offences in the two years to March 2019.",
            dt.date(2017, 4, 1),
            dt.date(2019, 3, 31),
        ),
        ("Kent Police recorded 40 grooming offences since 01/00/2018.", None, None),
        ("Kent Police recorded 40 grooming offences from May 2019 to July 2018.", None, None),
        ("Kent Police recorded 40 grooming offences between 2019/20 and 2017/18.", None, None),
    ],
)
def test_what_an_impossible_time_says(sentence: str, start: dt.date | None, end: dt.date | None) -> None:
    (figure,) = extract(sentence, published=dt.date(2021, 9, 1))
    assert (figure.value, figure.period_start, figure.period_end) == (40, start, end)


def test_times_told_by_times_do_not_leave_the_calendar() -> None:
    before = " ".join(f"In the 100 years before there were {n} grooming offences." for n in range(20, 60))
    figures = extract(f"Kent Police recorded 1,204 grooming offences in 2018/19. {before}")
    assert figures[0].period_start == dt.date(2018, 4, 1)
    assert all(figure.period_start is None or figure.period_start.year >= 1900 for figure in figures)


def test_a_row_of_digits_too_long_to_count_is_no_number() -> None:
    kent = "Kent Police recorded 1,204 grooming offences in 2018/19"
    assert [f.value for f in extract(f"{kent} under the reference {'9' * 400}.")] == [1204]
    assert [f.value for f in extract(f"{kent} and {'billion ' * 60}more.")] == [1204]


# A published day with an hour can't be compared with days: the error is real, and lies in the sentence that only the
# day of publication dates.
SLIP = dt.datetime(2019, 9, 1, 8)
TWO = "Kent Police recorded 40 grooming offences.\n\nIn April Surrey Police recorded 30 grooming offences."


def test_an_error_of_the_program_ends_only_the_sentence_in_which_it_happened() -> None:
    faults: list[SourceError] = []
    figures = extract(TWO, published=SLIP, file="kent.md", faults=faults)
    assert [(figure.value, figure.geography) for figure in figures] == [(40, "Kent")]
    (fault,) = faults
    assert (fault.file, fault.place) == (
        "kent.md",
        "the sentence 'In April Surrey Police recorded 30 grooming offences.'",
    )
    assert fault.found.startswith("TypeError: can't compare datetime.datetime to datetime.date (mentions.py, line ")
    with pytest.raises(SourceError, match="In April Surrey"):  # a caller that takes no faults must not lose them
        extract(TWO, published=SLIP)
    assert len(extract(TWO, published=SLIP.date(), faults=faults)) == 2 and len(faults) == 1


def test_an_error_of_the_program_is_told_with_the_file_and_in_its_explanation(tmp_path: Path) -> None:
    path = tmp_path / "kent.md"
    path.write_text(TWO, encoding="utf-8")
    slip = Entry(id="kent", published=SLIP)
    faults: list[SourceError] = []
    assert [figure.value for figure in figures_of(path, slip, faults=faults)] == [40]
    assert [fault.file for fault in faults] == [str(path)]
    with pytest.raises(SourceError, match="In April Surrey"):
        figures_of(path, slip)
    assert "no figure (an error of the program: TypeError" in explanation_of(path, slip)
    assert "an error of the program" not in explanation_of(path, Entry(id="kent", published=SLIP.date()))


def test_nothing_is_kept_of_a_sentence_that_was_read_with_an_error() -> None:
    reading = read(TWO, published=SLIP)
    assert [candidate.token.word for candidate in reading.candidates] == ["40"]
    assert [why for *_, why in reading.dismissed if why.startswith("an error of the program: TypeError")]
    kept = len(reading.sentences) - 1
    try:
        dt.date(2018, 2, 30)
    except ValueError as error:
        reading.drop(kept, 0, 4, error)
    assert (len(reading.sentences), reading.candidates) == (kept, [])
    assert len(Result([], [], reading).faults("kent.md", TWO)) == 2
