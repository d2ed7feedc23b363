"""The base of a figure: all offences, or those whose method, age or sex is on record.

What belongs here: what speaks for each base. What does not: which words speak of what is on record (`attach.base_of`),
and how the signs weigh (`evidence`).
"""

import re
from collections.abc import Iterator

from figuretrail.text import attach, signs
from figuretrail.text.attach import Sentence
from figuretrail.text.certainbase import OF_WHAT, CertainBase
from figuretrail.text.choice import Option, Sign, choose
from figuretrail.text.walk import OF_NUMBER, WHOLE, Settled

BASES = ("all", "method_recorded", "age_recorded", "sex_recorded", "age_and_sex_recorded")
_WITH_BASE = ("offences", "offence_share", "victim_share", "victims")
_WHERE_KNOWN = re.compile(r"m[ILdxO]{0,3}b?[kr](?:[,·xdb]|$)")  # "where it is known", "where police knew"
_OF_OFFENCES = re.compile(r"o[xdSArwq]{0,4}O")
_OF_VICTIMS = re.compile(r"o[xdSArwq]{0,4}V")
_OF_THOSE = re.compile(r"o(?:[Id]*I|[wI]O|d?C|w[,·xbrn]|[wI])")
_THOSE_BEFORE = re.compile(r"o(?:[Iw]|[IwdN]O?)[,–]?[xq]*$")
_KNOWING = re.compile(
    r"identif|kn[oe]w|disclos|specif|establish|captur|provid|suppl|not(?:ed|ing)|nam(?:e|ed|ing)$|held|tick|writ|enter|attach|list"
)
_ABLE = {"could", "can", "able", "managed"}
_TELLING = re.compile(r"say|nam(?:e|ed|ing)$|tell|told|identif|attribut|pin|establish|determin|answer|give")
_KEPT = {"knew", "note"}  # "the force knew", "a note of the website"
_WAYS = {"how", "what", "which", "app", "apps", "site", "platform", "platforms", "method", "means", "website", "answer"}
_SAID_HERE = ("said in its stretch", "said before it", "said in the sentence", "where it is known")


class Basing(CertainBase):
    """Settles what a figure counts or is a share of."""

    def _base(self, made: Settled, sentence: Sentence) -> None:
        if made.measure not in _WITH_BASE:
            return
        told = dict(self._base_told(made, sentence))
        if made.measure == "offences" and made.platforms:  # it counts what it counts, whatever is known of the rest
            made.base = told["said in its stretch"] or "all"
            return
        certain = self._certain_base(made, sentence)
        if certain is not None:
            made.base, made.rules["base"] = certain
            made.sure["base"] = 1.0
            return
        around = list(self._around(made, sentence))
        options = [self._base_option(made, sentence, base, told, around) for base in BASES]
        signs.shared(self, "base", made, sentence, options)
        best, sure = self._chosen_base(made, options)
        made.base = best.value
        made.rules["base"] = best.told_by
        made.sure["base"] = sure
        if best.told_by not in (*_SAID_HERE, "unsaid"):
            made.inherited.add("base")

    def _chosen_base(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("base", options)

    def _base_option(
        self, made: Settled, sentence: Sentence, base: str, told: dict[str, str | None], around: list[str]
    ) -> Option:
        """A base with everything that speaks for it; "all" is what speaks of no other."""
        candidate = made.candidate
        tags, k = sentence.tags, candidate.k
        found: list[Sign] = [base, f"{base} of {made.measure}"]
        if made.platforms or candidate.pronoun:
            found.append(f"{base} of {made.measure} of a platform")
        about_victims = "band" if made.band else "sex" if made.sex else "neither"
        found.append(f"{base} of {made.measure} of {about_victims}")
        if made.band and made.sex:
            found.append(f"{base} of {made.measure} of an age and sex")
        if any(told.values()):
            found.append(f"{base}, something told")
        found.append((base, around))
        by = "unsaid"
        for name, value in told.items():
            if value == base and base != "all":
                found += [name, f"{name}, {made.measure}", f"{base}, {name}", f"{base}, {name}, {made.measure}"]
                if made.measure == "offences":
                    kind = "headless" if candidate.role.elliptical else "named"
                    found.append(f"{name}, offences, {kind}, {tags[k + 1 : k + 2]}")
                by = name if by == "unsaid" else by
            elif value == "all" and base == "all":
                found += [f"all, {name}", f"all, {name}, {made.measure}"]
                by = name if by == "unsaid" else by
            elif value is not None:
                found.append(f"{base}, though {name} says other")
        return Option(base, by, found)

    @staticmethod
    def _around(made: Settled, sentence: Sentence) -> Iterator[str]:
        candidate = made.candidate
        tags, k = sentence.tags, candidate.k
        after, before = tags[k + 1 : k + 7], tags[max(0, k - 8) : k]
        if _OF_OFFENCES.match(after):
            yield "of offences"
        if _OF_VICTIMS.match(after):
            yield "of victims"
        if _OF_THOSE.match(after) or _THOSE_BEFORE.search(before):
            yield "of those spoken of"
        if OF_NUMBER.match(after):
            yield "of a number"
        if WHOLE.search(before):
            yield "the whole of a share"
        if before.endswith(("d", "dq")):
            yield "after the"
        if candidate.role.head == "O":
            yield "offences named"
        if sentence.cell:
            yield "in a table"

    def _base_told(self, made: Settled, sentence: Sentence) -> Iterator[tuple[str, str | None]]:
        """Every place that may tell the base, with the base that it tells; None where it tells none."""
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        last_token = len(tags) - 1
        own = attach.base_of(tokens, tags, candidate.left, candidate.right)
        yield "said in its stretch", own
        yield "said before it", attach.base_of(tokens, tags, candidate.left, candidate.k)
        yield "said after it", attach.base_of(tokens, tags, candidate.k, candidate.right)
        yield "said in the sentence", attach.base_of(tokens, tags, 0, last_token) if own is None else None
        if own is None and candidate.left:
            goes_on = attach.base_gone_on(sentence, candidate.left, candidate.right)
            yield "known before it, named in its stretch", goes_on
        yield "hinted in its stretch", self._hint(sentence, candidate.left, candidate.right)
        yield "hinted in the sentence", self._hint(sentence, 0, last_token)
        yield "somebody could tell how", self._could_tell(sentence, candidate.left, candidate.right)
        yield "somebody could tell how, in the sentence", self._could_tell(sentence, 0, last_token)
        if _WHERE_KNOWN.search(tags):
            share = made.measure in ("offence_share", "offences")
            yield "where it is known", "method_recorded" if share else "age_recorded" if made.band else "sex_recorded"
        parent = self._parent(candidate)
        if parent is not None:
            yield "the number that it explains", parent.base
        if made.twin is not None:
            yield "the number that it says again", made.twin.base
        same = self._same_sentence(candidate)
        if same is not None and same.measure in _WITH_BASE:
            goes_on = "of its kind" if same.measure == made.measure else f"of {same.measure}"
            yield f"the number before it in the sentence, {goes_on}", same.base
        whole = self._whole_of(made, sentence)
        if whole is not None:
            yield OF_WHAT, whole.base
        equal = self._equal_before(made)
        if equal is not None:
            yield "an equal number before", equal.base
        intro = self._intro(sentence)
        if intro is not None:
            yield "the list's introduction", attach.base_of(intro.tokens, intro.tags, 0, len(intro.tags) - 1)
        if self.context_base is not None:
            yield (
                ("the sentence before" if self.context_line == sentence.line else "a paragraph before"),
                self.context_base,
            )
        if same is None:
            for name, figure in self._bases_before(made):
                lines = sentence.line - self.reading.sentences[figure.candidate.sentence].line
                far = (
                    "in the line"
                    if lines == 0
                    else "in the next lines"
                    if lines <= 2
                    else "near"
                    if lines <= 6
                    else "far"
                )
                alike = "of its kind" if figure.measure == made.measure else f"of {figure.measure}"
                yield f"{name} {far}, {alike}", figure.base

    @staticmethod
    def _hint(sentence: Sentence, left: int, right: int) -> str | None:
        """A means, an age or a sex, and a word of knowing, both between two tokens; no platform is named there."""
        tokens = sentence.tokens[left : right + 1]
        words = {token.word for token in tokens}
        if not any(token.tag == "k" or _KNOWING.match(token.word) for token in tokens):
            return None
        if any(token.tag == "H" for token in tokens) or words & {"app", "platform", "method"}:
            return "method_recorded"
        return attach.base_of_victims(age=any(t.tag == "g" for t in tokens), sex=any(t.tag == "s" for t in tokens))

    @staticmethod
    def _could_tell(sentence: Sentence, left: int, right: int) -> str | None:
        """ "The force could say which app in 58", "had a note of the website for 149", "knew the answer in 49"."""
        tokens = sentence.tokens[left : right + 1]
        words = {word for token in tokens for word in token.word.split()}
        way = not _WAYS.isdisjoint(words) or any(token.tag in "HQ" for token in tokens)
        could_tell = not _ABLE.isdisjoint(words) and any(map(_TELLING.match, words))
        return "method_recorded" if way and (could_tell or not _KEPT.isdisjoint(words)) else None

    def _bases_before(self, made: Settled) -> Iterator[tuple[str, Settled]]:
        """The latest figure that has a base, and the latest of the same kind."""
        last = next((s for s in self.recent() if s.measure in _WITH_BASE), None)
        if last is not None:
            yield "the figure before", last
        alike = next((s for s in self.recent() if s.measure == made.measure), None)
        if alike is not None and alike is not last:
            yield "the like figure before", alike

    def _whole_of(self, made: Settled, sentence: Sentence) -> Settled | None:
        """The count that "of these" or "of the 1,317" points to."""
        candidate, tags = made.candidate, sentence.tags
        after = tags[candidate.k + 1 : candidate.k + 7]
        before = tags[max(0, candidate.k - 8) : candidate.k]
        if OF_NUMBER.match(after):
            return self._said_whole(candidate, sentence)
        if _OF_THOSE.match(after) or _THOSE_BEFORE.search(before):
            return next(
                (
                    s
                    for s in self.recent()
                    if (s.measure == "offences" and not s.platforms and s.candidate.parent is None)
                    or (s.measure == "offence_share" and s.base != "all")
                ),
                None,
            )
        return None
