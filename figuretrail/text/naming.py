"""What a figure is about: the offence and the platforms, and the signs for each.

What belongs here: these columns. What does not: places, periods and bases, and how the signs weigh (`evidence`).
"""

import bisect
import itertools
import re
from collections.abc import Iterator

from figuretrail.figure import SUBJECT
from figuretrail.text import attach, signs
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, choose
from figuretrail.text.inorder import names_in_order, names_of_share_said
from figuretrail.text.lexicon import Phrase
from figuretrail.text.measuring import Measuring
from figuretrail.text.reader import compose
from figuretrail.text.replies import Question
from figuretrail.text.sentences import split
from figuretrail.text.walk import Settled

_TOGETHER = {
    "together", "combined", "taken together", "between them", "collectively", "jointly", "both", "pair", "either",
    "trio", "quartet", "add", "adding", "added", "altogether", "put", "combine", "combining", "plus", "sister",
    "stablemates",
}  # fmt: skip
_SO_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "pair": 2, "trio": 3, "quartet": 4, "duo": 2, "foursome": 4}
_MOST_TO_COME = 5  # platforms that a sentence counts and the next one names
_TO_COME = "so many named in the sentence after"
_POINTING = {"the", "all", "these", "those", "same", "big", "that", "this"}
_SHARED = re.compile(r"h[rb]{1,2}q?$")
_IT = re.compile(r"I[xrbd]{0,3}q?$")
_HEADING = 60  # characters of a line that may be one
_ALONE = 24  # characters of a line that a platform has to itself: "4. WhatsApp"
_IT_WORDS = {"it", "its", "they", "their", "there", "such", "those"}
_USED = {"used", "involved", "featured", "named", "appeared", "cited", "recorded", "mentioned", "behind"}
_EXAMPLE = re.compile(r"\b(?:e\.?g\b|i\.?e\b|such as|for example|including|etc|like)")
_NO_PLATFORMS = ("forces", "methods", "victim_age")

_SHARES = ((8, "under 8%"), (20, "under 20%"), (35, "under 35%"), (48, "under 48%"), (65, "under 65%"))


class Naming(Measuring):
    """Settles what a figure is about."""

    # the offence --------------------------------------------------------------------------------------------

    def _offence(self, made: Settled, sentence: Sentence) -> None:
        if not self.others_named:
            made.sure["offence"] = 1.0
            return
        options = list(self._offence_options(made, sentence))
        of_place = self._offence_of_place(sentence)
        for option in options:
            option.signs += self.offences_named.signs(option.value, option.told_by, _offence_kind(option.value))
            if of_place is not None:
                same = "the" if option.value == of_place else "another than the"
                option.signs += [f"{same} offence of the place named", f"{same} offence of the place, {option.told_by}"]
        signs.shared(self, "offence", made, sentence, options)
        best, sure = self._chosen_offence(made, options)
        made.offence = best.value
        made.rules["offence"] = best.told_by
        made.sure["offence"] = sure
        if "sentence" not in best.told_by and "stretch" not in best.told_by:
            made.inherited.add("offence")

    def _offence_of_place(self, sentence: Sentence) -> str | None:
        """The offence of the latest figure of the place that the sentence, or the head of its list, names first."""
        intro = self._intro(sentence)
        for named in (sentence, intro) if intro is not None else (sentence,):
            for token in named.tokens:
                if token.tag == "G" and (offence := self.offence_at.get(attach.place_of(token))) is not None:
                    return offence
        return None

    def _offence_asked(self, sentence: Sentence) -> str | None:
        """The one offence that the question names which the sentence answers, where that names none itself."""
        asked = self.reading.replies.answered.get(sentence.line)
        if asked is None or not {"S", "A"}.isdisjoint(sentence.tags):
            return None
        named = {phrase.value if phrase.tag == "A" else SUBJECT for phrase in self._named_in(asked, "SA")}
        return named.pop() if len(named) == 1 else None

    def _chosen_offence(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("offence", options)

    def _offence_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        """The offences named in the sentence and around it, those of the figures before, and the subject itself."""
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        asked = self._offence_asked(sentence)
        if asked is not None:
            yield Option(asked, "the one that the question asks about", [])
            return
        known = signs.about(candidate, sentence, made.measure)
        spots = [j for j, tag in enumerate(tags) if tag in "SA"]
        known.insert(0, signs.where(candidate, spots))
        for j in spots:
            name, found = signs.beside(candidate, sentence, j, spots, known[1:])
            value = tokens[j].value if tags[j] == "A" else SUBJECT
            kind = _offence_kind(value)
            plain = tags[j] == "S" and tokens[j].value != SUBJECT
            found += [kind, f"{name}, {kind}", f"{name}, {'only a word of it' if plain else 'by its name'}"]
            if plain and tags[j + 1 : j + 2] in ("O", "o"):
                found.append("a word of it before offences")
            yield Option(value, name, found)
        for name, figure in self._told_before(made):
            found = signs.after_figure(self, name, figure, sentence, known)
            found += [
                f"{name}, {_offence_kind(figure.offence)}",
                f"{name}, {_offence_kind(figure.offence)}, {known[0]}",
            ]
            yield Option(figure.offence, name, found, figure)
        row = self.first_of_line_before(sentence)
        if row is not None:
            name = "the first figure of the line before"
            found = signs.after_figure(self, name, row, sentence, known)
            yield Option(row.offence, name, [*found, f"{name}, {_offence_kind(row.offence)}"], row)
        seen = 0
        for start, phrase in self.named_before("SA", sentence.start):
            value = phrase.value if phrase.tag == "A" else SUBJECT
            lines = self.lines_between(start, sentence.start)
            near = "in the paragraph" if lines == 0 else "just above" if lines <= 2 else "above"
            name = "named before"
            heading = "in a heading" if self._in_heading(start) else "in the text"
            which = "the last" if seen == 0 else "an earlier one"
            kind = _offence_kind(value)
            what = [near, which, f"{which}, {near}", f"{heading}, {near}", f"{kind}, {which}", *known]
            yield Option(value, name, signs.named(name, what))
            seen += 1
            if seen == 3:
                break
        for _, phrase in self.named_after("SA", sentence.end):
            value = phrase.value if phrase.tag == "A" else SUBJECT
            name = "named after"
            state = "nothing before" if seen == 0 else "something before"
            yield Option(value, name, signs.named(name, [state, f"{state}, {_offence_kind(value)}", *known]))
            break
        often = self.offences_named.said(SUBJECT) == "named most"
        yield Option(
            SUBJECT, "the subject", signs.named("the subject", ["named most" if often else "not named most", *known])
        )

    def _in_heading(self, at: int) -> bool:
        """Whether the place in the text is in a short line of its own."""
        line = self.line_at(at)
        return line.end - line.start <= _HEADING

    # platforms ----------------------------------------------------------------------------------------------

    def _platforms(self, made: Settled, sentence: Sentence) -> None:
        if made.measure in _NO_PLATFORMS:
            return
        options = list(self._platform_options(made, sentence))
        if made.unit == "percent":
            share = next((name for limit, name in _SHARES if made.value < limit), "most")
            for option in options:  # all platforms of an owner have more than one of them
                option.signs.append(f"{min(3, len(option.value))} platforms, {share}")
        signs.shared(self, "platforms", made, sentence, options)
        best, sure = self._chosen_platforms(made, options)
        made.platforms = best.value
        made.rules["platforms"] = best.told_by
        made.sure["platforms"] = sure
        if best.value and not best.told_by.startswith(("in its", "elsewhere", "each", "before the", "the number")):
            made.inherited.add("platforms")

    def _named_in(self, asked: Question, tags: str) -> list[Phrase]:
        """The names of one kind in a question."""
        first, after = (bisect.bisect_left(self.starts[tags], at) for at in (asked.start, asked.end))
        return self.phrases[tags][first:after]

    def _platform_asked(self, candidate: Candidate, sentence: Sentence) -> str | None:
        """ "2. In how many was Snapchat used?" ... "2. 46": the one platform that the question names, as no example."""
        asked = self.reading.replies.answered.get(sentence.line)
        if asked is None or not candidate.role.elliptical or not {"P", "Q", "O"}.isdisjoint(sentence.tags):
            return None
        named = {phrase.value for phrase in self._named_in(asked, "P")}
        if len(named) != 1 or _EXAMPLE.search(self.reading.lowered, asked.start, asked.end) is not None:
            return None
        value = named.pop()
        return value if isinstance(value, str) else value[0] if len(value) == 1 else None

    def _chosen_platforms(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("platforms", options)

    def _platform_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        candidate, tags, tokens = made.candidate, sentence.tags, sentence.tokens
        known = signs.about(candidate, sentence, made.measure)
        if self._is_whole(candidate, sentence):
            known.append("the whole of a share")
        if candidate.role.why == "some of those before":
            known.append("some of those before")
        if candidate.role.head == "W":
            known.append("uses counted")
        if self._says_such(candidate, sentence):
            known.append("such")
        if self._it_was_used(candidate, sentence):
            known.append("it was used")
        spots = [j for j, tag in enumerate(tags) if tag in "PQ"]
        known.insert(0, signs.where(candidate, spots))
        group = self._one_of_group(candidate, sentence, "P")
        if group is not None:
            yield Option((group,), "each its own, in order", [])
            return  # as many names as numbers, in one order: nothing else can be meant
        asked = self._platform_asked(candidate, sentence)
        if asked is not None:
            yield Option((asked,), "the one that the question asks about", [])
            return
        before = names_in_order(self, candidate, sentence)
        if before is not None:
            yield Option(before, "each that of the figure before, in order", [])
            return
        said = names_of_share_said(self, candidate, sentence)
        if said is not None:
            yield Option(said, "the number before that it is a share of the whole by", [])
            return
        for j in spots:
            name, found = signs.beside(candidate, sentence, j, spots, known[1:])
            value = tuple(tokens[j].value) if tags[j] == "P" else self._spoken_platforms(sentence, j)
            if tags[j] == "Q":
                found += ["spoken of", f"spoken of, {tokens[j].word}"]
            found.append("one platform" if len(value) == 1 else "several platforms")
            after = tags[j + 1 : j + 4]
            if any(token.tag == "k" for token in tokens[j + 1 : j + 3]):
                found += ["something known of it", f"something known of it, {tags[j]}"]
            found.append(f"then {after[:1]}")
            same = self._same_sentence(candidate)
            if same is not None and same.platforms == value:
                found += ["told the number before it", f"told the number before it, {made.measure}"]
            yield Option(value, name, found)
        inside = [j for j in spots if tags[j] == "P" and candidate.left <= j <= candidate.right]
        if len(inside) > 1:
            name = "all that its stretch names"
            everything = tuple(dict.fromkeys(one for j in inside for one in tokens[j].value))
            yield Option(everything, name, [*signs.named(name, known), *self._joined(name, sentence)])
        own = tuple(one for j in inside for one in tokens[j].value)
        groups = list(dict.fromkeys(s.platforms for s in list(self.recent())[:6] if s.platforms))
        for count in (1, 2, 3, *self._so_many_said(sentence)):
            joined = tuple(dict.fromkeys([*(one for group in groups[:count] for one in group), *own]))
            if len(groups) >= count and len(joined) > max(len(own), 1) and (own or count > 1):
                name = "those spoken of, together"
                found = signs.named(
                    name, [f"{count} figures before", "more named here" if own else "none named here", *known]
                )
                yield Option(
                    joined, name, [*found, *self._joined(name, sentence), *self._joined(f"{name}, {count}", sentence)]
                )
        yield from self._platforms_counted_out(made, sentence, known)
        bracketed = attach.before_bracket(candidate, tags, "P")
        if bracketed is not None:
            yield Option(
                tuple(tokens[bracketed].value), "before the brackets", signs.named("before the brackets", known)
            )
        yield from self._platforms_by_text(made, sentence, known)
        found = signs.named("none", known)
        if self.settled:
            last = self.settled[-1]
            found.append(f"none, after {'platforms' if last.platforms else 'no platforms'}")
        yield Option((), "none", found)

    def _platforms_counted_out(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        """ "The three", "the quartet", "the former": of a list of platforms just as long, named before."""
        words = [token.word for token in sentence.tokens]
        wanted = {_SO_MANY[b] for a, b in itertools.pairwise(words) if a in _POINTING and b in _SO_MANY}
        own = words[made.candidate.left : made.candidate.right + 1]
        one = next((n for n, name in enumerate(("former", "latter")) if name in own), None)
        yield from self._platforms_to_come(made.candidate.sentence, known)
        if not wanted and one is None:
            return
        here = [tuple(token.value) for token in reversed(sentence.tokens[: made.candidate.k]) if token.tag == "P"]
        groups = [*here, *self._groups_before(sentence)]
        pair = next((group for group in groups if len(group) == 2 or (one == 1 and len(group) > 2)), None)
        if one is not None and pair is not None:  # "the latter" is said of the last of more, too
            name = "the former or the latter"
            yield Option((pair[-one],), name, signs.named(name, known))
        whole = next((group for group in groups if len(group) in wanted), None)
        if whole is not None:
            name = "so many named before"
            yield Option(whole, name, signs.named(name, known))

    def _platforms_to_come(self, which: int, known: list[str]) -> Iterator[Option]:
        """ "Half came through three apps. Snapchat ..., Facebook ... and Instagram ...": named right after."""
        for number, noun in itertools.pairwise(self.reading.sentences[which].tokens):
            if noun.tag == "H" and number.tag == "N" and 2 <= number.value.value <= _MOST_TO_COME:
                following = self.reading.sentences[which + 1 : which + 2]
                named = [
                    one for after in following for token in after.tokens if token.tag == "P" for one in token.value
                ]
                together = tuple(dict.fromkeys(named))
                if len(together) == number.value.value:
                    yield Option(together, _TO_COME, signs.named(_TO_COME, known))

    @staticmethod
    def _so_many_said(sentence: Sentence) -> list[int]:
        """ "All four", "the five together": how many of the names before are put together, where more than three."""
        words = itertools.pairwise([token.word for token in sentence.tokens])
        return [_SO_MANY[b] for a, b in words if a in _POINTING and _SO_MANY.get(b, 0) > 3][:1]

    @staticmethod
    def _joined(name: str, sentence: Sentence) -> list[str]:
        """Signs of words that put things together: "taken together with", "the two", "between them", "the four"."""
        words = [token.word for token in sentence.tokens]
        found = [f"{name}, {word}" for word in dict.fromkeys(words) if word in _TOGETHER]
        if any(a in _POINTING and b in _SO_MANY for a, b in itertools.pairwise(words)):
            found.append(f"{name}, the two or three")
        return found or [f"{name}, no word of joining"]

    def _platforms_by_text(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        candidate, tags = made.candidate, sentence.tags
        shared = _SHARED.search(tags[: candidate.k]) is not None
        it = _IT.search(tags[: candidate.k]) is not None
        latest = next((s for s in self.recent() if s.platforms), None)
        several = next((s for s in self.recent() if len(s.platforms) > 1), None)
        told = [
            *self._told_before(made),
            ("the latest figure of platforms", latest),
            ("the latest figure of several platforms", several),
        ]
        for name, figure in told:
            if figure is None:
                continue
            found = signs.after_figure(self, name, figure, sentence, known)
            some = "platforms" if figure.platforms else "none"
            place = "same place" if candidate.place in (None, figure.place) else "new place"
            found += [
                f"{name}, {some}", f"{name}, {some}, {made.measure} after {figure.measure}", f"{name}, {place}, {some}",
            ]  # fmt: skip
            found += [f"{name}, {what}" for what, holds in (("the share was", shared), ("it", it)) if holds]
            if "O" in tags[candidate.left : candidate.right + 1]:
                found.append(f"{name}, offences in the stretch, {some}")
            yield Option(figure.platforms, name, found, figure)
        topic = self._topic(sentence)
        spoken_of = it or shared or not {"such", "it was used"}.isdisjoint(known)
        for phrase in self.title if not self.phrases["P"] or self.starts["P"][0] > sentence.start else ():
            if phrase.tag == "P":
                name = "the title"
                yield Option((phrase.value,), name, signs.named(name, known))
        for order, group in enumerate(self._groups_before(sentence)[:2] if spoken_of or topic else ()):
            name = "named in the text before"
            found = signs.named(name, [f"number {order}", *known])
            found += [f"{name}, {what}" for what, holds in (("the share was", shared), ("it", it)) if holds]
            found += [f"{name}, {what}" for what in topic]
            yield Option(group, name, found)

    def _topic(self, sentence: Sentence) -> list[str]:
        """Where a platform is named after the figure before and before the sentence: "What about Instagram?"."""
        start = next((start for start, _ in self.named_before("P", sentence.start)), None)
        last = self.settled[-1].candidate.token.end if self.settled else 0
        if start is None or start < last:
            return []
        line = self.line_at(start)
        away = sentence.line - line.number
        far = "in the paragraph" if away == 0 else "in the line before" if away == 1 else "some lines before"
        text = self.reading.clean.text
        if line.end - line.start <= _ALONE:
            how = "alone on its line"
        elif line.heading or line.intro or text[line.end - 1] == "?":
            how = "in a line that leads here"
        else:
            how = "first in its sentence" if text[max(line.start, start - 2) : start] in ("", ". ") else "in the text"
        words = {token.word for token in sentence.tokens}
        meant = "by it" if words & _IT_WORDS else "by nothing"
        return ["since the figure before", f"since the figure before, {far}", f"{how}, {far}", f"{how}, {meant}"]

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

    @staticmethod
    def _says_such(candidate: Candidate, sentence: Sentence) -> bool:
        return any(t.word == "such" for t in sentence.tokens[candidate.k + 1 : candidate.k + 3])

    @staticmethod
    def _it_was_used(candidate: Candidate, sentence: Sentence) -> bool:
        """ "it was used in 37 per cent": "it" is the platform spoken of."""
        words = [t.word for t in sentence.tokens[candidate.left : candidate.right + 1]]
        return any(
            (w in ("it", "they") and set(words[n + 1 : n + 4]) & _USED)
            or (w in ("its", "their", "it", "them") and set(words[max(0, n - 2) : n + 2]) & {"use", "uses"})
            for n, w in enumerate(words)
        )

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
        groups: list[tuple[str, ...]] = []
        here = reading.lines[sentence.line]
        for line in reversed(reading.lines[max(0, sentence.line - 8) : sentence.line + 1]):
            stop = sentence.start if line is here else line.end
            if next((start for start, _ in self.named_before("P", stop)), -1) < line.start:
                continue
            for start, end in reversed(split(reading.clean.text, line.start, stop)):
                groups.extend(self._groups_in(start, end))
        return groups

    def _groups_in(self, start: int, end: int) -> list[tuple[str, ...]]:
        """The groups of platforms in a sentence, the last first; several figures after it may ask for them."""
        known = self.groups_of.get((start, end))
        if known is None:
            made = compose(self.reading.clean.text, self.reading.lowered, self.reading.found, start, end, None)
            known = [tuple(token.value) for token in reversed(made) if token.tag == "P"]
            self.groups_of[start, end] = known
        return known


def _offence_kind(offence: str) -> str:
    return "the subject's name" if offence == SUBJECT else "another offence's name"
