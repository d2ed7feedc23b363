"""What a number's own words leave unsaid, settled from its sentence, its list, the text before it and after it.

What belongs here: the walk through the candidates in the text's order, and what later text settles. What does not:
the single columns (`naming`, `placing`, `dating`, `basing`), what is a figure (`licence`), or dates (`timeline`).
"""

import dataclasses
import re

from figuretrail.figure import SUBJECT
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.licence import Licensing
from figuretrail.text.timeline import UNKNOWN
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span

_AHEAD = 80  # how many figures are looked ahead over for what a headline leaves open

__all__ = ["Resolver", "Settled"]


class Resolver(Licensing):
    """Goes through the candidates in the text's order and settles each with what has been said before it."""

    def run(self) -> list[Settled]:
        """Every figure of the reading, settled, in the order of the text."""
        for index, candidate in enumerate(self.reading.candidates):
            sentence = self.reading.sentences[candidate.sentence]
            self._hear(candidate.sentence)
            self._appose(index, candidate, sentence)
            reason = self._rejects(index, candidate, sentence)
            if reason:
                token = candidate.token
                self.reading.dismissed.append((token.start, token.end, reason))
                continue
            for made in self._settle(index, candidate, sentence):
                self.settled.append(made)
                self.by_candidate[index] = made
        self._settle_from_later()
        return self.settled

    def _hear(self, upto: int) -> None:
        """Take in the sentences before, that hold no figure, for what they say of the figures after them."""
        while self.next_context < upto:
            sentence = self.reading.sentences[self.next_context]
            self.next_context += 1
            if not (self.heard and self.heard[-1] == self.next_context - 1):
                self._hear_periods(sentence)
            if (self.heard and self.heard[-1] == self.next_context - 1) or not set(sentence.tags) & set("hC"):
                continue
            base = attach.base_of(sentence.tokens, sentence.tags, 0, len(sentence.tags) - 1)
            period = next((t.value for t in sentence.tokens if t.tag == "T"), None)
            if base is not None or period is not None:
                self.context_base, self.context_period, self.context_line = base, period, sentence.line
        self.heard.append(upto)

    def _hear_periods(self, sentence: Sentence) -> None:
        """A sentence without figures may name the time that the next speaks of as "that year"."""
        for token in sentence.tokens:
            if (
                token.tag == "T"
                and token.value.kind in ("span", "first", "until")
                and token.value.word not in ("month", "year")
            ):
                self.timeline.speak(self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags))

    def _settle(self, index: int, candidate: Candidate, sentence: Sentence) -> list[Settled]:
        role = candidate.role
        assert role.value is not None
        made = Settled(candidate, role.measure, role.unit, role.value, candidate.bound)
        made.rules["measure"] = role.why
        self._victims(made, sentence)
        self._offence(made, sentence)
        self._platforms(made, sentence)
        self._place(made, sentence)
        self._period(made, sentence)
        self._base(made, sentence)
        if made.measure == "offence_change":
            made.platforms = made.platforms
        if made.platforms:
            self.platforms = made.platforms
        if made.offence_said:
            self.offence, self.offence_line = made.offence, sentence.line
            self.subject_said = self.subject_said or made.offence == SUBJECT
        if (
            made.measure in ("forces", "methods")
            and made.mention is not None
            and made.mention.kind == "same"
            and self.main is not None
        ):
            made.period, made.mention, made.anchor = (
                self.main.period,
                None,
                self.main,
            )  # "the 42 forces that answered in both years"
        if self._looks_back(made):
            candidate.compared = True
        counted = made.measure not in ("forces", "methods", "victim_age") or self.main is None
        if made.period.end is None and self.main is not None and self.main.period.end is not None:
            counted = False
        if made.mention is not None and made.mention.kind == "month" and self.main is not None:
            counted = False  # a single month, named in passing
        if made.period.end is None and self.main is not None and self.main.period.end is not None:
            counted = False  # a running total since the law began is not what the next figures are about
        if not candidate.compared and counted and (made.period != UNKNOWN or self.main is None):
            self.main = made
        if candidate.each and len(made.platforms) > 1:
            return [
                dataclasses.replace(made, platforms=(name,), rules={**made.rules, "platforms": "each of them"})
                for name in made.platforms
            ]
        if candidate.each and candidate.places and made.place == (None, None):
            return [
                dataclasses.replace(made, place=place, rules={**made.rules, "place": "each of them"})
                for place in candidate.places
            ]
        return [made]

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

    def _later_count(self, made: Settled, later: list[Settled]) -> Span | None:
        """For a change before the counts that it compares, in one sentence: the time of the later count."""
        counts = [
            s
            for s in later
            if s.candidate.sentence == made.candidate.sentence
            and s.measure == "offences"
            and not s.candidate.compared
            and s.mention is not None
        ]
        near_to = [
            s
            for s in counts
            if re.search(r"t[dqx]?$", self.reading.sentences[s.candidate.sentence].tags[: s.candidate.k])
        ]
        if near_to:
            return near_to[0].period
        if len([s for s in later if s.candidate.sentence == made.candidate.sentence and s.measure == "offences"]) < 2:
            return None
        return counts[-1].period if counts else None

    @staticmethod
    def _twin_later(made: Settled, later: list[Settled]) -> list[Settled]:
        """The same count said again with its dates: "211 last year ... of the 211 recorded in 2021/22"."""
        return [
            s
            for s in later
            if s.value == made.value and s.measure == made.measure and s.place == made.place and s.period.end
        ]

    def _settle_from_later(self) -> None:
        said = next((s for s in self.settled if s.offence_said), None)
        for made in self.settled:
            if said is not None and made is said:
                break
            begins = self.reading.sentences[made.candidate.sentence].start
            named = any(phrase.value == SUBJECT for _, phrase in self.named_before("SA", begins))
            if said is not None and not named:
                made.offence = said.offence
        first = next(
            (n for n, s in enumerate(self.settled) if s.period.end is not None and not s.candidate.compared),
            next((n for n, s in enumerate(self.settled) if s.period != UNKNOWN), len(self.settled)),
        )
        for which, made in enumerate(self.settled):
            later = self.settled[which + 1 : which + 1 + _AHEAD]
            if made.period == UNKNOWN and which < first and made.mention is None and first < len(self.settled):
                twin = next(
                    (
                        s
                        for s in later
                        if s.value == made.value
                        and s.measure == made.measure
                        and s.period != UNKNOWN
                        and s.mention is not None
                    ),
                    None,
                )
                made.period = (twin or self.settled[first]).period
                made.inherited.add("period")
                made.rules["period"] = "settled by the text that follows"
            elif (
                made.measure == "offence_change"
                and made.candidate.period is None
                and self._later_count(made, later) is not None
            ):
                made.period = self._later_count(made, later)  # type: ignore[assignment]
                made.rules["period"] = "the later of the times compared"
            elif (
                made.period == UNKNOWN
                and made.mention is not None
                and made.mention.kind == "last"
                and self._twin_later(made, later)
            ):
                made.period = self._twin_later(made, later)[0].period
                made.rules["period"] = "settled by the text that follows"
            elif made.period == UNKNOWN and made.mention is not None:
                if made.mention.kind != "last" or (made.mention.months or 0) >= 24 or made.mention.word == "latest":
                    self._date(made)
            elif made.period == UNKNOWN and made.mention is None and made.anchor is not None:
                made.period = made.anchor.period
            line = self.reading.lines[self.reading.sentences[made.candidate.sentence].line]
            if (
                made.measure == "forces"
                and made.mention is None
                and line.intro
                and later
                and later[0].period != UNKNOWN
            ):
                made.period = later[0].period
            open_place = made.place == (None, None) and not made.place_said and not self.place_known
            parent = self._parent(made.candidate)
            if open_place and parent is not None:
                made.place = parent.place
            elif open_place and "geography" in made.inherited:
                source = next((s for s in later if s.place != (None, None)), None)
                if source is not None:
                    made.place = source.place
