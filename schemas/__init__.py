"""What a row must be: Pandera models, one module a stage, the one place where a column is defined.

What belongs here: columns, their meaning and what they may hold. What does not: how a row is made (`figuretrail`).
"""

import pandas as pd

# Text columns as Python strings: for frames of some hundred rows every operation on Arrow-backed text costs several
# times as much, and the tables are made of thousands of such operations. Set before any model takes its types.
pd.set_option("mode.string_storage", "python")
