"""The offence, the victims and the platforms of a figure, from its sentence and what came before.

What belongs here: these three columns. What does not: places, periods and bases.
"""

import re

from figuretrail.figure import SUBJECT
from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.lexicon import Phrase
from figuretrail.text.reader import compose
from figuretrail.text.sentences import split
from figuretrail.text.walk import Settled, Walk, is_restatement


class Naming(Walk):
    """Settles what a figure is about."""

    def _victims(self, made: Settled, sentence: Sentence) -> None:
        candidate = made.candidate
        about = attach.victims_in(candidate, sentence)
        if made.measure == "offence_share":
            parent = self._parent(candidate)
            if parent is not None and parent.measure == "offence_change":
                made.measure, made.unit = "offence_change", "percent_change"  # "risen by a fifth (22%)"
                made.value = made.value if parent.value >= 0 else -made.value
                made.rules["measure"] = "says the change before it again"
                return
            if parent is not None and parent.measure in ("victim_share", "victims"):
                made.measure, made.band, made.sex = "victim_share", parent.band, parent.sex
                return
            restated = next((s for s in self.recent() if s.measure in ("offence_share", "victim_share")), None)
            if restated is not None and restated.measure == "victim_share" and is_restatement(candidate, sentence):
                made.measure, made.band, made.sex = "victim_share", restated.band, restated.sex
                return
            if about and candidate.platforms is None:
                made.measure = "victim_share"
                made.rules["measure"] = "a share of victims"
            elif candidate.platforms is None and not candidate.pronoun:
                before = self._same_sentence(candidate)
                if before is not None and before.measure == "victim_share":
                    made.measure = "victim_share"
        if made.measure == "victim_share" and candidate.sex is None and candidate.band is None:
            candidate.sex = self._sex_spoken_of(sentence)
        if made.measure in ("victims", "victim_share") or (made.measure == "offence_change" and candidate.sex):
            made.band, made.sex = candidate.band, candidate.sex
        if (
            candidate.sex is None
            and made.measure in ("victims", "victim_share", "offences")
            and candidate.band is not None
        ):
            first = next((j for j, tag in enumerate(sentence.tags) if tag in "N%X"), 0)
            whole = "o" in sentence.tags[:3] or any(t.word in ("among", "amongst") for t in sentence.tokens[:2])
            topic = {attach.sex_of(t.word) for t in sentence.tokens[:first] if t.tag == "V"} - {None}
            if whole and len(topic) == 1 and "V" not in sentence.tags[candidate.left : candidate.right + 1]:
                candidate.sex = made.sex = topic.pop()
        same = self._same_sentence(candidate)
        if (
            self._is_to(candidate, sentence)
            and same is not None
            and same.measure == "victims"
            and made.measure == "offences"
        ):
            made.measure, made.band, made.sex = "victims", same.band, same.sex
            return
        split = sentence.tokens[candidate.k + 1].word if candidate.k + 1 < len(sentence.tokens) else ""
        if (
            made.elliptical
            and split in ("involved", "were", "featured", "concerned", "related")
            and ("V" not in sentence.tags[: candidate.k] or (same is not None and same.measure == "offences"))
        ) and split != "were":
            made.band, made.sex = candidate.band, candidate.sex
            return
        if made.elliptical and (candidate.band or candidate.sex) and candidate.platforms is None:
            made.measure, made.band, made.sex = "victims", candidate.band, candidate.sex

    def _sex_spoken_of(self, sentence: Sentence) -> str | None:
        """ "Mostly girls. They were the victims in 83% of ...": who "they" are."""
        if not sentence.tokens or sentence.tokens[0].word != "they":
            return None
        start = max(self.reading.lines[sentence.line].start, sentence.start - 300)
        words = set(re.findall("[a-z]+", self.reading.lowered[start : sentence.start]))
        sexes = {attach.sex_of(word) for word in words} - {None}
        return sexes.pop() if len(sexes) == 1 else None

    def _offence(self, made: Settled, sentence: Sentence) -> None:
        """The offence that its stretch, its sentence or the text before names; "groomed online" is less than a name."""
        candidate, tags = made.candidate, sentence.tags
        named = attach.nearest(tags, candidate.k, candidate.left, candidate.right, "SA")
        if named is None:
            named = attach.nearest(tags, candidate.k, 0, len(tags) - 1, "SA")
        if named is not None:
            made.offence = sentence.tokens[named].value if tags[named] == "A" else SUBJECT
            made.offence_said = (
                tags[named] == "A"
                or sentence.tokens[named].value == SUBJECT
                or tags[named + 1 : named + 2] in ("O", "o")
            )
            if made.offence_said or self.offence in ("", SUBJECT):
                return
        if self.offence:
            anew = candidate.role.head == "O" and sentence.line != self.offence_line
            made.offence = SUBJECT if anew and self.subject_said else self.offence
        elif named is None:
            phrase = self._offence_before(sentence)
            if phrase is not None:
                made.offence = phrase.value if phrase.tag == "A" else SUBJECT

    def _offence_before(self, sentence: Sentence) -> Phrase | None:
        """The offence named last; one that is only mentioned in another paragraph does not displace the subject."""
        line = self.reading.lines[sentence.line]
        last: Phrase | None = None
        for start, phrase in self.named_before("SA", sentence.start):
            last = last or phrase
            if start >= line.start or last.tag == "S":
                return last
            if phrase.tag == "S" and phrase.value == SUBJECT:
                return phrase
        return last

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
        if (
            made.measure == "offence_share"
            and re.search(r"I[xrbd]{0,3}q?$", sentence.tags[: candidate.k])
            and not self._same_sentence(candidate)
        ):
            earlier = next((s for s in self.recent() if s.measure == "offence_share" and len(s.platforms) > 1), None)
            if earlier is not None:
                made.platforms = earlier.platforms
                made.inherited.add("platforms")
                return
        same = self._same_sentence(candidate)
        last = self.settled[-1] if self.settled else None
        if (
            same is None
            and last is not None
            and made.measure == last.measure == "offence_share"
            and re.search(r"h[rb]{1,2}q?$", sentence.tags[: candidate.k])
            and "P" not in sentence.tags
        ):
            made.platforms = last.platforms  # "the national share had been 29 per cent"
            made.inherited.add("platforms")
            return
        if (
            same is None
            and last is not None
            and last.platforms
            and self._says_such(candidate, sentence)
            and self._near(candidate)
        ) and (candidate.place is None or last.place in (candidate.place, (None, None))):
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
            if (
                last.platforms
                and last.measure == "offences"
                and "O" not in sentence.tags
                and self._near(candidate)
                and not new_place
            ):
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

    @staticmethod
    def _says_such(candidate: Candidate, sentence: Sentence) -> bool:
        return any(t.word == "such" for t in sentence.tokens[candidate.k + 1 : candidate.k + 3])

    @staticmethod
    def _it_was_used(candidate: Candidate, sentence: Sentence) -> bool:
        """ "it was used in 37 per cent": "it" is the platform spoken of."""
        before = sentence.tokens[candidate.left : candidate.k]
        words = [t.word for t in before]
        return any(
            w in ("it", "they") and set(words[n + 1 : n + 4]) & {"used", "involved", "featured", "named"}
            for n, w in enumerate(words)
        )

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
            return next((s for s in self.recent() if s.value == value and s.measure == same.measure), None)
        if candidate.k and sentence.tokens[candidate.k - 1].word in ("same", "that", "those", "these", "again"):
            return next((s for s in self.recent() if s.value == value), None)
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
        for other in self.recent():
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
        for other in self.recent():
            if other.platforms and (len(other.platforms) > 1) == several:
                return other.platforms
        return self.platforms

    def _groups_before(self, sentence: Sentence) -> list[tuple[str, ...]]:
        """The groups of platforms named before, the latest first; sentences without numbers are read for it."""
        reading = self.reading
        text = reading.clean.text
        groups: list[tuple[str, ...]] = []
        here = reading.lines[sentence.line]
        for line in reversed(reading.lines[max(0, sentence.line - 8) : sentence.line + 1]):
            stop = sentence.start if line is here else line.end
            if next((start for start, _ in self.named_before("P", stop)), -1) < line.start:
                continue
            for start, end in reversed(split(text, line.start, stop)):
                made = compose(text, reading.lowered, reading.found, start, end, None)
                groups.extend(tuple(t.value) for t in reversed(made) if t.tag == "P")
        return groups
