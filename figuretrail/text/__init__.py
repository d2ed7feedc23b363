"""Article -> figures.

`files`, `clean`, `sentences`, `flat`, `tokens`, `numbers`, `victims`, `periods`, `groups`, `amounts`, `roles` and
`attach` read what a sentence says. `resolve` then walks through its numbers and chooses by the weight of the evidence
(`choice`, `evidence`) whether each is a figure (`licence`) and what its columns are (`measuring`, `naming`, `placing`,
`dating`, `basing`).
"""

import datetime as dt

from figuretrail.figure import Figure
from figuretrail.text.files import Article, load

__all__ = ["Article", "extract", "load"]


def extract(
    body: str, *, published: dt.date | None = None, title: str | None = None, place: str | None = None
) -> list[Figure]:
    """Every figure of an article's body, in the order of the text.

    `published` dates months without a year; `title` and `place` (the place that the release covers, as the curator
    knows it) are used only where the body is silent. Offsets are code points of `body`.
    """
    from figuretrail.text import figures

    return figures.extract(body, published=published, title=title, place=place)
