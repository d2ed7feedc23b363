"""Fit the weights of evidence to the annotated articles, or say what articles that were not fitted to get.

    python -m tests.text.weights                 write figuretrail/vocabulary/evidence.csv anew
    python -m tests.text.weights --folds 5       fit to four fifths of the articles and read the rest, five times
    python -m tests.text.weights --also FOLDER   fit to a further folder of documents/ and gold/ too

A column is a choice among options (`figuretrail.text.choice`); the odds of an option are the exponential of the sum of
its signs' weights (a conditional logit; McFadden, "Conditional logit analysis of qualitative choice behavior", 1974).
Where several options say the same as the annotation, the sum of their odds counts. The weights make the annotations
likely, less a penalty for their size (ridge), which keeps small what a few articles have by chance. Every article is
read twice: with the figures before a number as annotated, and as read with the first weights, so that later choices
learn to bear earlier mistakes.
"""

import argparse
import collections
import csv
import dataclasses
import datetime as dt
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from figuretrail.figure import SUBJECT
from figuretrail.text import evidence
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, one_by_one, weigh
from figuretrail.text.groups import in_columns
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span
from tests.text import scoring

CORPORA = (
    "articles", "articles-more", "articles-third", "articles-wide", "articles-further", "articles-aside",
    "articles-apart", "articles-fresh", "articles-latest", "articles-short", "articles-newest", "sources",
)  # fmt: skip
RIDGE = 1.5
RIDGE_OF_EVIDENCE = 2.0  # for whether a number is a figure
PARTS = 3  # every part is read alone with weights that were fitted to the others, so with mistakes as on unseen texts
FEWEST_ARTICLES = 2  # a sign that fewer have gets no weight
SMALLEST = 0.03  # a weight below is left out
# The whole articles, the embedded sources, of which the tables are made, and those annotated twice count for more.
# Higher counts, and for more sets, make more of these few right, and fewer of the articles that nothing is fitted to.
COUNTS_FOR = {"seeds": 30.0, "sources": 40.0, "articles": 6.0}

Gold = dict[str, Any]
Weights = dict[str, dict[str, float]]


@dataclasses.dataclass(slots=True)
class Choice:
    """A choice that was to be made: of which column, in which article; the signs of each option, and which is right."""

    column: str
    article: str
    counts_for: float
    signs: list[list[str]]
    right: list[bool]


@dataclasses.dataclass(slots=True)
class Annotated:
    """An article with its annotation."""

    id: str
    corpus: str
    path: Path
    golds: list[Gold]


# reading with the annotation at hand ------------------------------------------------------------------------------


class Taught(Resolver):
    """Reads an article and writes down its choices; where `told`, goes on with the annotation and not with its own."""

    def __init__(self, article: Annotated, choices: list[Choice], *, told: bool) -> None:
        body, entry = scoring.with_entry(article.path)
        super().__init__(read(body, published=entry.published, title=entry.title), entry.title)
        self.article, self.choices, self.told = article, choices, told
        self.counts_for = COUNTS_FOR.get(article.corpus, 1.0)
        self.golds: list[Gold] = []

    def _refused(self, candidate: Candidate, sentence: Sentence) -> str:
        at = self.reading.clean.at
        start, end = at(candidate.token.start), at(candidate.token.end - 1) + 1
        self.golds = sorted(
            (gold for gold in self.article.golds if gold["start"] < end and start < gold["end"]),
            key=lambda gold: (
                gold["measure"] != candidate.role.measure,
                max(start, gold["start"]) - min(end, gold["end"]),
            ),
        )
        group = evidence.GROUPS[candidate.role.measure]
        if not self.golds or any(_is_scored(gold) for gold in self.golds):
            signs = [list(evidence.signs(self, candidate, sentence)), []]
            self._note(group, signs, [bool(self.golds), not self.golds])
        if self.told:
            return "" if self.golds else "not annotated"
        return super()._refused(candidate, sentence)

    def _note(self, column: str, signs: list[list[str]], right: list[bool]) -> None:
        if any(right) and not all(right):
            self.choices.append(Choice(column, self.article.id, self.counts_for, signs, right))

    def _teach(
        self,
        column: str,
        options: list[Option],
        own: tuple[Option, float],
        fits: Callable[[Gold, Any], bool | None],
        annotated: Callable[[Gold], Any],
    ) -> tuple[Option, float]:
        """Write the choice down, and answer with the annotation where the reader is told it."""
        gold = self.golds[0] if self.golds else None
        right = [fits(gold, option.value) for option in options] if gold is not None else []
        if gold is None or any(one is None for one in right):
            return own
        if _is_scored(gold) or column == "offence":
            self._note(column, [list(one_by_one(option.signs)) for option in options], [bool(one) for one in right])
        if not self.told:
            return own
        known = evidence.weights().get(column, {})
        weighed = [weigh(option.signs, known) for option in options]
        best = max((n for n, one in enumerate(right) if one), key=weighed.__getitem__, default=None)
        return (options[best] if best is not None else Option(annotated(gold), "not told", [])), 1.0

    def _chosen_measure(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        own = super()._chosen_measure(made, options)
        return self._teach("measure", options, own, _plain("measure"), lambda gold: gold["measure"])

    def _chosen_offence(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def fits(gold: Gold, value: str) -> bool | None:
            said = gold.get("offence", SUBJECT)
            return None if said == "*" else (value == SUBJECT) == (said == SUBJECT)

        own = super()._chosen_offence(made, options)
        return self._teach("offence", options, own, fits, lambda gold: gold.get("offence", SUBJECT))

    def _chosen_platforms(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def names(gold: Gold) -> set[str]:
            every = self.golds if made.candidate.each else [gold]
            return {name for one in every for name in one.get("platforms") or [] if name != "*"}

        def fits(gold: Gold, value: tuple[str, ...]) -> bool | None:
            return None if gold.get("platforms") == "*" else set(value) == names(gold)

        own = super()._chosen_platforms(made, options)
        return self._teach("platforms", options, own, fits, lambda gold: tuple(names(gold)))

    def _chosen_place(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def fits(gold: Gold, value: tuple[str | None, str | None]) -> bool | None:
            if gold.get("geography") == "*":
                return None
            kind = gold.get("geography_type")
            name, of = in_columns(value)
            return name == gold.get("geography") and (kind == "*" or of == kind)

        own = super()._chosen_place(made, options)
        return self._teach(
            "geography", options, own, fits, lambda gold: (gold.get("geography"), gold.get("geography_type"))
        )

    def _chosen_period(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def fits(gold: Gold, value: Span) -> bool | None:
            if gold.get("period_start") == gold.get("period_end") == "*":
                return None
            return _same_day(gold.get("period_start"), value.start) and _same_day(gold.get("period_end"), value.end)

        own = super()._chosen_period(made, options)
        return self._teach(
            "period",
            options,
            own,
            fits,
            lambda gold: Span(_day(gold.get("period_start")), _day(gold.get("period_end"))),
        )

    def _chosen_base(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        own = super()._chosen_base(made, options)
        if made.measure not in ("offences", "offence_share", "victim_share"):
            return own  # not scored
        return self._teach("base", options, own, _plain("base", "all"), lambda gold: gold.get("base", "all"))

    def _chosen_sex(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def fits(gold: Gold, value: str | None) -> bool | None:
            return _plain("victim_sex")(gold, value) if gold["measure"] in ("victims", "victim_share") else None

        own = super()._chosen_sex(made, options)
        return self._teach("sex", options, own, fits, lambda gold: gold.get("victim_sex"))

    def _chosen_age(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        def band(gold: Gold) -> tuple[int | None, int | None]:
            return gold.get("victim_age_min"), gold.get("victim_age_max")

        def fits(gold: Gold, value: tuple[int | None, int | None] | None) -> bool | None:
            if "*" in band(gold) or gold["measure"] not in ("victims", "victim_share"):
                return None
            return (value or (None, None)) == band(gold)

        own = super()._chosen_age(made, options)
        return self._teach(
            "age_band", options, own, fits, lambda gold: None if band(gold) == (None, None) else band(gold)
        )


def _is_scored(gold: Gold) -> bool:
    return not gold.get("optional") and gold.get("offence", SUBJECT) in (SUBJECT, "*")


def _plain(column: str, default: Any = None) -> Callable[[Gold, Any], bool | None]:
    def fits(gold: Gold, value: Any) -> bool | None:
        said = gold.get(column, default)
        return None if said == "*" else bool((said or default) == (value or default))

    return fits


def _day(said: str | None) -> dt.date | None:
    return dt.date.fromisoformat(said) if said and said != "*" else None


def _same_day(said: str | None, found: dt.date | None) -> bool:
    if said == "*":
        return True
    day = _day(said)
    return abs(day - found) <= scoring.WEEK if day and found else day is found


# fitting ----------------------------------------------------------------------------------------------------------


def fitted(articles: list[Annotated]) -> Weights:
    """The weights for a set of articles, by column and sign."""
    told: list[Choice] = []
    with _Using({}):
        for article in articles:
            Taught(article, told, told=True).run()
    alone: list[Choice] = []
    for part in range(PARTS):
        kept = articles[part::PARTS]
        others = {article.id for n, article in enumerate(articles) if n % PARTS != part}
        with _Using(_fit_all([choice for choice in told if choice.article in others])):
            for article in kept:
                Taught(article, alone, told=False).run()
    return _fit_all(told + alone)


class _Using:
    """Read with other weights than those on file."""

    def __init__(self, weights: Weights) -> None:
        self.weights: dict[str, evidence.Weights] = {}
        for column, of_signs in weights.items():
            for sign, weight in of_signs.items():
                evidence.put(self.weights.setdefault(column, {}), sign, weight)

    def __enter__(self) -> None:
        self.before = evidence.weights
        evidence.weights = lambda: self.weights  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        evidence.weights = self.before


def _fit_all(choices: list[Choice]) -> Weights:
    columns: dict[str, list[Choice]] = collections.defaultdict(list)
    for choice in choices:
        columns[choice.column].append(choice)
    return {column: _fit(columns[column]) for column in sorted(columns)}


def _fit(choices: list[Choice]) -> dict[str, float]:
    """The weights of one column's signs: the most likely ones, with a ridge."""
    articles: dict[str, set[str]] = collections.defaultdict(set)
    for choice in choices:
        for signs in choice.signs:
            for sign in signs:
                articles[sign].add(choice.article)
    names = sorted(sign for sign, seen in articles.items() if len(seen) >= FEWEST_ARTICLES)
    place = {sign: n for n, sign in enumerate(names)}
    option, sign_at, of_choice, right = [], [], [], []
    for number, choice in enumerate(choices):
        for signs, good in zip(choice.signs, choice.right, strict=True):
            for sign in signs:
                if sign in place:
                    option.append(len(right))
                    sign_at.append(place[sign])
            of_choice.append(number)
            right.append(good)
    rows, columns = np.array(option), np.array(sign_at)
    group, good_ones = np.array(of_choice), np.array(right)
    importance = np.array([choice.counts_for for choice in choices])
    ridge = RIDGE_OF_EVIDENCE if choices[0].column in evidence.GROUPS.values() else RIDGE

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the annotations are, and how that changes with each weight."""
        sums = np.bincount(rows, weights=weights[columns], minlength=len(right))
        highest = np.full(len(choices), -np.inf)
        np.maximum.at(highest, group, sums)
        odds = np.exp(np.maximum(sums - highest[group], -60.0))
        every = np.bincount(group, weights=odds, minlength=len(choices))
        some = np.bincount(group, weights=odds * good_ones, minlength=len(choices))
        change = (odds / every[group] - odds * good_ones / some[group]) * importance[group]
        slope = np.bincount(columns, weights=change[rows], minlength=len(names))
        unlikely = float(((np.log(every) - np.log(some)) * importance).sum())
        return unlikely + ridge / 2 * float(weights @ weights), slope + ridge * weights

    best = _least(loss, np.zeros(len(names)))
    return {name: round(float(value), 2) for name, value in zip(names, best, strict=True) if abs(value) >= SMALLEST}


def _least(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], at: np.ndarray, steps: int = 300) -> np.ndarray:
    """Where a smooth function is least: the L-BFGS method (Nocedal and Wright, Numerical Optimization, alg. 7.5)."""
    value, slope = loss(at)
    history: collections.deque[tuple[np.ndarray, np.ndarray]] = collections.deque(maxlen=12)
    for _ in range(steps):
        direction = slope.copy()
        scales = []
        for moved, bent in reversed(history):
            scale = float(moved @ direction) / float(moved @ bent)
            scales.append(scale)
            direction -= scale * bent
        if history:
            moved, bent = history[-1]
            direction *= float(moved @ bent) / float(bent @ bent)
        for (moved, bent), scale in zip(history, reversed(scales), strict=True):
            direction += (scale - float(bent @ direction) / float(moved @ bent)) * moved
        step = 1.0 if history else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while True:
            there = at - step * direction
            new_value, new_slope = loss(there)
            if new_value <= value - 1e-4 * step * float(slope @ direction) or step < 1e-10:
                break
            step /= 2
        if float((there - at) @ (new_slope - slope)) > 1e-12:
            history.append((there - at, new_slope - slope))
        done = value - new_value < 1e-7 * max(1.0, abs(value))
        at, value, slope = there, new_value, new_slope
        if done:
            break
    return at


# the command ------------------------------------------------------------------------------------------------------


def annotated(also: Iterable[Path] = ()) -> list[Annotated]:
    """Every annotated article that is fitted to; `articles-unread` is kept to read what nothing was fitted to."""
    found = [
        Annotated(id, corpus, path, json.loads(gold.read_text(encoding="utf-8"))["figures"])
        for corpus in CORPORA
        for id, path, gold in scoring.documents(corpus)
    ]
    for folder in also:
        for gold in sorted((folder / "gold").glob("*.json")):
            path = next((folder / "documents").glob(f"{gold.stem}.*"))
            found.append(
                Annotated(gold.stem, folder.name, path, json.loads(gold.read_text(encoding="utf-8"))["figures"])
            )
    return found


def out_of_fold(articles: list[Annotated], folds: int) -> Iterator[tuple[Annotated, scoring.Score]]:
    """The score of every article, read with weights that were not fitted to it."""
    shuffled = sorted(articles, key=lambda article: article.id)
    random.Random(7).shuffle(shuffled)
    for fold in range(folds):
        kept = shuffled[fold::folds]
        weights = fitted([article for article in shuffled if article not in kept])
        with _Using(weights):
            for article in kept:
                yield article, scoring.score_document(article.id, article.golds, scoring.figures_of(article.path))


def main() -> None:
    """Write the weights, or print what articles get that were not fitted to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many parts, and write nothing")
    parser.add_argument("--also", type=Path, action="append", default=[], help="a further annotated folder to fit to")
    arguments = parser.parse_args()
    articles = annotated(arguments.also)
    if not arguments.folds:
        weights = fitted(articles)
        with evidence.WEIGHTS_FILE.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(["column", "sign", "weight"])
            writer.writerows((column, sign, weight) for column in weights for sign, weight in weights[column].items())
        print(f"{sum(map(len, weights.values())):,} weights from {len(articles)} articles: {evidence.WEIGHTS_FILE}")
        return
    totals: dict[str, scoring.Score] = collections.defaultdict(scoring.Score)
    for article, result in out_of_fold(articles, arguments.folds):
        totals[article.corpus].add(result)
        totals["all"].add(result)
    for corpus, total in sorted(totals.items()):
        print(f"{corpus:15} detection {total.f1('detection'):.3f}  strict {total.f1('strict'):.3f}")
    _calibration(totals["all"])


def _calibration(total: scoring.Score) -> None:
    """How often figures of each confidence are right, as read by weights that were not fitted to them."""
    print("confidence      figures  right")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.85), (0.85, 0.9), (0.9, 0.95), (0.95, 1.01)):
        keys = [key for key, (sure, _) in total.flagged.items() if low <= sure < high]
        if keys:
            right = sum(key in total.right for key in keys) / len(keys)
            print(f"{low:.2f} to {min(high, 1):.2f} {len(keys):9} {right:8.3f}")
    plain = [key for key, (_, review) in total.flagged.items() if not review]
    if plain:
        print(f"without a flag {len(plain):8} {sum(key in total.right for key in plain) / len(plain):8.3f}")


if __name__ == "__main__":
    sys.exit(main())
