"""The grammar's word classes, and the search that finds every known phrase of a text in one pass.

What belongs here: which word or phrase belongs to which class (from `article_words.toml` and the reference tables), and
how a rule is written over classes. What does not: the rules themselves.

A class is one character, so that a sentence is a short string of classes and a rule is a regular expression over it.
Rules are written with the names of the classes (`"between DATE and DATE"`) and turned into that form by `pattern`.
"""

import functools
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick_rs

from figuretrail.figure import SUBJECT
from figuretrail.vocabulary import DISTRICT, districts, offences, places, platforms

WORDS_FILE = Path(__file__).resolve().parents[1] / "vocabulary" / "article_words.toml"

CLASSES = {
    # numbers, as `numbers` composes them
    "NUMBER": "N",
    "SHARE": "%",
    "MULTIPLE": "X",
    "YEAR": "Y",
    "YEARPAIR": "y",
    # time, as `periods` composes it
    "DATE": "@",
    "PERIOD": "T",
    "LENGTH": "Λ",
    "PART": "κ",
    "month": "M",
    "unit": "u",
    "relative": "w",
    "span_noun": "ς",
    "lockdown": "λ",
    "law": "l",
    # what is counted
    "offence_noun": "O",
    "use_noun": "W",
    "measure_noun": "C",
    "subject_word": "S",
    "OTHER": "A",
    "victim_noun": "V",
    "force_noun": "F",
    "police_noun": "L",
    "method_noun": "H",
    "foreign_noun": "Ω",
    "person": "ψ",
    "reference": "ρ",
    "survey": "σ",
    "elsewhere": "ε",
    # names
    "PLATFORM": "P",
    "platform_pronoun": "Q",
    "PLACE": "G",
    "national": "U",
    "local_pronoun": "J",
    # what is said of it
    "age_noun": "g",
    "sex_noun": "s",
    "known_verb": "k",
    "record_verb": "r",
    "share_verb": "h",
    "rise": "R",
    "fall": "D",
    "comparator": "c",
    "BOUND": "q",
    "each": "e",
    "joint": "j",
    "be": "b",
    "owner_phrase": "ω",
    "aged": "a",
    "younger": "B",
    "older": "E",
    "youngest": "K",
    "under": "ū",
    "sum": "£",
    # small words and marks
    "of": "o",
    "in": "i",
    "to": "t",
    "from": "f",
    "on": "n",
    "by": "v",
    "where": "m",
    "between": "z",
    "and": "&",
    "or": "∨",
    "since": "Z",
    "per": "π",
    "while": "φ",
    "with": "Φ",
    "having": "χ",
    "the": "d",
    "it": "I",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "open": "⟨",
    "close": "⟩",
    "dash": "–",
    "hyphen": "~",
    "quote": '"',
    "stop": "·",
    "mark": "μ",
    "other": "x",
}

PUNCTUATION = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    '"': "quote",
    ".": "stop",
    "!": "stop",
    "?": "stop",
    "|": "comma",
}

# Words of these classes that are also bounds where a number follows; bounds are looked up apart.
BOUND_SECTIONS = {
    "bound_about": "~",
    "bound_over": ">",
    "bound_at_least": ">=",
    "bound_under": "<",
    "bound_at_most": "<=",
}

# "Of primary school age": children who have not yet gone on to secondary school, which begins at eleven.
PRIMARY_SCHOOL = (0, 11)
_PRIMARY_SCHOOL = (
    "primary school age", "primary-school age", "primary school-age", "primary age", "primary school aged",
    "primary-aged",
    "primary school-aged", "primary-school-aged", "primary school children", "primary-school children",
    "primary schoolchildren",
    "primary-aged children", "primary school-aged children", "primary school pupils",
)  # fmt: skip

# Variants of the reference tables that are too common as plain words to be read as names in running text.
_NOT_IN_PROSE = {
    "text", "texts", "east", "eastern", "the east", "neglect", "east anglia", "eastern england", "yellow",
    "metropolitan",
    "section 15", "s.15", "s15a", "section 15a", "s.15a", "sec 15a", "all crime", "all crimes", "all offences",
    "x", "cse",
}  # fmt: skip


# Words of running text for the people and police of a place; the reference tables hold its names.
_OF_A_PLACE = {
    "welsh": "Wales", "scottish": "Scotland", "british forces": "United Kingdom", "british police": "United Kingdom",
    "britain's police": "United Kingdom", "northern irish": "Northern Ireland", "met": "Metropolitan Police",
    "yorkshire": "Yorkshire and the Humber", "heddlu de cymru": "South Wales", "heddlu gogledd cymru": "North Wales",
}  # fmt: skip
_BY_DIRECTION = {"south of the border": "England and Wales", "north of the border": "Scotland"}
PLACE_TYPES = {place.name: place.type for place in places()}


class Phrase(NamedTuple):
    """What a known phrase is: its class, and what it stands for (a platform, a place, an offence, a bound)."""

    tag: str
    value: Any = None
    named: bool = False  # a proper name: counts only where it is written with a capital
    initials: bool = False  # "MPS": counts only in capitals, since "MPs" are somebody else


class Lexicon(NamedTuple):
    """The compiled vocabulary: single words by themselves, phrases and names by one automaton."""

    words: dict[str, str]
    bounds: dict[str, str]
    phrases: dict[str, Phrase]
    automaton: Any
    order: tuple[Phrase, ...]


@functools.cache
def lexicon() -> Lexicon:
    """Compile the vocabulary; done once, at the first text."""
    with WORDS_FILE.open("rb") as stream:
        sections = tomllib.load(stream)
    words: dict[str, str] = {}
    bounds: dict[str, str] = {}
    phrases: dict[str, Phrase] = {}
    for section, content in sections.items():
        if section in BOUND_SECTIONS:
            for word in content["words"]:
                bounds[word] = BOUND_SECTIONS[section]
                if " " in word:
                    phrases.setdefault(word, Phrase("q", BOUND_SECTIONS[section]))
            continue
        classes = content if section == "function" else {section: content["words"]}
        for name, members in classes.items():
            for word in members:
                if " " in word or "-" in word or "'" in word or name == "subject_word":
                    phrases[word] = Phrase(CLASSES[name])
                else:
                    words.setdefault(word, CLASSES[name])
    phrases.update({words: Phrase("α", PRIMARY_SCHOOL) for words in _PRIMARY_SCHOOL})
    phrases.update(_names())
    order = tuple(phrases.values())
    automaton = ahocorasick_rs.AhoCorasick(list(phrases), matchkind=ahocorasick_rs.MatchKind.Standard)
    return Lexicon(words, bounds, phrases, automaton, order)


def _names() -> dict[str, Phrase]:
    """Platforms, places and offences of the reference tables, by every name they go by, in lower case."""
    found = {words: Phrase("G", (name, PLACE_TYPES[name])) for words, name in _BY_DIRECTION.items()}
    for platform in platforms():
        for name in platform.names:
            found[name.lower()] = Phrase("P", platform.name, named=platform.name != "SMS" or " " not in name)
    for place in places():
        for name in place.names:
            key = name.lower()
            if key in found and place.type == "force" and not _says_force(key):
                continue  # a bare "West Midlands" is the region; `places` decides which from the words around it
            found[key] = Phrase("G", (place.name, place.type), named=True, initials=name.isupper() and name.isalpha())
    for word, name in _OF_A_PLACE.items():
        found.setdefault(word, Phrase("G", (name, PLACE_TYPES[name]), named=True))
    for name in districts():
        found.setdefault(name.lower(), Phrase("G", (name, DISTRICT), named=True))
    for offence in offences():
        tag = "S" if offence.slug == SUBJECT else "A"
        for name in offence.names:
            found[name.lower()] = Phrase(tag, offence.slug)
    return {name: phrase for name, phrase in found.items() if name not in _NOT_IN_PROSE}


def _says_force(name: str) -> bool:
    return any(word in name for word in ("police", "constabulary", "mpol"))


_NAME = re.compile(r"[A-Za-z_]+")


@functools.cache
def pattern(rule: str) -> re.Pattern[str]:
    """Compile a rule over classes: names of classes, with `?`, `*`, `+`, `|`, `(...)` and `[...]` as in expressions."""
    return re.compile(_NAME.sub(lambda match: CLASSES[match.group()], rule).replace(" ", ""))
