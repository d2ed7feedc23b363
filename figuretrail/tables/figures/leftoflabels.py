"""What stands left of a table's labels, at its head and over nothing: "2. How old were the victims?" before " | 22/23".

What belongs here: finding such texts. What does not: what a question over labels of its own says (`chain`).
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from figuretrail.tables.language.labels import Label
from figuretrail.tables.layout.parts import Column


def asked_left_of_labels(columns: Sequence[Column]) -> Iterator[Label]:
    """The headers of the empty columns before the first labels: each says what the labels right of it are of."""
    for column in takewhile(lambda column: column.kinds.isspace(), columns):
        if column.part == "value":
            yield from column.headers
