"""What speaks for and against a number being a figure about recorded offences, and how much each sign weighs.

What belongs here: the signs (what stands around a number, and what came before it) and their sum. What does not: the
columns of a figure, and the weights themselves: they are data (`vocabulary/evidence.csv`), fitted to annotated articles
by `python -m tests.text.weights` as log odds, so that a weight of 1 multiplies the odds by 2.7.
"""

import csv
import functools
import itertools
import math
import re
from collections.abc import Iterator
from pathlib import Path

from figuretrail.text import neighbours
from figuretrail.text.attach import Candidate, Sentence, victims_in
from figuretrail.text.neighbours import CLASSES
from figuretrail.text.walk import BY_CHANCE, Walk

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "vocabulary" / "evidence.csv"
WITH = " | "  # between a name and what is known with it: "the figure before | in a list"
Weights = dict[str, dict[str, float]]  # by name ("" for signs without one) and what is known
GROUPS = {
    "offences": "count",
    "offence_share": "share",
    "victim_share": "share",
    "offence_change": "change",
    "offence_rate": "rate",
    "victims": "victims",
    "forces": "forces",
    "victim_age": "age",
    "methods": "methods",
}
_SIZES = ((4, "under 4"), (13, "4 to 12"), (19, "13 to 18"), (100, "19 to 99"))
_CLOSE = 5  # words to either side
_FIRST_WORDS = 4  # of a sentence, that may be its label
_LAST = 5  # numbers before that are looked at
_RATIOS = (
    (0.02, "hardly any"), (0.33, "far less"), (0.95, "less"), (1.05, "as much"), (3.0, "more"), (10.0, "several times"),
)  # fmt: skip
_IN_COURT = {
    "jailed", "pleaded", "guilty", "admitted", "admitting", "sentenced", "convicted", "charged", "prosecuted",
    "accused",
    "denied", "denies", "admits",
}  # fmt: skip
_OUTCOME = {
    *_IN_COURT, "charge", "charges", "caution", "cautioned", "summons", "outcome", "outcomes", "conviction", "court",
    "convictions", "clear-up", "arrests", "arrested", "trial", "bailed", "investigated", "investigation", "solved",
    "detected", "prosecution", "suspect", "suspects", "arrest",
}  # fmt: skip
_RATES = {"rate", "rates", "clear-up", "backlog"}
_SPEAKER = {"i", "we", "my", "our", "you", "your", "me", "us", "i'm", "i've", "we've", "i'd"}
_STORY = {"she", "he", "her", "his", "him"}
_POINTING = {"these", "those", "them", "which", "whom"}
_THE_OFFENCE = {"offence", "offences", "crime", "crimes", "offense", "offenses"}
_BY_IT = {char: f"by it {name}" for char, name in CLASSES.items()}
_IN_SENTENCE = {char: f"sentence has {name}" for char, name in CLASSES.items()}
_NAME_FIRST = re.compile(r'["⟨]*[xGPTS]{1,4}[:–]')
_TOPICS = "ΩσεAS£ψF"  # what a sentence may go on about in the next


@functools.cache
def weights() -> dict[str, Weights]:
    """The weights of signs, by the column that they speak about; for a figure at all, by its kind."""
    found: dict[str, Weights] = {}
    with WEIGHTS_FILE.open(encoding="utf-8", newline="") as stream:
        for column, sign, weight in itertools.islice(csv.reader(stream), 1, None):
            put(found.setdefault(column, {}), sign, float(weight))
    return found


def put(known: Weights, sign: str, weight: float) -> None:
    """Add the weight of a sign as it is written on file."""
    name, joint, what = sign.partition(WITH)
    known.setdefault(name if joint else "", {})[what if joint else name] = weight


def of_figure(walk: Walk, candidate: Candidate, sentence: Sentence) -> float:
    """How sure it is that the candidate is a figure, from 0 to 1."""
    known = weights().get(GROUPS[candidate.role.measure], {}).get("", {})
    odds = sum([known.get(sign, 0.0) for sign in signs(walk, candidate, sentence)])
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


def signs(walk: Walk, candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    """Every sign that holds of a candidate, each said in words."""
    yield "always"
    yield from _of_the_number(candidate, sentence)
    yield from _of_the_stretch(candidate, sentence)
    yield from _of_the_sentence(candidate, sentence)
    yield from _of_the_unknown(candidate, sentence)
    yield from _of_the_figures_before(walk, candidate)
    yield from _of_the_text_before(walk, candidate, sentence)


def _of_the_number(candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    role, tags, k, tokens = candidate.role, sentence.tags, candidate.k, sentence.tokens
    yield f"taken: {role.why}" if not role.why.startswith("counts ") or role.head in ("", "V", "F", "H") else "counts"
    if role.head == "O":
        yield "counts offences" if tokens[role.head_at].word in _THE_OFFENCE else "counts cases or the like"
    if role.head == "W":
        yield "counts uses"
    before = tags[max(0, k - 3) : k].rstrip("qdx") if candidate.bound != "=" else tags[max(0, k - 3) : k]
    after = tags[k + 1 : k + 2] or "·"
    last = before[-1:] or "start"
    yield f"after {CLASSES.get(last, last)}"
    yield f"before {CLASSES.get(after, after)}"
    if role.elliptical and after == "x":
        yield f"before the word {tokens[k + 1].word}"
    if k and tags[k - 1] in "xinvf":
        yield f"after the word {tokens[k - 1].word}"
    if candidate.bound != "=":
        yield "a bound"
    value = role.value or 0.0
    number = candidate.token.value
    if role.unit == "count":
        size = next((name for limit, name in _SIZES if value < limit), "100 and more")
        yield size
        if role.elliptical:
            yield f"{size}, after {CLASSES.get(last, last)}"
    if getattr(number, "spelt", False):
        yield "in words"
    if k == 0 or not set(tags[:k]) - set('"⟨dq–·'):
        yield "begins the sentence"
    if candidate.parent is not None:
        yield "in brackets"
    if role.elliptical:
        earlier = max(tags.rfind("N", 0, k), tags.rfind("%", 0, k))
        if earlier >= 0:  # "from 12 officers to 30": what the number before counts
            counted = tags[earlier + 1]
            yield f"after a number of {CLASSES.get(counted, counted)}"
            yield f"{last} after a number of {CLASSES.get(counted, counted)}"
    if after == "o" and k + 2 < len(tokens) and tokens[k + 2].word in _POINTING:
        yield "part of those spoken of"
    if k and tokens[k - 1].word in ("all", "in all"):
        yield "after all"


def _of_the_stretch(candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    tags, k = sentence.tags, candidate.k
    stretch = tags[candidate.left : candidate.right + 1]
    for char, sign in _BY_IT.items():
        if char in stretch:
            yield sign
    close = tags[max(candidate.left, k - _CLOSE) : min(candidate.right, k + _CLOSE) + 1]
    if "Ω" in close:
        yield "close to something else counted"
    words = [token.word for token in sentence.tokens[candidate.left : candidate.right + 1]]
    if "victim" in words or "victims" in words:
        yield "by it the word victim"
    if any(token.word in _IN_COURT for token in sentence.tokens[max(0, k - 8) : k]):
        yield "what somebody was tried for"
    if _OUTCOME.intersection(words):
        yield "by it what became of a case"
        if any(token.word in _OUTCOME for token in sentence.tokens[k + 1 : min(candidate.right, k + _CLOSE) + 1]):
            yield "right after it what became of a case"
    if candidate.role.unit != "count" and _RATES.intersection(words):
        yield f"by it a rate of {'outcomes' if _OUTCOME.intersection(words) else 'something'}"
    if any(token.word in _OUTCOME for token in sentence.tokens[:_FIRST_WORDS]):
        yield "the sentence begins with what became of cases"
    if any(token.word in _IN_COURT for token in sentence.tokens[: max(0, k - 8)]):
        yield "somebody was tried, before it in the sentence"
    if _SPEAKER.intersection(words):
        yield "by it the speaker"
    if _STORY.intersection(words):
        yield "by it somebody's story"


def _of_the_sentence(candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    tags = set(sentence.tags)
    for char, sign in _IN_SENTENCE.items():
        if char in tags:
            yield sign
    if sentence.quoted(candidate.k):
        yield "in a quotation"
    if sentence.cell:
        yield "a cell of a table"
    if any(token.word in ("victim", "victims") for token in sentence.tokens):
        yield "sentence has the word victim"
    if _NAME_FIRST.match(sentence.tags):
        yield "a name before a mark"


def _of_the_unknown(candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    """The words right by the number, and how many of the words are none that such texts have for figures."""
    tags, k = sentence.tags, candidate.k
    yield from neighbours.around(candidate, sentence)
    before, after = tags[candidate.left : k].count("x"), tags[k + 1 : candidate.right + 1].count("x")
    yield f"unknown words before it: {min(5, before)}"
    yield f"unknown words after it: {min(5, after)}"
    yield f"unknown words by it: {min(6, before + after)}"
    unknown = tags.count("x")
    yield f"unknown words in the sentence: {3 * min(12, unknown // 3)} or a few more"
    yield f"unknown part of the sentence: {6 * unknown // len(tags)} of six"


def _of_the_figures_before(walk: Walk, candidate: Candidate) -> Iterator[str]:
    """How many of the numbers before it were figures, and how it stands to them."""
    last = range(max(0, candidate.order - _LAST), candidate.order)
    yield f"of the last {len(last)} numbers figures: {sum(n in walk.by_candidate for n in last)}"
    here = [one.order for one in walk.reading.candidates_of(candidate.sentence) if one.order < candidate.order]
    figures = sum(n in walk.by_candidate for n in here)
    yield f"of {min(4, len(here))} before in the sentence figures: {min(4, figures)}"
    value = candidate.role.value or 0.0
    if candidate.role.unit == "count" and value >= BY_CHANCE and value in walk.values:
        yield "a figure before said the same"
        yield f"a figure before said the same, {'no noun' if candidate.role.elliptical else 'a noun'}"
    latest = walk.settled[-1] if walk.settled else None
    if latest is not None and latest.unit == candidate.role.unit == "count" and latest.value:
        yield f"beside the figure before: {_beside((candidate.role.value or 0.0) / latest.value)}"


def _beside(ratio: float) -> str:
    """A ratio in words, as far as it matters."""
    return next((name for limit, name in _RATIOS if ratio < limit), "far more")


def _of_the_text_before(walk: Walk, candidate: Candidate, sentence: Sentence) -> Iterator[str]:
    last = walk.settled[-1] if walk.settled else None
    line = walk.reading.lines[sentence.line]
    if last is None:
        yield "no figure before"
    else:
        there = last.candidate.sentence
        away = candidate.sentence - there
        lines = sentence.line - walk.reading.sentences[there].line
        if away == 0:
            yield "a figure before it in the sentence"
            yield f"in the sentence {GROUPS[last.measure]} before it"
        elif lines == 0:
            yield "a figure before it in the paragraph"
        elif lines <= 2:
            yield "a figure in the line before" if lines == 1 else "a figure two lines before"
        elif lines <= 5:
            yield "a figure a few lines before"
        else:
            yield "the last figure far before"
        if lines <= 2:
            yield f"near it {GROUPS[last.measure]}"
            if GROUPS[last.measure] == GROUPS[candidate.role.measure]:
                yield "near it one of its own kind"
    before = walk.reading.sentences[candidate.sentence - 1] if candidate.sentence else None
    if before is not None and before.line == sentence.line:
        for char in _TOPICS:
            if char in before.tags:
                yield f"the sentence before has {CLASSES[char]}"
    if candidate.parent is not None:
        yield "explains a figure" if candidate.parent in walk.by_candidate else "explains what is no figure"
    turned = walk.turned_down
    if (
        turned is not None
        and turned.sentence == candidate.sentence
        and (last is None or last.candidate.sentence != candidate.sentence or turned.k > last.candidate.k)
    ):
        yield "after a number that was no figure"
        if candidate.role.elliptical:
            joint = next((tag for tag in reversed(sentence.tags[turned.k + 1 : candidate.k]) if tag not in "qdx"), "·")
            yield f"after a number that was no figure and {CLASSES.get(joint, joint)}"
    if line.item:
        yield "in a list"
        if walk._intro(sentence) is not None:
            yield "in a list with an introduction"
    if line.heading:
        yield "a heading or a short line"
    if "S" not in sentence.tags:
        yield from _of_the_subject(walk, sentence)
    if candidate.role.measure in ("offence_share", "victims", "offences") and victims_in_stretch(candidate, sentence):
        yield "about victims of an age or sex"


def _of_the_subject(walk: Walk, sentence: Sentence) -> Iterator[str]:
    """How far back the subject was last named."""
    named = next(walk.named_before("SA", sentence.start), None)
    if named is None:
        titled = any(phrase.tag == "S" for phrase in walk.title)
        yield "subject named in the title" if titled else "subject not named before"
        return
    start, phrase = named
    between = walk.lines_between(start, sentence.start)
    yield (
        "subject named in the paragraph"
        if between == 0
        else ("subject named shortly before" if between <= 3 else "subject named far before")
    )
    if phrase.tag == "A":
        yield "another offence named last"


def victims_in_stretch(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the stretch speaks of victims, leaving the candidate as it is."""
    band, sex = candidate.band, candidate.sex
    about = victims_in(candidate, sentence)
    candidate.band, candidate.sex = band, sex
    return about
