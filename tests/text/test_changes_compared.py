"""What a change is compared with: by its words, its two counts, how long it took, or the change before it."""

import datetime as dt

import pytest

from figuretrail.text import extract
from figuretrail.text.compared import add_comparisons
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver
from figuretrail.timespan import UNKNOWN, Span

Y2017 = ("2017-04-01", "2018-03-31")
Y2018 = ("2018-04-01", "2019-03-31")
Y2021 = ("2021-04-01", "2022-03-31")
NOWHERE = (None, None)


def compared(text: str, number: str) -> tuple[str | None, str | None]:
    """The time that the change whose words are `number` is compared with."""
    figures = extract(text, published=dt.date(2022, 7, 11))
    (change,) = (one for one in figures if one.surface == number and one.measure == "offence_change")
    days = (change.comparison_start, change.comparison_end)
    return tuple(None if day is None else day.isoformat() for day in days)  # type: ignore[return-value]


OFFENCE = "Police in England and Wales record sexual communication with a child. "


@pytest.mark.parametrize(
    ("text", "number", "time"),
    [
        ("In 2021/22 there were 6,156 offences, up 84 per cent since 2017/18.", "84 per cent", Y2017),
        ("In 2021/22 there were 6,156 offences, up 84 per cent since the law came into force.", "84 per cent", Y2017),
        ("In 2021/22 there were 6,156 offences, up 12 per cent on the year before.", "12 per cent",
         ("2020-04-01", "2021-03-31")),
        ("Kent Police recorded 274 offences in 2018/19 after 114 in 2017/18, a rise of 140 per cent.", "140 per cent",
         Y2017),
        ("There were 1,944 offences between April and September 2018. The number rose by 50 per cent, from 1,316 "
            "in the same months of 2017.",
         "50 per cent", ("2017-04-01", "2017-09-30")),
        ("Kent Police recorded 84 offences in 2018/19. There were 37 in 2017/18. The number more than doubled.",
         "doubled", Y2017),
        ("In 2021/22 there were 6,156 offences, a rise of 84 per cent in four years.", "84 per cent", Y2017),
        ("In 2021/22 Kent Police recorded 201 offences, up 40 per cent since 2017/18. "
         "In Essex the number rose by 12 per cent.", "12 per cent", Y2017),
    ],
)  # fmt: skip
def test_the_time_compared_with(text: str, number: str, time: tuple[str, str]) -> None:
    assert compared(OFFENCE + text, number) == time


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # counts that the change is not of: other in size, of another place, rounded, or of one time
        ("Kent Police recorded 274 offences in 2018/19 after 214 in 2017/18. The force speaks of 140 per cent more.",
         "140 per cent"),
        ("Kent Police recorded 274 offences in 2018/19. Essex Police recorded 114 in 2017/18. "
         "In Kent the number went up by 140 per cent.", "140 per cent"),
        ("Kent Police recorded 274 offences in 2018/19 after some 114 in 2017/18, a rise of 140 per cent.",
         "140 per cent"),
        # a time before the offence existed
        ("In 2018/19 there were 4,373 offences, a rise of 84 per cent in four years.", "84 per cent"),
    ],
)  # fmt: skip
def test_what_does_not_tell_it(text: str, number: str) -> None:
    assert compared(OFFENCE + text, number) == NOWHERE


def test_each_change_keeps_its_own_time() -> None:
    text = OFFENCE + (
        "In 2021/22 there were 6,156 offences, up 84 per cent since 2017/18 and up 12 per cent on the year before."
    )
    assert [compared(text, "84 per cent"), compared(text, "12 per cent")] == [Y2017, ("2020-04-01", "2021-03-31")]


def test_a_change_up_to_a_day_without_a_beginning_is_compared_with_nothing() -> None:
    text = OFFENCE + "Kent Police recorded 274 offences in 2018/19 after 114 in 2017/18, a rise of 140 per cent."
    reading = read(text, published=dt.date(2022, 7, 11))
    settled = Resolver(reading, None).run()
    for one in settled:
        one.comparison = UNKNOWN
        if one.period.end == dt.date(2019, 3, 31):
            one.period = Span(None, one.period.end)
    add_comparisons(settled, reading.sentences)
    assert [one.comparison for one in settled if one.measure == "offence_change"] == [UNKNOWN]
