"""Parts of a force that bear its name: the council's area beside the boroughs."""

import pytest

from tests.tables.drawing import expect, read, sheet


@pytest.mark.parametrize(
    "name", ["Wiltshire Council area", "Wiltshire Council", "Wiltshire UA", "Wiltshire CSP", "Wiltshire (unitary)"]
)
def test_a_councils_area_is_a_part_of_the_force_across(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child: crimes recorded by Wiltshire Police
        | {name} | Swindon Borough | Force
        Year to 31 March 2023 | 61 | 38 | 103
        Year to 31 March 2024 | 74 | 45 | 122
        """)
        ),
        """
        B3 = 61; place none; period 2022/23
        C3 = 38; place none; period 2022/23
        D3 = 103; place Wiltshire:force; period 2022/23
        B4 = 74; place none; period 2023/24
        C4 = 45; place none; period 2023/24
        D4 = 122; place Wiltshire:force; period 2023/24
        """,
    )


def test_a_councils_area_is_a_part_of_the_force_down():
    expect(
        read(
            sheet("""
        Offences of sexual communication with a child recorded by Dorset Police, 2023/24
        Where | Offences
        Dorset Council area | 61
        Bournemouth, Christchurch and Poole | 70
        Dorset Police | 131
        """)
        ),
        """
        B3 = 61; place none
        B4 = 70; place none
        B5 = 131; place Dorset:force
        """,
    )


@pytest.mark.parametrize(
    "name", ["Wiltshire Police area", "Wiltshire force area", "Wiltshire Constabulary", "Wiltshire"]
)
def test_a_forces_area_is_the_force(name):
    expect(
        read(
            sheet(f"""
        Sexual communication with a child: crimes recorded
        | {name} | Swindon Borough
        Year to 31 March 2023 | 103 | 38
        Year to 31 March 2024 | 122 | 45
        """)
        ),
        """
        B3 = 103; place Wiltshire:force
        C3 = 38; place none
        B4 = 122; place Wiltshire:force
        C4 = 45; place none
        """,
    )
