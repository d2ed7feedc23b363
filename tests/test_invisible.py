"""Characters that nobody sees are dropped by both readers alike."""

import pytest

from figuretrail.invisible import without_invisible
from figuretrail.text.clean import clean


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200e", "\u202c", "\u2060", "\u2066", "\ufeff"])
def test_both_readers_drop_the_same_characters(unseen):
    said = f"Kent{unseen} recorded 4{unseen}0 offences"
    assert without_invisible(said) == clean(said).text == "Kent recorded 40 offences"
    assert said[clean(said).at(14)] == "4"  # an article's places are those of the original


def test_what_can_be_seen_is_kept():
    assert without_invisible("Dyfed–Powys, “café” …") == "Dyfed–Powys, “café” …"
