"""Which candidates are figures at all: a number about recorded offences or their victims, and about nothing else.

What belongs here: what a number needs around it to count. What does not: its columns.
"""

import dataclasses
import re

from figuretrail.text import attach
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.basing import Basing
from figuretrail.text.walk import Settled, is_restatement

_IN_COURT = {
    "jailed",
    "pleaded",
    "guilty",
    "admitted",
    "admitting",
    "sentenced",
    "convicted",
    "charged",
    "prosecuted",
    "accused",
    "denied",
    "denies",
    "admits",
}
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
    "found",
    "recorded",
    "seen",
}


class Licensing(Basing):
    """Tells figures from other numbers by their surroundings."""

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
        if any(t.word in _IN_COURT for t in sentence.tokens[max(0, k - 8) : k]):
            return "what somebody was tried for"
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
            return (
                ""
                if not role.needs_context
                or set(tags) & set("SOr")
                or {t.word for t in sentence.tokens} & {"victim", "victims"}
                else "age in another connection"
            )
        if role.measure == "forces" and re.search(r"No[dw]?$", tags[:k]):
            return "all the forces that were asked"
        if role.measure == "forces" and role.needs_context:
            told = "F" in tags[:k] or any(s.measure == "forces" for s in self.settled[-3:])
            return "" if told else "answers of somebody else"
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

    def _rejects_cell(self, sentence: Sentence, near: Settled | None) -> str:
        tags = set(sentence.tags)
        if tags & set("Ωσε£"):
            return "a table of something else"
        named = tags & set("OSAPW") or (tags & set("GTVα") and (near is not None or self.starts["SA"]))
        return "" if named else "a table of something else"

    def _rejects_change(self, candidate: Candidate, sentence: Sentence, near: Settled | None) -> str:
        tags = sentence.tags
        if set(tags) & set("OSAW"):
            return ""
        if near is None or "ε" in tags:
            return "about something else"
        told = set(tags) & set("CWPQGTU") or set(tags[:2]) & set("RD")
        here = sentence.line == self.reading.sentences[near.candidate.sentence].line
        return (
            ""
            if told
            or near.candidate.sentence == candidate.sentence
            or (here and ("R" in tags or candidate.role.why == "above or below another"))
            else "about something else"
        )

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
        if "£" in tags[: candidate.k] and not set(stretch) & set("PQVOS"):
            return "a share of money"
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
        if near is not None and is_restatement(candidate, sentence):
            return ""  # "the title makes this four in five"
        after_of = (
            tokens[candidate.k + 2].word
            if tags[candidate.k + 1 : candidate.k + 2] == "o" and candidate.k + 2 < len(tokens)
            else ""
        )
        if near is not None and after_of in ("these", "those", "them", "it", "which", "whom"):
            return ""
        of = re.match(r"o[dwI]?(?:[INC]|[xSAr~]{0,2}O)|o[dw]?[,·]", tags[candidate.k + 1 : candidate.k + 9])
        if of is not None and near is not None:
            return ""
        if near is not None and near.measure == "offence_share" and "h" in stretch:
            return ""
        base = attach.base_of(tokens, tags, 0, len(tags) - 1)
        if base is not None and (near or set(tags) & set("OSA")):
            return ""
        if same is not None and same.measure in ("offence_share", "victim_share"):
            return ""
        if near is not None and near.measure == "offence_share" and (self._intro(sentence) or set(stretch) & set("Q")):
            return ""
        return "a share of something else"

    def _said_of_the_subject(self, sentence: Sentence, k: int, stretch: str) -> bool:
        """ "In the year to March 2021 police recorded 5,441", "the half-year figures were 2,529 in ..."."""
        tags = sentence.tags
        title = self.title.lower()
        known = next(self.named_before("SA", sentence.start), None) is not None
        if not known and "groom" not in title and "sexual communication" not in title:
            return False
        if "T" not in stretch or set(tags) & set("Ωψε£"):
            return False
        recorded = tags[k - 1 : k] == "r" and ("G" in stretch or "L" in tags[:k])
        return recorded or ("C" in tags[:k] and "b" in tags[:k] and bool(self.settled))

    @staticmethod
    def _of_other_things(candidate: Candidate, sentence: Sentence) -> bool:
        """ "25% of Year 6 pupils", "90 per cent of parents": a share of neither offences nor victims."""
        tags, tokens = sentence.tags, sentence.tokens
        if tags[candidate.k + 1 : candidate.k + 2] != "o":
            return False
        stop = next((j for j in range(candidate.k + 2, len(tags)) if tags[j] in "brh,·;⟨⟩PT–:"), len(tags))
        inside = tags[candidate.k + 2 : stop]
        words = {t.word for t in tokens[candidate.k + 2 : stop]}
        if set(inside) & set("OSAICNGkW") or words & {
            "victims",
            "victim",
            "these",
            "those",
            "them",
            "children",
            "girls",
            "abuse",
            "contact",
            "time",
        }:
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
        victims = {t.word for t in sentence.tokens[candidate.left : candidate.right + 1]} & {"victims", "victim"}
        if (
            near is not None
            and role.elliptical
            and victims
            and (set(stretch) & set("α") or attach.victims_in(dataclasses.replace(candidate), sentence))
        ):
            return ""
        if near is not None and re.match(r"od?V,", tags[max(0, k - 4) : k]) and set(stretch) & set("α"):
            return ""
        if same is not None and same.measure == "victims" and "α" in stretch:
            return ""
        if "Ω" in tags and not set(stretch) & set("PGTS"):
            return "about something else"
        if re.search(r"[xH]o[dq]?$", tags[max(0, k - 4) : k]) and not set(tags) & set("OSATPC"):
            return "counts something else"  # "an establishment of 18"
        if near is not None and re.match(r"o[dw]?N", tags[k + 1 : k + 4]) and set(tags) & set("kHgsPrQ"):
            return ""  # "67 of the 108"
        if near is None and self._said_of_the_subject(sentence, k, stretch):
            return ""
        if near is None and not set(tags) & set("OSAC"):
            return "about something else"
        if same is not None:
            return (
                ""
                if set(stretch) & set("TGPQUceb")
                or tags[k - 1 : k] in tuple("cft,&")
                or re.match(r"[,&eoc·vr⟨]", tags[k + 1 : k + 2] or "·")
                else "about something else"
            )
        if set(tags) & set("OSA") and set(stretch) & set("OSATGULPk"):
            return ""
        if near is not None and set(stretch) & set("TGCPQUZcwrkH") and set(tags) & set("bCrTGUPQ:,"):
            return ""
        return "about something else"


def _close(tags: str, k: int, left: int, right: int) -> str:
    """The classes near the number, within its stretch."""
    return tags[max(left, k - 5) : min(right, k + 5) + 1]
