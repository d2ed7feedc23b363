"""The base of a figure: all offences, or those whose method, age or sex is on record.

What belongs here: that column. What does not: which words speak of what is on record (`attach.base_of`).
"""

import re

from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.dating import Dating
from figuretrail.text.walk import Settled

_METHOD, _SHARES = "method_recorded", ("offence_share",)
_NAMED_PART = re.compile(r"d$")
_WHERE_KNOWN = re.compile(r"m[ILdxO]{0,3}b?[kr](?:[,·xdb]|$)")  # "where it is known", "where police knew"


class Basing(Dating):
    """Settles what a figure counts or is a share of."""

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
            if (
                goes_on
                and not self._is_whole(candidate, sentence)
                and "k" in sentence.tags[: candidate.k] + "k" * (same.base == "method_recorded")
            ):
                base = same.base
        if (
            base is None
            and _NAMED_PART.search(sentence.tags[: candidate.k])
            and sentence.tags[candidate.k + 1 : candidate.k + 2] == "o"
        ):
            base = attach.base_of(sentence.tokens, sentence.tags, candidate.k, len(sentence.tags) - 1)
        if self._is_whole(candidate, sentence) and re.search(r"dNo[dw]$", sentence.tags[: candidate.k]):
            made.base = "all"  # "the 131 of the 168 for which an age is held": that is said of the 131
            return
        if (
            base is None
            and self._is_whole(candidate, sentence)
            and same is not None
            and same.base == _METHOD
            and same.measure in _SHARES
        ):
            base = same.base
        whole = self._equal_before(candidate)
        if base is None and self._is_whole(candidate, sentence) and whole is not None:
            base = whole.base
        made.base = base or "all"

    def _equal_before(self, candidate: Candidate) -> Settled | None:
        """The count before it with the same value, where there is one."""
        for other in self.recent():
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
        if base is None and _WHERE_KNOWN.search(tags) and candidate.role.measure == "offence_share":
            plain = "method_recorded" if not victims else "age_recorded" if made.band else "sex_recorded"
            return plain, "where it is known"
        parent = self._parent(candidate)
        if parent is not None and (fits(parent.base) or parent.measure in ("offence_share", "victim_share")):
            return parent.base, "as the number that it explains"
        after = tags[candidate.k + 1 : candidate.k + 7]
        before = tags[max(0, candidate.k - 8) : candidate.k]
        if re.match(r"o[dwIq]{0,2}N", after):
            ahead = next(t for t in tokens[candidate.k + 1 :] if t.tag == "N")
            whole = next((s for s in self.recent() if s.measure == "offences" and s.value == ahead.value.value), None)
            return (
                (whole.base, "base of the number that it is a share of")
                if whole and fits(whole.base)
                else ("all", "unsaid: all")
            )
        if re.match(r"o(?:[Id]*I|[wI]O|d?C|w[,·xbrn]|[wI])", after) or re.search(
            r"o(?:[Iw]|[IwdN]O?)[,–]?[xq]*$", before
        ):
            whole = self._whole_before()
            return (
                (whole.base, "base of what it is a share of") if whole and fits(whole.base) else ("all", "unsaid: all")
            )
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
        near = next(
            (s for s in reversed(self.settled[-4:]) if s.measure in ("offence_share", "victim_share") or fits(s.base)),
            None,
        )
        if near is not None and sentence.line - self.reading.sentences[near.candidate.sentence].line > 2:
            near = None
        if near is not None and fits(near.base) and not (victims and near.measure == "offences" and near.base == "all"):
            return near.base, "as the figure before it"
        return "all", "unsaid: all"

    def _whole_before(self) -> Settled | None:
        """The count that "of these" points to: the latest of all offences, or of a named base."""
        for other in self.recent():
            if other.measure == "offences" and not other.platforms and other.candidate.parent is None:
                return other
            if other.measure == "offence_share" and other.base != "all":
                return other
        return None
