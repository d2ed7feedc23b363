"""Whether an HTML page is an answer with a table of our kind, or an article.

What belongs here: judging a page by its tables and its prose. What does not: reading either (`pages`).
"""

import re
from pathlib import Path

from figuretrail.tables.files import guards
from figuretrail.tables.files.pages import read_page
from figuretrail.tables.language.labels import read_label
from figuretrail.tables.layout.looks import glance


def is_table_page(path: Path) -> bool:
    """Whether a page's content is an answer with a table of our kind, rather than an article."""
    try:
        data = guards.load(path)
    except Exception:
        return False
    if b"<table" not in data and b"<TABLE" not in data:
        return False
    words = numbers = 0
    roles: set[str] = set()
    for sheet in read_page(path, data).sheets:
        words += sum(len(str(value).split()) for row in sheet.rows for value in row if value != "")
        numbers += sum(glance(value) in ("n", "v") for row in sheet.rows for value in row)
        if len(sheet.rows) > 1:
            labels = [read_label(value) for row in sheet.rows[:60] for value in row if isinstance(value, str) and value]
            roles |= {role for label in labels for role in label.roles}
    telling = numbers and roles & {"period", "platform", "place", "age", "sex", "offence"}
    if not telling:
        return False
    text = re.sub(rb"(?is)<(script|style|nav|header|footer|table)\b.*?</\1>|<[^>]*>", b" ", data)
    prose = len(text.split())
    return prose < 400 or words * 4 > prose
