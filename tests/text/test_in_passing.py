"""Words for what others count, said in passing, and numbers that only say of how many others are."""

import datetime as dt

import pytest

from figuretrail.text import extract, reader

OPENING = "Humberside Police recorded 188 offences of sexual communication with a child in 2020/21.\n\n"
ELSEWHERE = "Officers carried out 131 warrants over the year, made 97 arrests and visited 64 schools.\n\n"
Read = list[tuple[str, float | None]]


def read(text: str) -> Read:
    found = extract(OPENING + text, published=dt.date(2021, 6, 17))
    return [(one.measure, one.value) for one in found if one.start >= len(OPENING)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ELSEWHERE + "In 71 of the year's offences the suspect made contact on Snapchat, and in 39 on Instagram.",
            [("offences", 71), ("offences", 39)],
        ),
        (
            ELSEWHERE + "In 71 of last year's crimes the offender used Snapchat.",
            [("offences", 71)],
        ),
        (
            "Asked by a member of the panel where children were found, the chief said that 38 per cent of cases in the "
            "latest year had a link with Instagram and 21 per cent with Snapchat.",
            [("offence_share", 38), ("offence_share", 21)],
        ),
        (
            "Asked about apps, the head of crime said that 38 per cent of cases had a link with Instagram.",
            [("offence_share", 38)],
        ),
        # opposite cases: suspects that are counted, and people who are asked
        (ELSEWHERE + "In 71 cases a suspect was charged, and 39 suspects were bailed.", []),
        ("Of 2,000 parents asked in a poll, 38 per cent said their child used Instagram.", []),
        ("When asked, 38 per cent of teenagers said they were on Instagram.", []),
    ],
)
def test_suspects_and_questions_said_in_passing(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("In 71 offences the suspect made contact on Snapchat.", False),
        ("In 71 offences an offender who met a detective used Snapchat.", False),
        ("In 71 offences there were 39 suspects.", True),
        ("In 71 offences one suspect was found.", True),
    ],
)
def test_a_single_suspect_is_not_what_is_counted(text: str, counted: bool) -> None:
    sentence = reader.read(OPENING + text, published=None).sentences[-1]
    assert ("Ω" in sentence.tags) is counted


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("In 71 of the year's offences it was Snapchat.", "O"),
        ("In 71 of the month's grooming cases it was Snapchat.", "O"),
        ("In 71 of the year's days it was Snapchat.", ""),
    ],
)
def test_some_of_a_years_offences(text: str, head: str) -> None:
    candidate = reader.read(OPENING + text, published=None).candidates[-1]
    assert candidate.role.head == head


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of every 100 of these crimes closed last year, 13 ended in a charge.", []),
        ("For each 100 offences in the latest year, 42 more were recorded than in the first.", []),
        ("It was 12 on Kik and 100 on Snapchat.", [("offences", 12), ("offences", 100)]),  # the opposite case
    ],
)
def test_of_every_so_many_is_no_figure(text: str, expected: Read) -> None:
    assert [one for one in read(text) if one[1] != 42] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Twenty-five per cent in one year is a lot," said the commissioner.', ("offence_change", 25)),
        ("That 25% was the smallest for years.", ("offence_change", 25)),
        # opposite cases: another percentage, and a share of what is said
        ("In 25% of those cases it was Snapchat.", ("offence_share", 25)),
        ("Snapchat was behind 25%.", ("offence_share", 25)),
    ],
)
def test_a_percentage_that_the_two_counts_before_make_is_their_change(text: str, expected: tuple) -> None:
    before = "Surrey Police recorded 150 such crimes in 2019/20, compared with 120 in 2018/19. "
    assert read(before + text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Facebook\'s share fell from 28 per cent to 9 per cent. "Facebook is for nans," said Tobi, 15.', []),
        ('Facebook\'s share fell to 9 per cent. "That is for old people," explained Kayla Roberts, 14, of Hull.', []),
        ('Facebook\'s share fell to 9 per cent. "That is for old people," then said Kayla, 14.', []),
        ("Facebook's share fell to 9 per cent. Of those, said Humberside Police, 15 were on Kik.", [("offences", 15)]),
    ],
)
def test_how_old_a_speaker_is_is_no_figure(text: str, expected: Read) -> None:
    assert [one for one in read(text) if one[1] in (14, 15)] == expected
