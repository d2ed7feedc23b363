"""The chain from a text to its candidates: clean, lines, sentences, tokens, numbers, ages, periods, names, roles.

What belongs here: the order of the steps, and which sentences are looked at. What does not: any rule of its own.
"""

import bisect
import dataclasses
import datetime as dt
import functools
import itertools
import re
from typing import Any

import ahocorasick_rs

from figuretrail.errors import told_with_its_line
from figuretrail.text import (
    attach,
    bounds,
    flat,
    furniture,
    gapping,
    groups,
    inpassing,
    intervals,
    levels,
    mentions,
    numbers,
    periods,
    ratios,
    replies,
    roles,
    sentences,
    tokens,
    victims,
)
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.clean import Clean, clean
from figuretrail.text.counting import HAD, Number
from figuretrail.text.lexicon import Phrase
from figuretrail.text.replies import NOTHING, Replies
from figuretrail.text.sentences import Line

MAX_NUMBERS = 40  # in one sentence; more are no prose


@dataclasses.dataclass(slots=True)
class Reading:
    """What was read of a text, before anything unsaid is settled."""

    clean: Clean
    lowered: str
    found: dict[int, tuple[int, Phrase]]
    lines: list[Line]
    sentences: list[Sentence]
    candidates: list[Candidate]
    dismissed: list[tuple[int, int, str]]  # start, end, what it was taken for
    published: dt.date | None = None
    replies: Replies = NOTHING
    faults: dict[tuple[int, int], str] = dataclasses.field(default_factory=dict)  # by start and end, as `note` tells

    def note(self, start: int, end: int, error: Exception) -> None:
        """Keep an error of the program itself, for which the words between two places were not read."""
        if (start, end) not in self.faults:
            self.faults[start, end] = told_with_its_line(error)
            self.dismissed.append((start, end, f"an error of the program: {self.faults[start, end]}"))

    def drop(self, kept: int, start: int, end: int, error: Exception) -> None:
        """Note an error, and forget the sentence in which it happened: all after the first `kept`, with its numbers."""
        del self.sentences[kept:]
        while self.candidates and self.candidates[-1].sentence >= kept:
            self.candidates.pop()
        self.note(start, end, error)

    def candidates_of(self, sentence: int) -> list[Candidate]:
        """The candidates of one sentence."""
        first = bisect.bisect_left(self.candidates, sentence, key=lambda candidate: candidate.sentence)
        return list(
            itertools.takewhile(lambda candidate: candidate.sentence == sentence, self.candidates[first : first + 64])
        )


@functools.cache
def _number_words() -> Any:
    nothing = (f"{verb} none" for verb in HAD)
    words = sorted({*numbers.NUMBER_WORDS, "a single", *nothing, *(f"every {which}" for which in ratios.EACH_NTH)})
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _number_places(lowered: str) -> list[int]:
    """Where a digit or a number word begins, in order."""
    found = [match.start() for match in _DIGITS.finditer(lowered)]
    end_of_text = len(lowered)
    for _, start, end in _number_words().find_matches_as_indexes(lowered):
        if (start and lowered[start - 1].isalpha()) or (end < end_of_text and lowered[end].isalpha()):
            continue
        found.append(start)
    found.sort()
    return found


_DIGITS = re.compile(r"\d+")


_SUBJECT = ("groom", "sexual communication", "sexual message")


def about_the_subject(lowered: str) -> bool:
    """Whether a text can hold figures at all: it speaks of grooming, of sexual or other offences against children."""
    return any(word in lowered for word in ("groom", "sexual", "child sex", "scwc", "child abuse"))


def _speaks_of_figures(lowered: str, start: int, end: int) -> bool:
    """Whether a sentence without a number may say what the numbers after it are: "their share of the known cases"."""
    return any(
        lowered.find(word, start, end) >= 0 for word in ("share", "figures", "counts", "percentage", "proportion")
    )


def _says_when(lowered: str, start: int, end: int) -> bool:
    """Whether a sentence without a number may date those after it: "A year earlier the order was different"."""
    return lowered.find("year", start, end) >= 0 and any(
        lowered.find(word, start, end) >= 0
        for word in ("earlier", "before", "previous", "later", "following", "ago", "year ending", "year to")
    )


def _is_heading_of_times(lowered: str, line: Line) -> bool:
    """Whether a heading without a number may say when: "Year to March" over rows that begin with years."""
    return line.heading and any(
        lowered.find(word, line.start, line.end) >= 0 for word in ("year", "month", "quarter", "period")
    )


def compose(
    text: str,
    lowered: str,
    found: tokens.Found,
    start: int,
    end: int,
    published: dt.date | None,
    *,
    youngest: bool = False,
) -> list[tokens.Token]:
    """The tokens of a sentence with numbers, ages, periods and groups of names composed."""
    made = numbers.compose(tokens.tokenise(text, lowered, found, start, end))
    if lowered.find("with", start, end) >= 0:
        for before, token in itertools.pairwise(made):
            if token.word == "with":  # "cases with a recorded method", or a new clause: ", with 27 of them on Facebook"
                token.tag = "Φ" if before.tag in ",;–" else "χ"
    _name_x(made, text)
    made = _without_dateline(
        groups.compose(periods.compose(victims.compose(made, youngest=youngest), text, published)), text
    )
    tags = "".join([token.tag for token in inpassing.plain(made)])
    if "π" in tags:
        made = intervals.compose(made)
    return _dashes(made) if tags.count("–") > 1 else made


def _name_x(made: list[tokens.Token], text: str) -> None:
    """ "TikTok figured in nine and X in three": a capital X alone, where another platform is named."""
    if any(token.tag == "P" for token in made):
        for before, token in itertools.pairwise(made):
            if token.word == "x" and text[token.start] == "X" and before.tag in ",&∨in⟨":
                token.tag, token.value = "P", "Twitter"


def _name_x_in_row(reading: Reading, made: list[tokens.Token], line: int) -> None:
    """ "X: 11" under "TikTok: 39": a capital X at the beginning of a row, where that above begins with a platform."""
    if len(made) < 2 or made[0].word != "x" or reading.clean.text[made[0].start] != "X" or made[1].tag not in ":–⟨,~N%":
        return
    above = reading.sentences[-1] if reading.sentences else None
    if above is not None and above.line == line - 1 and above.tags[:1] == "P":
        made[0].tag, made[0].value = "P", ("Twitter",)


_DATELINE = re.compile(r"G,?[@T]?(?:⟨[^⟩N%T]{1,4}⟩)?–")


def _without_dateline(made: list[tokens.Token], text: str) -> list[tokens.Token]:
    """ "LONDON, March 2 (Agencies) –": where it was written is not what the numbers are of."""
    if made and made[0].tag == "G" and text[made[0].start : made[0].end].isupper():
        line = _DATELINE.match("".join([token.tag for token in made]))
        if line is not None and line.end() > 3:  # "KENT – 92" names what is counted
            for token in made[: line.end()]:
                token.tag = "x"
    return made


def _dashes(made: list[tokens.Token]) -> list[tokens.Token]:
    """Two dashes around a number are brackets: "the majority – 48 – of the victims"."""
    spots = [j for j, token in enumerate(made) if token.tag == "–"]
    for left, right in itertools.pairwise(spots):
        inside = "".join([token.tag for token in made[left + 1 : right]])
        pairs = made[left - 1].tag == "T" and inside in ("N,T", "N;T", "N&T")  # "2021 - 31, 2022 - 35"
        if right - left <= 8 and right + 1 < len(made) and set(inside) & set("N%") and "P" not in inside and not pairs:
            made[left].tag, made[right].tag = "⟨", "⟩"
    return made


def read(body: str, *, published: dt.date | None, title: str | None = None) -> Reading:
    """Everything that can be said of a text's numbers from their own sentences; the title may say what it is about."""
    cleaned = clean(body)
    text = cleaned.text
    lowered, found = tokens.find_phrases(text)
    reading = Reading(cleaned, lowered, found, [], [], [], [], published)
    if not about_the_subject(lowered) and not any(word in (title or "").lower() for word in _SUBJECT):
        return reading
    reading.lines = sentences.lines(text)
    reading.replies = replies.find(lowered, reading.lines)
    reading.lines = [_after_label(line, reading.replies) for line in reading.lines]
    places = _number_places(lowered)
    cells, in_table = flat.find(text, reading.lines)
    cells_of: dict[int, list[flat.Cell]] = {}
    for cell in cells:
        cells_of.setdefault(cell.line, []).append(cell)
    elsewhere = _lines_of_other_stories(reading)
    at = 0
    for line in reading.lines:
        if line.number in elsewhere:
            reading.dismissed.append((line.start, line.end, "a link to another story"))
            continue
        for cell in cells_of.get(line.number, ()):
            kept = len(reading.sentences)
            try:
                _read_cell(reading, cell, published)
            except Exception as error:  # a fault of ours in one cell must not keep the others from being read
                reading.drop(kept, cell.start, cell.end, error)
        if line.number in in_table or reading.replies.after.get(line.number, 0) >= line.end:
            continue
        while at < len(places) and places[at] < line.start:
            at += 1
        has_number = at < len(places) and places[at] < line.end
        if not has_number and not line.intro and not _is_heading_of_times(lowered, line):
            continue
        quotes_before = 0
        for start, end in sentences.split(text, line.start, line.end):
            while at < len(places) and places[at] < start:
                at += 1
            numbered = at < len(places) and places[at] < end
            leads_on = line.intro or line.heading or _says_when(lowered, start, end)
            if numbered or leads_on or _speaks_of_figures(lowered, start, end):
                kept = len(reading.sentences)
                try:
                    _read_sentence(reading, line.number, start, end, published, quotes_before % 2 == 1)
                except Exception as error:  # nor one in a sentence
                    reading.drop(kept, start, end, error)
            quotes_before += text.count('"', start, end)
    _fit_to_lengths(reading.sentences)
    return reading


def _after_label(line: Line, found: Replies) -> Line:
    """A line without the number of its question: "Q2.", "Answer to (3):"."""
    after = found.after.get(line.number, 0)
    return dataclasses.replace(line, start=after) if line.start < after < line.end else line


def _lines_of_other_stories(reading: Reading) -> set[int]:
    """The lines that lead to other stories and do not name the subject."""
    found = furniture.links(reading.lowered, reading.lines)
    named = [start for start, (_, phrase) in reading.found.items() if phrase.tag == "S"] if found else []
    about = {
        number for number in found for line in [reading.lines[number]] for at in named if line.start <= at < line.end
    }
    return found - about


_NEAR_LENGTH = 2  # sentences with a number or a time, before and after, in which a time's length may be told


def _fit_to_lengths(found: list[Sentence]) -> None:
    """ "458 in two and a half years. That's from April 2017 to October 2019": the length tells where the time ends."""
    lengths = [
        [token.value.months for token in sentence.tokens if token.tag == "T" and token.value.kind in _LENGTHS]
        if "T" in sentence.tags
        else []
        for sentence in found
    ]
    for which, sentence in enumerate(found):
        for token in sentence.tokens if "T" in sentence.tags else ():
            if token.tag == "T" and token.value.kind == "span" and token.value.word == "" and not token.value.months:
                near = lengths[max(0, which - _NEAR_LENGTH) : which + _NEAR_LENGTH + 1]
                told = {months for others in near for months in others if months and months > 12 and not months % 6}
                if len(told) == 1:
                    token.value.end = mentions.fitted(token.value, told.pop()).end


_LENGTHS = ("length", "first")


def _age_of_row(label: str) -> victims.Band | None:
    """The age that a row's label under "Age of victim" says, read as a workbook's: "0-10", "Under 14", "12"."""
    from figuretrail.tables.language.labels import (
        read_ages,
    )  # its patterns take a while to load, and few articles have such rows

    return read_ages(label, numbers=True)


def _name_of_row(reading: Reading, cell: flat.Cell, start: int, end: int) -> tokens.Token | None:
    """The platform that a row's label means where that of the row above is one: "X"."""
    words = reading.clean.text[start:end]
    above = reading.candidates[-1] if reading.candidates else None
    if words == "X" and above is not None and above.platforms:
        row = reading.sentences[above.sentence]
        if row.cell and cell.line - 1 <= row.line <= cell.line:
            return tokens.Token("P", start, end, "x", ("Twitter",))
    return None


def _read_cell(reading: Reading, cell: flat.Cell, published: dt.date | None) -> None:
    """A table's cell is read like a sentence made of its title, header, label and number."""
    made: list[tokens.Token] = []
    for start, end in (*cell.context, (cell.start, cell.end)):
        age = None
        label = (start, end) == cell.context[-1]
        if label and any(token.tag == "g" for token in made):
            age = _age_of_row(reading.clean.text[start:end])
        if label and (name := _name_of_row(reading, cell, start, end)) is not None:
            made.append(name)
        elif age is not None:
            made.append(tokens.Token(victims.AGE, start, end, "age", age))
        else:
            made.extend(compose(reading.clean.text, reading.lowered, reading.found, start, end, published))
        made.append(tokens.Token("·", end, end, "."))
    made.pop()
    tags = "".join([token.tag for token in made])
    k = next((j for j, tag in enumerate(tags) if tag in "N%" and made[j].end > cell.start), None)
    if k is None or not isinstance(made[k].value, Number):
        return
    sentence = Sentence(cell.context[-1][0], cell.end, cell.line, made, tags, [], cell=True)
    reading.sentences.append(sentence)
    heads = [reading.lowered[start:end] for start, end in cell.context[:-1]]
    measure, unit, value = _in_table(made, tags, k, " ".join(heads))
    if measure == "offences" and len(heads) > 1 and _OF_FORCES.search(heads[-1]):
        measure = "forces"  # "Forces replying", beside a column of offences
    if unit == "count" and value != int(value):
        reading.dismissed.append((cell.start, cell.end, "decimal"))
        return
    role = roles.Role(measure, unit, value, "cell of a table", head="T")
    _add(
        reading,
        Candidate(
            len(reading.sentences) - 1,
            len(reading.candidates),
            k,
            made[k],
            role,
            bounds.bound_of(made, k),
            0,
            len(tags) - 1,
        ),
        sentence,
    )


_OF_FORCES = re.compile(
    r"^(?:number of |how many )?(?:police )?forces\b(?!.*\b(?:recorded|offences|crimes|figures?)\b)"
)
_PERCENTAGES = ("%", "per cent", "percent")
_OF_NUMBERS = re.compile(r"\b(?:in brackets|numbers?|counts?|totals?)\b")
_SIGNS = {"+": 1, "▲": 1, "↑": 1, "-": -1, "–": -1, "▼": -1, "↓": -1}


def _in_table(made: list[tokens.Token], tags: str, k: int, head: str) -> tuple[str, str, float]:
    """Measure, unit and value of a table's number: a share or a change where it, or what stands over it, says so."""
    value = made[k].value.value
    sign = _SIGNS.get(made[k].value.sign) or _SIGNS.get(made[k - 1].word if k else "")
    of_percentages = any(word in head for word in _PERCENTAGES) and _OF_NUMBERS.search(head) is None
    if tags[k] != "%" and not of_percentages:
        return "offences", "count", value
    if sign is None and "R" not in tags:
        return "offence_share", "percent", value
    return "offence_change", "percent_change", value * (sign or 1)


def _add(reading: Reading, candidate: Candidate, sentence: Sentence) -> None:
    attach.platforms_of(candidate, sentence)
    attach.place_in(candidate, sentence)
    attach.period_in(candidate, sentence)
    reading.candidates.append(candidate)


def _is_age_of_youngest(reading: Reading, line: int) -> bool:
    """Whether the first numbers of an answer are to come, which is to the question for the youngest victim's age."""
    asked = reading.replies.answered.get(line)
    if asked is None or not replies.asks_for_youngest(reading.lowered, asked):
        return False
    begun = reading.replies.begun[line]
    so_far = itertools.takewhile(lambda sentence: sentence.line >= begun, reversed(reading.sentences))
    return not any({"N", "α"} & set(sentence.tags) for sentence in so_far)


def _read_sentence(
    reading: Reading, line: int, start: int, end: int, published: dt.date | None, open_quote: bool
) -> None:
    youngest = _is_age_of_youngest(reading, line)
    made = compose(reading.clean.text, reading.lowered, reading.found, start, end, published, youngest=youngest)
    _name_x_in_row(reading, made, line)
    tags = "".join([token.tag for token in made])
    quotes = [index for index, tag in enumerate(tags) if tag == '"']
    sentence = Sentence(start, end, line, made, tags, quotes, open_quote)
    which = len(reading.sentences)
    reading.sentences.append(sentence)
    taken: list[tuple[int, roles.Role]] = []
    if sum(map(tags.count, "N%X")) > MAX_NUMBERS:
        reading.dismissed.append((start, end, "a row of numbers"))
        return
    told = [(k, roles.role(made, tags, k)) for k, tag in enumerate(tags) if tag in "N%X"]
    if youngest:
        told = [(k, roles.age_asked_for(made, tags, k) or role) for k, role in told]
    told = gapping.fill(made, tags, told) if "%" in tags else told
    for k, role in levels.fill(made, tags, told):
        if role.measure:
            taken.append((k, role))
        else:
            reading.dismissed.append((made[k].start, made[k].end, role.why))
    if not taken:
        return
    first = len(reading.candidates)
    order = {k: first + n for n, (k, _) in enumerate(taken)}
    for (k, role), (left, right, parent) in zip(
        taken,
        attach.stretches(
            tags, [k for k, _ in taken], {k: role.head_at for k, role in taken if role.measure == "forces"}
        ),
        strict=True,
    ):
        bound = bounds.bound_of(made, k)
        candidate = Candidate(
            which,
            len(reading.candidates),
            k,
            made[k],
            role,
            bound,
            left,
            right,
            None if parent is None else order[parent],
        )
        _add(reading, candidate, sentence)
