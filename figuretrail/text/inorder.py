"""Platforms told by the figures before: "The previous year's figures were 83, 30 and 47", "That is 42% of the total".

What belongs here: the order of those figures, and what a share of the count before is. What does not: names in the
sentence itself (`naming`).
"""

import itertools

from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.walk import Settled, Walk, run_of

_LINES_BACK = 1
_FIGURES_BACK = 12
_POINTING = {"that", "this", "it", "that's", "which"}
_SOON = 5  # words from the beginning of the sentence
_ROUNDED = 0.6  # points by which a share may miss what its counts make


def names_in_order(walk: Walk, candidate: Candidate, sentence: Sentence) -> tuple[str, ...] | None:
    """The platforms of the number in a row that is at the same place as it among as many figures right before.

    None where the sentence names platforms or places itself, or where not just so many platforms were told before.
    """
    run = run_of(candidate, sentence)
    if run is None or set(sentence.tags) & set("PQG") or not _of_another_time(sentence):
        return None
    numbers = [j for j in range(run.start(), run.end()) if sentence.tags[j] in "N%"]
    if len(numbers) < 2 or sum(tag in "N%" for tag in sentence.tags) != len(numbers):
        return None
    told: dict[tuple[str, ...], Settled] = {}
    for one in walk.settled[-_FIGURES_BACK:]:
        there = walk.reading.sentences[one.candidate.sentence]
        near = there is not sentence and sentence.line - there.line <= _LINES_BACK
        if near and one.platforms and one.unit == candidate.role.unit and one.measure == candidate.role.measure:
            told.setdefault(one.platforms, one)
    groups = list(told)
    return groups[numbers.index(candidate.k)] if len(groups) == len(numbers) else None


def _of_another_time(sentence: Sentence) -> bool:
    """Whether the sentence speaks of one other time, or of the same things "respectively"."""
    times = [token.value for token in sentence.tokens if token.tag == "T"]
    respectively = any(token.word in ("respectively", "order") for token in sentence.tokens)
    return respectively or (len(times) == 1 and times[0].word != "plural" and (times[0].months or 12) <= 12)


def names_of_share_said(walk: Walk, candidate: Candidate, sentence: Sentence) -> tuple[str, ...] | None:
    """ "The means was known for 2,312 ... That is 42% of the total": of what that count is of, as they show."""
    last = walk.settled[-1] if walk.settled else None
    pointing = sentence.tokens[0].word in _POINTING and candidate.k <= _SOON
    if not pointing or last is None or candidate.role.measure != "offence_share" or set(sentence.tags) & set("PQ"):
        return None
    there = walk.reading.sentences[last.candidate.sentence]
    if there is sentence or there.line != sentence.line:
        return None
    share = candidate.role.value or 0.0
    counts = [one for one in walk.recent() if one.measure == "offences"]
    for count in itertools.takewhile(lambda one: one.candidate.sentence == last.candidate.sentence, counts):
        wholes = (one.value for one in counts if not one.platforms and one.value > count.value)
        if any(abs(100 * count.value / whole - share) <= _ROUNDED for whole in wholes):
            return count.platforms
    return None
