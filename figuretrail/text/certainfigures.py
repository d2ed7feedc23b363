"""Numbers whose words leave no doubt that they are figures, or that a percentage is a share of the counts before it.

What belongs here: those rules. What does not: numbers that are weighed (`evidence`), and those that are no amounts
(`amounts`).
"""

import datetime as dt
import itertools
import re

from figuretrail.text.answering import NEAR, OF_DIFFERENCE, REFUSING, TELLING, so_many_answered
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.roles import ASKED_FOR
from figuretrail.text.victims import ranging
from figuretrail.text.walk import WHOLE, Settled, Walk

_COUNT_ASKED = re.compile(
    r"\W*(?:that is |this is )?(?:how many|the (?:total |overall )?number of|the highest|the lowest|the most|the fewest"
    r"|the peak|the record)\b"
)
_OF_THE_SUBJECT = re.compile(r"\b(?:offences|crimes|cases|instances|victims|reports|recorded|highest|lowest|peak)\b")
_USED_IN = re.compile(r"P[rbxhk]{0,3}[rkxW]i(?:d?O)?$|P[,–]?i$")
_RECORDED = re.compile("[LF][^N%·;,]{0,3}r$")
_CLOSES = re.compile(r"[,;·⟩&]|$")
_USES = {"used", "named", "involved", "mentioned", "featured", "cited", "recorded", "noted", "identified", "the method"}
_COUNT_OF_AGES = re.compile("(?:^|[,;:·])(?:(?:Vo?α|αV)[:–,μ]?|α(?P<equals>μ))q?$")
_WAS_SO_MANY = re.compile(r"(?<!Ω)C(?:[io][dwx]{0,2}[TGP])?(?:,[^,N%X·;]{1,9},)?bq?$")
_COMES_TO = re.compile(r"[uTC]xtq?$")
_THE_TOTAL = re.compile(r"dC(?:[,;·\"]|i[dw]{0,2}T|$)")
_EACH_FORCE = re.compile(r"\b(?:every|each|all) (?:\w+ )?(?:police )?(?:force|constabulary|forces|constabularies)\b")
_UP_ON_THE = re.compile("%[RD](?:n|f)dq?$")  # "323% up on the 60 which they were told about"
_TOLD_OF = re.compile("[,;·⟩]|$|[wxI]{0,3}?[Ib]?[br]|i?T")
_A_COUNT_OF = re.compile("[dr][xw]?Coq?$")  # "made a provisional count of 46"
_WHERE_KNOWN = re.compile("(?:~x)?m[dwxHI]{0,3}[bx]{0,2}k")  # "the 170-odd where the field is completed"
_SAYING_AGAIN = re.compile(
    r"\b(?:that's|that is|which is|or|meaning|that means|that makes|equal to|in other words|that was)$"
)
_MORE = {"more", "fewer", "less", "extra", "additional"}
_OTHER_THINGS = set("Ω£ψσερA")
_THOSE_WHO = re.compile(r"o[dwxS]{0,3}V[xr]")
_SAID = {"said", "say", "says", "told", "think", "thought", "felt", "feel", "believe", "believed", "agree", "agreed"}
_ROUNDED = 0.5001  # a percentage without decimals stands for all that round to it
_SENTENCES_BACK = 2
_ROWS_BACK = 3
_OF_WHAT_SHARES_ARE = set("NPQOVαgsHFo")
_LONG_AGO = dt.date.min
_FEWEST_TOLD = 20  # of which a percentage says so much that no other count makes it by chance


def is_certain(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a number's own words leave no doubt that it is a figure."""
    role = candidate.role
    if role.measure == "forces":
        return _is_of_forces(walk, candidate, sentence)
    if role.measure == "offence_change" and role.why == OF_DIFFERENCE:
        return bool(counts_around(walk, candidate))
    if candidate.token.tag == "X":
        return _is_multiple_of_total(walk, candidate, sentence)
    if role.unit == "percent":
        return is_rest(walk, candidate, sentence)
    if role.measure == "offence_rate":  # "police recorded one grooming offence every other day"
        return _RECORDED.search(sentence.tags, 0, candidate.k) is not None and _OTHER_THINGS.isdisjoint(sentence.tags)
    if role.measure == "victims" and role.head == "V":
        return share_in_numbers(walk, candidate, sentence)
    if role.measure == "victim_age":
        return role.why == ASKED_FOR or candidate.k < ranging(sentence.tokens, sentence.tags)
    if _is_count_of(candidate, sentence):
        return True
    if role.measure != "offences" or role.unit != "count" or not _OTHER_THINGS.isdisjoint(sentence.tags):
        return False
    if _is_count_of_ages(candidate, sentence):
        return True
    if role.value == 0 and _is_none_of_row(walk, candidate, sentence):
        return True
    own = _is_so_many_uses(candidate, sentence) or _is_told(candidate, sentence)
    own = own or _is_base_of_change(candidate, sentence)
    own = own or _is_known_part(candidate, sentence)
    own = own or (candidate.token.word == "none" and bool(walk.settled) and _goes_on(walk.settled[-1], candidate))
    return own or _is_boxed(walk, candidate, sentence)


def is_of_others(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "A quarter more staff", "38% of teenagers said"; "31 of them did" where no forces were spoken of."""
    said = _THOSE_WHO.match(sentence.tags, candidate.k + 1) if candidate.role.unit == "percent" else None
    if said is not None and sentence.tokens[said.end() - 1].word in _SAID:
        return True
    after = sentence.tags[candidate.k + 1 : candidate.k + 3]
    if candidate.role.unit != "count" and after == "xΩ" and sentence.tokens[candidate.k + 1].word in _MORE:
        return True
    of_them = [token.word for token in sentence.tokens[candidate.k + 1 : candidate.k + 2]] == ["of"]
    headless = candidate.role.measure == "forces" and not candidate.role.head
    who = [token.word for token in sentence.tokens[candidate.k + 1 : candidate.k + 2]] in (["who"], ["that"], ["which"])
    if headless and who and not _speaks_of_police(walk, sentence):
        return True  # "the school asked its pupils. The 39 who did reply ..."
    return headless and of_them and not _is_of_forces(walk, candidate, sentence)


def _is_of_forces(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "Only seven forces could split it by age", "three of them did" after a sentence on forces."""
    tags, k = sentence.tags, candidate.k
    if so_many_answered(sentence.tokens, tags, k):
        return "F" in tags or "F" in walk.said_before(sentence) or _asked_each(walk, sentence)
    head = candidate.role.head_at
    if WHOLE.search(tags, 0, k) or sentence.tokens[k - 1].word in ("the", "these", "those", "our", "all"):
        return False
    after = " ".join([token.word for token in sentence.tokens[head + 1 : head + 1 + NEAR]]).split()
    if head < k or tags[head] != "F" or not REFUSING.isdisjoint(after):
        return False
    able = after[:3] == ["were", "able", "to"] and bool(TELLING.intersection(after[3:]))
    return able or (after[:1] == ["could"] and bool(TELLING.intersection(after[1:3])))


def _asked_each(walk: Walk, sentence: Sentence) -> bool:
    """ "It asked every force in the land. All but four replied": forces, told one by one in the line before it."""
    line = walk.reading.lines[sentence.line]
    return _EACH_FORCE.search(walk.reading.lowered, line.start, sentence.end) is not None


def _speaks_of_police(walk: Walk, sentence: Sentence) -> bool:
    """Whether a sentence, what stands before it in its line, or the line above speaks of police forces at all."""
    above = walk.reading.lines[max(0, sentence.line - 1)]
    said = walk.reading.lowered[above.start : sentence.end]
    return "force" in said or "constabular" in said or "police" in said


def _goes_on(before: Settled, candidate: Candidate) -> bool:
    """ "Three offences in 2021/22 and none at all in the year before": nothing, beside a count of its sentence."""
    return before.measure == "offences" and before.candidate.sentence == candidate.sentence


def _is_multiple_of_total(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "So two and a half times the volume" after counts of several times."""
    if _THE_TOTAL.match(sentence.tags, candidate.k + 1) is None or not walk.settled:
        return False
    last = walk.settled[-1]
    lines = sentence.line - walk.reading.sentences[last.candidate.sentence].line
    return last.measure == "offences" and lines <= 1


def _is_boxed(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "62", and below it "How many of Sussex's offences were recorded in Brighton": what a number alone counts."""
    text, token = walk.reading.clean.text, candidate.token
    line = walk.reading.lines[sentence.line]
    if text[line.start : token.start].strip(" *_#") or text[token.end : token.end + 3].lstrip(" *_.")[:1] != "\n":
        return False
    words = walk.reading.lowered[token.end : line.end].lstrip(" *_.")
    return _COUNT_ASKED.match(words) is not None and _OF_THE_SUBJECT.search(words) is not None


def _is_count_of_ages(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Female 12-15 67", "females of 12-15 103, males of 12-15 18", "12-15 = 64"."""
    tags, k = sentence.tags, candidate.k
    told = _COUNT_OF_AGES.search(tags, max(0, k - 8), k)
    if told is None or _CLOSES.match(tags, k + 1) is None:
        return False
    return not told["equals"] or sentence.tokens[told.start("equals")].word == "="


def _is_none_of_row(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "2020/21 – 0" under "2019/20 – 6": nothing, in a row that is built as one above it with a figure."""
    last = walk.settled[-1] if walk.settled else None
    if last is None or last.measure != "offences" or last.candidate.k != candidate.k:
        return False
    above = walk.reading.sentences[last.candidate.sentence]
    return 0 < sentence.line - above.line <= _ROWS_BACK and above.tags == sentence.tags


def _is_so_many_uses(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Snapchat had been used in 26, Instagram in 13 and TikTok in nine"."""
    tags, k = sentence.tags, candidate.k
    if not candidate.role.elliptical or _CLOSES.match(tags, k + 1) is None:
        return False
    used = any(token.word in _USES for token in sentence.tokens[:k])
    return used and _USED_IN.search(tags, max(0, k - 8), k) is not None


def _is_told(candidate: Candidate, sentence: Sentence) -> bool:
    """ "The figure for the preceding year, which it did publish, was two"."""
    tags, k = sentence.tags, candidate.k
    ends = _CLOSES.match(tags, k + 1) is not None
    if not ends or not candidate.role.elliptical:
        return False
    comes = _COMES_TO.search(tags, 0, k)
    if comes is not None and sentence.tokens[comes.start() + 1].word in ("comes", "come"):
        return True  # "the whole year comes to 5,441"
    told = _WAS_SO_MANY.search(tags, max(0, k - 18), k)
    return told is not None and bool({"T", "G", "P"}.intersection(tags[told.start() : k]))


def _is_base_of_change(candidate: Candidate, sentence: Sentence) -> bool:
    """ "254, 323% up on the 60 which they were told about": what a change in per cent is measured from."""
    tags, k = sentence.tags, candidate.k
    on_the = candidate.role.elliptical and _UP_ON_THE.search(tags, max(0, k - 6), k) is not None
    return on_the and _TOLD_OF.match(tags, k + 1) is not None


def _is_count_of(candidate: Candidate, sentence: Sentence) -> bool:
    """ "Thames Valley Police said that it had made a provisional count of 46"."""
    tags, k = sentence.tags, candidate.k
    ends = candidate.role.elliptical and _CLOSES.match(tags, k + 1) is not None
    named = not {"G", "L"}.isdisjoint(tags[:k]) and (_OTHER_THINGS - {"σ"}).isdisjoint(tags)  # "asked, the force said"
    return ends and named and _A_COUNT_OF.search(tags, max(0, k - 6), k) is not None


def _is_known_part(candidate: Candidate, sentence: Sentence) -> bool:
    """ "If you took only the 170-odd where the field is completed, you'd see Snapchat at about 43 per cent"."""
    of_shares = "P" in sentence.tags and "%" in sentence.tags[candidate.k :]
    return of_shares and _WHERE_KNOWN.match(sentence.tags, candidate.k + 1) is not None


def share_in_numbers(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "Twenty-two per cent of victims were boys. Put another way, that's 16 children": the share before, counted."""
    last = walk.settled[-1] if walk.settled else None
    if last is None or last.measure != "victim_share" or candidate.k + 2 < len(sentence.tags) - 1:
        return False
    near = walk.reading.sentences[last.candidate.sentence].line == sentence.line
    words = " ".join([token.word for token in sentence.tokens[: candidate.k] if token.tag not in "q,"])
    return near and _SAYING_AGAIN.search(words) is not None


def is_rest(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """ "The remaining 18%" after "82% were girls": what a share of victims leaves of the whole."""
    before = [token.word for token in sentence.tokens[max(0, candidate.k - 2) : candidate.k]]
    if not {"remaining", "other", "rest"}.intersection(before):
        return False
    value = candidate.role.value or 0.0
    near = itertools.islice(walk.recent(), 4)
    return any(one.measure == "victim_share" and one.sex and abs(one.value + value - 100) < _ROUNDED for one in near)


def counts_around(walk: Walk, candidate: Candidate) -> list[Settled]:
    """The two counts right before a number in its sentence; none where there are not two."""
    last = [one for one in walk.settled[-2:] if one.candidate.sentence == candidate.sentence]
    return last if len(last) > 1 and all(one.measure == "offences" for one in last) else []


def difference(walk: Walk, candidate: Candidate) -> float:
    """The sign of a difference of so many per cent: 1 where the first of the two counts before is the larger."""
    first, second = counts_around(walk, candidate)
    earlier_last = second.candidate.compared or not first.candidate.compared
    return 1.0 if (first.value >= second.value) == earlier_last else -1.0


def share_of_counts(walk: Walk, candidate: Candidate) -> bool:
    """Whether a percentage is what the last count is of the count before it: "of 4,390 it was known in 2,502: 57%"."""
    last = list(itertools.islice(walk.recent(), 2))
    if len(last) < 2 or any(one.measure not in ("offences", "victims") or not one.value for one in last):
        return False
    part, whole = last
    if {"R", "D"} & set(walk.reading.sentences[candidate.sentence].tags):
        return False
    near = candidate.sentence - whole.candidate.sentence <= 1 and part.value < whole.value
    return near and part.value >= _FEWEST_TOLD and _makes(100 * part.value / whole.value, candidate)


def change_of_counts(walk: Walk, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a percentage of nothing said is the change of the two counts before it: "86, from 70. 23% is a lot"."""
    last = list(itertools.islice(walk.recent(), 2))
    if len(last) < 2 or any(one.measure != "offences" or one.value < _FEWEST_TOLD for one in last):
        return False
    later, earlier = last
    if (later.platforms, later.place) != (earlier.platforms, earlier.place):
        return False
    near = candidate.sentence - earlier.candidate.sentence <= _SENTENCES_BACK
    plain = _OF_WHAT_SHARES_ARE.isdisjoint(sentence.tags[: candidate.k]) and "o" not in sentence.tags[candidate.k + 1 :]
    if later.candidate.compared or (later.period.start or _LONG_AGO) < (earlier.period.start or _LONG_AGO):
        later, earlier = earlier, later  # "86, from 70"
    return near and plain and _makes(100 * abs(later.value / earlier.value - 1), candidate)


def _makes(percent: float, candidate: Candidate) -> bool:
    """Whether a percentage is what two counts make, as far as it is rounded."""
    return abs(percent - (candidate.role.value or 0.0)) <= _ROUNDED
