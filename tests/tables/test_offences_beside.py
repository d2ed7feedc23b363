"""Offences that lists hold beside ours go by their own names."""

import pytest

from figuretrail.tables.language.labels import read_label


@pytest.mark.parametrize(
    ("label", "offence"),
    [
        ("Causing a child to watch a sexual act", "causing_a_child_to_watch"),
        ("Causing or inciting a child to engage in sexual activity", "causing_sexual_activity"),
        ("Arranging or facilitating the commission of a child sex offence", "arranging_a_child_sex_offence"),
        ("Arranging a child sexual offence", "arranging_a_child_sex_offence"),
        ("Child sexual offences", "child_sexual_offences"),
        ("Sexual communication with a child", "sexual_communication_with_a_child"),
    ],
)
def test_each_offence_has_its_own_name(label, offence):
    assert read_label(label).offence == offence
