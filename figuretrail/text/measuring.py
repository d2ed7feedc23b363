"""What a figure counts: offences or victims, a share or a change, and the age and sex of the victims.

What belongs here: these columns and the signs for them. What does not: the offence and the platforms (`naming`).
"""

import re
from collections.abc import Iterator

from figuretrail.text import attach, certainfigures, certainvictims, levels, replies, roles, signs
from figuretrail.text.answering import OF_DIFFERENCE
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, choose
from figuretrail.text.evidence import GROUPS
from figuretrail.text.victims import AGE, Band
from figuretrail.text.walk import Settled, Walk, is_restatement

_UNITS = {
    "offence_change": "percent_change", "offence_share": "percent", "victim_share": "percent", "victim_age": "years",
}  # fmt: skip
_OTHER_MEASURES = {
    "offence_share": ("offence_share", "victim_share", "offence_change"),
    "offence_change": ("offence_change", "offence_share", "victim_share"),
    "offences": ("offences", "victims", "forces", "methods", "victim_age", "offence_rate", "offence_share"),
    "victims": ("victims", "offences"),
    "forces": ("forces", "offences"),
}


_SHARES = ("offence_share", "victim_share")
_PERCENTAGES = (*_SHARES, "offence_change")
_WHOLE = 100  # per cent

_TOPICS = {
    "O": "offences", "V": "victims", "F": "forces", "h": "a share", "R": "a rise", "D": "a fall", "H": "a method",
    "g": "an age", "s": "a sex", "K": "a youngest", "u": "a unit of time", "%": "percentages",
}  # fmt: skip

_CHANGED_BY = re.compile("[RD]v[dq]{0,2}$")  # "rose by 40 per cent"
# "41 via Facebook (15%)": what has its share in brackets is none itself
_SHARE_IN_BRACKETS = re.compile("[^N%X,;·]{0,6}⟨[qd]?%⟩")
_OF_WHOM = {"V", "α", "g", "s", "ψ"}  # victims, their age and sex, "she"
_WHOM = "Vgs"  # the topics that tell a share of victims from one of offences


_THEIR_NUMBER = re.compile("[,;·–&][dI][CrR]?,?[br]?q?$")  # "; their number, 187", "; they numbered 187"
_FIRST_WORDS = 5  # of a sentence, among which "they" are those of the sentence before
_ANSWER = 8  # characters before a sentence that may answer the question of the line above: "Yes."


def _is_of_them(sentence: Sentence) -> bool:
    """ "They made up 17% of ...", "In England they made up 17%": whether it goes on about who was named before."""
    at = next((j for j, token in enumerate(sentence.tokens[:_FIRST_WORDS]) if token.word == "they"), None)
    return at is not None and set(sentence.tags[:at].removeprefix("x·")) <= set("idGTU,")


def _nearest(candidate: Candidate) -> list[int]:
    """The places of a number's stretch, the nearest first."""
    return sorted(range(candidate.left, candidate.right + 1), key=lambda j: abs(j - candidate.k))


class Measuring(Walk):
    """Settles what a figure counts."""

    def _measure(self, made: Settled, sentence: Sentence) -> None:
        """Offences or victims, a share or a change: what the number's own words leave open."""
        open_to = _OTHER_MEASURES.get(made.measure)
        if open_to is None or (sentence.cell and made.measure == "forces"):
            return  # what a column's head says is not left open
        if made.rules["measure"] == OF_DIFFERENCE and certainfigures.counts_around(self, made.candidate):
            made.value *= certainfigures.difference(self, made.candidate)
            return
        open_to = self._told_for_sure(made, sentence) or open_to
        parent = self._parent(made.candidate)
        stretch = set(sentence.tags[made.candidate.left : made.candidate.right + 1])
        if (
            parent is not None
            and parent.measure == "offence_change"
            and "offence_change" in open_to
            and not stretch & set("PVQα")
        ):
            open_to = ("offence_change",)  # "fell by nearly a fifth (18%)": the change is said again
        if made.unit == "count" and _SHARE_IN_BRACKETS.match(sentence.tags, made.candidate.k + 1):
            open_to = tuple(one for one in open_to if one != "offence_share")
        known = list(self._about_measure(made, sentence))
        options = [Option(one, "by its words", signs.named(one, known)) for one in open_to]
        signs.shared(self, "measure", made, sentence, options)
        best, sure = self._chosen_measure(made, options)
        made.sure["measure"] = sure
        if best.value != made.measure:
            made.measure = best.value
            made.unit = self._unit(best.value)
            made.rules["measure"] = f"{made.rules['measure']}; {best.value.replace('_', ' ')} by the words around"
            if best.value == "offence_change":
                made.value *= self._direction(made, sentence)
            made.value = made.value if best.value == "offence_change" else abs(made.value)

    def _told_for_sure(self, made: Settled, sentence: Sentence) -> tuple[str, ...]:
        """The measures that words on a level of a share, or on a rise by so much, leave open; none without such."""
        role, same = made.candidate.role, self._same_sentence(made.candidate)
        if role.measure == "offence_change" and _CHANGED_BY.search(sentence.tags, 0, made.candidate.k):
            return ("offence_change",)  # "Instagram's share rose by 40 per cent"
        if role.unit in ("count", "percent") and certainvictims.of_part(made.candidate, sentence) is not None:
            return ("victims",) if role.unit == "count" else ("victim_share",)
        if role.goes_on and same is not None and same.measure in _PERCENTAGES:
            return (same.measure,)
        asked = self.reading.replies.answered.get(sentence.line) if role.elliptical and role.unit == "count" else None
        if asked is not None and "O" not in sentence.tags and replies.asks_for_victims(self.reading.lowered, asked):
            return ("victims",)
        intro = self._intro(sentence) if role.elliptical and not role.head and made.value <= _WHOLE else None
        announced = intro is not None and levels.announces(intro.tokens, intro.tags)
        if role.measure == "offence_share" and certainfigures.share_of_counts(self, made.candidate):
            before = self.reading.sentences[self.settled[-1].candidate.sentence].tags
            return _SHARES if set(before + sentence.tags) & _OF_WHOM else _SHARES[:1]
        if role.measure == "offence_share" and certainfigures.change_of_counts(self, made.candidate, sentence):
            return ("offence_change",)
        if same is not None and same.measure == "victim_share" and self._is_their(made, sentence):
            return ("victims",) if made.unit == "count" else ()
        return _SHARES if role.sure or announced else ()

    def _unit(self, measure: str) -> str:
        """The unit of a measure that the number's own words don't name; a rate goes on with that of the rate before."""
        if measure != "offence_rate":
            return _UNITS.get(measure, "count")
        return next((figure.unit for figure in self.recent() if figure.measure == measure), "per_day")

    def _direction(self, made: Settled, sentence: Sentence) -> int:
        """1 for a rise, -1 for a fall: as the change that it says again, or as the nearest verb."""
        parent = self._parent(made.candidate)
        if parent is not None and parent.measure == "offence_change":
            return -1 if parent.value < 0 else 1
        if getattr(made.candidate.token.value, "sign", "") == "-":
            return -1
        if roles.LEVEL.search(sentence.tags[: made.candidate.k]):
            return 1  # "growth was down to 9 per cent"
        near = sorted((abs(j - made.candidate.k), tag) for j, tag in enumerate(sentence.tags) if tag in "RD")
        return -1 if near and near[0][1] == "D" else 1

    def _chosen_measure(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("measure", options)

    def _about_measure(self, made: Settled, sentence: Sentence) -> Iterator[str]:
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        k = candidate.k
        stretch = tags[candidate.left : candidate.right + 1]
        words = {token.word for token in tokens[candidate.left : candidate.right + 1]}
        platform = "P" in stretch or "Q" in stretch
        on = "platform" if platform else "no platform"
        yield f"taken for {made.measure}"
        yield f"taken: {made.rules['measure']}"
        if made.unit == "count" and not candidate.role.head:
            yield f"headless, {'13 or less' if made.value <= 13 else 'up to 100' if made.value <= 100 else 'above 100'}"
            yield f"headless, {'a method' if 'H' in stretch else 'no method'} by it"
            yield f"headless, {'a youngest' if 'K' in tags else 'no youngest'}"
            if "u" in tags:
                yield "headless, a unit of time"
            yield f"headless, after {' '.join(token.word for token in tokens[max(0, k - 2) : k])}"
        if made.unit == "percent_change" or made.candidate.token.tag == "X":
            yield "multiple" if made.candidate.token.tag == "X" else "a percentage taken for a change"
        for char, name in (
            ("R", "a rise"),
            ("D", "a fall"),
            ("c", "a comparison"),
            ("F", "forces"),
            ("h", "a share"),
            ("C", "a total"),
        ):
            if char in stretch:
                yield f"by it {name}"
                yield f"by it {name}, {on}"
            elif char in tags:
                yield f"in the sentence {name}"
        if getattr(made.candidate.token.value, "sign", ""):
            yield "signed"
        band = AGE in stretch
        sexes = {attach.sex_of(word) for word in words} - {None}
        victim = bool(words & {"victim", "victims"})
        whom = f"{'age' if band else 'no age'}, {'sex' if sexes else 'no sex'}, {on}"
        yield whom
        yield f"{'victims said' if victim else 'children said' if 'V' in stretch else 'nobody said'}, {on}"
        yield f"victims said: {victim}, age or sex: {band or bool(sexes)}, offences said: {'O' in stretch}"
        whom_at = next((j for j in _nearest(candidate) if tags[j] in "Vα"), None)
        if whom_at is not None:
            joint = next((tokens[j].word for j in range(whom_at - 1, -1, -1) if tags[j] not in "dqα,x"), "nothing")
            yield f"{'before' if whom_at > k else 'after'}, whom by {joint}"
        before = self.said_before(sentence)
        kind = "headless" if not candidate.role.head else "named"
        for char, name in _TOPICS.items():
            if char in before and (made.unit == "count" or char in _WHOM):
                yield f"just before it {name}"
                yield f"just before it {name}, {kind}, {on}"
        intro = self._intro(sentence)
        if intro is not None:
            for char, name in _TOPICS.items():
                if char in intro.tags:
                    yield f"over the list {name}, {whom}"
        yield f"before {tags[k + 1 : k + 2]}"
        yield f"before {tokens[k + 1].word if k + 1 < len(tokens) and tags[k + 1] in 'xbrV' else 'no word'}"
        yield f"before {tags[k + 1 : k + 3]}"
        yield f"after {tags[max(0, k - 1) : k]}"
        of = re.match(r"o[xdSArwqG]{0,4}([OV])", tags[k + 1 : k + 8])
        if of is not None:
            yield "of offences" if of.group(1) == "O" else "of victims"
        if "V" in tags[:k]:
            yield f"children said before, {on}"
        if AGE in tags[:k] and not band:
            yield "an age said before"
        if {attach.sex_of(token.word) for token in tokens} - {None} and not sexes:
            yield "a sex said in the sentence"
        if sentence.cell:
            yield f"in a table, {'age' if AGE in tags else 'no age'}, victims {'V' in tags}"
        parent, same = self._parent(candidate), self._same_sentence(candidate)
        if parent is not None:
            yield f"explains {GROUPS[parent.measure]}"
            yield f"explains {parent.measure}"
        if same is not None:
            yield f"after {same.measure} in the sentence"
            yield f"after {same.measure} in the sentence, {whom}"
        elif self.settled:
            last = self.settled[-1]
            lines = sentence.line - self.reading.sentences[last.candidate.sentence].line
            yield f"after {last.measure} {'in the paragraph' if lines == 0 else 'near' if lines <= 2 else 'far'}"
        if tokens and tokens[0].word in ("they", "it", "this", "that") and self.settled:
            yield f"begins with {tokens[0].word} after {self.settled[-1].measure}"

    def _victims(self, made: Settled, sentence: Sentence) -> None:
        """The age band and the sex of the victims that the figure is about."""
        if made.measure not in ("victims", "victim_share"):
            attach.victims_in(made.candidate, sentence)  # offences are split by what their own words say, and no other
            if made.measure == "offences" or made.candidate.sex:
                made.band, made.sex = certainvictims.of_whole(made.candidate, sentence) or (
                    made.candidate.band,
                    made.candidate.sex,
                )
            return
        whose = self._same_sentence(made.candidate)
        if certainfigures.share_in_numbers(self, made.candidate, sentence):
            whose = self.settled[-1]
            made.band, made.sex = whose.band, whose.sex
            return
        if whose is not None and self._is_their(made, sentence):
            made.band, made.sex = whose.band, whose.sex
            return
        whom = certainvictims.of_part(made.candidate, sentence) or certainvictims.of_whole(made.candidate, sentence)
        if whom is not None:
            made.band, made.sex = whom
            return
        made.band, made.sex = certainvictims.of_row(made.candidate, sentence)
        if made.sex is None:
            sexes = list(self._sex_options(made, sentence))
            signs.shared(self, "sex", made, sentence, sexes)
            best, sure = self._chosen_sex(made, sexes)
            made.sex, made.sure["sex"] = best.value, sure
        made.band = made.band or certainvictims.of_same_age(self, made, sentence)
        if made.band is not None:
            return
        bands = list(self._age_options(made, sentence))
        signs.shared(self, "age_band", made, sentence, bands)
        best, sure = self._chosen_age(made, bands)
        made.band, made.sure["age"] = best.value, sure

    @staticmethod
    def _is_their(made: Settled, sentence: Sentence) -> bool:
        """ "Boys of 11 or under are 4%; their number, 187": of those whom the share before it is of."""
        words = [token.word for token in sentence.tokens[max(0, made.candidate.k - 4) : made.candidate.k]]
        told = _THEIR_NUMBER.search(sentence.tags, 0, made.candidate.k)
        return told is not None and ("their" in words or "they" in words)

    def _chosen_sex(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("sex", options)

    def _chosen_age(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("age_band", options)

    def _sex_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        known = [made.measure, *(["says it again"] if is_restatement(made.candidate, sentence) else [])]
        spots = [j for j, t in enumerate(sentence.tokens) if t.tag == "V" and attach.sex_of(t.word)]
        known.insert(0, signs.where(made.candidate, spots))
        for j in spots:
            name, found = signs.beside(made.candidate, sentence, j, spots, known[1:])
            yield Option(attach.sex_of(sentence.tokens[j].word), name, found)
        for name, figure in self._told_before(made):
            yield Option(
                figure.sex, name, [*signs.after_figure(self, name, figure, sentence, known), f"{name}, {figure.sex}"]
            )
        spoken = self._sex_spoken_of(sentence)
        if spoken is not None:
            yield Option(spoken, "who they are", signs.named("who they are", known))
        yield Option(None, "not told", signs.named("not told", known))

    def _age_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        known = [made.measure, *(["says it again"] if is_restatement(made.candidate, sentence) else [])]
        spots = [j for j, tag in enumerate(sentence.tags) if tag == AGE]
        known.insert(0, signs.where(made.candidate, spots))
        for j in spots:
            name, found = signs.beside(made.candidate, sentence, j, spots, known[1:])
            band: Band = sentence.tokens[j].value
            if band[0] == band[1]:
                found.append("a single age")
            yield Option(band, name, found)
        spoken = self._band_spoken_of(made.candidate.sentence)
        if spoken is not None:
            yield Option(spoken, "who they are", signs.named("who they are", known))
        for name, figure in self._told_before(made):
            yield Option(
                figure.band,
                name,
                [*signs.after_figure(self, name, figure, sentence, known), f"{name}, {figure.band is None}"],
            )
        yield Option(None, "not told", signs.named("not told", known))

    def _told_before(self, made: Settled) -> Iterator[tuple[str, Settled]]:
        """The figures that may tell what this one is about."""
        same, parent = self._same_sentence(made.candidate), self._parent(made.candidate)
        if parent is not None:
            yield "the number that it explains", parent
        if made.twin is not None:
            yield "the number that it says again", made.twin
        if same is not None:
            yield "the number before it in the sentence", same
        elif self.settled:
            yield "the figure before", self.settled[-1]
        equal = self._equal_before(made)
        if equal is not None:
            yield "an equal number before", equal

    def _band_spoken_of(self, which: int) -> Band | None:
        """ "Girls of 12 to 15 were targeted most. They were the victims in 63% of ...": how old "they" are."""
        sentence = self.reading.sentences[which]
        before = self.reading.sentences[which - 1] if which and _is_of_them(sentence) else None
        if before is None or before.line != sentence.line:
            return None
        bands = [token.value for token in before.tokens if token.tag == AGE]
        return bands[0] if len(bands) == 1 else None

    def _sex_spoken_of(self, sentence: Sentence) -> str | None:
        """ "Mostly girls. They were the victims in 83% of ...": who "they" are."""
        if not _is_of_them(sentence):
            return None
        line = self.reading.lines[sentence.line]
        asked = self.reading.lines[max(0, line.number - 1)]
        if sentence.start - line.start > _ANSWER or self.reading.clean.text[asked.end - 1] != "?":
            asked = line
        start = max(asked.start, sentence.start - 300)
        words = set(re.findall("[a-z]+", self.reading.lowered[start : sentence.start]))
        sexes = {attach.sex_of(word) for word in words} - {None}
        return sexes.pop() if len(sexes) == 1 else None
