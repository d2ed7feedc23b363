"""`make docs`: the data dictionary from the models, the README's charts from the published tables.

What belongs here: pages and pictures that follow from code or data. What does not: prose.
"""

import inspect
from pathlib import Path

import duckdb

from assets.charts import draw_per_day, draw_platform_share
from assets.records import CONFIG
from assets.tables import MODELS
from figuretrail.home import published_database
from pipeline import definitions  # fills MODELS
from schemas.common import ddl_types, descriptions

DOCS = Path(__file__).parent
DICTIONARY = DOCS / "data-dictionary.md"
HEAD = """# Data dictionary

Every table that a refresh makes and publishes, written by `make docs` from the models in `schemas/`, which are what
rows are checked against. Lists are DuckDB lists; dates are days, both ends included. `releases`, `figure_history`
and `table_history` are in [corrections.md](corrections.md#the-tables-of-history).
"""


def dictionary() -> str:
    """The page: a section a table, a line a column."""
    assert definitions.defs
    parts = [HEAD]
    for table in MODELS:
        model = MODELS[table]
        types, meanings = ddl_types(model), descriptions(model)
        parts.append(f"\n## {table}\n\n{inspect.getdoc(model)}\n\n| column | type | meaning |\n| --- | --- | --- |\n")
        parts += [f"| `{name}` | {types[name]} | {meanings[name]} |\n".replace(" |  |", " | |") for name in types]
    return "".join(parts)


def main() -> None:
    """Write the page and, where tables are published, the charts."""
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
    print(f"wrote {DICTIONARY}")
    if not published_database().exists():
        print("no charts: nothing is published yet (make refresh)")
        return
    with duckdb.connect(str(published_database()), read_only=True, config=CONFIG) as connection:
        for table, draw in (("platform_share_by_year", draw_platform_share), ("offences_per_day", draw_per_day)):
            picture = draw(connection.execute(f"SELECT * FROM {table}").df())
            if picture is not None:
                path = DOCS / "images" / f"{table}.svg"
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(picture)
                print(f"wrote {path}")


if __name__ == "__main__":
    main()
