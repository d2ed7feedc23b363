"""What a sentence of an article comes to: its figures with the columns that matter there."""

import datetime as dt
from typing import Any

import pytest

from figuretrail.figure import Figure
from figuretrail.text import attach, extract, reader
from figuretrail.text.basing import Basing

PUBLISHED = dt.date(2023, 7, 12)
SUBJECT = "Offences of sexual communication with a child: "


def read(text: str) -> list[Figure]:
    return extract(text, published=PUBLISHED)


def columns(text: str, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(figure, name) for name in ("surface", *names)) for figure in read(text)]


def test_shares_by_platform_with_their_base() -> None:
    text = (
        "Police in England and Wales knew the app in 640 offences of sexual communication with a child in 2018/19. "
        "Where the platform was known, Kik was used in 11 per cent of cases, then Skype (7%) and Discord (3%)."
    )
    assert columns(text, "measure", "platforms", "base")[1:] == [
        ("11 per cent", "offence_share", ("Kik",), "method_recorded"),
        ("7%", "offence_share", ("Skype",), "method_recorded"),
        ("3%", "offence_share", ("Discord",), "method_recorded"),
    ]


def test_each_makes_one_figure_a_platform() -> None:
    text = "Grooming offences in Kent in 2019/20: Viber and Kik each accounted for a tenth of cases."
    assert columns(text, "platforms") == [("a tenth", ("Viber",)), ("a tenth", ("Kik",))]


def test_an_owners_products_are_what_is_counted() -> None:
    text = "Meta-owned apps (Instagram, Facebook and WhatsApp) were used in 44% of grooming offences in Essex in 2021."
    assert columns(text, "platforms") == [("44%", ("Facebook", "Instagram", "WhatsApp"))]
    text = "Meta-owned apps were used in 44% of grooming offences in Essex in 2021/22."
    assert columns(text, "platforms") == [("44%", ("Meta",))]


@pytest.mark.parametrize(
    ("words", "platforms"),
    [
        ("Facebook, or one of its apps, Instagram and WhatsApp, was", ("Facebook", "Instagram", "WhatsApp")),
        ("Facebook with its Messenger service was", ("Facebook", "Facebook Messenger")),
        ("the three platforms of Meta (Instagram, Facebook and WhatsApp) were", ("Facebook", "Instagram", "WhatsApp")),
        ("Meta-owned services, meaning Instagram and WhatsApp, were", ("Instagram", "WhatsApp")),
        ("Snapchat or one of Meta's apps was", ("Meta", "Snapchat")),
        ("the Facebook-owned pair of Instagram and WhatsApp was", ("Instagram", "WhatsApp")),
    ],
)
def test_how_an_owner_and_its_products_are_said(words: str, platforms: tuple[str, ...]) -> None:
    text = f"Of grooming offences in Essex in 2021/22, {words} used in 44% where the platform was known."
    assert columns(text, "platforms") == [("44%", platforms)]


def test_all_on_the_same_share() -> None:
    text = "In grooming cases in Norfolk in 2020/21 Snapchat had 40% and Kik, Skype and Omegle were all on 9%."
    assert columns(text, "platforms")[1:] == [("9%", ("Kik",)), ("9%", ("Skype",)), ("9%", ("Omegle",))]


def test_a_bracket_keeps_its_time_to_itself() -> None:
    text = (
        "In 2021/22 the forces of the region recorded these offences of sexual communication with a child:\n\n"
        "Kent – 240 (126 in 2017/18)\nSurrey – 98 (74)\nSussex – 131 (90)\n"
    )
    starts = [figure.period_start for figure in read(text) if figure.surface in ("240", "126")]
    assert starts == [dt.date(2021, 4, 1), dt.date(2017, 4, 1)]


def test_a_total_under_years_is_over_all_of_them() -> None:
    text = (
        "Offences of sexual communication with a child in Gwent\n\n2018/19: 41\n2019/20: 52\n2020/21: 63\nTotal: 156\n"
    )
    total = read(text)[-1]
    assert (total.surface, total.period_start, total.period_end) == ("156", dt.date(2018, 4, 1), dt.date(2021, 3, 31))


def test_members_of_parliament_are_no_police_force() -> None:
    text = "As MPs debated the bill, new data showed that Kent Police recorded 61 grooming offences in 2021/22."
    assert columns(text, "geography") == [("61", "Kent")]
    text = "The MPS recorded 612 grooming offences in 2021/22."
    assert columns(text, "geography") == [("612", "Metropolitan Police")]


def test_where_it_was_written_is_not_what_is_counted() -> None:
    text = "LONDON, July 12 (Agency) – Police in England and Wales recorded 5,300 grooming offences in 2021/22."
    assert columns(text, "geography") == [("5,300", "England and Wales")]


def test_hours_of_a_log_and_numbers_of_references_are_no_counts() -> None:
    text = (
        "1004 The committee turns to grooming offences.\n\n1019 Kent Police recorded 61 of them in 2021/22.\n\n"
        "1031 An end is called for, with talks on July 24, 25 and 26.\n\n"
        "Charity registered in England 216501. Call us by dialling 101.\n"
    )
    assert [figure.surface for figure in read(text)] == ["61"]


@pytest.mark.parametrize("words", ["[6107]", "(col. 734)", "Ref. 4471", "See p. 14"])
def test_numbers_of_questions_columns_and_pages_are_no_counts(words: str) -> None:
    text = f"Grooming offences in Kent in 2021/22 were 61. {words}"
    assert [figure.surface for figure in read(text)] == ["61"]


def test_a_number_too_high_for_offences_is_none() -> None:
    text = "Grooming offences in Kent in 2021/22 were 61. Kent has 700,000 homes; 640,000 were counted."
    found = reader.read(text, published=PUBLISHED)
    assert [one.token.word for one in found.candidates] == ["61"]


def test_a_number_in_square_brackets_after_a_name_is_counted() -> None:
    text = "Grooming offences in 2021/22 with the number of 2017/18 in brackets: Kent 61 [44], Essex 70 [52]."
    assert [figure.surface for figure in read(text)] == ["61", "44", "70", "52"]


def test_numbers_in_order_take_their_years_in_order() -> None:
    text = "Grooming offences in Gwent rose: there were 41, 52 and 63 in 2017/18, 2018/19 and 2019/20 respectively."
    assert columns(text, "period_start") == [
        ("41", dt.date(2017, 4, 1)),
        ("52", dt.date(2018, 4, 1)),
        ("63", dt.date(2019, 4, 1)),
    ]


def test_a_rate_of_growth_that_fell_is_still_growth() -> None:
    text = "Kent Police recorded 70 grooming offences in 2021/22. The annual rate of growth was down to 9 per cent."
    assert columns(text, "measure", "value")[-1] == ("9 per cent", "offence_change", 9)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("In grooming cases in Kent Snapchat was used in 14, Kik in eight and Xbox in one.", ["14", "eight", "one"]),
        ("Kent Police recorded 14 grooming offences in 2021/22 and Surrey Police had just one.", ["14", "one"]),
        ("Kent Police recorded 14 grooming offences in 2021/22, and no one was charged.", ["14"]),
    ],
)
def test_one_is_a_count_where_it_ends_a_statement(text: str, surfaces: list[str]) -> None:
    assert [surface for (surface,) in columns(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("West Yorkshire Police had 300 grooming offences in 2021/22. Offences in Leeds came to 142.", "142", None),
        ("In 2021/22 there were 300 grooming offences in Kent and Medway.", "300", "Kent"),
        ("Leeds City Council asked West Yorkshire Police for its 300 grooming offences.", "300", "West Yorkshire"),
    ],
)
def test_a_town_or_district_is_no_place_of_the_columns(text: str, number: str, place: str | None) -> None:
    assert dict(columns(text, "geography"))[number] == place


def test_numbers_in_order_take_their_platforms_in_order() -> None:
    text = "In grooming cases in Norfolk in 2020/21, Kik, Skype and Omegle were used 9, eight and five times."
    assert columns(text, "platforms") == [("9", ("Kik",)), ("eight", ("Skype",)), ("five", ("Omegle",))]


def test_compared_counts_are_of_the_year_before() -> None:
    text = "Suffolk Police recorded 61 grooming offences in 2021/22, up from 48 the previous year, a rise of 27%."
    assert columns(text, "measure", "value", "period_start") == [
        ("61", "offences", 61, dt.date(2021, 4, 1)),
        ("48", "offences", 48, dt.date(2020, 4, 1)),
        ("27%", "offence_change", 27, dt.date(2021, 4, 1)),
    ]


def test_from_so_many_to_so_many() -> None:
    text = "Between 2017/18 and 2021/22 recorded grooming offences in Cumbria rose from 21 to 58."
    assert columns(text, "period_start") == [("21", dt.date(2017, 4, 1)), ("58", dt.date(2021, 4, 1))]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "Gwent went from 31 grooming offences in 2017/18 to 44 in 2018/19, 52 in 2019/20 and 60 in 2020/21, and "
            "the Kent figures for the same four years are 101, 120, 94 and 99.",
            ["2018-04-01", "2019-04-01", "2020-04-01"],
        ),
        (
            "Gwent had 31 grooming offences in April 2021, 44 in May and 52 in June. In the same months of 2019 the "
            "numbers were 11, 12 and nine.",
            ["2019-04-01", "2019-05-01", "2019-06-01"],
        ),
    ],
)
def test_numbers_in_order_take_the_same_times_again(text: str, starts: list[str]) -> None:
    assert [str(start) for _, start in columns(text, "period_start")[-3:]] == starts


def test_a_count_with_its_share_in_brackets_is_no_share() -> None:
    text = "In Kent 80 grooming offences in 2020/21 were on Snapchat (40%), 60 on Kik (30%) and 12 on Skype (6%)."
    found = columns(text, "measure")
    assert found == [(surface, "offence_share" if "%" in surface else "offences") for surface, _ in found]
    assert len(found) == 6
    again = "Snapchat came up in almost half (48%) of the grooming offences in Kent for which an app was recorded."
    assert [measure for _, measure in columns(again, "measure")] == ["offence_share", "offence_share"]


def test_victims_by_age_and_sex() -> None:
    text = (
        "Of the victims of grooming offences in Kent in 2020/21 whose age and sex were recorded, girls aged 12 to 15 "
        "made up 55 per cent. One in eight victims was aged 11 or under. The youngest was six."
    )
    assert columns(text, "measure", "victim_age_min", "victim_age_max", "victim_sex") == [
        ("55 per cent", "victim_share", 12, 15, "female"),
        ("One in eight", "victim_share", 0, 11, None),
        ("six", "victim_age", None, None, None),
    ]
    assert read(text)[0].base == "age_and_sex_recorded"


@pytest.mark.parametrize(
    "sentence",
    [
        "One victim was just four years old.",
        "A four-year-old is the youngest victim.",
        "A boy of four is the youngest victim.",
        "The youngest victim was four years of age.",
    ],
)
def test_the_age_of_the_youngest(sentence: str) -> None:
    lead = "Kent Police recorded 70 offences of sexual communication with a child in 2021/22. "
    assert columns(lead + sentence, "measure", "value")[-1] == ("four", "victim_age", 4)


def test_the_youngest_of_each_place() -> None:
    text = (
        "Of grooming offences in 2021/22 the youngest child contacted was nine in Kent, 10 in Essex and 11 in Surrey. "
        "Dorset had 12, Gwent 15 and Wiltshire 16."
    )
    found = [one.role.measure for one in reader.read(text, published=PUBLISHED).candidates]
    assert found == ["victim_age"] * 3 + ["offences"] * 3


@pytest.mark.parametrize(
    "sentence",
    ["The victims were aged from four to 15.", "In Kent, where the children were between four and 15, nobody knew."],
)
def test_the_ages_of_all_victims_are_the_youngest_and_the_oldest(sentence: str) -> None:
    lead = "Kent Police recorded 70 offences of sexual communication with a child in 2021/22. "
    found = columns(lead + sentence, "measure", "value")
    assert found[1:] == [("four", "victim_age", 4), ("15", "victim_age", 15)]


def test_forces_that_answered() -> None:
    text = "Data from 40 of the 43 police forces show 5,200 grooming offences in England and Wales in 2020/21."
    assert columns(text, "measure") == [("40", "forces"), ("5,200", "offences")]


def test_places_by_force_region_and_country() -> None:
    text = (
        "West Midlands Police recorded 90 grooming offences in 2019/20. Forces across the West Midlands recorded 240. "
        "In Scotland there were 600 grooming offences. Sussex, Surrey and Kent together recorded 300 grooming offences."
    )
    assert columns(text, "geography", "geography_type") == [
        ("90", "West Midlands", "force"),
        ("240", "West Midlands", "region"),
        ("600", "Scotland", "country"),
        ("300", None, None),
    ]


def test_another_offence_keeps_its_own_name() -> None:
    text = (
        "Kent Police recorded 70 offences of sexual communication with a child in 2021/22.\n"
        "It also recorded 812 indecent images offences in 2021/22."
    )
    assert columns(text, "offence") == [
        ("70", "sexual_communication_with_a_child"),
        ("812", "indecent_images_of_children"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The offence is set out in section 15A of the Sexual Offences Act 2003.",
        "A 31-year-old man was jailed for 14 months after admitting six counts.",
        "He contacted a girl of 12, then another aged 13.",
        "Call Childline on 0800 1111, 24 hours a day.",
        "Fines could reach £18 million or 10% of turnover.",
        "In a survey of 2,000 parents, 86 per cent backed the plan.",
        "More than 50,000 people have signed the petition.",
        "The force has 14 specialist officers and made 38 arrests.",
        '"We deal with 300 messages a week and it is not enough," she said.',
        "The meeting is on 4 October at 7.30pm in Room 12.",
        "Facebook says you have to be 13 to open an account.",
        "There are 2.3 billion people on Facebook.",
        "It comes after a decade in which 1 in 5 children got a phone.",
        "It is against the law for anyone over 18 to send such a message.",
        "Ring the helpline on 1800 55 1800, or the school's office on ext. 4471.",
        "Both apps are meant for children aged 13+.",
        "Divide that by 365, as in the first year, and few are left.",
        "The force's post about it has been shared 4,800 times.",
        "Seven crimes were added after review.",
        "[Footnote 52] The force's answer of May.",
        "The next bulletin for Kent is at :30 on this station.",
        "Kent Today. Founded 1858.",
        "That came first in nine of the ten boroughs.",
        "The difference: 731.",
        "The crimes were recorded under s.67 of an older act.",
        "Per 100,000 children, Essex was at the top with 96 and Kent at the bottom with 24.",
    ],
)
def test_other_numbers_are_no_figures(sentence: str) -> None:
    lead = "Kent Police recorded 70 offences of sexual communication with a child in 2021/22.\n"
    assert [figure.surface for figure in read(lead + sentence)] == ["70"]


def test_headline_takes_what_the_text_settles() -> None:
    text = "Grooming crimes up a fifth\nPolice in Essex recorded 120 grooming crimes in 2019/20, and 100 in 2018/19."
    headline = read(text)[0]
    assert (headline.measure, headline.geography, headline.period_start) == (
        "offence_change",
        "Essex",
        dt.date(2019, 4, 1),
    )
    assert "period_start" in headline.inherited


def test_flattened_tables() -> None:
    text = "Grooming offences recorded by police\nForce\nOffences 2019/20\nKent\n140\nEssex\n97\nDorset\n62\n"
    assert columns(text, "geography", "period_start") == [
        ("140", "Kent", dt.date(2019, 4, 1)),
        ("97", "Essex", dt.date(2019, 4, 1)),
        ("62", "Dorset", dt.date(2019, 4, 1)),
    ]
    text = "Grooming offences\nForce | 2018/19 | 2019/20\n--- | --- | ---\nKent | 131 | 140\nEssex | 88 | 97\n"
    assert columns(text, "geography", "period_start") == [
        ("131", "Kent", dt.date(2018, 4, 1)),
        ("140", "Kent", dt.date(2019, 4, 1)),
        ("88", "Essex", dt.date(2018, 4, 1)),
        ("97", "Essex", dt.date(2019, 4, 1)),
    ]


def test_offsets_count_hidden_characters() -> None:
    body = "Police in Kent re\u00adcorded 1\u00a0204 grooming of\u00adfences in 2019/20."
    (figure,) = read(body)
    assert (figure.surface, figure.value, figure.geography) == ("1\u00a0204", 1204, "Kent")
    assert body[figure.start : figure.end] == figure.surface


def test_the_catalogue_fills_only_what_the_text_leaves_open() -> None:
    text = "Recorded grooming offences rose to 88 in 2019/20."
    (figure,) = extract(text, published=PUBLISHED, place="Cheshire")
    assert (figure.geography, figure.geography_type) == ("Cheshire", "force")
    assert figure.from_catalogue == ("geography", "geography_type")
    (figure,) = extract("Kent Police recorded 88 grooming offences in 2019/20.", published=PUBLISHED, place="Cheshire")
    assert (figure.geography, figure.from_catalogue) == ("Kent", ())


def test_a_text_of_something_else_has_no_figures() -> None:
    assert read("The council spent £4.2 million on 312 new homes in 2019/20, up 14%.") == []


def test_a_change_said_again_in_brackets_is_a_change() -> None:
    text = "Grooming offences in Essex fell by nearly a fifth (18%) in 2019/20, from 122 to 100."
    assert columns(text, "measure", "value")[:2] == [("a fifth", "offence_change", -20), ("18%", "offence_change", -18)]


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("The years between saw 70 and 81.", [2019, 2020]),
        ("In the intervening years there were 70 and 81.", [2019, 2020]),
    ],
)
def test_numbers_of_the_years_between(words: str, starts: list[int]) -> None:
    text = f"Kent recorded 60 grooming offences in 2018/19 and 93 in 2021/22. {words}"
    assert [figure.period_start.year for figure in read(text)[2:] if figure.period_start] == starts


@pytest.mark.parametrize(
    "text",
    [
        "In the two years to March 2022 Kent recorded 70 and 81 grooming offences.",
        "Over the two years from 2020/21 Kent recorded 70 and 81 grooming offences.",
    ],
)
def test_as_many_numbers_as_years(text: str) -> None:
    assert [figure.period_start.year for figure in read(text) if figure.period_start] == [2020, 2021]


def test_numbers_with_their_share_after_them_are_counts() -> None:
    text = (
        "Kent knew the platform of 233 grooming offences in 2021/22. Snapchat comes up in 112, or 48 per cent; Kik and "
        "Instagram together in 59, or 25 per cent."
    )
    assert columns(text, "measure")[1:] == [
        ("112", "offences"),
        ("48 per cent", "offence_share"),
        ("59", "offences"),
        ("25 per cent", "offence_share"),
    ]


def test_fewer_by_so_many_per_cent_before_a_mark() -> None:
    text = "North Wales Police had four per cent fewer: 97 grooming offences in 2021/22, compared with 101."
    assert columns(text, "measure", "value")[0] == ("four per cent", "offence_change", -4)


def test_a_part_of_those_spoken_of() -> None:
    text = "In Kent 55 per cent of grooming offences in 2021/22 were on apps of Meta, and of these half on Instagram."
    assert [figure.surface for figure in read(text)] == ["55 per cent", "half"]


def test_a_percentage_increase_may_stand_in_brackets() -> None:
    text = (
        "In 2021/22 Kent had the most grooming offences (721) and Essex the largest percentage increase in them (31%)."
    )
    assert columns(text, "measure", "unit")[-1] == ("31%", "offence_change", "percent_change")


@pytest.mark.parametrize("words", ["in which messages were deleted", "where a child was removed from home"])
def test_what_was_removed_in_so_many_is_no_revision(words: str) -> None:
    assert [figure.value for figure in read(f"Kent recorded 142 grooming offences {words} in 2021/22.")] == [142]


def test_a_number_that_might_be_rung_is_a_count_of_a_part() -> None:
    text = "Humberside recorded 177 grooming offences in 2021/22. By far the biggest part, 101, was in Hull."
    assert [figure.surface for figure in read(text)] == ["177", "101"]


def test_as_many_yearly_totals_as_years_spoken_of() -> None:
    text = "Kent recorded 490 grooming offences from April 2017 to March 2020. The annual totals were 110, 160 and 220."
    assert [figure.period_start.year for figure in read(text)[1:] if figure.period_start] == [2017, 2018, 2019]


def test_a_name_in_a_row_goes_with_the_number_that_it_is_named_with() -> None:
    text = (
        "Kent recorded 183 grooming offences in 2018/19. Only three forces – the Met, with 428, Essex, with 214, and "
        "Gwent, with 196 – had more."
    )
    places = dict(columns(text, "geography"))
    assert (places["428"], places["214"], places["196"]) == ("Metropolitan Police", "Essex", "Gwent")


def test_knowing_is_said_but_once() -> None:
    text = "Kent police knew the victim's sex in 428 grooming offences, their age in 435 and both in 410."
    found = reader.read(text, published=PUBLISHED)
    (sentence,) = found.sentences
    bases = [attach.base_gone_on(sentence, one.left, one.right) for one in found.candidates[1:]]
    assert bases == ["age_recorded", "age_and_sex_recorded"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the force could say which app was used in 58", "method_recorded"),
        ("only 149 had a note of the website", "method_recorded"),
        ("they knew the answer in just 49", "method_recorded"),
        ("it was able to name the platform in 121", "method_recorded"),
        ("the force could not say why it had 58", None),
        ("the answer was 58", None),
        ("the officers took note of 58", None),
        ("the app was used in 58", None),
    ],
)
def test_being_able_to_tell_how_is_a_record_of_the_method(words: str, told: str | None) -> None:
    (sentence,) = reader.read(f"Of its grooming offences {words}.", published=PUBLISHED).sentences
    assert Basing._could_tell(sentence, 0, len(sentence.tags) - 1) == told


def test_a_platform_that_is_there_for_so_many_is_on_record() -> None:
    (sentence,) = reader.read("Of grooming offences the extract has a platform for 380.", published=PUBLISHED).sentences
    assert attach.base_of(sentence.tokens, sentence.tags, 0, len(sentence.tags) - 1) == "method_recorded"


def test_lines_broken_to_fit_a_column_are_one_text() -> None:
    text = (
        "Essex Police counted more\nthan 140 grooming offences\nin the year to March 2022,\nfar more than the 95 of\n"
        "the year before. Nobody\nknows why.\n"
    )
    assert [(figure.surface, figure.measure) for figure in read(text)] == [("140", "offences"), ("95", "offences")]
