"""The period of a figure, and for a change what it is compared with.

What belongs here: which words tell a figure's time, and which other figure it leans on. What does not: the dates that
words mean (`timeline`).
"""

import dataclasses
import datetime as dt
import re

from figuretrail import timespan
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.periods import Mention
from figuretrail.text.placing import Placing
from figuretrail.text.timeline import UNKNOWN
from figuretrail.text.walk import Settled
from figuretrail.timespan import Span


class Dating(Placing):
    """Settles when a figure was counted."""

    def _period(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        parent = self._parent(candidate)
        same = self._same_sentence(candidate)
        compared = self._compared(candidate, sentence) and made.measure != "offence_change"
        made.law = "l" in sentence.tags
        mention = (
            candidate.period
            or self._period_of_restatement(candidate, sentence)
            or self._period_of_clause(candidate, sentence)
        )
        anchor = same if same is not None and self._is_whole(candidate, sentence) else self._anchor(same)
        if mention is not None and mention.kind == "last" and mention.months == 12:
            mention = self._last_before(candidate, sentence) or mention
        pair = self._end_of_range(candidate, sentence, mention)
        if pair is not None:
            mention = pair
        share = self._respective(candidate, sentence, mention)
        if share is not None:
            made.mention, made.anchor, made.rules["period"] = share, None, "each its own, in order"
        elif (
            mention is not None and mention.kind == "same" and mention.year is None and self._is_to(candidate, sentence)
        ):
            mention = None  # "from 3,217 to 4,373 over the same period": the time of the figures before
            made.anchor = self.main
            made.rules["period"] = "the later of the times compared"
        elif mention is not None:
            if compared and mention.kind == "last":
                mention = dataclasses.replace(mention, kind="previous")
            made.mention, made.anchor = mention, anchor
            made.rules["period"] = candidate.rules.get("period", "")
        elif made.twin is not None:
            candidate.compared = made.twin.candidate.compared
            made.anchor = made.twin
            made.rules["period"] = "as the number that it says again"
        elif parent is not None and self._previous_in_brackets(candidate, sentence, parent) is not None:
            made.anchor = self._previous_in_brackets(candidate, sentence, parent)
            candidate.compared = True
        elif parent is not None:
            made.anchor = parent
            made.rules["period"] = "as the number that it explains"
        elif made.measure == "offence_change" and same is not None:
            made.anchor = self.main or same
            made.rules["period"] = "the later of the times compared"
        elif (
            self._is_to(candidate, sentence) and same is not None and same.candidate.compared and self.main is not None
        ):
            made.anchor = self.main
            made.rules["period"] = "the later of the times compared"
        elif self._is_from(candidate, sentence) and self.main is not None:
            earlier = next((s for s in self.recent() if s.candidate.compared and s.period != UNKNOWN), None)
            made.anchor = earlier or self.main
            made.mention = None if earlier is not None else Mention("previous")
        elif anchor is not None and anchor.candidate.sentence == candidate.sentence:
            made.anchor = anchor
            if compared:
                made.mention = Mention("previous")
                made.rules["period"] = "the like period before, as it is compared"
            else:
                made.rules["period"] = "as the number before it in the sentence"
                candidate.compared = anchor.candidate.compared
        else:
            made.mention = self._sentence_period(candidate, sentence) or self._intro_period(sentence)
            if made.mention is None and self.context_line == sentence.line:
                made.mention = self.context_period
            made.anchor = self.main if made.mention is None or self.main is not None else None
            if made.mention is None:
                made.inherited.add("period")
                made.rules["period"] = "as the figure before it"
        candidate.compared = (
            candidate.compared
            or compared
            or (made.mention is not None and made.mention.kind == "previous")
            or (made.mention is not None and made.mention.kind == "shift" and (made.mention.months or 0) < 0)
        )
        self._date(made)
        if parent is not None and parent.measure == "offence_change" and made.period == parent.comparison != UNKNOWN:
            candidate.compared = True  # "80% higher than in 2017/18 (378)"
        if made.measure == "offence_change":
            self._comparison(made, candidate, made.law)
        self.timeline.speak(made.period)

    def _period_of_restatement(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "89 cases, 4% of the total in 2017/18": the time stands after the number that says the count again."""
        if candidate.role.measure != "offences":
            return None
        after = re.compile(r"[OWSx]{0,3},x?%o[dw]?C[kx]?i?T").match(sentence.tags, candidate.k + 1)
        if after is None:
            return None
        mention: Mention = sentence.tokens[after.end() - 1].value
        return mention

    def _previous_in_brackets(self, candidate: Candidate, sentence: Sentence, parent: Settled) -> Settled | None:
        """ "Kent: 92 (44)" after "214 in 2022/23 (up from 158 in 2017/18)": the earlier year again in brackets."""
        if parent.measure != "offences" or candidate.role.measure != "offences":
            return None
        if sentence.tags[candidate.left : candidate.right + 1] != "⟨N⟩":
            return None
        return next(
            (
                s
                for s in reversed(self.settled[-8:])
                if s.candidate.compared and s.measure == "offences" and s.period != UNKNOWN
            ),
            None,
        )

    def _end_of_range(self, candidate: Candidate, sentence: Sentence, mention: Mention | None) -> Mention | None:
        """ "Between 2017/18 and 2020/21 the number rose from 66 to 118": the first year and the last."""
        first, last = self._is_from(candidate, sentence), self._is_to(candidate, sentence)
        if not first and not last:
            return None
        found = next((t.value for t in sentence.tokens if t.tag == "T" and t.value.kind == "range"), None)
        if found is None or found.start is None or found.end is None or (mention is not None and mention is not found):
            return None
        if found.start.month == 4:
            return Mention("span", *timespan.offence_year(found.start.year if first else found.end.year - 1))
        return Mention("span", *timespan.calendar_year(found.start.year if first else found.end.year))

    def _last_before(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "212 last year, up from 187 in 2021/22": the year after the one that it is compared with."""
        for j in range(candidate.right, len(sentence.tags)):
            if sentence.tags[j] == "T":
                if "c" not in sentence.tags[candidate.k : j]:
                    return None
                span = (
                    self.timeline.settle(sentence.tokens[j].value, UNKNOWN)
                    if sentence.tokens[j].value.kind == "span"
                    else UNKNOWN
                )
                if span.end is not None and timespan.is_offence_year(span):
                    start = span.end + dt.timedelta(days=1)
                    return Mention("span", *timespan.offence_year(start.year))
                return None
        return None

    def _respective(self, candidate: Candidate, sentence: Sentence, mention: Mention | None) -> Mention | None:
        """ "66, 71 and 77 in 2017/18, 2018/19 and 2019/20", "12 and 34 for the same years": one time for each."""
        tags, k = sentence.tags, candidate.k
        run = next((m for m in re.finditer(r"N(?:,N)*,?&N", tags) if m.start() <= k < m.end()), None)
        if run is None:
            return None
        numbers = [j for j in range(run.start(), run.end()) if tags[j] == "N"]
        for times in re.finditer(r"T(?:,i?T)*,?&i?T", tags):
            spots = [j for j in range(times.start(), times.end()) if tags[j] == "T"]
            if len(spots) == len(numbers):
                found: Mention = sentence.tokens[spots[numbers.index(k)]].value
                return found
        same = next((t.value for t in sentence.tokens[run.end() :] if t.tag == "T"), None)
        if same is not None and same.kind == "span" and same.months == 12 * len(numbers) and same.start is not None:
            start = timespan.add_months(same.start, 12 * numbers.index(k))  # "66, 71 and 77 in the three years to ..."
            return Mention("span", start, timespan.add_months(start, 12) - dt.timedelta(days=1))
        if same is not None and same.kind == "same" and "plural" in same.word and len(numbers) == 2:
            spoken = list(dict.fromkeys(s for s in self.timeline.spoken if s.start and s.end))[-2:]
            if len(spoken) == 2:
                return Mention("span", *spoken[numbers.index(k)])
        return None

    def _period_of_clause(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "on the year before, when there were 126": the clause is about the time before it."""
        left = candidate.left
        if sentence.tags[left] == "," and sentence.tags[left + 1 : left + 2] == "m":
            left += 1
        if sentence.tags[left] != "m" or sentence.tokens[left].word not in ("when", "in which"):
            return None
        for j in (left - 1, left - 2):
            if j >= 0 and sentence.tags[j] == "T":
                mention: Mention = sentence.tokens[j].value
                candidate.compared = mention.kind in ("since", "previous", "shift")
                if mention.kind == "since" and mention.word == "pair" and mention.start is not None:
                    return Mention("span", *timespan.offence_year(mention.start.year))
                return mention
        return None

    def _anchor(self, same: Settled | None) -> Settled | None:
        """The figure that a time is told by: one before it in the sentence that is not compared, else the latest."""
        if same is None:
            return self.main
        if self.main is not None and self.main.candidate.sentence == same.candidate.sentence:
            return self.main
        return same

    def _date(self, made: Settled) -> None:
        """Work out the dates from the mention and the figure that it leans on."""
        leaning = made.anchor.period if made.anchor is not None else UNKNOWN
        if made.mention is None:
            made.period = leaning
            return
        last = self.settled[-1] if self.settled else None
        vague = made.mention.kind == "same" and made.mention.months is None and made.mention.year is None
        if vague and last is not None and last.mention is not None and last.period == UNKNOWN and last is not made:
            made.period = UNKNOWN  # "in that time", after a time that could not be told
            return
        made.period = self.timeline.settle(made.mention, leaning, law=made.law)
        if made.mention.kind == "first" and not made.law and self._in_lockdown(made):
            start = dt.date(2020, 4, 1)
            made.period = Span(start, timespan.add_months(start, int(made.mention.months or 3)) - dt.timedelta(days=1))
        if made.mention.kind == "since" and made.period.end is None:
            made.period = self._since(made)

    def _in_lockdown(self, made: Settled) -> bool:
        """Whether "the first three months" are those of a lockdown that this sentence or the one before names."""
        if (made.mention.months if made.mention else None) not in (3.0, 2.0):
            return False
        here = made.candidate.sentence
        start = self.reading.sentences[max(0, here - 1)].start
        return "lockdown" in self.reading.lowered[start : self.reading.sentences[here].end]

    def _since(self, made: Settled) -> Span:
        """ "Since April 2017" is open, unless the text gave the same beginning an end, or only a year is named."""
        start = made.period.start
        spoken = [span for span in self.timeline.spoken if span.start and span.end]
        if start is None or not spoken:
            return made.period
        if made.measure == "offence_share":
            for span in reversed(spoken):
                if span.start is not None and abs((span.start - start).days) <= 7:
                    return span
        if made.mention is not None and made.mention.word == "year" and self.main is not None and self.main.period.end:
            return Span(start, max(span.end for span in spoken if span.end))
        return made.period

    def _sentence_period(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        found = self._period_elsewhere(candidate, sentence)
        if found is not None and candidate.role.measure == "offence_change" and attach.is_duration(found):
            return None
        return found

    def _period_elsewhere(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """A period named before the number's stretch, or after it with nothing compared or contrasted between."""
        tags = sentence.tags
        for j in range(candidate.k - 1, -1, -1):
            if tags[j] == "T" and sentence.tokens[j].value is not candidate.comparison:
                mention: Mention = sentence.tokens[j].value
                return mention
        changes = [c for c in self.reading.candidates_of(candidate.sentence) if c.role.measure == "offence_change"]
        for j in range(candidate.right, len(tags)):
            if (
                tags[j] == "T"
                and attach.is_duration(sentence.tokens[j].value)
                and any(c.left <= j <= c.right for c in changes)
            ):
                return None  # how long the change took
            if candidate.role.measure == "offence_change" and tags[j] in "N%":
                return None
            if tags[j] in "cφΦ;–Z":
                return None
            if tags[j] == "T" and any(
                c.comparison is sentence.tokens[j].value for c in self.reading.candidates_of(candidate.sentence)
            ):
                return None
            if tags[j] == "T" and sentence.tokens[j].value is not candidate.comparison:
                return sentence.tokens[j].value
        return None

    def _intro_period(self, sentence: Sentence) -> Mention | None:
        intro = self._intro(sentence)
        if intro is None:
            return None
        return next((token.value for token in intro.tokens if token.tag == "T"), None)

    def _comparison(self, made: Settled, candidate: Candidate, law: bool) -> None:
        mention = candidate.comparison
        if mention is None:
            return
        if mention.kind == "range" and mention.end is not None:
            span = self.timeline.settle(mention, UNKNOWN)
            if span.start and span.end:
                pair = span.start.month == 4
                made.comparison = (
                    timespan.offence_year(span.start.year) if pair else timespan.calendar_year(span.start.year)
                )
                made.period = (
                    timespan.offence_year(span.end.year - 1) if pair else timespan.calendar_year(span.end.year)
                )
            return
        if mention.kind == "since":
            made.comparison = Span(mention.start, None)
        else:
            made.comparison = self.timeline.settle(mention, made.period, law=law)
