"""The statements that the derived tables are made from.

What belongs here: what is left out of all of them because a check says that it can't be what it seems. What does not:
what each table needs of a statement (a place, a closed period ...), which stands where the table is made.
"""

import pandas as pd

from figuretrail.audit import plausibility
from figuretrail.audit.preference import statements
from figuretrail.joining import once


@once
def usable(figures: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """`preference.statements` of the subject, without those that `plausibility.left_out` names."""
    stated = statements(figures, sources)
    return stated[~stated["figure_id"].isin(plausibility.left_out(figures, sources))].reset_index(drop=True)
