"""Whom a number is of, where its words leave no doubt: "27 of the 152 victims were under 11", "boys of that age".

What belongs here: these rules. What does not: ages and sexes that are weighed (`measuring`), and what victims' ages and
sexes are called (`victims`).
"""

import itertools
import re

from figuretrail.text.attach import Candidate, Sentence, sex_of
from figuretrail.text.victims import AGE, Band
from figuretrail.text.walk import Settled, Walk

_OF_WHOLE = re.compile(r"o[dw]{0,2}(?P<whole>N)[xSA]{0,2}(?P<who>V)(?!V)[^N%X·;:&,]*?b[dxqw]{0,3}(?=[αV])")
_PART_BEFORE = re.compile(r"[N%]o[dw]{0,2}$")
_COUNTED = re.compile(r"[xSA]{0,2}(?P<who>[VO])α?")
_CLAUSE = re.compile(r"[^,;:·φ&N%X]*")
_NUMBER_OF = re.compile(r"Co[dx]{0,2}(?P<who>V)(?P<age>α)?[^OPWVα%X;·:,&]*?[RDrb][^OPWVα%X;·:,]*$")
_HEAD_OF_ROW = re.compile(r"(?:^|[:;·–])g?(?P<ages>α)(?:V?[:–,]|(?=V?N))")
_SEX_FIRST = re.compile(r"[:–,]?(?:V[:–~]?N[,&]{0,2})+(?:[;·]|$)")
_SAME = {"that", "same", "this"}
_BEYOND = {"above", "below", "beyond", "over", "than", "under"}  # "below that age"
_FIGURES_BACK = 3

Whom = tuple[Band | None, str | None]  # the ages and the sex


def of_part(candidate: Candidate, sentence: Sentence) -> Whom | None:
    """Whom the 27 are in "27 of the 152 victims were under 11", and the share in "a third of the 90 victims were boys".

    "The number of boys had risen from 19 to 34" says it of both. Of whole groups that have a sex, as in
    "12 of the 40 girls were under 11", the part has it too.
    """
    tags, tokens = sentence.tags, sentence.tokens
    told = _OF_WHOLE.match(tags, candidate.k + 1)
    if told is None:
        return _of_number(candidate, sentence)
    clause = _CLAUSE.match(tags, told.end())
    assert clause is not None  # it matches nothing as well
    spots = range(clause.start(), clause.end())
    bands = {tokens[j].value for j in spots if tags[j] == AGE}
    sexes = {sex_of(tokens[j].word) for j in (*spots, told.start("who")) if tags[j] == "V"} - {None}
    if len(bands) > 1 or len(sexes) > 1 or not (bands or sexes):
        return None
    return next(iter(bands), None), next(iter(sexes), None)


def _of_number(candidate: Candidate, sentence: Sentence) -> Whom | None:
    """Whom both are in "the number of boys had risen from 19 to 34"."""
    told = _NUMBER_OF.search(sentence.tags, 0, candidate.k) if candidate.role.elliptical else None
    if told is None:
        return None
    tokens = sentence.tokens
    band = tokens[told.start("age")].value if told["age"] else None
    return band, sex_of(tokens[told.start("who")].word)


def of_whole(candidate: Candidate, sentence: Sentence) -> Whom | None:
    """Whom the 152 are in "27 of the 152 victims were under 11": what the part is like is not said of the whole."""
    tags, tokens = sentence.tags, sentence.tokens
    counted = _COUNTED.match(tags, candidate.k + 1)
    if counted is None or _PART_BEFORE.search(tags, max(0, candidate.k - 5), candidate.k) is None:
        return None
    end = counted.end() - 1
    return tokens[end].value if tags[end] == AGE else None, sex_of(tokens[counted.start("who")].word)


def of_row(candidate: Candidate, sentence: Sentence) -> Whom:
    """Whom a number in a row of ages is of: "11 and under: female 21, male 6", "0-9 female 18 male 11; 10-12 ...".

    A row is a sentence, or what stands between semicolons. The sex is settled where each number's stands before it.
    """
    tags, k = sentence.tags, candidate.k
    start, end = max(0, tags.rfind(";", 0, k)), tags.find(";", k)
    head = _HEAD_OF_ROW.search(tags, start, k + 1)
    if head is None or tags.count(AGE, start, end if end >= 0 else len(tags)) > 1:
        return None, None
    named_before = _SEX_FIRST.match(tags, head.end("ages")) is not None
    who = k - 1 if tags[k - 1] == "V" else k - 2
    return sentence.tokens[head.start("ages")].value, sex_of(sentence.tokens[who].word) if named_before else None


def of_same_age(walk: Walk, made: Settled, sentence: Sentence) -> Band | None:
    """The ages of "boys of that age", "girls in the same age group": those of the figure before."""
    candidate, tokens = made.candidate, sentence.tokens
    stretch = range(max(1, candidate.left), candidate.right + 1)
    if any(sentence.tags[j] == AGE for j in stretch):
        return None
    told = any(
        sentence.tags[j] == "g"
        and tokens[j - 1].word in _SAME
        and _BEYOND.isdisjoint(t.word for t in tokens[max(0, j - 3) : j])
        for j in stretch
    )
    if not told:
        return None
    before = itertools.islice(walk.recent(), _FIGURES_BACK)
    near = (one for one in before if candidate.sentence - one.candidate.sentence <= 1)
    return next((one.band for one in near if one.band is not None), None)
