"""Rows and columns by what their cells hold at a glance: a letter for each cell, as `regions` gives them.

What belongs here: which columns hold numbers and which cells text. What does not: the letters themselves (`regions`)
and which rows are headers (`headerrows`).
"""


def numeric_columns(rows: list[str]) -> list[int]:
    """The columns in which half or more of what is filled is a number or a mark; a date may have been either."""
    found = []
    for column, kinds in enumerate(zip(*rows, strict=True)):
        numbers = kinds.count("n") + kinds.count("v")
        if numbers and 2 * numbers >= len(kinds) - kinds.count(" ") - kinds.count("d"):
            found.append(column)
    return found


def columns_of_values(rows: list[str]) -> set[int]:
    """The columns that hold numbers, but for a stray one among references."""
    looks = map("".join, zip(*rows, strict=True))
    return {c for c, look in enumerate(looks) if 5 * sum(map(look.count, "nvy")) > len(look) - look.count(" ")}


def texts_of(kinds: str) -> list[int]:
    """The columns in which a row holds text, and not a mark or a word for a number."""
    return [column for column, kind in enumerate(kinds) if kind == "t"]
