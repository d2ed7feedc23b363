"""Write down which annotated figures the reader gets right, for test_corpora to hold later versions against."""

import json
import math

from tests.text import scoring
from tests.text.test_corpora import BASELINE, CORPORA


def main() -> None:
    """Score the committed corpora and write the baseline."""
    found = {}
    for corpus in CORPORA:
        result = scoring.score(corpus)
        found[corpus] = {
            "detection_f1": math.floor(result.f1("detection") * 10_000) / 10_000,
            "strict_f1": math.floor(result.f1("strict") * 10_000) / 10_000,
            "right": sorted(result.right),
        }
        print(corpus, found[corpus]["detection_f1"], found[corpus]["strict_f1"], result.spurious)
    BASELINE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
