"""The place of a figure: which names and which other figures may tell it, and the signs for each.

What belongs here: that column. What does not: which words name a place (`groups`), and the weights (`evidence`).
"""

import bisect
import functools
import itertools
import operator
import re
from collections.abc import Iterator

from figuretrail.text import attach, signs
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, choose
from figuretrail.text.governing import PART_OF_FORCE, SEVERAL_FORCES, WHOLE_AGAIN, Governing
from figuretrail.text.groups import NOWHERE, REGIONS_AND_FORCES, Place, one_place
from figuretrail.text.lexicon import Phrase
from figuretrail.text.walk import PART_OF_COUNT, SAME_COUNT, Settled, run_of
from figuretrail.vocabulary import DISTRICT

_OF_43 = re.compile(r"\b(?:of|all) (?:the )?43\b")
_DISTRICTS = {
    "district", "districts", "borough", "boroughs", "ward", "wards", "town", "towns", "division", "divisions",
    "council", "councils", "city", "village", "villages", "neighbourhood", "neighbourhoods", "locality", "localities",
}  # fmt: skip
_NO_ANSWER = (" missing", "did not", "not able", "unable", "failed to", "refused", "exclud", "declined")
NATIONS = ("United Kingdom", "England and Wales")
_OF_THE_LAW = ("England and Wales", "country")
_LANDS_OF_THEIR_OWN = (("Scotland", "country"), ("Northern Ireland", "country"))
_MARKS = 12  # characters of a line that may stand beside a name alone on it: "Kent Police:"
# "when the offence took effect in England and Wales", "the first year of the offence in England and Wales"
_LAW_HOLDS = re.compile(
    r"\b(?:law|act|legislation|offence|crime|force|effect|outlawed|criminalised|illegal|introduced)\b"
    r"(?!s|(?: was| were)? recorded)[^.;:\n]{0,40}\b(?:in|across|to|for) (?:both )?$"
)
_ALSO = "as a force, by a name that is a region's too"
_SIZES = ((20, "under 20"), (100, "under 100"), (400, "under 400"), (1500, "under 1,500"), (5000, "under 5,000"))
_NOT_MEANT = ("not ", "not in ", "rather than ", "instead of ")  # "the UK, not Wales alone"
_BACK = 16  # characters before a name
_ROWS = 24  # figures back that may be of the forces of one region
_NAMES = 60  # names of places before and after that are looked at
_UNKNOWN_NAME = re.compile(r"x[x,&o~]{0,8}[:–]")  # "Belfast City: 52", "Armagh City, Banbridge and Craigavon: 26"
_SEVERAL = "several places, which are none of the known"
_UNKNOWN = "a name that is none of the known places"
_AFTER_NAME = ("r", "b", "h", ":", "–", "⟨", ",", "N", "&", "χ")
_SAID_HERE = (
    "in its stretch, before", "in its stretch, after", "elsewhere in the sentence, before",
    "elsewhere in the sentence, after",
    "each its own, in order", "each of them", "before the brackets", "the number before it in the sentence",
    "the number that it explains",
)  # fmt: skip

# A place that is named but is none of the known stays open; the catalogue does not fill it.
_OPEN_BY_ITS_WORDS = {_SEVERAL, _UNKNOWN, PART_OF_FORCE, SEVERAL_FORCES, *_SAID_HERE[:4], "each of them"}


class Placing(Governing):
    """Settles where a figure was counted."""

    def _place(self, made: Settled, sentence: Sentence) -> None:
        options = list(self._place_options(made, sentence))
        state = "no figure before" if not self.settled else "figures before"
        size = next((name for limit, name in _SIZES if made.value < limit), "5,000 and more")
        size = f"{size} {made.unit}"  # no force counts so many as a country
        for option in options:
            kind = option.value[1] or "nowhere"
            option.signs += self.places_named.signs(option.value, option.told_by, f"{kind}, {state}")
            option.signs += [f"{kind}, {size}", f"{kind}, {made.measure}"]
        signs.shared(self, "geography", made, sentence, options)
        best, sure = self._chosen_place(made, options)
        made.place = best.value
        made.rules["place"] = best.told_by
        made.sure["geography"] = sure
        made.place_said = best.value != NOWHERE or best.told_by in _OPEN_BY_ITS_WORDS
        if best.told_by not in _SAID_HERE:
            made.inherited.add("geography")

    def _chosen_place(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        return choose("geography", options)

    def _place_options(self, made: Settled, sentence: Sentence) -> Iterator[Option]:
        candidate = made.candidate
        known = signs.about(candidate, sentence, made.measure)
        spots = [j for j, tag in enumerate(sentence.tags) if tag in "GUJ"]
        known.insert(0, signs.where(candidate, spots))
        if _UNKNOWN_NAME.match(sentence.tags) and self.reading.clean.text[sentence.tokens[0].start].isupper():
            known.append("an unknown name begins the line")
        group = self._one_of_group(candidate, sentence, "G")
        if group is not None:
            yield Option(group, "each its own, in order", [])
            return  # as many names as numbers, in one order: nothing else can be meant
        settled = self._place_for_sure(made, sentence)
        if settled is not None:
            yield Option(*settled, [])
            return
        if candidate.each and candidate.places and len(made.platforms) < 2:
            yield Option(NOWHERE, "each of them", [])
            return  # "Durham and Cleveland each recorded 88": a figure for each
        for j in spots:
            option = self._place_by_words(made, sentence, j, spots, known[1:])
            name, kind = option.value
            of_both = kind == "region" and name in REGIONS_AND_FORCES
            said = self._force_or_region(made, sentence) if of_both else []
            option.signs += [("a region's name that is a force's too", said)] if of_both else []
            yield option
            if of_both:
                yield Option((name, "force"), option.told_by, [*option.signs, *signs.named(_ALSO, said)])
        before = attach.before_bracket(candidate, sentence.tags, "G")
        if before is not None:
            name = "before the brackets"
            yield Option(attach.place_of(sentence.tokens[before]), name, signs.named(name, known))
        yield from self._place_by_figures(made, sentence, known)
        yield from self._place_by_text(made, sentence, known)
        for j in self._unknown_names(candidate, sentence):
            _, found = signs.beside(candidate, sentence, j, [j], known)
            following = sentence.tokens[j + 1] if j + 1 < len(sentence.tokens) else None
            joint = following.tag if following is not None and following.tag != "x" else "a word"
            stands = [*(sign for sign in found if isinstance(sign, str)), f"then {joint}", *known]
            yield Option(NOWHERE, _UNKNOWN, signs.named(_UNKNOWN, stands))
        if self._some_forces(candidate, sentence) or self._district(candidate, sentence):
            yield Option(NOWHERE, _SEVERAL, signs.named(_SEVERAL, known))
        yield Option(NOWHERE, "not told", signs.named("not told", known))

    def _place_by_words(self, made: Settled, sentence: Sentence, j: int, spots: list[int], known: list[str]) -> Option:
        candidate, tags, token = made.candidate, sentence.tags, sentence.tokens[j]
        name, found = signs.beside(candidate, sentence, j, spots, known)
        if tags[j] == "G":
            value = attach.place_of(token)
            kind = value[1] or "several places"
            # who gives the numbers ("Police in England and Wales recorded") against who is only spoken of
            after = "".join(tags[j + 1 : j + 4])
            found += [f"names a {kind}", f"{name}, a {kind}"]
            if "L" in after or "F" in after or "police" in token.word:
                found.append("police of the place")
            if "r" in after:
                found.append("recorded by the place")
            if self._with_law(token.start):
                found.append("where the law holds")
        elif tags[j] == "U":
            value, kind = self._national(sentence.start), "country"
            if value == NOWHERE:  # "nationally" where neither land that has the law is named as one
                value, found = self._own_land, [*found, "no land named"]
            found += ["the whole country", f"{name}, the whole country"]
        else:
            word = token.word
            wanted = "region" if "region" in word else "force" if "force" in word or "county" in word else None
            value = self._local(sentence.start, wanted)
            found += ["here", f"here, {word}", f"{name}, here"]
        if value == NOWHERE:
            found += ["gives no known place", f"gives no known place, {tags[j]}"]
        same = self._same_sentence(candidate)
        if same is not None and j < same.candidate.k and value == same.place:
            found.append("told the number before it")
        return Option(value, name, found)

    def _force_or_region(self, made: Settled, sentence: Sentence) -> list[str]:
        """What tells whether a name of both means the force: forces before it, a row of a list or a table."""
        last = self.settled[-1].place[1] if self.settled else None
        row = "cell" if sentence.cell else "item" if self.reading.lines[sentence.line].item else "prose"
        alone = "alone" if sum(tag in "GUJ" for tag in sentence.tags) == 1 else "beside others"
        return [f"after a {last}", row, alone, f"{row}, after a {last}", made.measure]

    def _place_by_figures(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        candidate = made.candidate
        same = self._same_sentence(candidate)
        last = self.settled[-1] if self.settled else None
        before_last = next((s for s in self.recent() if last is not None and s.place != last.place), None)
        wide = next((s for s in self.recent() if s.place[1] == "country"), None)
        region = next((s for s in self.recent() if s.place[1] == "region"), None)
        force = next((s for s in self.recent() if s.place[1] == "force"), None)
        for name, figure in (
            ("the number that it explains", self._parent(candidate)),
            ("the number before it in the sentence", same),
            (SAME_COUNT, self._equal_before(made)),
            (PART_OF_COUNT, self._said_whole(candidate, sentence)),
            ("the number so many before", self._so_many_before(candidate, sentence)),
            ("the figure before", last if last is not same else None),
            ("the latest figure that is not compared", self.main),
            ("the place before that of the figure before", before_last),
            ("the country of a figure before", wide),
            ("the region of a figure before", region),
            ("the force of a figure before", force),
        ):
            if figure is None:
                continue
            found = signs.after_figure(self, name, figure, sentence, known)
            if self._heading_since(figure, sentence):
                found += [f"{name}, a heading since", f"{name}, {figure.place[1] or 'no place'}, a heading since"]
            found += [
                f"{name}, {figure.place[1] or 'no place'}",
                f"{name}, {figure.place[1] or 'no place'}, {made.measure}",
            ]
            if figure.platforms == made.platforms:
                found.append(f"{name}, same platforms")
            if figure.measure == made.measure:
                found.append(f"{name}, same measure")
            yield Option(figure.place, name, found, figure)
        whole = self._whole_again(sentence)
        if whole is not None:
            state = "a place in the sentence" if {"G", "U"} & set(sentence.tags) else "no place in the sentence"
            yield Option(whole, WHOLE_AGAIN, signs.named(WHOLE_AGAIN, [whole[1] or "", state, *known]))
        respective = self._one_named_before(candidate, sentence)
        if respective is not None:
            name = "each of those named before, in order"
            yield Option(respective, name, signs.named(name, known))
        added = self._added_up(made)
        if added is not None:
            name = "the places of the numbers before it, which it adds up"
            yield Option(added, name, signs.named(name, known))
        forces = self._forces_before()
        together = one_place(forces) if len(forces) > 1 else NOWHERE
        if together != NOWHERE:
            name = "the region of the forces before, together"
            yield Option(together, name, signs.named(name, known))

    def _one_named_before(self, candidate: Candidate, sentence: Sentence) -> Place | None:
        """ "So Sussex went up, and Surrey too. Over the four years the two had 432 and 222": one place for each."""
        run = run_of(candidate, sentence)
        if run is None or "G" in sentence.tags:
            return None
        line = self.reading.lines[sentence.line].start
        named = itertools.takewhile(lambda one: one[0] >= line, self.named_before("G", sentence.start))
        places = list(dict.fromkeys(self._place_named(phrase) for _, phrase in named))[::-1]
        numbers = [j for j in range(run.start(), run.end()) if sentence.tags[j] in "N%"]
        return places[numbers.index(candidate.k)] if len(places) == len(numbers) else None

    def _added_up(self, made: Settled) -> Place | None:
        """ "2,998 in England and 219 in Wales, or 3,217 between them": where the counts were that it is the sum of."""
        total = 0.0
        places: list[Place] = []
        for figure in itertools.islice(self.recent(), _ROWS):
            if figure.measure != "offences" or made.measure != "offences":
                return None
            total += figure.value
            places.append(figure.place)
            if total >= made.value:
                return one_place(tuple(places)) if total == made.value and len(set(places)) > 1 else None
        return None

    def _forces_before(self) -> tuple[Place, ...]:
        """The forces of the figures right before, each once."""
        forces = itertools.takewhile(lambda figure: figure.place[1] == "force", self.recent())
        return tuple(dict.fromkeys(figure.place for figure in itertools.islice(forces, _ROWS)))

    def _place_by_text(self, made: Settled, sentence: Sentence, known: list[str]) -> Iterator[Option]:
        """Places named before and after the sentence, the whole country, and the place in the title."""
        last = self.settled[-1] if self.settled else None
        floor = self.reading.sentences[last.candidate.sentence].end if last is not None else -1
        seen: set[Place] = set()
        for order, (start, phrase) in enumerate(itertools.islice(self.named_before("G", sentence.start), _NAMES)):
            value = self._place_named(phrase)
            if value in seen:
                continue
            between = self.lines_between(start, sentence.start)
            since = "since the figure before" if start >= floor else "before the figure before"
            near = (
                "in the paragraph"
                if between == 0
                else "just above"
                if between <= 2
                else "above"
                if between <= 6
                else "far above"
            )
            name = "named before"
            found = signs.named(name, [since, near, f"{since}, {near}", value[1] or "", f"{since}, {value[1]}", *known])
            found.append(f"{name}, {'the last' if not seen else 'not the last'}, {since}")
            if self._is_speaker(start):
                found += ["named with who speaks", f"named with who speaks, {since}"]
            if self._with_law(start):
                found += ["named with the law", f"named with the law, {since}"]
            if self.reading.lowered.endswith(_NOT_MEANT, max(0, start - _BACK), start):
                found.append("named as what is not meant")
            if self._is_alone(start, phrase):
                found += ["named alone on its line", f"named alone on its line, {since}, {near}"]
            if self._in_heading(start):
                found += ["named in a heading", f"named in a heading, {since}, {near}"]
            seen.add(value)
            yield Option(value, name, found)
            if len(seen) >= 3 or order > 12:
                break
        wider = next((p for _, p in self.named_before("G", sentence.start) if p.value[1] == "region"), None)
        if wider is not None and self._place_named(wider) not in seen:
            name, value = "the region named last", self._place_named(wider)
            yield Option(value, name, signs.named(name, known))
        if self.place_known:
            return  # where the text is silent, the catalogue tells the place
        again = self._said_again_after(made)
        if again is not None and again.place is not None:
            name, value = "where the number comes again", again.place
            state = "no figure before" if last is None else "figures before"
            yield Option(value, name, signs.named(name, [value[1] or "", state, *known]))
        ahead: set[Place] = set()
        for order, (_, phrase) in enumerate(itertools.islice(self.named_after("G", sentence.end), _NAMES)):
            value = self._place_named(phrase)
            if value in ahead:
                continue
            name = "named after"
            which = "the first" if not ahead else "a later one"
            if value[1] == "country" and not any(kind == "country" for _, kind in ahead):
                which = f"{which}, the first country"
            state = "no figure before" if last is None else "figures before"
            yield Option(
                value,
                name,
                signs.named(name, [which, value[1] or "", f"{state}, {which}", f"{state}, {value[1]}", *known]),
            )
            ahead.add(value)
            if len(ahead) >= 4 or order > 20:
                break
        following = bisect.bisect_left(self._groups_named, sentence.end, key=operator.itemgetter(0))
        for _, value in self._groups_named[following : following + 1]:
            name, kind = "a group of places that follows", value[1] or "several places"
            state = "no figure before" if last is None else "figures before"
            yield Option(value, name, signs.named(name, [kind, f"{kind}, {state}", *known]))
        name = "the whole country of the text"
        nation = self._national(sentence.start)
        if nation != NOWHERE:
            told = "the country of the figure before" if last is not None and last.place == nation else "another"
            yield Option(nation, name, signs.named(name, [told, *known]))
        if self._all_territorial_forces:
            name = "the 43 forces are those of England and Wales"
            yield Option(("England and Wales", "country"), name, signs.named(name, known))
        if self._first_line is not None and sentence.line > 0:
            name, value = "the first line", self._first_line
            yield Option(value, name, signs.named(name, [value[1] or "", *known]))
        for phrase in self.title:
            if phrase.tag == "G":
                name, value = "the title", self._place_named(phrase)
                yield Option(value, name, signs.named(name, [value[1] or "", *known]))

    @functools.cached_property
    def _first_line(self) -> Place | None:
        """The place that the first line names."""
        lines = self.reading.lines
        if not lines:
            return None
        first = next((phrase for start, phrase in self.names if phrase.tag == "G" and start < lines[0].end), None)
        return self._place_named(first) if first is not None else None

    @functools.cached_property
    def _groups_named(self) -> list[tuple[int, Place]]:
        """Where the text names several places as one, and what they are together: "Hampshire, Surrey and Kent"."""
        tokens = (token for sentence in self.reading.sentences for token in sentence.tokens if token.tag == "G")
        return [(token.start, one_place(token.value)) for token in tokens if len(token.value) > 1]

    @functools.cached_property
    def _all_territorial_forces(self) -> bool:
        return _OF_43.search(self.reading.lowered) is not None

    def _unknown_names(self, candidate: Candidate, sentence: Sentence) -> list[int]:
        """ "Reading had 38 and Slough 33": the capitalised words nearest to the number in its stretch, at most two."""
        text = self.reading.clean.text
        tags, k = sentence.tags, candidate.k
        found = [
            j
            for j in range(candidate.left, candidate.right + 1)
            if tags[j] == "x"
            and text[sentence.tokens[j].start].isupper()
            and not text[sentence.tokens[j].start : sentence.tokens[j].end].isupper()
            and (j or tags[1:2] in _AFTER_NAME)
        ]
        return sorted(found, key=lambda j: abs(j - k))[:2]

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

    def _is_alone(self, start: int, phrase: Phrase) -> bool:
        """Whether a line holds a name and nothing else: the lines under it are about that place."""
        line = self.line_at(start)
        before = self.reading.lowered[line.start : start]
        alone = len(before) <= _MARKS and not any(char.isalpha() for char in before)  # "2. Norfolk"
        return alone and line.end - start <= len(phrase.value[0] or "") + _MARKS

    def _with_law(self, at: int) -> bool:
        """Whether the place is only where the law holds: "when the offence took effect in England and Wales"."""
        return _LAW_HOLDS.search(self.reading.lowered, max(0, at - 70), at) is not None

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
        if not self._nations:
            return NOWHERE
        first_after = bisect.bisect_left(self._nations, at, key=lambda named: named[0])
        return self._place_named(self._nations[max(0, first_after - 1)][1])

    @functools.cached_property
    def _own_land(self) -> Place:
        """The land of a text that names none as a whole: Scotland or Northern Ireland, else where the law holds."""
        return next((p.value for p in self.phrases["G"] if p.value in _LANDS_OF_THEIR_OWN), _OF_THE_LAW)

    @functools.cached_property
    def _nations(self) -> list[tuple[int, Phrase]]:
        """Where the text names the United Kingdom, or England and Wales, and not only as where the law holds."""
        named = [(start, phrase) for start, phrase in self.names if phrase.tag == "G" and phrase.value[0] in NATIONS]
        return [one for one in named if not self._with_law(one[0])] or named

    def _local(self, at: int, kind: str | None) -> Place:
        """The local place of the text ("here", "the county"): the last named before, in the title, the first after."""
        titled = ((0, phrase) for phrase in self.title if phrase.tag == "G")
        for names in (self.named_before("G", at), titled, self.named_after("G", at)):
            for _, phrase in names:
                name, of = phrase.value
                if name not in NATIONS and of != DISTRICT and (kind is None or of in (kind, "country")):
                    return self._place_named(phrase)
        return NOWHERE

    @staticmethod
    def _place_named(phrase: Phrase) -> Place:
        name, kind = phrase.value
        return name, kind
