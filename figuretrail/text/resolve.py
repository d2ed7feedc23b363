"""What a number's own words leave unsaid, settled from its sentence, its list, the text before it and after it.

What belongs here: which candidates are figures at all, and every column that another number, sentence or heading decides.
What does not: what a stretch of words says by itself (`attach`), or dates (`timeline`).
"""

import dataclasses
import datetime as dt
import re
from typing import Any

from figuretrail import timespan
from figuretrail.figure import SUBJECT
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.groups import Place
from figuretrail.text.periods import Mention
from figuretrail.text.reader import Reading, compose
from figuretrail.text.sentences import split
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
    mention: Mention | None = None
    anchor: "Settled | None" = None  # the figure that its period leans on
    law: bool = False
    offence_said: bool = False
    twin: "Settled | None" = None  # the figure that this one says again
    place_said: bool = False


class Resolver:
    """Goes through the candidates in the text's order and settles each with what has been said before it."""

    def __init__(self, reading: Reading, title: str | None, *, place_known: bool = False) -> None:
        self.reading = reading
        self.place_known = place_known  # the catalogue knows the place of what the text leaves open
        self.title = title or ""
        self.settled: list[Settled] = []
        self.by_candidate: dict[int, Settled] = {}
        self.timeline = Timeline(_known_spans(reading))
        self.names = sorted(reading.found.items())
        self.platforms: tuple[str, ...] = ()
        self.offence = ""
        self.context_base: str | None = None  # what a sentence without figures says of those after it in its paragraph
        self.context_period: Mention | None = None
        self.context_line = -1
        self.next_context = 0
        self.heard: list[int] = []
        self.main: Settled | None = None  # the latest figure that is not the one compared with

    # the walk -------------------------------------------------------------------------------------------------

    def run(self) -> list[Settled]:
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
            if self.heard and self.heard[-1] == self.next_context - 1 or not set(sentence.tags) & set("hC"):
                continue
            base = attach.base_of(sentence.tokens, sentence.tags, 0, len(sentence.tags) - 1)
            period = next((t.value for t in sentence.tokens if t.tag == "T"), None)
            if base is not None or period is not None:
                self.context_base, self.context_period, self.context_line = base, period, sentence.line
        self.heard.append(upto)

    def _hear_periods(self, sentence: Sentence) -> None:
        """A sentence without figures may name the time that the next speaks of as "that year"."""
        for token in sentence.tokens:
            if token.tag == "T" and token.value.kind in ("span", "first") and token.value.word not in ("month", "year"):
                self.timeline.speak(self.timeline.settle(token.value, UNKNOWN, law="l" in sentence.tags))

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
        if sentence.cell:
            return self._rejects_cell(sentence, near)
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
        if role.measure == "forces" and re.search(r"No[dw]?$", tags[:k]):
            return "all the forces that were asked"
        if role.measure == "forces":
            return "" if set(tags) & set("SOrkATZmf") or near or (role.value or 0) >= 8 else "about something else"
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

    @staticmethod
    def _rejects_cell(sentence: Sentence, near: Settled | None) -> str:
        tags = sentence.tags
        if set(tags) & set("Ωσερ£"):
            return "a table of something else"
        return "" if set(tags) & set("OSAPW") or (near is not None and set(tags) & set("GTVα")) else "a table of something else"

    def _rejects_change(self, candidate: Candidate, sentence: Sentence, near: Settled | None) -> str:
        tags = sentence.tags
        if set(tags) & set("OSAW"):
            return ""
        if near is None or "ε" in tags:
            return "about something else"
        told = set(tags) & set("CWPQGTU") or sentence.tokens[0].word in ("change", "rise", "increase", "fall")
        here = sentence.line == self.reading.sentences[near.candidate.sentence].line
        return "" if told or near.candidate.sentence == candidate.sentence or (here and "R" in tags) else "about something else"

    def _rejects_share(
        self, candidate: Candidate, sentence: Sentence, near: Settled | None, same: Settled | None
    ) -> str:
        tags, tokens = sentence.tags, sentence.tokens
        stretch = tags[candidate.left : candidate.right + 1]
        if "σ" in tags or "ε" in tags:
            return "a share of those asked"
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
        if self._of_other_things(candidate, sentence):
            return "a share of something else"
        victims = attach.victims_in(dataclasses.replace(candidate), sentence)
        spoken = {t.word for t in tokens} & {"victim", "victims"} and self.settled
        if "ψ" in stretch and not set(tags) & set("SOAk") and not spoken:
            return "about somebody"
        if "Ω" in tags and not set(stretch) & set("Pk") and not {t.word for t in tokens} & {"victim", "victims"}:
            return "about something else"
        if victims and (near or spoken or set(tags) & set("SOAkr")):
            return ""
        if set(stretch) & set("PQ"):
            return "" if near or set(tags) & set("SOAWkrHi") or self.platforms else "a share of something else"
        if same is not None and same.measure in ("offence_share", "victim_share") and "Ω" not in stretch:
            return ""
        if near is not None and near.measure == "offence_share" and re.search(r"I[xrbd]{0,3}q?$", tags[: candidate.k]):
            return ""
        if near is not None and self._is_restatement(candidate, sentence):
            return ""  # "the title makes this four in five"
        after_of = tokens[candidate.k + 2].word if tags[candidate.k + 1 : candidate.k + 2] == "o" and candidate.k + 2 < len(tokens) else ""
        if near is not None and after_of in ("these", "those", "them", "it", "which", "whom"):
            return ""
        of = re.match(r"o[dwI]?(?:[INC]|[xSAr~]{0,2}O)|o[dw]?[,·]", tags[candidate.k + 1 : candidate.k + 9])
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

    @staticmethod
    def _is_restatement(candidate: Candidate, sentence: Sentence) -> bool:
        """ "The title makes this four in five": the number before, said another way."""
        return sentence.tokens[candidate.k - 1].word in ("this", "it", "that") and candidate.k > 1

    @staticmethod
    def _of_other_things(candidate: Candidate, sentence: Sentence) -> bool:
        """ "25% of Year 6 pupils", "90 per cent of parents": a share of neither offences nor victims."""
        tags, tokens = sentence.tags, sentence.tokens
        if tags[candidate.k + 1 : candidate.k + 2] != "o":
            return False
        stop = next((j for j in range(candidate.k + 2, len(tags)) if tags[j] in "brh,·;⟨⟩PT–:"), len(tags))
        inside = tags[candidate.k + 2 : stop]
        words = {t.word for t in tokens[candidate.k + 2 : stop]}
        if set(inside) & set("OSAICNGkW") or words & {"victims", "victim", "these", "those", "them", "children", "girls", "abuse", "contact", "time"}:
            return False
        return "x" in inside or bool(words & {"pupils", "teenagers", "teens", "kids"})

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
        if near is not None and self._twin(candidate, sentence) is not None:
            return ""
        if "ε" in tags or "σ" in tags:
            return "about another land, or a survey"
        if role.head == "O" and sentence.tokens[role.head_at].word in ("offences", "crimes", "offence", "crime"):
            return ""
        if role.head in ("O", "W"):
            if set(tags) & set("SAPQGULFHk") or near is not None or "r" in stretch:
                return ""
            return "about something else"
        if candidate.parent is not None:
            return ""
        if re.search(r":[q]?$", tags[:k]) and k >= len(tags) - 2 and near is not None and set(tags) & set("VαsgPGTOkC"):
            return ""
        if near is not None and re.match(r"⟩?o?d?V", tags[k + 1 : k + 5]) and set(stretch) & set("α"):
            return ""
        if near is not None and re.match(r"od?V,", tags[max(0, k - 4) : k]) and set(stretch) & set("α"):
            return ""
        if same is not None and same.measure == "victims" and "α" in stretch:
            return ""
        if "Ω" in tags and not set(stretch) & set("PGTS"):
            return "about something else"
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
        if made.offence_said:
            self.offence = made.offence
        if made.measure in ("forces", "methods") and made.mention is not None and made.mention.kind == "same" and self.main is not None:
            made.period, made.mention, made.anchor = self.main.period, None, self.main  # "the 42 forces that answered in both years"
        if self._looks_back(made):
            candidate.compared = True
        counted = made.measure not in ("forces", "methods", "victim_age") or self.main is None
        if made.period.end is None and self.main is not None and self.main.period.end is not None:
            counted = False  # a running total since the law began is not what the next figures are about
        if not candidate.compared and counted and (made.period != UNKNOWN or self.main is None):
            self.main = made
        if candidate.each and len(made.platforms) > 1:
            return [
                dataclasses.replace(made, platforms=(name,), rules={**made.rules, "platforms": "each of them"})
                for name in made.platforms
            ]
        return [made]

    def _looks_back(self, made: Settled) -> bool:
        """Whether a count only tells what an earlier time was, beside the count before it."""
        main = next((s for s in reversed(self.settled) if s.measure == "offences" and not s.candidate.compared), None)
        if main is None or made.measure != "offences" or not made.candidate.role.elliptical or main.measure != "offences":
            return False
        if made.period.end is None or main.period.start is None or made.platforms != main.platforms or made.place != main.place:
            return False
        return made.period.end < main.period.start

    def _victims(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        about = attach.victims_in(candidate, sentence)
        if made.measure == "offence_share":
            parent = self._parent(candidate)
            if parent is not None and parent.measure in ("victim_share", "victims"):
                made.measure, made.band, made.sex = "victim_share", parent.band, parent.sex
                return
            restated = next((s for s in reversed(self.settled) if s.measure in ("offence_share", "victim_share")), None)
            if restated is not None and restated.measure == "victim_share" and self._is_restatement(candidate, sentence):
                made.measure, made.band, made.sex = "victim_share", restated.band, restated.sex
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
        if candidate.sex is None and made.measure in ("victims", "victim_share", "offences") and candidate.band is not None:
            first = next((j for j, tag in enumerate(sentence.tags) if tag in "N%X"), 0)
            whole = "o" in sentence.tags[:3] or any(t.word in ("among", "amongst") for t in sentence.tokens[:2])
            topic = {attach.sex_of(t.word) for t in sentence.tokens[:first] if t.tag == "V"} - {None}
            if whole and len(topic) == 1 and "V" not in sentence.tags[candidate.left : candidate.right + 1]:
                candidate.sex = made.sex = topic.pop()
        same = self._same_sentence(candidate)
        if self._is_to(candidate, sentence) and same is not None and same.measure == "victims" and made.measure == "offences":
            made.measure, made.band, made.sex = "victims", same.band, same.sex
            return
        split = sentence.tokens[candidate.k + 1].word if candidate.k + 1 < len(sentence.tokens) else ""
        if made.role_is_elliptic() and split in ("involved", "were", "featured", "concerned", "related") and ("V" not in sentence.tags[: candidate.k] or (same is not None and same.measure == "offences")):
            if split != "were":
                made.band, made.sex = candidate.band, candidate.sex
                return
        if made.role_is_elliptic() and (candidate.band or candidate.sex) and candidate.platforms is None:
            made.measure, made.band, made.sex = "victims", candidate.band, candidate.sex

    def _parent(self, candidate: Candidate) -> Settled | None:
        return self.by_candidate.get(candidate.parent) if candidate.parent is not None else None

    def _appose(self, index: int, candidate: Candidate, sentence: Sentence) -> None:
        """A share that says a count again ("418 instances, 20% of the total") explains it, as if it stood in brackets."""
        if candidate.parent is None and index and "bracket" in "".join(t.word for t in sentence.tokens[candidate.left : candidate.k]):
            candidate.parent = index - 1
        if candidate.parent is not None or not index or candidate.role.measure != "offence_share":
            return
        before = self.reading.candidates[index - 1]
        if before.sentence != candidate.sentence or before.role.measure != "offences" or index - 1 not in self.by_candidate:
            return
        between = sentence.tags[before.k + 1 : candidate.k]
        own = sentence.tags[candidate.left : candidate.right + 1]
        if "," in between and not set(between) & set("c&φΦ;PQGV:mo") and not set(own) & set("PQGV"):
            candidate.parent = index - 1
            if candidate.period is not None and before.period is None:
                before.period = candidate.period

    def _offence(self, made: Settled, sentence: Sentence) -> None:
        """The offence that its stretch, its sentence, or the text before it names; "groomed online" alone is weaker than a name."""
        candidate, tags = made.candidate, sentence.tags
        named = attach.nearest(tags, candidate.k, candidate.left, candidate.right, "SA")
        if named is None:
            named = attach.nearest(tags, candidate.k, 0, len(tags) - 1, "SA")
        if named is not None:
            made.offence = sentence.tokens[named].value if tags[named] == "A" else SUBJECT
            made.offence_said = tags[named] == "A" or sentence.tokens[named].value == SUBJECT or tags[named + 1 : named + 2] in ("O", "o")
            if made.offence_said or self.offence in ("", SUBJECT):
                return
        if self.offence:
            made.offence = self.offence
        elif named is None:
            for start, (_, phrase) in self.names:
                if phrase.tag in "SA" and start < sentence.start:
                    made.offence = phrase.value if phrase.tag == "A" else SUBJECT

    def _platforms(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        if made.measure in ("forces", "methods", "victim_age", "victim_share"):
            return
        parent = self._parent(candidate)
        group = self._one_of_group(candidate, sentence, "P")
        if group is not None:
            made.platforms = (group,)
            made.rules["platforms"] = "each its own, in order"
            return
        if candidate.platforms is not None and not self._is_whole(candidate, sentence):
            made.platforms = candidate.platforms
            return
        if parent is not None and candidate.platforms is None:
            made.platforms = parent.platforms
            return
        if candidate.pronoun:
            j = attach.nearest(sentence.tags, candidate.k, candidate.left, candidate.right, "Q")
            made.platforms = self._spoken_platforms(sentence, candidate.k if j is None else j)
            made.inherited.add("platforms")
            return
        if self._is_whole(candidate, sentence):
            return
        if self._restates(made, sentence):
            return
        if made.measure == "offence_share" and re.search(r"I[xrbd]{0,3}q?$", sentence.tags[: candidate.k]) and not self._same_sentence(candidate):
            earlier = next((s for s in reversed(self.settled) if s.measure == "offence_share" and len(s.platforms) > 1), None)
            if earlier is not None:
                made.platforms = earlier.platforms
                made.inherited.add("platforms")
                return
        same = self._same_sentence(candidate)
        last = self.settled[-1] if self.settled else None
        if same is None and last is not None and last.platforms and self._says_such(candidate, sentence) and self._near(candidate):
            if candidate.place is None or last.place in (candidate.place, (None, None)):
                made.platforms = last.platforms
                made.inherited.add("platforms")
                return
        if made.measure in ("offences", "offence_share") and self._it_was_used(candidate, sentence):
            made.platforms = self._one_platform_before(sentence, candidate.k)
            made.inherited.add("platforms")
            return
        if same is not None and self._carries(candidate, sentence):
            named = self._platforms_of_sentence(made, sentence)
            if named is not None:
                made.platforms = named
                made.rules["platforms"] = "carried on in the sentence"
                return
        if same is None and candidate.role.head in ("", "W") and made.measure == "offences" and self.settled:
            last = self.settled[-1]
            new_place = candidate.place is not None and candidate.place != last.place
            if last.platforms and last.measure == "offences" and "O" not in sentence.tags and self._near(candidate) and not new_place:
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

    @staticmethod
    def _says_such(candidate: Candidate, sentence: Sentence) -> bool:
        return any(t.word == "such" for t in sentence.tokens[candidate.k + 1 : candidate.k + 3])

    @staticmethod
    def _it_was_used(candidate: Candidate, sentence: Sentence) -> bool:
        """ "it was used in 37 per cent": "it" is the platform spoken of."""
        before = sentence.tokens[candidate.left : candidate.k]
        words = [t.word for t in before]
        return any(w in ("it", "they") and set(words[n + 1 : n + 4]) & {"used", "involved", "featured", "named"} for n, w in enumerate(words))

    def _one_platform_before(self, sentence: Sentence, k: int) -> tuple[str, ...]:
        for j in range(k - 1, -1, -1):
            if sentence.tags[j] == "P":
                return tuple(sentence.tokens[j].value)
        groups = self._groups_before(sentence)
        return groups[0] if groups else self.platforms

    def _restates(self, made: Settled, sentence: Sentence) -> bool:
        """ "the same 70 per cent", "says more than 270": a number given before, given again."""
        twin = self._twin(made.candidate, sentence)
        if twin is None:
            return False
        made.platforms = twin.platforms
        made.inherited.add("platforms")
        made.twin = twin
        return True

    def _twin(self, candidate: Candidate, sentence: Sentence) -> Settled | None:
        value = candidate.role.value or 0.0
        same = self._same_sentence(candidate)
        if same is not None and same.twin is not None and sentence.tags[candidate.k - 1 : candidate.k] in ("&", ","):
            return next((s for s in reversed(self.settled) if s.value == value and s.measure == same.measure), None)
        if candidate.k and sentence.tokens[candidate.k - 1].word in ("same", "that", "those", "these", "again"):
            return next((s for s in reversed(self.settled) if s.value == value), None)
        if candidate.role.elliptical and candidate.bound in (">", "~", ">="):
            for other in reversed(self.settled[-6:]):
                if other.measure != "offences" or other.value == value:
                    continue
                low, high = (value, value * 1.1) if candidate.bound != "~" else (value * 0.9, value * 1.1)
                if low <= other.value <= high:
                    return other
        return None

    def _carries(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether a number goes on with what the numbers before it spoke of, rather than begin anew."""
        if candidate.role.head in ("", "W"):
            return True
        before = self.settled[-1].candidate
        own = sentence.tags[candidate.left : candidate.right + 1]
        if candidate.role.head != "O" or before.role.head not in ("O", "W", "") or set(own) & set("SGUJ"):
            return False
        return "T" in own or own[:1] == "m"

    def _platforms_of_sentence(self, made: Settled, sentence: Sentence) -> tuple[str, ...] | None:
        """The platforms of the numbers before it in the sentence, unless a count of all offences came after them."""
        for other in reversed(self.settled):
            if other.candidate.sentence != made.candidate.sentence:
                return None
            if other.platforms:
                return other.platforms
            if other.measure == "offences" and not self._is_whole(other.candidate, sentence):
                return None
        return None

    def _spoken_platforms(self, sentence: Sentence, k: int) -> tuple[str, ...]:
        """The platforms that "the app" or "those apps" stands for: the last one, or the last several, named before."""
        word = sentence.tokens[k].word
        several = word.endswith("s") or "three" in word or "four" in word
        for j in range(k - 1, -1, -1):
            if sentence.tags[j] == "P" and (len(sentence.tokens[j].value) > 1) == several:
                return tuple(sentence.tokens[j].value)
        for group in self._groups_before(sentence):
            if (len(group) > 1 or group[0] == "Meta") == several:
                return group
        for other in reversed(self.settled):
            if other.platforms and (len(other.platforms) > 1) == several:
                return other.platforms
        return self.platforms

    def _groups_before(self, sentence: Sentence) -> list[tuple[str, ...]]:
        """The groups of platforms named in the text before, the latest first; sentences without numbers are read for it."""
        reading = self.reading
        text = reading.clean.text
        groups: list[tuple[str, ...]] = []
        here = reading.lines[sentence.line]
        for line in reversed(reading.lines[max(0, sentence.line - 8) : sentence.line + 1]):
            stop = sentence.start if line is here else line.end
            if not any(line.start <= start < stop and phrase.tag == "P" for start, (_, phrase) in self.names):
                continue
            for start, end in reversed(split(text, line.start, stop)):
                made = compose(text, reading.lowered, reading.found, start, end, None)
                groups.extend(tuple(t.value) for t in reversed(made) if t.tag == "P")
        return groups

    # places ---------------------------------------------------------------------------------------------------

    def _place(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        parent = self._parent(candidate)
        group = self._one_of_group(candidate, sentence, "G")
        if group is not None:
            made.place, made.place_said = group, True
            made.rules["place"] = "each its own, in order"
            return
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
            j = attach.nearest(sentence.tags, candidate.k, candidate.left, candidate.right, "J")
            word = sentence.tokens[j].word if j is not None else ""
            local = self._local(sentence.start, "region" if "region" in word else "force" if "force" in word or "county" in word else None)
            if local[0]:
                made.place, made.place_said = local, True
                made.inherited.add("geography")
                return
        same = self._same_sentence(candidate)
        if same is not None and same.place == (None, None) and same.place_said:
            made.place_said = True
            return
        if same is not None and same.place != (None, None):
            made.place = same.place
            made.rules["place"] = "as the number before it"
            return
        if self._some_forces(candidate, sentence):
            made.place_said = True
            made.rules["place"] = "several forces, not named"
            return
        j = attach.nearest(sentence.tags, candidate.k, 0, candidate.k, "GU")
        if j is None and not (re.match(r"od?N", sentence.tags) and self.main is not None and self.main.place != (None, None)):
            j = attach.nearest(sentence.tags, candidate.k, candidate.k, len(sentence.tags) - 1, "GU")
        if j is not None:
            token = sentence.tokens[j]
            made.place = attach.place_of(token) if token.tag == "G" else self._national(sentence.start)
            made.rules["place"] = "named in the sentence"
            return
        made.inherited.add("geography")
        made.place = self._place_before(sentence)

    @staticmethod
    def _some_forces(candidate: Candidate, sentence: Sentence) -> bool:
        """ "our two police forces": a place that is none of the known."""
        found = re.search(r"NF", sentence.tags)
        if found is None or found.start() == candidate.k:
            return False
        number = sentence.tokens[found.start()].value
        return bool(number.spelt) and number.value <= 3

    def _place_before(self, sentence: Sentence) -> Place:
        """The place of the figure before, or of a heading or sentence since then; who speaks is no place."""
        last = self.settled[-1] if self.settled else None
        floor = -1
        fallback: Place = (None, None)
        if last is not None:
            there = self.reading.sentences[last.candidate.sentence]
            if sentence.line - there.line <= 3 and last.place != (None, None):
                floor, fallback = there.end, last.place
        for start, (_, phrase) in reversed(self.names):
            if start >= sentence.start or phrase.tag != "G":
                continue
            if start < floor:
                break
            if not self._is_speaker(start):
                return phrase.value
        return fallback

    def _is_speaker(self, at: int) -> bool:
        """Whether the name at `at` stands in a sentence that tells who said something."""
        lowered = self.reading.lowered
        start = max(lowered.rfind("\n", 0, at), lowered.rfind(". ", 0, at)) + 1
        stops = [n for n in (lowered.find("\n", at), lowered.find(". ", at)) if n >= 0]
        end = min(stops) if stops else len(lowered)
        return any(lowered.find(word, start, end) >= 0 for word in (" said", "spokes", '"', "jailed", " court", " told "))

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

    def _local(self, at: int, kind: str | None) -> Place:
        local: Place = (None, None)
        for start, (_, phrase) in self.names:
            if phrase.tag == "G" and phrase.value[0] not in NATIONS and (kind is None or phrase.value[1] in (kind, "country")):
                if start >= at and local[0]:
                    break
                local = phrase.value
        return local

    # periods --------------------------------------------------------------------------------------------------

    def _period(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        parent = self._parent(candidate)
        same = self._same_sentence(candidate)
        compared = self._compared(candidate, sentence) and made.measure != "offence_change"
        made.law = "l" in sentence.tags
        mention = candidate.period or self._period_of_restatement(candidate, sentence) or self._period_of_clause(candidate, sentence)
        anchor = self._anchor(same)
        if mention is not None and mention.kind == "last" and mention.months == 12:
            mention = self._last_before(candidate, sentence) or mention
        pair = self._end_of_range(candidate, sentence, mention)
        if pair is not None:
            mention = pair
        share = self._respective(candidate, sentence, mention)
        if share is not None:
            made.mention, made.anchor, made.rules["period"] = share, None, "each its own, in order"
        elif mention is not None and mention.kind == "same" and mention.year is None and self._is_to(candidate, sentence):
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
        elif self._is_to(candidate, sentence) and same is not None and same.candidate.compared and self.main is not None:
            made.anchor = self.main
            made.rules["period"] = "the later of the times compared"
        elif self._is_from(candidate, sentence) and self.main is not None:
            earlier = next((s for s in reversed(self.settled) if s.candidate.compared and s.period != UNKNOWN), None)
            made.anchor = earlier or self.main
            made.mention = None if earlier is not None else Mention("previous")
        elif anchor is not None and anchor.candidate.sentence == candidate.sentence:
            made.anchor = anchor
            if compared:
                made.mention = Mention("previous")
                made.rules["period"] = "the like period before, as it is compared"
            else:
                made.rules["period"] = "as the number before it in the sentence"
        else:
            made.mention = self._sentence_period(candidate, sentence) or self._intro_period(sentence)
            if made.mention is None and self.context_line == sentence.line:
                made.mention = self.context_period
            made.anchor = self.main if made.mention is None or self.main is not None else None
            if made.mention is None:
                made.inherited.add("period")
                made.rules["period"] = "as the figure before it"
        candidate.compared = candidate.compared or compared or (made.mention is not None and made.mention.kind == "previous")
        self._date(made)
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
        """ "Gwent: 92 (44)" after "214 in 2022/23 (up from 158 in 2017/18)": the brackets hold the earlier year again."""
        if parent.measure != "offences" or candidate.role.measure != "offences":
            return None
        if sentence.tags[candidate.left : candidate.right + 1] != "⟨N⟩":
            return None
        return next((s for s in reversed(self.settled[-8:]) if s.candidate.compared and s.measure == "offences" and s.period != UNKNOWN), None)

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
                span = self.timeline.settle(sentence.tokens[j].value, UNKNOWN) if sentence.tokens[j].value.kind == "span" else UNKNOWN
                if span.end is not None and timespan.is_offence_year(span):
                    start = span.end + dt.timedelta(days=1)
                    return Mention("span", *timespan.offence_year(start.year))
                return None
        return None

    def _respective(self, candidate: Candidate, sentence: Sentence, mention: Mention | None) -> Mention | None:
        """ "3,217 and 4,373 for the same years", "66, 71 and 77 in 2017/18, 2018/19 and 2019/20": one time for each, in order."""
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
        if same is not None and same.kind == "same" and "plural" in same.word and len(numbers) == 2:
            spoken = list(dict.fromkeys(s for s in self.timeline.spoken if s.start and s.end))[-2:]
            if len(spoken) == 2:
                return Mention("span", *spoken[numbers.index(k)])
        return None

    @staticmethod
    def _one_of_group(candidate: Candidate, sentence: Sentence, wanted: str) -> Any:
        """ "Twitter, TikTok and Discord were used 14, 11 and nine times": one name for each number, in order."""
        run = next((m for m in re.finditer(r"[N%](?:,[N%])*,?&[N%]", sentence.tags) if m.start() <= candidate.k < m.end()), None)
        if run is None:
            return None
        numbers = [j for j in range(run.start(), run.end()) if sentence.tags[j] in "N%"]
        for j, tag in enumerate(sentence.tags):
            if tag == wanted and len(sentence.tokens[j].value) == len(numbers):
                return sentence.tokens[j].value[numbers.index(candidate.k)]
        return None

    def _period_of_clause(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """ "on the year before, when there were 126": the clause is about the time before it."""
        left = candidate.left
        if sentence.tags[left] != "m" or sentence.tokens[left].word not in ("when", "in which"):
            return None
        for j in (left - 1, left - 2):
            if j >= 0 and sentence.tags[j] == "T":
                mention: Mention = sentence.tokens[j].value
                return mention
        return None

    def _anchor(self, same: Settled | None) -> Settled | None:
        """The figure that a time is told by: the one before it in the sentence that is not itself compared, else the latest."""
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
        """Whether "the first three months" are those of the lockdown that the sentence, or the one before, speaks of."""
        if (made.mention.months if made.mention else None) not in (3.0, 2.0):
            return False
        here = made.candidate.sentence
        start = self.reading.sentences[max(0, here - 1)].start
        return "lockdown" in self.reading.lowered[start : self.reading.sentences[here].end]

    def _since(self, made: Settled) -> Span:
        """ "Since April 2017" is open, unless the release spoke of the same beginning with an end, or names but a year."""
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

    def _compared(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether the number is what another is compared with: after "compared with", or the first of "from ... to ..."."""
        if "c" in sentence.tags[candidate.left : candidate.k]:
            return True
        before = sentence.tokens[candidate.k - 1].word if candidate.k else ""
        if before.startswith(("more than the", "fewer than the", "less than the")):
            return True
        return self._is_from(candidate, sentence)

    @staticmethod
    def _is_to(candidate: Candidate, sentence: Sentence) -> bool:
        return re.search(r"f[dxq]?N[^N]*t[dqx]?$", sentence.tags[: candidate.k]) is not None

    @staticmethod
    def _is_from(candidate: Candidate, sentence: Sentence) -> bool:
        if candidate.role.measure != "offences" or not re.search(r"f[dxq]?$", sentence.tags[: candidate.k]):
            return False
        return re.match(r"[^N]*t[dqx]?N", sentence.tags[candidate.k + 1 :]) is not None

    def _sentence_period(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        found = self._period_elsewhere(candidate, sentence)
        if found is not None and candidate.role.measure == "offence_change" and attach.is_duration(found):
            return None
        return found

    def _period_elsewhere(self, candidate: Candidate, sentence: Sentence) -> Mention | None:
        """A period named before the number's stretch, or after it where nothing compared or contrasted stands between."""
        tags = sentence.tags
        for j in range(candidate.k - 1, -1, -1):
            if tags[j] == "T" and sentence.tokens[j].value is not candidate.comparison:
                mention: Mention = sentence.tokens[j].value
                return mention
        for j in range(candidate.right, len(tags)):
            if candidate.role.measure == "offence_change" and tags[j] in "N%":
                return None
            if tags[j] in "cφΦ;–Z":
                return None
            if tags[j] == "T" and any(c.comparison is sentence.tokens[j].value for c in self.reading.candidates_of(candidate.sentence)):
                return None
            if tags[j] == "T" and sentence.tokens[j].value is not candidate.comparison:
                mention = sentence.tokens[j].value
                return mention
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

    # bases ----------------------------------------------------------------------------------------------------

    def _base(self, made: Settled, sentence: Sentence) -> None:
        """What the number counts or is a share of: all offences, or those whose method (age, sex) is on record."""
        if made.measure == "offences":
            self._base_of_count(made, sentence)
        elif made.measure in ("offence_share", "victim_share", "victims"):
            base, rule = self._base_of_share(made, sentence)
            made.base, made.rules["base"] = base, rule
            if rule not in ("named in the sentence", "unsaid: all"):
                made.inherited.add("base")

    def _base_of_count(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        base = attach.base_of(sentence.tokens, sentence.tags, candidate.left, candidate.right)
        same = self._same_sentence(candidate)
        if base is None and same is not None and same.measure == "offences":
            goes_on = candidate.role.elliptical and not same.platforms and not made.platforms
            if goes_on and not self._is_whole(candidate, sentence) and "k" in sentence.tags[: candidate.k] + "k" * (same.base == "method_recorded"):
                base = same.base
        whole = self._equal_before(candidate)
        if base is None and self._is_whole(candidate, sentence) and whole is not None:
            base = whole.base
        made.base = base or "all"

    def _equal_before(self, candidate: Candidate) -> Settled | None:
        """The count before it with the same value, where there is one."""
        for other in reversed(self.settled):
            if other.measure == "offences" and other.value == candidate.role.value:
                return other
        return None

    def _base_of_share(self, made: Settled, sentence: Sentence) -> tuple[str, str]:
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        victims = made.measure != "offence_share"

        def fits(base: str | None) -> bool:
            return base is not None and base != "all" and (base == "method_recorded") != victims

        base = attach.base_of(tokens, tags, 0, len(tags) - 1)
        own = attach.base_of(tokens, tags, candidate.left, candidate.k) if made.measure == "offence_share" else None
        if own is not None and not made.platforms and not candidate.pronoun and "P" not in tags[: candidate.k]:
            return "all", "the share whose method is known"
        if base is not None and fits(base):
            return base, "named in the sentence"
        parent = self._parent(candidate)
        if parent is not None and (fits(parent.base) or parent.measure in ("offence_share", "victim_share")):
            return parent.base, "as the number that it explains"
        after = tags[candidate.k + 1 : candidate.k + 7]
        before = tags[max(0, candidate.k - 8) : candidate.k]
        if re.match(r"o[dwIq]{0,2}N", after):
            ahead = next(t for t in tokens[candidate.k + 1 :] if t.tag == "N")
            whole = next((s for s in reversed(self.settled) if s.measure == "offences" and s.value == ahead.value.value), None)
            return (whole.base, "base of the number that it is a share of") if whole and fits(whole.base) else ("all", "unsaid: all")
        if re.match(r"o(?:[Id]*I|[wI]O|d?C|w[,·xbrn]|[wI])", after) or re.search(r"o(?:[Iw]|[IwdN]O?)[,–]?[xq]*$", before):
            whole = self._whole_before()
            return (whole.base, "base of what it is a share of") if whole and fits(whole.base) else ("all", "unsaid: all")
        intro = self._intro(sentence)
        if intro is not None:
            base = attach.base_of(intro.tokens, intro.tags, 0, len(intro.tags) - 1)
            if base is not None and fits(base):
                return base, "named in the list's introduction"
        if self.context_base is not None and fits(self.context_base) and self.context_line == sentence.line:
            return self.context_base, "named in the sentence before"
        if re.match(r"o[xdSArwq]{0,4}[OV]", after):
            return "all", "unsaid: all"
        same = self._same_sentence(candidate)
        if same is not None and (fits(same.base) or same.measure == made.measure):
            return (same.base, "as the number before it") if fits(same.base) else ("all", "unsaid: all")
        near = next((s for s in reversed(self.settled[-4:]) if s.measure in ("offence_share", "victim_share") or fits(s.base)), None)
        if near is not None and sentence.line - self.reading.sentences[near.candidate.sentence].line > 2:
            near = None
        if near is not None and fits(near.base) and not (victims and near.measure == "offences" and near.base == "all"):
            return near.base, "as the figure before it"
        return "all", "unsaid: all"

    def _whole_before(self) -> Settled | None:
        """The count that "of these" points to: the latest of all offences, or of a named base."""
        for other in reversed(self.settled):
            if other.measure == "offences" and not other.platforms and other.candidate.parent is None:
                return other
            if other.measure == "offence_share" and other.base != "all":
                return other
        return None

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

    def _later_count(self, made: Settled, later: list[Settled]) -> Span | None:
        """For a change before the counts that it compares, in one sentence: the time of the later count."""
        counts = [s for s in later if s.candidate.sentence == made.candidate.sentence and s.measure == "offences" and not s.candidate.compared and s.mention is not None]
        near_to = [s for s in counts if re.search(r"t[dqx]?$", self.reading.sentences[s.candidate.sentence].tags[: s.candidate.k])]
        if near_to:
            return near_to[0].period
        if len([s for s in later if s.candidate.sentence == made.candidate.sentence and s.measure == "offences"]) < 2:
            return None
        return counts[-1].period if counts else None

    def _settle_from_later(self) -> None:
        said = next((s for s in self.settled if s.offence_said), None)
        for made in self.settled:
            if said is not None and made is said:
                break
            if said is not None:
                made.offence = said.offence
        first = next((n for n, s in enumerate(self.settled) if s.period != UNKNOWN), len(self.settled))
        for which, made in enumerate(self.settled):
            later = self.settled[which + 1 :]
            if made.period == UNKNOWN and which < first and made.mention is None and first < len(self.settled):
                twin = next((s for s in later if s.value == made.value and s.measure == made.measure and s.period != UNKNOWN and s.mention is not None), None)
                made.period = (twin or self.settled[first]).period
                made.inherited.add("period")
                made.rules["period"] = "settled by the text that follows"
            elif made.measure == "offence_change" and made.candidate.period is None and self._later_count(made, later) is not None:
                made.period = self._later_count(made, later)  # type: ignore[assignment]
                made.rules["period"] = "the later of the times compared"
            elif made.period == UNKNOWN and made.mention is not None:
                if made.mention.kind != "last" or (made.mention.months or 0) >= 24 or made.mention.word == "latest":
                    self._date(made)
            elif made.period == UNKNOWN and made.mention is None and made.anchor is not None:
                made.period = made.anchor.period
            line = self.reading.lines[self.reading.sentences[made.candidate.sentence].line]
            if made.measure == "forces" and made.mention is None and line.intro and later and later[0].period != UNKNOWN:
                made.period = later[0].period
            open_place = made.place == (None, None) and not made.place_said and not self.place_known
            if open_place and "geography" in made.inherited:
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
