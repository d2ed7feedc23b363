"""Article -> figures.

`files`, `clean`, `sentences`, `furniture`, `flat`, `tokens`, `numbers`, `victims`, `periods`, `groups`, `inpassing`,
`amounts`, `roles`, `changing`, `answering`, `gapping`, `levels` and `attach` read what a sentence says, and `replies`
which question of a letter it answers. `resolve` then walks through its numbers and chooses by the weight of the
evidence (`choice`, `evidence`) whether each is a figure (`licence`, `certainfigures`), what its columns are
(`measuring`, `naming`, `governing`, `placing`, `pointedtimes`, `repliedtimes`, `certaintimes`, `dating`, `certainbase`,
`basing`) and of which names it is a figure each (`sharing`). What `governing`, `pointedtimes`, `repliedtimes` and the
modules named `certain...` settle is not weighed.
"""

import datetime as dt
from pathlib import Path

from figuretrail.errors import SourceError
from figuretrail.figure import Figure
from figuretrail.text.files import Article, load

__all__ = ["Article", "extract", "load"]


def extract(
    body: str,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    place: str | None = None,
    file: Path | str = "the article",
    faults: list[SourceError] | None = None,
) -> list[Figure]:
    """Every figure of an article's body, in the order of the text.

    `published` dates months without a year; `title` and `place` (the place that the release covers, as the curator
    knows it) are used only where the body is silent. Offsets are code points of `body`.
    An error of the program ends only the sentence in which it happened: it is added to `faults`, or raised as
    SourceError where no list is given; `file` is what it names. Raises KeyError for a `place` that nobody knows.
    """
    from figuretrail.text.figures import read_article

    result = read_article(body, published=published, title=title, place=place)
    if result.reading.faults:
        found = result.faults(file, body)
        if faults is None:
            raise found[0]
        faults += found
    return result.figures
