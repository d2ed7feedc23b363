"""One number of several names, counts said again, nothing counted, and lines that are about something else."""

import datetime as dt

import pytest

from figuretrail.figure import Figure
from figuretrail.text import extract

OPENING = "Police recorded 1,274 offences of sexual communication with a child in 2018/19. "


def figures(text: str) -> list[Figure]:
    return extract(OPENING + text, published=dt.date(2019, 11, 1))[1:]


@pytest.mark.parametrize(
    ("text", "surface", "platforms"),
    [
        ("Kik and Yubo, with 14 each, came last.", "14", [("Kik",), ("Yubo",)]),
        (
            "Facebook led, ahead of Kik and Yubo, each of which took 14 per cent of offences.",
            "14 per cent",
            [("Kik",), ("Yubo",)],
        ),
        (
            "Discord, and Facebook and Instagram together, had 14 per cent each.",
            "14 per cent",
            [("Discord",), ("Facebook", "Instagram")],
        ),
        ("Kik accounted for 14 per cent of offences, as did Yubo and Discord.", "14 per cent",
         [("Kik",), ("Yubo",), ("Discord",)]),
        ("Kik had 14%, as did Facebook and Instagram combined.", "14%", [("Kik",), ("Facebook", "Instagram")]),
        ("Snapchat was used in 61 and Kik in 14, the same number as Yubo.", "14", [("Kik",), ("Yubo",)]),
        ("Kik came next on 14%, level with Yubo.", "14%", [("Kik",), ("Yubo",)]),
        # opposite cases: the other name has its own number, or both are counted together
        ("Kik accounted for 14%, as did Yubo (14%).", "14%", [("Kik",), ("Yubo",)]),
        ("Kik and Yubo together had 14.", "14", [("Kik", "Yubo")]),
        ("Facebook was used in 30%, and Kik and Yubo in 14% each.", "14%", [("Kik",), ("Yubo",)]),
    ],
)  # fmt: skip
def test_a_number_that_each_of_several_has_is_a_figure_of_each(
    text: str, surface: str, platforms: list[tuple[str, ...]]
) -> None:
    assert [figure.platforms for figure in figures(text) if figure.surface == surface] == platforms


def test_each_of_several_forces_and_one_that_had_as_many() -> None:
    few = figures("Three forces – Cumbria, Durham and Suffolk – had fewer than 20 offences each.")
    assert [figure.geography for figure in few if figure.value == 20] == ["Cumbria", "Durham", "Suffolk"]
    equal = figures("Kent recorded 41 offences, as did Essex, and Sussex had 52.")
    assert [(figure.geography, figure.value) for figure in equal][:2] == [("Kent", 41), ("Essex", 41)]
    assert [figure.value for figure in equal] == [41, 41, 52]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Instagram was in 20 of these and WhatsApp in four. Kik and Yubo had one each.", [20, 4, 1, 1]),
        ("Facebook was used in 12. Kik was mentioned twice in the reports.", [12, 2]),
        ("Facebook was used in 12. Kik was not mentioned once.", [12]),
        ("Kent had 67, Durham 44 and City of London Police recorded none.", [67, 44, 0]),
        ("Kent had 67 and Durham 44. None of them could say how.", [67, 44]),
    ],
)
def test_counts_in_single_words(text: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We should look hard at that 1,274," said the councillor over tea.', True),
        ('"And I would treat the 1,274 as a floor, because people never talk," she said.', True),
        ('"He counted 1,274 sheep on the hill," she said.', False),
        ("See page 1,274 of the annex.", False),
    ],
)
def test_an_exact_count_is_the_same_figure_where_it_comes_again(text: str, found: bool) -> None:
    body = OPENING + "\n\nThe committee met in the town hall on Monday. " + text
    again = extract(body, published=dt.date(2019, 11, 1))[1:]
    assert [figure.value for figure in again] == ([1274] if found else [])


def test_a_round_count_is_not_taken_for_the_one_before() -> None:
    said = '\n\n"It is that {} I asked my staff about," he said.'
    assert len(extract((OPENING + said).format("1,274"))) == 2
    assert len(extract((OPENING.replace("1,274", "1,270") + said).format("1,270"))) == 1


@pytest.mark.parametrize(
    "head",
    ["More from Local News", "Related stories", "MOST READ", "You may also like", "Read next:", "Trending"],
)
def test_links_to_other_stories_hold_no_figures(head: str) -> None:
    body = f"{OPENING}\n\n{head}\n\nChild neglect cases up by a third\nBurglaries in Kent rise to 390 in a year\n"
    assert len(extract(body)) == 1
    below = extract(f"{body}\nSnapchat was used in 61 of the offences, police said. Instagram came second.")
    assert [figure.value for figure in below][1:] == [61]


def test_one_link_with_its_head_and_the_followers_of_a_page() -> None:
    assert (
        figures("\n\nRelated: Child protection cases in Bolton rise to 390\n\nTwitter (162K) | Facebook (240K)") == []
    )


def test_a_link_that_names_the_subject_is_read_like_a_heading() -> None:
    (figure,) = figures("\n\nRelated: Kent Police recorded 92 grooming crimes in 2017/18")
    assert figure.value == 92


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Recorded offences fell in Kent between 2016/17 and 2018/19, by 12%.", -12),
        ("Offences dipped once, in the second of those years, by 12%.", -12),
        ("The first number was 1,100; the charity puts the increase at 12%.", 12),
        ("It had gone up by a third between the two years.", 33.33),
    ],
)
def test_changes_told_at_some_distance_from_their_verb(text: str, value: float) -> None:
    assert [(figure.measure, figure.value) for figure in figures(text) if figure.unit != "count"] == [
        ("offence_change", value)
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("In 2018/19 that was 14% more than in 2017/18 and over twice the 601 of 2016/17.", ">"),
        ("In 2018/19 that was 14% more than in 2017/18 and twice the 601 of 2016/17.", "="),
    ],
)
def test_and_over_is_a_bound_of_the_number_after_it(text: str, bound: str) -> None:
    assert [figure.bound for figure in figures(text) if figure.surface == "twice"] == [bound]
