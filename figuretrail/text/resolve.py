"""What a number's own words leave unsaid, settled from its sentence, its list, the text before it and after it.

What belongs here: which candidates are figures at all, and every column that another number, sentence or heading decides.
What does not: what a stretch of words says by itself (`attach`), or dates (`timeline`).
"""

import dataclasses
import re

from figuretrail.figure import SUBJECT
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.groups import Place
from figuretrail.text.periods import Mention
from figuretrail.text.reader import Reading
from figuretrail.text.timeline import UNKNOWN, Timeline
from figuretrail.text.victims import AGE
from figuretrail.timespan import Span

NATIONS = ("United Kingdom", "England and Wales")


@dataclasses.dataclass(slots=True)
class Settled:
    """A candidate that is a figure, with every column settled or left empty."""

    candidate: Candidate
    measure: str
    unit: str
    value: float
    bound: str
    offence: str = SUBJECT
    platforms: tuple[str, ...] = ()
    place: Place = (None, None)
    period: Span = UNKNOWN
    comparison: Span = UNKNOWN
    base: str = "all"
    band: tuple[int | None, int | None] | None = None
    sex: str | None = None
    inherited: set[str] = dataclasses.field(default_factory=set)
    doubts: list[str] = dataclasses.field(default_factory=list)
    rules: dict[str, str] = dataclasses.field(default_factory=dict)
    period_said: bool = False
    place_said: bool = False


class Resolver:
    """Goes through the candidates in the text's order and settles each with what has been said before it."""

    def __init__(self, reading: Reading, title: str | None) -> None:
        self.reading = reading
        self.title = title or ""
        self.settled: list[Settled] = []
        self.by_candidate: dict[int, Settled] = {}
        self.timeline = Timeline(_known_spans(reading))
        self.names = sorted(reading.found.items())
        self.platforms: tuple[str, ...] = ()
        self.offence = ""
        self.main: Settled | None = None  # the latest figure that is not the one compared with

    # the walk -------------------------------------------------------------------------------------------------

    def run(self) -> list[Settled]:
        for index, candidate in enumerate(self.reading.candidates):
            sentence = self.reading.sentences[candidate.sentence]
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

    def _before(self, candidate: Candidate) -> Settled | None:
        return self.settled[-1] if self.settled else None

    def _same_sentence(self, candidate: Candidate) -> Settled | None:
        last = self._before(candidate)
        return last if last is not None and last.candidate.sentence == candidate.sentence else None

    def _near(self, candidate: Candidate) -> Settled | None:
        """The figure before, where it is of the same line, the line before, or the same list."""
        last = self._before(candidate)
        if last is None:
            return None
        here = self.reading.sentences[candidate.sentence].line
        there = self.reading.sentences[last.candidate.sentence].line
        return last if here - there <= 2 else None

    # is it a figure -------------------------------------------------------------------------------------------

    def _rejects(self, index: int, candidate: Candidate, sentence: Sentence) -> str:
        role, tags, k = candidate.role, sentence.tags, candidate.k
        stretch = tags[candidate.left : candidate.right + 1]
        near = self._near(candidate)
        same = self._same_sentence(candidate)
        explicit = role.head == "O"
        if (
            sentence.quoted(k)
            and not (explicit and ("S" in stretch or "P" in stretch))
            and not (role.measure == "offence_share" and "P" in stretch)
        ):
            return "in a quotation"
        foreign = "Ω" in _close(tags, k, candidate.left, candidate.right)
        if (
            foreign
            and not (explicit and ("S" in stretch))
            and role.measure != "forces"
            and not ("P" in stretch and role.head in ("W", "O"))
        ):
            return "about something else"
        if (
            candidate.parent is not None
            and candidate.parent not in self.by_candidate
            and not (set(stretch) & set("PGT"))
        ):
            return "explains a number that is no figure"
        if role.measure == "victim_age":
            return "" if not role.needs_context or set(tags) & set("SOr") else "age in another connection"
        if role.measure == "forces":
            return "" if set(tags) & set("SOrkATZmf") or near else "about something else"
        if role.measure == "methods":
            return ""
        if role.measure == "offence_rate":
            return "" if not role.needs_context or set(tags) & set("OSA") or near else "about something else"
        if role.measure == "offence_change":
            return self._rejects_change(candidate, sentence, near)
        if role.measure == "offence_share":
            return self._rejects_share(candidate, sentence, near, same)
        if role.measure == "victims":
            return self._rejects_victims(candidate, sentence, near)
        return self._rejects_count(candidate, sentence, near, same)

    def _rejects_change(self, candidate: Candidate, sentence: Sentence, near: Settled | None) -> str:
        tags = sentence.tags
        if set(tags) & set("OSA"):
            return ""
        if near is not None and (
            set(tags) & set("CWPQGUTI") or sentence.line == self.reading.sentences[near.candidate.sentence].line
        ):
            return (
                ""
                if near.candidate.sentence == candidate.sentence or set(tags) & set("CWPGTU")
                else "about something else"
            )
        return "about something else"

    def _rejects_share(
        self, candidate: Candidate, sentence: Sentence, near: Settled | None, same: Settled | None
    ) -> str:
        tags, tokens = sentence.tags, sentence.tokens
        stretch = tags[candidate.left : candidate.right + 1]
        if candidate.parent is not None and candidate.parent in self.by_candidate:
            return ""
        after = tags[candidate.k + 1 : candidate.k + 2]
        if (
            after == "x"
            and candidate.role.why == "share"
            and tokens[candidate.k + 1].word not in _SHARE_VERBS
            and not (set(stretch) & set("PQV"))
        ):
            return "a share of something else"
        victims = attach.victims_in(dataclasses.replace(candidate), sentence)
        if victims and (near or set(tags) & set("SOAkr")):
            return ""
        if set(stretch) & set("PQ"):
            return "" if near or set(tags) & set("SOAWkrHi") or self.platforms else "a share of something else"
        of = re.match(r"o[dwx]?(?:[IN]|[xSAr~]{0,2}O)|o[dw]?[,·]", tags[candidate.k + 1 : candidate.k + 9])
        if of is not None and near is not None:
            return ""
        base = attach.base_of(tokens, tags, 0, len(tags) - 1)
        if base is not None and (near or set(tags) & set("OSA")):
            return ""
        if same is not None and same.measure in ("offence_share", "victim_share"):
            return ""
        if near is not None and near.measure == "offence_share" and (self._intro(sentence) or set(stretch) & set("Q")):
            return ""
        return "a share of something else"

    def _rejects_victims(self, candidate: Candidate, sentence: Sentence, near: Settled | None) -> str:
        tags = sentence.tags
        words = {t.word for t in sentence.tokens[candidate.left : candidate.right + 1]}
        if sentence.quoted(candidate.k):
            return "in a quotation"
        if words & {"victim", "victims"} or candidate.role.why.startswith("counts some"):
            return ""
        if set(tags) & set("SPQ") and words & {
            "contacted",
            "targeted",
            "groomed",
            "approached",
            "abused",
            "female",
            "male",
            "girls",
            "boys",
        }:
            return ""
        if (
            near is not None
            and near.measure == "victims"
            and words & {"girls", "boys", "female", "male", "females", "males"}
        ):
            return ""
        return "counts people in another connection"

    def _rejects_count(
        self, candidate: Candidate, sentence: Sentence, near: Settled | None, same: Settled | None
    ) -> str:
        role, tags, k = candidate.role, sentence.tags, candidate.k
        stretch = tags[candidate.left : candidate.right + 1]
        if role.head in ("O", "W"):
            if set(tags) & set("SAPQGULFHk") or near is not None or "r" in stretch:
                return ""
            return "about something else"
        if candidate.parent is not None:
            return ""
        if near is None and not set(tags) & set("OSAC"):
            return "about something else"
        if same is not None:
            return (
                ""
                if set(stretch) & set("TGPQUceb")
                or tags[k - 1 : k] in tuple("ct,&")
                or re.match(r"[,&eoc·vr⟨]", tags[k + 1 : k + 2] or "·")
                else "about something else"
            )
        if set(tags) & set("OSA") and set(stretch) & set("OSATGULPk"):
            return ""
        if near is not None and set(stretch) & set("TGCPQUZcwrk") and set(tags) & set("bCrTGUPQ:,"):
            return ""
        return "about something else"

    # columns --------------------------------------------------------------------------------------------------

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
        self.offence = made.offence
        if not candidate.compared:
            self.main = made
        if candidate.each and len(made.platforms) > 1:
            return [
                dataclasses.replace(made, platforms=(name,), rules={**made.rules, "platforms": "each of them"})
                for name in made.platforms
            ]
        return [made]

    def _victims(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        about = attach.victims_in(candidate, sentence)
        if made.measure == "offence_share":
            parent = self._parent(candidate)
            if parent is not None and parent.measure in ("victim_share", "victims"):
                made.measure, made.band, made.sex = "victim_share", parent.band, parent.sex
                return
            if about and candidate.platforms is None:
                made.measure = "victim_share"
                made.rules["measure"] = "a share of victims"
            elif candidate.platforms is None and not candidate.pronoun:
                before = self._same_sentence(candidate)
                if before is not None and before.measure == "victim_share":
                    made.measure = "victim_share"
        if made.measure in ("victims", "victim_share") or (made.measure == "offence_change" and candidate.sex):
            made.band, made.sex = candidate.band, candidate.sex
        if made.role_is_elliptic() and (candidate.band or candidate.sex) and candidate.platforms is None:
            made.measure, made.band, made.sex = "victims", candidate.band, candidate.sex

    def _parent(self, candidate: Candidate) -> Settled | None:
        return self.by_candidate.get(candidate.parent) if candidate.parent is not None else None

    def _offence(self, made: Settled, sentence: Sentence) -> None:
        candidate, tags = made.candidate, sentence.tags
        j = attach.nearest(tags, candidate.k, candidate.left, candidate.right, "SA")
        if j is None:
            j = attach.nearest(tags, candidate.k, 0, len(tags) - 1, "SA")
        if j is not None:
            token = sentence.tokens[j]
            made.offence = token.value if tags[j] == "A" else SUBJECT
            return
        if self.offence:
            made.offence = self.offence
            return
        for start, (end, phrase) in self.names:
            if phrase.tag in "SA" and start < sentence.start:
                made.offence = phrase.value if phrase.tag == "A" else SUBJECT

    def _platforms(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        if made.measure in ("forces", "methods", "victim_age", "victim_share"):
            return
        parent = self._parent(candidate)
        if candidate.platforms is not None and not self._is_whole(candidate, sentence):
            made.platforms = candidate.platforms
            return
        if parent is not None and candidate.platforms is None:
            made.platforms = parent.platforms
            return
        if candidate.pronoun:
            made.platforms = self._spoken_platforms(sentence, candidate.k)
            made.inherited.add("platforms")
            return
        if self._is_whole(candidate, sentence):
            return
        same = self._same_sentence(candidate)
        if (
            same is not None
            and same.platforms
            and candidate.role.head in ("", "W")
            and self._continues(made, same, sentence)
        ):
            made.platforms = same.platforms
            made.rules["platforms"] = "carried on in the sentence"
            return
        if same is None and candidate.role.head in ("", "W") and made.measure == "offences" and self.settled:
            last = self.settled[-1]
            if last.platforms and last.measure == "offences" and "O" not in sentence.tags and self._near(candidate):
                made.platforms = last.platforms
                made.inherited.add("platforms")
        if (
            same is None
            and made.measure == "offence_change"
            and self.settled
            and "O" not in sentence.tags
            and "P" not in sentence.tags
        ):
            last = self.settled[-1]
            if last.platforms and self._near(candidate):
                made.platforms = last.platforms
                made.inherited.add("platforms")

    def _is_whole(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether the number is what a share is taken of: "32% of the 1,317 cases", "23 of the 60"."""
        return (
            re.search(r"[N%]o[dw]?q?$", sentence.tags[: candidate.k]) is not None
            and candidate.role.measure == "offences"
        )

    def _continues(self, made: Settled, same: Settled, sentence: Sentence) -> bool:
        if made.measure != same.measure and made.measure != "offence_change":
            return False
        return "P" not in sentence.tags[made.candidate.left : made.candidate.right + 1]

    def _spoken_platforms(self, sentence: Sentence, k: int) -> tuple[str, ...]:
        for j in range(k - 1, -1, -1):
            if sentence.tags[j] == "P":
                return tuple(sentence.tokens[j].value)
        if self.platforms:
            return self.platforms
        for start, (_, phrase) in reversed(self.names):
            if start < sentence.start and phrase.tag == "P":
                return (phrase.value,)
        return ()

    # places ---------------------------------------------------------------------------------------------------

    def _place(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        parent = self._parent(candidate)
        if candidate.place is not None:
            made.place, made.place_said = candidate.place, True
            return
        if candidate.place_word == "U":
            made.place, made.place_said = self._national(sentence.start), True
            made.inherited.add("geography")
            return
        if parent is not None:
            made.place = parent.place
            return
        if candidate.place_word == "J":
            local = self._local(sentence.start)
            if local[0]:
                made.place, made.place_said = local, True
                made.inherited.add("geography")
                return
        same = self._same_sentence(candidate)
        if same is not None and same.place != (None, None):
            made.place = same.place
            made.rules["place"] = "as the number before it"
            return
        j = attach.nearest(sentence.tags, candidate.k, 0, len(sentence.tags) - 1, "GU")
        if j is not None:
            token = sentence.tokens[j]
            made.place = attach.place_of(token) if token.tag == "G" else self._national(sentence.start)
            made.rules["place"] = "named in the sentence"
            return
        made.inherited.add("geography")
        made.place = self._place_before(sentence)

    def _place_before(self, sentence: Sentence) -> Place:
        """The place last spoken of: a list's introduction or heading, the sentences before, the figure before."""
        for start, (_, phrase) in reversed(self.names):
            if phrase.tag == "G" and start < sentence.start:
                return phrase.value
        return (None, None)

    def _national(self, at: int) -> Place:
        before: Place = (None, None)
        for start, (_, phrase) in self.names:
            if phrase.tag == "G" and phrase.value[0] in NATIONS:
                if start < at:
                    before = phrase.value
                elif before[0] is None:
                    return phrase.value
                else:
                    break
        return before

    def _local(self, at: int) -> Place:
        local: Place = (None, None)
        for start, (_, phrase) in self.names:
            if phrase.tag == "G" and phrase.value[0] not in NATIONS:
                if start >= at and local[0]:
                    break
                local = phrase.value
        return local

    # periods --------------------------------------------------------------------------------------------------

    def _period(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        parent = self._parent(candidate)
        same = self._same_sentence(candidate)
        mention = candidate.period
        law = "l" in sentence.tags
        reference = same.period if same is not None else (self.main.period if self.main else UNKNOWN)
        if mention is not None:
            made.period = self._settle_mention(mention, reference, law)
            made.period_said = True
        elif parent is not None:
            made.period = parent.period
        elif same is not None and self._compared(candidate, sentence) and made.measure != "offence_change":
            made.period = self.timeline.settle(Mention("previous"), same.period)
            candidate.compared = True
        elif same is not None:
            made.period = same.period
        else:
            spot = self._sentence_period(candidate, sentence)
            if spot is not None:
                made.period = self._settle_mention(spot, reference, law)
                made.period_said = True
            elif self.main is not None:
                made.period = self.main.period
                made.inherited.add("period")
        if (mention is not None and mention.kind == "previous") or self._compared(candidate, sentence):
            candidate.compared = True
        if made.measure == "offence_change":
            self._comparison(made, candidate, law)
        self.timeline.speak(made.period)

    def _settle_mention(self, mention: Mention, reference: Span, law: bool) -> Span:
        return self.timeline.settle(mention, reference, law=law)

    def _compared(self, candidate: Candidate, sentence: Sentence) -> bool:
        return "c" in sentence.tags[candidate.left : candidate.k]

    def _sentence_period(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        spots = [j for j, tag in enumerate(sentence.tags) if tag == "T"]
        if not spots:
            return None
        best: Mention = sentence.tokens[min(spots, key=lambda j: abs(j - candidate.k))].value
        return best

    def _comparison(self, made: Settled, candidate: Candidate, law: bool) -> None:
        mention = candidate.comparison
        if mention is None:
            return
        if mention.kind == "range" and mention.end is not None:
            span = self.timeline.settle(mention, UNKNOWN)
            if span.start and span.end:
                from figuretrail import timespan

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

    # bases ----------------------------------------------------------------------------------------------------

    def _base(self, made: Settled, sentence: Sentence) -> None:
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        parent = self._parent(candidate)
        if made.measure not in ("offence_share", "victim_share", "offences", "victims"):
            return
        if made.measure == "offences" and not made.platforms and parent is None:
            base = attach.base_of(tokens, tags, candidate.left, candidate.right)
            made.base = base or "all"
            return
        if parent is not None:
            made.base = parent.base
            return
        base = attach.base_of(tokens, tags, 0, len(tags) - 1)
        victims = made.measure in ("victim_share", "victims")
        if base is not None and (base == "method_recorded") != victims:
            made.base = base
            return
        intro = self._intro(sentence)
        if intro is not None:
            base = attach.base_of(intro.tokens, intro.tags, 0, len(intro.tags) - 1)
            if base is not None and (base == "method_recorded") != victims:
                made.base = base
                made.inherited.add("base")
                return
        same = self._same_sentence(candidate)
        if same is not None and same.measure in (made.measure, "offences") and not victims:
            made.base = same.base
            return
        near = self._near(candidate)
        if (
            near is not None
            and near.base != "all"
            and (near.measure == made.measure or near.measure == "offences")
            and (near.base == "method_recorded") != victims
        ):
            made.base = near.base
            made.inherited.add("base")

    def _intro(self, sentence: Sentence) -> Sentence | None:
        """The sentence with a colon that introduces the list which this sentence is an item of."""
        number = sentence.line
        lines = self.reading.lines
        if not lines[number].item:
            return None
        while number >= 0 and lines[number].item:
            number -= 1
        if number < 0 or not lines[number].intro:
            return None
        return next((s for s in reversed(self.reading.sentences) if s.line == number), None)

    # what comes later -----------------------------------------------------------------------------------------

    def _settle_from_later(self) -> None:
        for which, made in enumerate(self.settled):
            later = self.settled[which + 1 :]
            if made.period == UNKNOWN and not made.period_said:
                twin = next(
                    (s for s in later if s.value == made.value and s.measure == made.measure and s.period != UNKNOWN),
                    None,
                )
                source = twin or next((s for s in later if s.period != UNKNOWN and not s.candidate.compared), None)
                if source is not None and not any(s.period != UNKNOWN for s in self.settled[:which]):
                    made.period = source.period
                    made.inherited.add("period")
            if made.place == (None, None) and not made.place_said and "geography" in made.inherited:
                source = next((s for s in later if s.place != (None, None)), None)
                if source is not None:
                    made.place = source.place


def _role_is_elliptic(self: Settled) -> bool:
    return self.candidate.role.elliptical and self.measure == "offences"


Settled.role_is_elliptic = _role_is_elliptic  # type: ignore[attr-defined]

_SHARE_VERBS = {
    "came",
    "were",
    "had",
    "fell",
    "also",
    "in",
    "lay",
    "concerned",
    "happened",
    "mentioned",
    "saw",
    "targeted",
    "against",
    "female",
    "girls",
    "thought",
    "known",
}


def _close(tags: str, k: int, left: int, right: int) -> str:
    """The classes near the number, within its stretch."""
    return tags[max(left, k - 5) : min(right, k + 5) + 1]


def _known_spans(reading: Reading) -> list[Span]:
    spans = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.tag == "T" and token.value.kind == "span":
                spans.append(token.value.span)
    return spans


__all__ = ["AGE", "Resolver", "Settled"]
