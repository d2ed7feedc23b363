"""The place of a figure: named in its stretch, its sentence, a heading or list, or told by the figure before.

What belongs here: that column. What does not: which words name a place (`groups`).
"""

import re

from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.groups import Place
from figuretrail.text.lexicon import Phrase
from figuretrail.text.naming import Naming
from figuretrail.text.walk import Settled

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
            j = attach.nearest(sentence.tags, candidate.k, candidate.k, len(sentence.tags) - 1, "GU")
        if j is not None:
            token = sentence.tokens[j]
            made.place = attach.place_of(token) if token.tag == "G" else self._national(sentence.start)
            made.rules["place"] = "named in the sentence"
            return
        made.inherited.add("geography")
        made.place = self._place_before(sentence)
        if made.measure == "forces" and made.place[1] == "force" and made.value > 1:
            made.place = self._national(sentence.start)  # several forces are no single force's figure
        last = self._near(candidate)
        if made.place == (None, None) and last is not None and last.place_said:
            made.place_said = True  # as open as the figure before it

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
            if sentence.line - there.line <= 3 and (last.place != (None, None) or last.place_said):
                floor, fallback = there.end, last.place
        for start, phrase in self.named_before("G", sentence.start):
            if start < floor:
                break
            if not self._is_speaker(start):
                return self._place_named(phrase)
        return fallback

    def _is_speaker(self, at: int) -> bool:
        """Whether the name at `at` stands in a sentence that tells who said something."""
        lowered = self.reading.lowered
        start = max(lowered.rfind("\n", max(0, at - 600), at), lowered.rfind(". ", max(0, at - 600), at)) + 1
        stops = [n for n in (lowered.find("\n", at, at + 600), lowered.find(". ", at, at + 600)) if n >= 0]
        end = min(stops) if stops else min(len(lowered), at + 600)
        return any(
            lowered.find(word, start, end) >= 0 for word in (" said", "spokes", '"', "jailed", " court", " told ")
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
