"""How fast articles are read: beside a digit regex in the same run, and how time grows with length.

Run: `python -m benchmarks.text`. The articles are the committed corpus; the digit regex finds runs of digits, commas
and points and nothing else. CQE's speed is not measured in the run but given as it was measured once: it needs spaCy
and a model. A long text is made of one article repeated.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path

from figuretrail.text import Article, extract, load

DOCUMENTS = Path(__file__).parents[1] / "tests" / "corpus" / "articles" / "documents"
DIGITS = re.compile(r"(?<!\w)\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|(?<!\w)\d+(?:\.\d+)?%?")
ROUNDS = 5
SEED_SIZE = 3_500  # characters of an article of the usual length
CQE_A_SECOND = 2.6  # articles of that length, on one core
LENGTHS = (100_000, 1_000_000, 10_000_000)


def main() -> None:
    """Print all measurements."""
    articles = [load(path) for path in sorted(DOCUMENTS.glob("*.md"))]
    _speed(articles)
    _growth(articles)


def _speed(articles: list[Article]) -> None:
    characters = sum(len(article.body) for article in articles)
    figures = sum(len(_read(article)) for article in articles)
    ours = _best(lambda: [_read(article) for article in articles])
    naive = _best(lambda: [DIGITS.findall(article.body) for article in articles])
    print(f"{len(articles)} articles, {characters:,} characters, {figures} figures")
    for name, seconds in (("figuretrail", ours), ("digit regex", naive)):
        print(
            f"  {name:12} {len(articles) / seconds:9,.0f} articles/s   "
            f"{characters / seconds / SEED_SIZE:9,.0f} a second of {SEED_SIZE:,} characters"
        )
    print(f"  CQE 2.0 (spaCy), measured once, not in this run: {CQE_A_SECOND} a second of {SEED_SIZE:,} characters")
    print(f"  a figure takes {ours / figures * 1e6:.0f} µs; {ours / naive:.0f} times the digit regex")


def _growth(articles: list[Article]) -> None:
    longest = max((article.body for article in articles), key=len)
    print("length (characters), seconds, microseconds a character")
    for length in LENGTHS:
        body = (longest + "\n\n") * (length // len(longest) + 1)
        started = time.perf_counter()
        extract(body)
        seconds = time.perf_counter() - started
        print(f"  {len(body):12,} {seconds:8.2f} {seconds / len(body) * 1e6:8.2f}")


def _read(article: Article) -> list[object]:
    entry = article.entry
    return list(extract(article.body, published=entry.published, title=entry.title, place=entry.place))


def _best(run: Callable[[], object]) -> float:
    run()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
