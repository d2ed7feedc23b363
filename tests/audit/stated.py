"""Figures as a text states them, and what the arithmetic checks say of them: for the tests of arithmetic."""

from typing import Any

import pandas as pd

from figuretrail.audit.arithmetic import arithmetic_checks
from figuretrail.figure import Figure
from schemas.audit import ArithmeticChecks
from schemas.common import validate
from tests.claims import Y2017, Y2018, catalogue, figure, frame, row, source

FIRST_HALF = ("2017-04-01", "2017-09-30")
SECOND_HALF = ("2018-04-01", "2018-09-30")
EIGHTEEN_MONTHS = ("2017-04-01", "2018-09-30")
KNOWN = {"base": "method_recorded"}


def checks(*figures: Figure) -> pd.DataFrame:
    names = dict.fromkeys(each.source_id for each in figures)
    table = arithmetic_checks(frame(*figures), catalogue(*(source(name, publisher="A paper") for name in names)))
    return validate(ArithmeticChecks, table)


def only(*figures: Figure, **keys: object) -> dict[str, Any]:
    return row(checks(*figures), **keys)


def share(value: float, platform: str = "Facebook", words: str | None = None, **columns: Any) -> Figure:
    said = words or f"{value:g} per cent"
    return figure("a", value, measure="offence_share", platforms=platform, surface=said, **{**KNOWN, **columns})


def change(value: float, words: str | None = None, period: Any = Y2018, against: Any = Y2017, **columns: Any) -> Figure:
    said = words or f"{value:g}%"
    return figure("a", value, period, measure="offence_change", against=against, surface=said, **columns)
