"""The place of a figure: named in its stretch, its sentence, a heading or list, or told by the figure before.

What belongs here: that column. What does not: which words name a place (`groups`).
"""

import functools
import re

from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.groups import Place
from figuretrail.text.lexicon import Phrase
from figuretrail.text.naming import Naming
from figuretrail.text.walk import Settled

_OF_43 = re.compile(r"\b(?:of|all) (?:the )?43\b")
_DISTRICTS = {"district", "districts", "borough", "boroughs", "ward", "wards", "town", "towns", "division", "divisions"}
_A_DISTRICT = "a district, which is no force's area"
_NO_ANSWER = (" missing", "did not", "not able", "unable", "failed to", "refused", "exclud", "declined")
NATIONS = ("United Kingdom", "England and Wales")


class Placing(Naming):
    """Settles where a figure was counted."""

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
            local = self._local(
                sentence.start,
                "region" if "region" in word else "force" if "force" in word or "county" in word else None,
            )
            if local[0]:
                made.place, made.place_said = local, True
                made.inherited.add("geography")
                return
        if self._district(candidate, sentence):
            made.place_said = True
            made.rules["place"] = _A_DISTRICT
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
        if j is None and not (
            re.match(r"od?N", sentence.tags) and self.main is not None and self.main.place != (None, None)
        ):
            j = attach.nearest(sentence.tags, candidate.k, candidate.k, self._clause_end(candidate, sentence), "GU")
        if j is not None:
            token = sentence.tokens[j]
            made.place = attach.place_of(token) if token.tag == "G" else self._national(sentence.start)
            made.rules["place"] = "named in the sentence"
            return
        made.inherited.add("geography")
        made.place = self._place_before(sentence)
        if made.measure == "forces" and made.place[1] == "force" and made.value > 1:
            made.place = self._national(sentence.start)  # several forces are no single force's figure
        if made.place == (None, None) and not self.starts["G"] and self._all_territorial_forces:
            made.place = ("England and Wales", "country")
            made.rules["place"] = "the 43 forces are those of England and Wales"
        last = self._near(candidate)
        if (
            made.place == (None, None)
            and last is not None
            and last.place_said
            and last.rules.get("place") != _A_DISTRICT
        ):
            made.place_said = True  # as open as the figure before it

    @staticmethod
    def _clause_end(candidate: Candidate, sentence: Sentence) -> int:
        """Where the number's own clause ends: a place after that is another number's."""
        tags = sentence.tags
        for j in range(candidate.k + 1, len(tags)):
            if tags[j] in ";φ" or (tags[j] == "m" and tags[j - 1] == ","):
                return j - 1
        return len(tags) - 1

    @functools.cached_property
    def _all_territorial_forces(self) -> bool:
        return _OF_43.search(self.reading.lowered) is not None

    def _district(self, candidate: Candidate, sentence: Sentence) -> bool:
        """ "By district, Sheffield accounted for 71 ..., Doncaster for 44": a name that is none of the known places."""
        if not {t.word for t in sentence.tokens} & _DISTRICTS:
            return False
        text = self.reading.clean.text
        own = sentence.tokens[max(candidate.left, 1) : candidate.right + 1]
        return any(t.tag == "x" and text[t.start].isupper() for t in own)

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
        last = next((s for s in self.recent() if s.rules.get("place") != _A_DISTRICT), None)
        floor = -1
        fallback: Place = (None, None)
        if last is not None:
            there = self.reading.sentences[last.candidate.sentence]
            if sentence.line - there.line <= 3 and (last.place != (None, None) or last.place_said):
                floor, fallback = there.end, last.place
        for start, phrase in self.named_before("G", sentence.start):
            if start < floor:
                break
            if not self._is_speaker(start):
                return self._place_named(phrase)
        return fallback

    def _is_speaker(self, at: int) -> bool:
        """Whether the name at `at` stands in a sentence that tells who said something, or who did not answer."""
        lowered = self.reading.lowered
        if lowered.startswith("in ", max(0, at - 3)) and lowered.startswith(("england and wales", "the uk"), at):
            return False
        start = max(lowered.rfind("\n", max(0, at - 600), at), lowered.rfind(". ", max(0, at - 600), at)) + 1
        stops = [n for n in (lowered.find("\n", at, at + 600), lowered.find(". ", at, at + 600)) if n >= 0]
        end = min(stops) if stops else min(len(lowered), at + 600)
        return any(
            lowered.find(word, start, end) >= 0
            for word in (" said", "spokes", '"', "jailed", " court", " told ", *_NO_ANSWER)
        )

    def _national(self, at: int) -> Place:
        """The whole land that the release is about: the last one named before, else the first one named after."""
        for names in (self.named_before("G", at), self.named_after("G", at)):
            for _, phrase in names:
                if phrase.value[0] in NATIONS:
                    return self._place_named(phrase)
        return (None, None)

    def _local(self, at: int, kind: str | None) -> Place:
        """The local place of the text ("here", "the county"): the last one named before, else the first one after."""
        for names in (self.named_before("G", at), self.named_after("G", at)):
            for _, phrase in names:
                if phrase.value[0] not in NATIONS and (kind is None or phrase.value[1] in (kind, "country")):
                    return self._place_named(phrase)
        return (None, None)

    @staticmethod
    def _place_named(phrase: Phrase) -> Place:
        name, kind = phrase.value
        return name, kind
