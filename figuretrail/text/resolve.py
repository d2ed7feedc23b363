"""The walk through a text's candidates: each is settled, column by column, with what has been said before it.

What belongs here: the order of it, and what is remembered on the way. What does not: the single columns (`measuring`,
`naming`, `placing`, `dating`, `basing`), what is a figure at all (`licence`), or dates (`timeline`).
"""

import dataclasses

from figuretrail import timespan
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.compared import add_comparisons
from figuretrail.text.groups import Place, one_place
from figuretrail.text.licence import Licensing
from figuretrail.text.sharing import also_of, each_of, is_of_rest, rest_of
from figuretrail.text.timeline import UNKNOWN, is_part_of
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

__all__ = ["Resolver", "Settled"]

_IN_BOTH = ("in either year", "in either of", "in both years", "for either year", "at all in either")
_NEAR = 10  # figures before among which those of "the rest" are


class Resolver(Licensing):
    """Goes through the candidates in the text's order and settles each with what has been said before it."""

    def run(self) -> list[Settled]:
        """Every figure of the reading, settled, in the order of the text."""
        for index, candidate in enumerate(self.reading.candidates):
            sentence = self.reading.sentences[candidate.sentence]
            self._hear(candidate.sentence)
            try:
                self._take(index, candidate, sentence)
            except Exception as error:  # a fault of ours in one sentence must not keep the others from being read
                self.reading.note(sentence.start, sentence.end, error)
        add_comparisons(self.settled, self.reading.sentences)
        return self.settled

    def _take(self, index: int, candidate: Candidate, sentence: Sentence) -> None:
        """Settle a candidate and remember it, or tell why it is no figure."""
        self._appose(index, candidate, sentence)
        reason = self._refused(candidate, sentence)
        if reason:
            token = candidate.token
            self.turned_down = candidate
            self.reading.dismissed.append((token.start, token.end, reason))
            return
        for made in self._settle(candidate, sentence):
            self.remember(made, index)

    def _hear(self, upto: int) -> None:
        """Take in the sentences before, that hold no figure, for what they say of the figures after them."""
        while self.next_context < upto:
            sentence, which = self.reading.sentences[self.next_context], self.next_context
            self.next_context += 1
            if self.settled and self.settled[-1].candidate.sentence == which:
                continue
            try:
                self._hear_periods(sentence)
            except Exception as error:
                self.reading.note(sentence.start, sentence.end, error)
                continue
            base = attach.base_of(sentence.tokens, sentence.tags, 0, len(sentence.tags) - 1)
            period = next((t.value for t in sentence.tokens if t.tag == "T" and t.value.word != "pandemic"), None)
            if base is not None or period is not None:
                self.context_base, self.context_period, self.context_line = base, period, sentence.line

    def _hear_periods(self, sentence: Sentence) -> None:
        """A sentence without figures may name the time that the next speaks of as "that year"."""
        for token in sentence.tokens:
            if (
                token.tag == "T"
                and token.value.kind in ("span", "range", "first", "until")
                and token.value.word not in ("month", "year", "pandemic")
            ):
                span = self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags)
                if span.start is None and span.end is not None and span.end > timespan.LAW_IN_FORCE:
                    span = Span(timespan.LAW_IN_FORCE, span.end)  # "how often it was used by the end of September"
                self.timeline.speak(span)

    def _settle(self, candidate: Candidate, sentence: Sentence) -> list[Settled]:
        role = candidate.role
        assert role.value is not None
        made = Settled(candidate, role.measure, role.unit, role.value, candidate.bound)
        made.rules["measure"] = role.why
        made.twin = self._twin(candidate, sentence)
        self._measure(made, sentence)
        self._victims(made, sentence)
        self._offence(made, sentence)
        self._platforms(made, sentence)
        self._place(made, sentence)
        self._period(made, sentence)
        self._base(made, sentence)
        if made.platforms:
            self.platforms = made.platforms
        if self._looks_back(made):
            candidate.compared = True
        counted = made.measure not in ("forces", "methods", "victim_age") or self.main is None
        if made.mention is not None and made.mention.word == "month" and self.main is not None:
            counted = False  # a single month, named in passing
        if made.period.end is None and self.main is not None and self.main.period.end is not None:
            counted = False  # a running total since the law began is not what the next figures are about
        if not candidate.compared and counted and (made.period != UNKNOWN or self.main is None):
            if self.main is not None and self.main.period != made.period:
                self.longer = self.main if is_part_of(made.period, self.main.period) else None
            self.main = made
        return [*self._each(made, sentence), *self._also(made, sentence)]

    def _each(self, made: Settled, sentence: Sentence) -> list[Settled]:
        """A figure for each of the names that a number is each's, or the one figure that there is."""
        candidate = made.candidate
        groups = each_of(candidate, sentence, "P")
        if not groups and is_of_rest(candidate, sentence):
            groups = rest_of(sentence, self._platforms_before(sentence))
        if candidate.each and len(made.platforms) > 1:
            groups = groups or [(name,) for name in made.platforms]
        if groups:
            return [_of_platforms(made, group) for group in groups]
        places = [place for (place,) in each_of(candidate, sentence, "G")]
        if candidate.each and candidate.places and made.place == (None, None):
            places = list(candidate.places)
        return [_of_place(made, place) for place in places] or self._of_either(made, sentence) or [made]

    def _of_either(self, made: Settled, sentence: Sentence) -> list[Settled]:
        """ "The City of London had none in either year": nothing, for each of the two years spoken of last."""
        k = made.candidate.k
        words = " ".join([token.word for token in sentence.tokens[k + 1 : k + 4]])
        two = self._two_times() if made.value == 0 and words.startswith(_IN_BOTH) else []
        return [dataclasses.replace(made, period=span) for span in two]

    def _platforms_before(self, sentence: Sentence) -> list[tuple[str, ...]]:
        """The platforms of the figures before a sentence in its line, or in those right above, the latest first."""
        there = [(self.reading.sentences[one.candidate.sentence], one.platforms) for one in self.settled[-_NEAR:]]
        own = [platforms for other, platforms in there if other.line == sentence.line and other is not sentence]
        return (own or [platforms for other, platforms in there if other is not sentence])[::-1]

    @staticmethod
    def _also(made: Settled, sentence: Sentence) -> list[Settled]:
        """ "Nine per cent, as did Facebook": a figure for each of those that are said to have as many."""
        platforms = also_of(made.candidate, sentence, "P") if made.platforms else []
        places = also_of(made.candidate, sentence, "G") if not platforms and made.place != (None, None) else []
        return [
            *(_of_platforms(made, group) for group in platforms if not set(group) & set(made.platforms)),
            *(_of_place(made, one_place(group)) for group in places if made.place not in group),
        ]

    def _looks_back(self, made: Settled) -> bool:
        """Whether a count only tells what an earlier time was, beside the count before it."""
        main = next((s for s in self.recent() if s.measure == "offences" and not s.candidate.compared), None)
        if (
            main is None
            or made.measure != "offences"
            or not made.candidate.role.elliptical
            or main.measure != "offences"
        ):
            return False
        if (
            made.period.end is None
            or main.period.start is None
            or made.platforms != main.platforms
            or made.place != main.place
        ):
            return False
        return made.period.end < main.period.start

    def _appose(self, index: int, candidate: Candidate, sentence: Sentence) -> None:
        """A share that says a count again ("12 instances, 20% of the total") explains it, as if in brackets."""
        if (
            candidate.parent is None
            and index
            and "bracket" in "".join(t.word for t in sentence.tokens[candidate.left : candidate.k])
        ):
            candidate.parent = index - 1
        if candidate.parent is not None or not index or candidate.role.measure != "offence_share":
            return
        before = self.reading.candidates[index - 1]
        if (
            before.sentence != candidate.sentence
            or before.role.measure != "offences"
            or index - 1 not in self.by_candidate
        ):
            return
        between = sentence.tags[before.k + 1 : candidate.k]
        own = sentence.tags[candidate.left : candidate.right + 1]
        if "," in between and not set(between) & set("c&φΦ;PQGV:mo") and not set(own) & set("PQGV"):
            candidate.parent = index - 1
            if candidate.period is not None and before.period is None:
                before.period = candidate.period


def _of_platforms(made: Settled, platforms: tuple[str, ...]) -> Settled:
    return dataclasses.replace(made, platforms=platforms, rules={**made.rules, "platforms": "each of them"})


def _of_place(made: Settled, place: Place) -> Settled:
    return dataclasses.replace(made, place=place, rules={**made.rules, "place": "each of them"})
