"""Shares at a level, whose "per cent" is said but once: from so many to so many, on so many, percentages only."""

import datetime as dt

import pytest

from figuretrail.text import extract, load
from tests.conftest import PROJECT

OPENING = "Police in England and Wales recorded 4,373 offences of sexual communication with a child in 2018/19. "
Read = list[tuple[str, float]]


def read(text: str) -> Read:
    found = extract(OPENING + text, published=dt.date(2021, 11, 1))[1:]
    return [(figure.measure, figure.value or 0.0) for figure in found]


def shares(*values: float) -> Read:
    return [("offence_share", value) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WhatsApp fell from 19 to 11 per cent, while Kik was steady on 8.", shares(19, 11, 8)),
        ("Instagram's share rose from 22 to about 30 per cent; Snapchat stood at 14.", shares(22, 30, 14)),
        ("Snapchat was used in 28 per cent of offences, level with WhatsApp, also on 28.", shares(28, 28)),
        ("TikTok slipped to 24 per cent and Snapchat had climbed to 21; Kik was at four.", shares(24, 21, 4)),
        ("Snapchat's share of cases was 36 per cent in 2017/18, 31 in 2018/19 and 29 in 2019/20.", shares(36, 31, 29)),
        ("The force gave percentages only: Instagram 34, WhatsApp 26, Kik 12.", shares(34, 26, 12)),
        ("In percentage terms the split was this: Instagram 34, WhatsApp 26.", shares(34, 26)),
        ("The percentages were:\n- Instagram: 34\n- WhatsApp: 26", shares(34, 26)),
        ("TikTok, then, is on 38%, and Kik is up by 70% in a year.", [*shares(38), ("offence_change", 70)]),
        # opposite cases: counts beside a change, a part or a place's count, and changes
        ("Kent recorded 162, up 26 per cent, with Essex on 92.",
         [("offences", 162), ("offence_change", 26), ("offences", 92)]),
        ("WhatsApp made up a third of cases, with TikTok on 41.", [("offence_share", 33.33), ("offences", 41)]),
        ("Snapchat was used in 31 per cent of cases, and Kent recorded 14.", [*shares(31), ("offences", 14)]),
        ("The numbers were:\n- Instagram: 34\n- WhatsApp: 26", [("offences", 34), ("offences", 26)]),
        ("PC Lowe showed where it began:\n- Instagram: 34\n- WhatsApp: 26", [("offences", 34), ("offences", 26)]),
        ("Growth slowed from 16 to 12 per cent.", [("offence_change", 16), ("offence_change", 12)]),
        ("It fell 12 per cent in 2017/18 and nine in 2018/19.", [("offence_change", -12), ("offence_change", -9)]),
    ],
)  # fmt: skip
def test_a_number_at_the_level_of_a_share_is_a_share(text: str, expected: Read) -> None:
    assert read(text) == expected


def test_a_share_that_rose_by_so_much_is_a_change() -> None:
    source = PROJECT / "sources" / "articles" / "ryefieldprimary-2020-11-telegraph-copy" / "article.md"
    body = load(source).body  # "Instagram's share rose by 40 per cent"
    for words, measure in (("rose by 40", "offence_change"), ("rose to 40", "offence_share")):
        found = extract(body.replace("rose by 40", words), published=dt.date(2020, 11, 13))
        assert {one.value: one.measure for one in found}[40.0] == measure


def test_a_number_of_other_things_after_a_word_on_percentages_is_none() -> None:
    assert read("Those percentages move: two releases ago Snapchat was on 33%.") == shares(33)
