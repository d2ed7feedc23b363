"""Web pages with a request and its answers: which lines speak of which table, and what the page says of all."""

import pytest

from tests.tables.drawing import expect, read_drawn_page

REQUEST = """
# Sexual communication with a child
You asked for the following, for 1 April 2021 to 31 March 2022:
{1} How many offences of sexual communication with a child were recorded?
{2} The age of the youngest victim.
{3} The platforms used.
{4} How many people were arrested?
! Our response
"""
ANSWERS = """
{1}
| Offences recorded | 61
{2}
| Girl | 7
| Boy | 9
{3}
| Snapchat | 21
| Kik | 9
{4}
| 2021/22 | 12
"""
READ = """
html!B1 = 61; measure offences; period 2021/22; place Gwent
html 2!B1 = 7; measure victim_age; sex female; period 2021/22; place Gwent
html 2!B2 = 9; measure victim_age; sex male; period 2021/22; place Gwent
html 3!B1 = 21; measure offences; platforms Snapchat; period 2021/22; place Gwent
html 3!B2 = 9; measure offences; platforms Kik; period 2021/22; place Gwent
"""


def _numbered(drawing, form):
    for number in range(1, 5):
        drawing = drawing.replace(f"{{{number}}}", form.format(number))
    return drawing


@pytest.mark.parametrize("asked", ["-", "Q{}.", "{})", "Question {}:", "<b>Request {}</b>//"])
@pytest.mark.parametrize(
    "answered",
    ["! Response {}:", "{}.", "Q{}.", "## Question {}", "! Answer to question {}", "! A{}", "## Reply to your Q{}"],
)
def test_an_answer_by_its_number_is_one_to_the_question_of_that_number(asked, answered):
    drawing = _numbered(REQUEST, asked) + _numbered(ANSWERS, answered)
    expect(read_drawn_page(drawing, "Disclosure log | Gwent Police"), READ)


INTERLEAVED = """
# FOI 518
Kent Police holds this.
1) For each of two years, how many offences of sexual communication with a child have been recorded?
{answer}
| 2021/22 | 128
| 2022/23** | 39
2) Of those at question 1, how many had a female victim?
{answer}
| 2021/22 | 96
| 2022/23** | 28
3) Of those at question 1, how many had a victim under the age of 13?
{answer} (female and male victims)
| 2021/22 | 33
| 2022/23** | 9
4) How many suspects were linked to the offences at question 1?
{answer}
| 2021/22 | 101
| 2022/23** | 30
** 1 April to 30 June 2022 only.
"""


@pytest.mark.parametrize("answer", ["! Answer", "Response", "## Our answer"])
def test_a_question_right_above_its_table_counts_what_the_question_it_refers_to_counts(answer):
    expected = """
    html!B1 = 128; measure offences; period 2021/22; place Kent
    html!B2 = 39; measure offences; period 2022-04-01 to 2022-06-30; place Kent
    html 2!B1 = 96; measure offences; sex female; period 2021/22
    html 2!B2 = 28; measure offences; sex female; period 2022-04-01 to 2022-06-30
    html 3!B1 = 33; measure offences; ages 0-12; period 2021/22
    html 3!B2 = 9; measure offences; ages 0-12; period 2022-04-01 to 2022-06-30
    """
    expect(read_drawn_page(INTERLEAVED.format(answer=answer)), expected)


def test_a_question_that_refers_to_a_letter_of_the_first_is_about_that_offence():
    drawing = """
    # Online sexual offences against children
    1) For 2021 and 2022, the number of (a) sexual communication with a child and (b) indecent images of children
    2) How many (a) offences had a victim under 13?
    3) How many (b) offences had a victim under 13?
    ! Response
    2) Victims under 13
    | Year | Offences
    | 2021 | 4
    | 2022 | 5
    3) Victims under 13
    | Year | Offences
    | 2021 | 8
    | 2022 | 9
    """
    found = read_drawn_page(drawing, "Online sexual offences against children | Surrey Police")
    assert [found[f"html!B{row}"].offence for row in (2, 3)] == ["sexual_communication_with_a_child"] * 2
    assert [found[f"html 2!B{row}"].offence for row in (2, 3)] == ["indecent_images_of_children"] * 2


def test_numbers_of_questions_are_read_in_words():
    drawing = _numbered(REQUEST, "Question {}:") + _numbered(ANSWERS, "! Answer to question {}")
    for number, word in enumerate(("one", "two", "three", "four"), start=1):
        drawing = drawing.replace(f"uestion {number}", f"uestion {word}")
    expect(read_drawn_page(drawing, "Disclosure log | Gwent Police"), READ)


def test_notes_with_numbers_below_a_table_are_no_questions():
    drawing = """
    # Sexual communication with a child, Kent Police, 2022/23
    Q1. The age of the youngest victim
    Q2. The suspects
    Q3. The platforms used
    ! Question 1
    | Youngest | 7
    ! Question 3
    | Platform | Number
    | Snapchat | 21
    | Kik | 9
    1. A crime may have two platforms.
    2. Some were reported later.
    | Platform | Girls
    | Snapchat | 11
    | Kik | 4
    """
    expected = """
    html!B1 = 7; measure victim_age
    html 2!B2 = 21; platforms Snapchat; measure offences
    html 2!B3 = 9; platforms Kik
    html 3!B2 = 11; platforms Snapchat; sex female; measure offences
    html 3!B3 = 4; platforms Kik; sex female
    """
    expect(read_drawn_page(drawing), expected)


def test_a_heading_without_a_number_parts_what_stands_above_it_from_the_next_table():
    drawing = """
    # Sexual communication with a child, 2022/23
    ## Age of the youngest victim
    | Girl | 7
    | Boy | 9
    It is the age of the youngest victim at the first contact.
    {} Offences by platform
    | Snapchat | 31
    | Kik | 12
    """
    expected = """
    html!B1 = 7; measure victim_age; sex female; place Essex; period 2022/23
    html!B2 = 9; measure victim_age; sex male
    html 2!B1 = 31; measure offences; platforms Snapchat; place Essex; period 2022/23
    html 2!B2 = 12; measure offences; platforms Kik
    """
    for heading in ("##", "!"):
        expect(read_drawn_page(drawing.format(heading), "Essex Police"), expected)


def test_a_paragraph_in_bold_that_is_a_sentence_parts_nothing():
    drawing = """
    # Sexual communication with a child, Essex Police, 2022/23
    | Snapchat | 31
    | Kik | -
    ! A dash (-) means that none were recorded.
    ! Girls
    | Snapchat | 12
    """
    found = read_drawn_page(drawing)
    assert found["html!B2"].value == 0
    assert found["html 2!B1"].victim_sex == "female"


@pytest.mark.parametrize(
    ("asked", "altered", "period"),
    [
        ("between 3 April 2017 and 3 October 2017", "", "2017-04-03 to 2017-10-03"),
        (
            "between 3 April 2017 and 3 October 2017",
            "In all instances I request what was recorded between 3 April 2017 and 3 January 2018.",
            "2017-04-03 to 2018-01-03",
        ),
        ("in each area", "Please give these for April 2018 to March 2019.", "2018/19"),
    ],
)
def test_what_is_said_of_the_time_after_all_questions_supersedes_theirs(asked, altered, period):
    drawing = f"""
    # Sexual communication with a child
    1. The number of offences of sexual communication with a child recorded {asked}.
    2. The age of the youngest victim.
    {altered}
    ! Response
    1.
    | Force | 164
    2.
    | Age of youngest victim | 6 years
    """
    expected = f"html!B1 = 164; period {period}; place Dorset\nhtml 2!B1 = 6; measure victim_age; period {period}"
    expect(read_drawn_page(drawing, "Dorset Police"), expected)


@pytest.mark.parametrize(
    ("title", "above", "place"),
    [
        (
            "Sexual communication with a child (402/2022) | Disclosure log | Dyfed-Powys Police / Heddlu",
            "",
            "Dyfed-Powys",
        ),
        ("Disclosure log", "Thank you for contacting Lincolnshire Police.", "Lincolnshire"),
        ("Online offences : British Transport Police", "Kent Police sent us your request.", "British Transport Police"),
        ("Disclosure log", "Kent Police and Essex Police were both asked. Surrey Police was not.", None),
        ("FOI answers collected", "Kent Police\\nSussex Police", None),
    ],
)
def test_the_page_says_who_answered_where_the_catalogue_does_not(title, above, place):
    drawing = f"""
    {above}
    Sexual communication with a child, 2022/23
    | Snapchat | 31
    | Kik | 12
    ## By app and age
    | Snapchat | 11
    """.replace("\\n", "\n    ")
    further = read_drawn_page(drawing, title)["html 2!B1"]  # above the first table the lines themselves may say it
    assert further.geography == place
    assert place is None or "geography" in further.inherited
    assert not further.from_catalogue
    known = read_drawn_page(drawing, title, force="Cumbria")["html 2!B1"]
    assert (known.geography, "geography" in known.from_catalogue) == ("Cumbria", True)


@pytest.mark.parametrize(
    ("question", "measure"),
    [("on which platforms were they committed", "offences"), ("the number of victims by platform", "victims")],
)
def test_an_answer_that_is_limited_to_some_victims_counts_what_was_asked(question, measure):
    drawing = f"""
    # Sexual communication with a child, Kent Police
    Question 1: how many offences were recorded in 2022/23?
    Question 2: {question}?
    ! Question 2 - female victims
    | | Facebook | Snapchat
    | 22/23 | 24 | 13
    """
    expected = f"""
    html!B2 = 24; measure {measure}; sex female; platforms Facebook; period 2022/23
    html!C2 = 13; measure {measure}; sex female; platforms Snapchat
    """
    expect(read_drawn_page(drawing), expected)


@pytest.mark.parametrize("heading", ["Questions 4 and 5", "Q4 & Q5", "Response 4 to 5", "Answers to questions 4, 5"])
def test_an_answer_to_several_questions_is_one_to_all_of_them(heading):
    drawing = f"""
    # FOI
    Please tell me for 2022/23:
    1) The number of offences of sexual communication with a child
    2) The age of the youngest victim
    3) The sex of victims
    4) The number of people who were arrested
    5) The number of suspects
    ! Question 2
    | Youngest | 7
    ! Questions 1 and 3
    | Female | 100
    | Male | 43
    | Total | 143
    ! {heading}
    | 2022/23 | 12
    """
    expected = """
    html!B1 = 7; measure victim_age; period 2022/23
    html 2!B1 = 100; measure offences; sex female; period 2022/23
    html 2!B2 = 43; measure offences; sex male
    html 2!B3 = 143; measure offences; period 2022/23
    """
    expect(read_drawn_page(drawing, "Essex Police"), expected)


def test_a_note_of_each_table_by_number_is_its_own():
    drawing = """
    # Sexual communication with a child, Kent Police
    | | 2021/22 | 2022/23 (1)
    | Snapchat | 31 | 12
    (1) Figures for 2022/23 are provisional and may change.
    ## Girls
    | | 2021/22 | 2022/23 (1)
    | Snapchat | 11 | 7
    (1) 1 April to 31 December 2022 only.
    """
    expected = """
    html!B2 = 31; period 2021/22
    html!C2 = 12; period 2022/23
    html 2!B2 = 11; period 2021/22; sex female
    html 2!C2 = 7; period 2022-04-01 to 2022-12-31; sex female
    """
    expect(read_drawn_page(drawing), expected)


def test_prevalence_counts_what_is_listed():
    drawing = """
    # Sexual communication with a child, Kent Police, 2022/23
    | Offences recorded | 61
    ## Answer 3
    | Form of communication | Prevalence
    | Snapchat | 31
    | Text<br>message | 12
    """
    expected = """
    html!B1 = 61; measure offences
    html 2!B2 = 31; platforms Snapchat; measure offences
    html 2!B3 = 12; platforms SMS
    """
    expect(read_drawn_page(drawing), expected)


def test_the_title_of_the_first_table_is_no_time_of_the_request():
    drawing = """
    # Sexual communication with a child
    1. The number of offences recorded in 2021/22 and 2022/23.
    2. The platforms used.
    Girls, 2022/23
    | Total | 40
    ! Question 2
    | Snapchat | 31
    """
    expected = """
    html!B1 = 40; sex female; period 2022/23
    html 2!B1 = 31; platforms Snapchat; period 2021-04-01 to 2023-03-31
    """
    expect(read_drawn_page(drawing, "Essex Police"), expected)
