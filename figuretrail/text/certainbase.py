"""Bases that a text leaves no doubt about: by what the numbers make, or by words that say it outright.

What belongs here: shares in brackets beside the count that they are of a whole, "platform known or not", and a sentence
after the shares that says which cases they leave out. What does not: bases that are to be weighed (`basing`).
"""

import itertools
import re

from figuretrail.text import attach
from figuretrail.text.attach import Sentence
from figuretrail.text.certaintimes import points_back
from figuretrail.text.dating import Dating
from figuretrail.text.walk import BY_CHANCE, Settled

MADE_BY_COUNTS = "as its count and the whole make it"
SAID_OUTRIGHT = "said outright"
OF_THEM = "the base of those that it is some of"
OF_WHAT = "what it is a share of"
_WHOLES_BACK = 30  # figures back among which the whole of a share is
_ROUNDED = 0.6  # points by which a share may miss what its counts make
_OR_NOT = re.compile(
    r"\b(?:(?:known|recorded|identified|specified|stated|noted|named) or (?:not|unknown|unrecorded|otherwise)"
    r"|whether or not (?:the|a|an|any) (?:platform|method|means|app|site)\b"
    r"|with or without (?:the|a|an|any) (?:known |named |recorded )?(?:platform|method|means|app|site)\b"
    r"|(?:regardless|irrespective) of (?:whether|the platform|platform|the method|method|the means))"
)
GAPPED = "the number before it in the sentence, of its kind"
_JOINED = re.compile("[,&]{1,2}q?$")
_GAPPED = re.compile("%[xntif]P")
_OF_OFFENCES = re.compile("o[dSAwx]{0,3}O[^N%mk]*$|o[dSAwx]{0,3}O[^N%mk]{0,12}P[^N%mk]{0,2}%")
_KNOWN_AFTER = re.compile("[,;]&?[oi][wI]m[^N%;·]{1,12}[kr][^N%;·]{0,6},q?%")
_OF_ALL = re.compile("o?[dGSAwx]{0,4}[OV]")
_WITH_METHOD = re.compile("Oχd[xk]{0,2}H")
_HAD_METHOD = re.compile(
    r"(?:offences |crimes |records |reports |cases )?(?:that |which )?(?:had|have|has|carried|bore|show|showed)"
    r" (?:a|an|some) (?:known |recorded |named )?(?:method|platform|means|app|site|means of (?:contact|communication))"
    r" (?:against|attached|beside|entered|listed|logged|next to|recorded|noted|named|written|given)\b"
)
_OF_SHARES = {"proportions", "percentages", "shares", "figures", "numbers", "fractions"}
_LEAVING_OUT = {
    "exclude", "excludes", "excluding", "omit", "leave", "leaves", "leaving", "ignore", "ignores", "disregard",
    "discount", "only",
}  # fmt: skip
_AFTER = 3  # sentences after a share that may say so


class CertainBase(Dating):
    """Finds the bases that are certain."""

    def _certain_base(self, made: Settled, sentence: Sentence) -> tuple[str, str] | None:
        """The base of a number with the name of the rule that settles it; None where it is open."""
        made_by = self._base_by_counts(made)
        if made_by is not None:
            return made_by, MADE_BY_COUNTS
        said = self._base_outright(made, sentence) or self._base_said_after(made)
        if said is not None:
            return said, SAID_OUTRIGHT
        if self._is_gapped(made, sentence):
            return self.settled[-1].base, GAPPED
        if _goes_on_with_known(made, sentence):
            return "all", SAID_OUTRIGHT
        of_them = self._base_of_them(made, sentence)
        return (of_them, OF_THEM) if of_them is not None else None

    def _is_gapped(self, made: Settled, sentence: Sentence) -> bool:
        """ "28 per cent of offences had some link to Snapchat and 19 per cent to Instagram": one base for both."""
        candidate, tags = made.candidate, sentence.tags
        same = self._same_sentence(candidate)
        if same is None or same.measure != "offence_share" or made.measure != "offence_share" or not same.platforms:
            return False
        joined = _JOINED.search(tags, same.candidate.k, candidate.k) is not None
        gapped = _GAPPED.match(tags, candidate.k) is not None
        return joined and gapped and _OF_OFFENCES.match(tags, same.candidate.k + 1) is not None

    def _base_of_them(self, made: Settled, sentence: Sentence) -> str | None:
        """ "37 per cent of the total ... Kent recorded 114. 36 per cent of them": of the 114, whatever these are.

        Only where a share before was said to be of so many: else it may be one of those with a known means as well.
        """
        whole = self.settled[-1] if self.settled else None
        if whole is None or made.measure != "offence_share" or not points_back(made.candidate, sentence):
            return None
        lines = sentence.line - self.reading.sentences[whole.candidate.sentence].line
        plain = whole.measure == "offences" and not (whole.platforms or whole.band or whole.sex)
        said = any(one.base == whole.base and one.rules.get("base") == OF_WHAT for one in self.recent())
        return whole.base if plain and lines <= 1 and not whole.candidate.compared and said else None

    def _base_by_counts(self, made: Settled) -> str | None:
        """ "Among its 547 offences the word occurred in 171 (31%)": a share of all, since 171 of 547 are 31%."""
        count = self._parent(made.candidate)
        if made.measure != "offence_share" or made.bound != "=" or count is None or count.measure != "offences":
            return None
        wholes = (
            one
            for one in itertools.islice(self.recent(), _WHOLES_BACK)
            if one.measure == "offences" and one.bound == "=" and not one.platforms and one.value >= BY_CHANCE
            and one.band is None and one.sex is None
            and one.value > count.value and (one.place, one.period) == (count.place, count.period)
        )  # fmt: skip
        bases = {one.base for one in wholes if abs(100 * count.value / one.value - made.value) <= _ROUNDED}
        return bases.pop() if len(bases) == 1 else None

    def _base_outright(self, made: Settled, sentence: Sentence) -> str | None:
        """ "All offences, platform known or not, were 7,263"; "44 of the 61 offences with a platform"."""
        candidate = made.candidate
        first = candidate.left
        if made.measure == "offence_share":  # "expressed as a share of all 1,944, known or not, it is 22%"
            first = sentence.tags.rfind(";", 0, candidate.k) + 1
        if _OR_NOT.search(" ".join([token.word for token in sentence.tokens[first : candidate.right + 1]])):
            return "all"
        if made.measure != "offences" or made.platforms:
            return None
        after = " ".join([token.word for token in sentence.tokens[candidate.k + 1 : candidate.k + 9]])
        if _HAD_METHOD.match(after):
            return "method_recorded"
        return "method_recorded" if _WITH_METHOD.match(sentence.tags, candidate.k + 1) else None

    def _base_said_after(self, made: Settled) -> str | None:
        """ "39 per cent are girls of 12 to 15. These proportions exclude cases whose age or sex was not recorded"."""
        if made.measure not in ("victim_share", "offence_share") or made.candidate.parent is not None:
            return None
        here = made.candidate.sentence
        line = self.reading.sentences[here].line
        for after in self.reading.sentences[here + 1 : here + 1 + _AFTER]:
            words = [token.word for token in after.tokens]
            if after.line != line or words[:1] not in (["these"], ["those"], ["the"], ["all"], ["both"]):
                continue
            if _OF_SHARES.isdisjoint(words[1:3]) or _LEAVING_OUT.isdisjoint(words) or set(after.tags) & set("N%"):
                continue
            known = any(token.tag in "kr" for token in after.tokens)
            named = {tag for tag in "gsH" if tag in after.tags} if known else set()
            about_victims = made.band is not None or made.sex is not None
            return (
                attach.base_of_victims(
                    age="g" in named and made.band is not None, sex="s" in named and made.sex is not None
                )
                if about_victims
                else "method_recorded" if "H" in named else None
            )  # fmt: skip
        return None


def _goes_on_with_known(made: Settled, sentence: Sentence) -> bool:
    """ "Nine in ten victims were 11 to 15, and of those whose sex was written down, 79% girls": the nine of all."""
    tags, k = sentence.tags, made.candidate.k
    if made.measure not in ("victim_share", "offence_share") or _OF_ALL.match(tags, k + 1) is None:
        return False
    known = _KNOWN_AFTER.search(tags, k)
    before = tags[: known.start()] if known is not None else ""
    return known is not None and not set(before[k + 1 :]) & set("N%k") and "m" not in before and "k" not in before
