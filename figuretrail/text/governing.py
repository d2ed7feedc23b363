"""Places that words around a number settle for certain: a name over a list, a part of a force, "these cover the UK".

What belongs here: those rules. What does not: places that are chosen by the weight of the evidence (`placing`).
"""

import bisect
import functools
import re

from figuretrail.text.attach import Candidate, Sentence, place_of
from figuretrail.text.groups import NOWHERE, Place, one_place
from figuretrail.text.lexicon import Phrase
from figuretrail.text.naming import Naming
from figuretrail.text.sentences import Line
from figuretrail.text.walk import PART_OF_COUNT, SAME_COUNT, WHOLE, Settled
from figuretrail.vocabulary import DISTRICT

UNDER_NAME = "under the name of a place that stands alone over its lines"
SAID_AFTER = "the place that the sentences after say the numbers cover"
SEVERAL_FORCES = "the forces that the text names, together"
WHOLE_AGAIN = "the place that the text is about, under a new heading after single places"
OF_THEY = "the figure before"
ALONE = "the place that it is said of alone"
ASKED_OVER = "the place that the question over it asks about"
THE_FORCE = "the one force of the text, spoken of as the force"
PART_OF_FORCE = "a part of the place whose count it is taken of"

_MARKS = 12  # characters of a line that may stand beside a name alone on it: "Kent Police:"
_LIST_MARKS = " *_#:.)(-–0123456789"  # "2. Norfolk"
_AFTER_NAME = re.compile(r"(?:'s)?(?: (?:police|constabulary|force))?[ *_:.–-]*")
_FEWEST_NAMES = 2  # alone on their lines, so that the lines under each are about it
_THE_FORCE = re.compile(
    r"\b(?:the|this) (?:police )?(?:force|constabulary)(?:['’]s)?\b"
    r"|\bour (?:own )?(?:officers|force|constabulary|detectives|investigators|cases|records|systems|teams?)\b"
)
_COVERED = re.compile(
    r"\b(?:these|those|the|its|their|both|all(?: the| of these| of those)?|such) "
    r"(?:\w+ )?(?:returns|figures|numbers|data|percentages|shares|answers|responses|results|statistics|counts|totals"
    r"|proportions|findings) (?:all |only |therefore |together )?"
    r"(?:(?:are|were) (?:for|of|those of|those for|from across|from all over|drawn from)|cover|covered|relate to"
    r"|related to|refer to|referred to|apply to|come from (?:across|all over)|take in|span)"
    r" (?:only |just |the whole of |all of |police in |(?:police )?forces (?:in|across) |both )?(?:the )?$"
)
_LONGEST_LEAD = 90  # characters of such words
# "371 crimes. That was the first year of the new law in the North East": the place of the first number of a text
_THAT_WAS_IN = re.compile(
    r"[.\s\"”]*(?:that|this|it|those|these|they) (?:was|were|is|are|has been|have been|makes|made)\b"
    r"(?! (?:what|why|how|because|said|told))(?:(?!\bthan\b|\bas\b|\bsaid\b|\bheard\b)[^.?!:;\d]){0,90}"
    r" (?:in|across|for|throughout) (?:the )?"
)
_SO_MANY = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SEVERAL_AREAS = re.compile(
    r"\b(both)(?: of)?(?: the| these| our)? (?:police )?(?:forces|force areas|counties|constabularies|areas)\b"
    r"(?! (?:recorded|saw|had|were|gave|said|did|rose|fell|went))"
    r"|\b(?:the|these|those|all|our) (two|three|four|five|six)(?: \w+)? "
    r"(?:forces|force areas|police areas|counties|constabularies|areas),? "
    r"(?:put together|taken together|added together|together|combined|between them|as a whole)\b"
    r"|\b(?:the|all) (two|three|four|five|six)(?: of them)? (?:put together|taken together|together|combined)\b"
)
_THEY = re.compile("Ix?r{1,2}[dxq]{0,2}$")  # "in 2017/18 they recorded 377"
_UNDER_QUESTION = 5  # lines that may answer it
_LONGEST_QUESTION = 80  # characters of one that stands alone on its line
_ALONE = {"alone", "itself"}
_HAD = re.compile("[rb]q?$")  # "we had 26 of the 1,220" is told of another place
_OF_ITS_COUNT = re.compile(r"o[dx]?G[dxqA]{0,2}[NO]")  # "34 of the Met's offences", "74 of Kent's 171"
_ITS_COUNT = re.compile(r"[N%]o[dx]?(G)$")
_WHERE_AFTER = re.compile(r"[^N%X;·,]{0,4}?[if][dw]?([Gx])x?")
_IN_DISTRICT = re.compile(r"[rbxk]{0,3}[if](G)")
_TOWNS = {"city", "town", "borough", "district", "ward", "division"}
_NO_NAMES = {
    "officers", "police", "they", "it", "we", "boys", "girls", "children", "victims", "campaigners", "charities",
    "parents", "women", "men", "some", "only", "just", "nearly", "almost", "about", "around", "over", "others",
}  # fmt: skip


class Governing(Naming):
    """Settles the places that words around a number leave no doubt about."""

    def _place_for_sure(self, made: Settled, sentence: Sentence) -> tuple[Place, str] | None:
        """The place of a figure, and what tells it, where its words or its lines leave no choice; else None."""
        candidate = made.candidate
        own = _ITS_COUNT.search(sentence.tags, 0, candidate.k)
        if own is not None:  # "74 of Kent's 171": the second is Kent's own
            return place_of(sentence.tokens[own.start(1)]), PART_OF_FORCE
        part = self._part_of_force(candidate, sentence)
        if part is not None:
            return part, PART_OF_FORCE
        together = self._several_forces(candidate, sentence)
        if together is not None:
            return together, SEVERAL_FORCES
        if "G" not in sentence.tags and made.unit in ("count", "percent"):
            told = self.told_before(made, sentence)
            if told is not None and told.place != NOWHERE and not _HAD.search(sentence.tags, 0, candidate.k):
                return told.place, SAME_COUNT if told.value == made.value else PART_OF_COUNT
            they = self._of_they(candidate, sentence)
            if they is not None:
                return they, OF_THEY
        alone = _of_place_alone(candidate, sentence)
        if alone is not None:
            return alone, ALONE
        if {"G", "U", "J"}.isdisjoint(sentence.tags) and not sentence.cell:
            asked = self._question_over(sentence)
            if asked is not None:
                return asked, ASKED_OVER
        if {"G", "U"}.isdisjoint(sentence.tags) and not sentence.cell:
            named = self._name_over(candidate, sentence)
            if named is not None:
                return named, UNDER_NAME
            covered = self._covered(sentence) or self._said_next(sentence)
            if covered is not None:
                return covered, SAID_AFTER
            only = self._only_force(candidate, sentence)
            if only is not None:
                return only, THE_FORCE
        return None

    def _only_force(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """ "The Constabulary has dealt with 742", "our officers noted it in 36 per cent": the one force of the text."""
        if self._one_force is None or candidate.role.measure == "forces":
            return None
        spoken = _THE_FORCE.search(self.reading.lowered, sentence.start, candidate.token.start)
        return self._one_force if spoken is not None else None

    @functools.cached_property
    def _one_force(self) -> Place | None:
        """The force that the text names, where it names but one."""
        forces = {phrase.value for _, phrase in self._forces_named}
        return one_place(tuple(forces)) if len(forces) == 1 else None

    def _of_they(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """ "Five forces in our region recorded 640. In 2017/18 they recorded 377": the place of the sentence before."""
        they = _THEY.search(sentence.tags, 0, candidate.k)
        last = next((one for one in self.recent() if one.candidate.sentence != candidate.sentence), None)
        if they is None or last is None or sentence.tokens[they.start()].word not in ("they", "it"):
            return None
        there = self.reading.sentences[last.candidate.sentence]
        far = there.line != sentence.line or candidate.sentence - last.candidate.sentence > 1
        if far or set("UJ") & set(sentence.tags) or self._has_place(there.end, sentence.start):
            return None  # "Only Hertfordshire bucks the trend" may stand between
        before = [one for one in self.recent() if one.candidate.sentence == last.candidate.sentence]
        alike = last.measure == "offences" and all(
            one.place == last.place for one in before if one.measure == last.measure
        )
        named = sum(tag in "GUJ" for tag in there.tags) == 1
        return last.place if alike and named and last.place != NOWHERE else None

    def _question_over(self, sentence: Sentence) -> Place | None:
        """ "What about the rest of the UK?" over paragraphs that name no place: they answer it."""
        lines, lowered = self.reading.lines, self.reading.lowered
        above = reversed(lines[max(0, sentence.line - _UNDER_QUESTION) : sentence.line])
        asked = (line for line in above if line.heading or lowered[line.start : line.end].rstrip(" *_#")[-1:] == "?")
        over = next(asked, None)
        if over is None or over.end - over.start > _LONGEST_QUESTION or "?" not in lowered[over.start : over.end]:
            return None
        if '"' in lowered[over.start : over.end]:
            return None
        at = bisect.bisect_left(self.starts["G"], over.start)
        upto = bisect.bisect_left(self.starts["G"], sentence.start)
        if upto - at != 1 or self.starts["G"][at] >= over.end or self.phrases["G"][at].value[1] == DISTRICT:
            return None
        name, kind = self.phrases["G"][at].value
        return name, kind

    def _part_of_force(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """ "Croydon had 34 of the Met's offences", "74 of Kent's 171 were in the city": neither is the force's own."""
        tags, tokens, k = sentence.tags, sentence.tokens, candidate.k
        inside = None if WHOLE.search(tags, 0, k) else _IN_DISTRICT.match(tags, k + 1)
        if inside is not None and all(kind == DISTRICT for _, kind in tokens[inside.start(1)].value):
            return NOWHERE  # "a further 31 were in Mansfield"
        whole = _OF_ITS_COUNT.match(tags, k + 1)
        if whole is None or any(tags[j] in "P" for j in range(candidate.left, k)):
            return None
        before = [j for j in range(candidate.left, k) if tags[j] == "G" or self._is_name(sentence, j)]
        if before and tags[before[-1] + 1 : before[-1] + 2] in ("r", "h"):
            there = before[-1]
            known = tags[there] == "G" and any(kind != DISTRICT for _, kind in tokens[there].value)
            return None if known else NOWHERE
        after = _WHERE_AFTER.match(tags, whole.end())
        if after is None:
            return None
        at = after.start(1)
        if tags[at] == "G":
            return NOWHERE if all(kind == DISTRICT for _, kind in tokens[at].value) else None
        words = {token.word for token in tokens[at : after.end()]}
        return NOWHERE if words & _TOWNS or self._is_name(sentence, at) else None

    def _is_name(self, sentence: Sentence, j: int) -> bool:
        """Whether a word that nobody knows is written as a name."""
        token, text = sentence.tokens[j], self.reading.clean.text
        written = text[token.start : token.end]
        return (
            sentence.tags[j] == "x" and written[0].isupper() and not written.isupper() and token.word not in _NO_NAMES
        )

    def _several_forces(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """ "Across both force areas", "in the two counties put together": all the forces that the text has named."""
        if "e" in sentence.tags[candidate.left : candidate.right + 1] or candidate.role.measure == "forces":
            return None
        own = sentence.tokens[candidate.left : candidate.right + 1]
        found = _SEVERAL_AREAS.search(self.reading.lowered, own[0].start, own[-1].end)
        if found is None or any(token.tag == "G" for token in own):
            return None
        so_many = _SO_MANY[next(word for word in found.groups() if word)]
        forces = {phrase.value for start, phrase in self._forces_named if start < sentence.start}
        return one_place(tuple(sorted(forces))) if len(forces) == so_many else None

    @functools.cached_property
    def _forces_named(self) -> list[tuple[int, Phrase]]:
        return [(start, phrase) for start, phrase in self.names if phrase.tag == "G" and phrase.value[1] == "force"]

    def _name_over(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """The name of a place alone on the line over the list, or the paragraph, that the sentence is in."""
        head = self._heads.get(sentence.line)
        if head is None:
            return None
        return None if self._has_place(self.reading.lines[sentence.line].start, sentence.start) else head

    @functools.cached_property
    def _heads(self) -> dict[int, Place]:
        """For the lines right under a name alone on its line, that place; only where several names stand so."""
        lines = self.reading.lines
        alone = {line.number: place for line in lines if (place := self._place_alone(line)) is not None}
        if len(set(alone.values())) < _FEWEST_NAMES:
            return {}
        found: dict[int, Place] = {}
        for number, place in alone.items():
            at, several = number + 1, False
            while at < len(lines) and at not in alone:
                line = lines[at]
                if (several and not line.item and line.gap) or (not line.item and lines[at - 1].item):
                    break
                found[at], at, several = place, at + 1, True
        return found

    def _whole_again(self, sentence: Sentence) -> Place | None:
        """The region or country that the text began with, where a new heading ends a part on several places in it."""
        first, last = (self.settled[0], self.settled[-1]) if self.settled else (None, None)
        if first is None or last is None or first.place[1] not in ("region", "country") or "J" in sentence.tags:
            return None
        if first.place == last.place or not self._heading_since(last, sentence):
            return None
        before = bisect.bisect_right(self._plain_headings, sentence.line) - 2
        begun = self._plain_headings[before] if before >= 0 else -1
        there = {
            one.place
            for one in self.recent()
            if begun < self.reading.sentences[one.candidate.sentence].line and one.place != first.place
        }
        return first.place if len(there) >= _FEWEST_NAMES else None

    def _heading_since(self, figure: Settled, sentence: Sentence) -> bool:
        """Whether a heading that names no place stands between a figure before and the sentence."""
        there = self.reading.sentences[figure.candidate.sentence].line
        at = bisect.bisect_right(self._plain_headings, there)
        return at < len(self._plain_headings) and self._plain_headings[at] < sentence.line

    @functools.cached_property
    def _plain_headings(self) -> list[int]:
        """The numbers of the lines that are headings and name no place and no number."""
        return [line.number for line in self.reading.lines if line.heading and not line.item and self._is_plain(line)]

    def _is_plain(self, line: Line) -> bool:
        """Whether a line names no place and has no digit."""
        digits = any(char.isdigit() for char in self.reading.lowered[line.start : line.end])
        return not digits and not self._has_place(line.start, line.end)

    def _has_place(self, start: int, end: int) -> bool:
        """Whether the text names a place from `start` on and before `end`."""
        starts = self.starts["G"]
        return bisect.bisect_left(starts, start) != bisect.bisect_left(starts, end)

    def _place_alone(self, line: Line) -> Place | None:
        """The place whose name is all that a line holds."""
        at = bisect.bisect_left(self.starts["G"], line.start)
        if at == len(self.starts["G"]) or self.starts["G"][at] >= line.end:
            return None
        start, phrase = self.starts["G"][at], self.phrases["G"][at]
        lowered = self.reading.lowered
        end = self.reading.found[start][0]
        before, after = lowered[line.start : start], lowered[end : line.end]
        if len(before) > _MARKS or before.strip(_LIST_MARKS) or _AFTER_NAME.fullmatch(after) is None:
            return None
        name, kind = phrase.value
        return name, kind

    def _covered(self, sentence: Sentence) -> Place | None:
        """ "Those returns cover the UK as a whole": what a later sentence of the paragraph says of the numbers."""
        end = self.reading.lines[sentence.line].end
        return next((place for start, place in self._covers if sentence.end <= start <= end), None)

    def _said_next(self, sentence: Sentence) -> Place | None:
        """Where the sentence after says that the first number of the text was counted."""
        if self.settled:
            return None
        start, end = sentence.end, self.reading.lines[sentence.line].end
        name, phrase = next(((at, one) for at, one in self.names if at >= start and one.tag == "G"), (end, None))
        if phrase is None or name >= end or phrase.value[1] == DISTRICT:
            return None
        place: Place = phrase.value
        return place if _THAT_WAS_IN.fullmatch(self.reading.lowered, start, name) else None

    @functools.cached_property
    def _covers(self) -> list[tuple[int, Place]]:
        """Where the text says which place its numbers cover, and the place."""
        found = []
        for start, phrase in self.names:
            if phrase.tag == "G" and phrase.value[1] != DISTRICT:
                lead = self.reading.lowered[max(0, start - _LONGEST_LEAD) : start]
                if _COVERED.search(lead) is not None:
                    name, kind = phrase.value
                    found.append((start, (name, kind)))
        return found


def _of_place_alone(candidate: Candidate, sentence: Sentence) -> Place | None:
    """ "Here in Wales alone we are talking about more than one a day": where but one place is named, and that alone."""
    if sentence.tags.count("G") != 1:
        return None
    at = sentence.tags.index("G")
    after = [token.word for token in sentence.tokens[at + 1 : at + 2]]
    one = place_of(sentence.tokens[at])
    return one if at < candidate.k and not _ALONE.isdisjoint(after) and one[1] not in (None, DISTRICT) else None
