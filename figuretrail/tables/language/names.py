"""The names of platforms, places and offences inside a label, from the project's vocabulary.

What belongs here: which names stand in a piece of text. What does not: what the rest of a label says (`labels`).
"""

import functools
import itertools
import re
from typing import NamedTuple

from figuretrail.tables.language.districtnames import is_district
from figuretrail.tables.language.forcenames import (
    as_listed,
    group_and_member,
    in_full,
    set_right,
    without_the_counted_too,
)
from figuretrail.tables.language.misspelt import meant_by
from figuretrail.tables.language.pointunits import is_unit_by_point
from figuretrail.tables.language.withunknown import without_the_included, without_the_left_out
from figuretrail.tables.language.words import Words, open_in
from figuretrail.vocabulary import offences, places, platforms

# Names that are also plain words: a label has to consist of them (or of a list of names) to mean the product.
_PLAIN_WORDS = {
    "snap",
    "ig",
    "signal",
    "text",
    "texts",
    "message",
    "messages",
    "hinge",
    "yellow",
    "line",
    "x",
    "match",
    "hoop",
    "messenger",
    "meta",
    "email",
    "e-mail",
    "vk",
    "pof",
    "psn",
    "bumble",
    "sms",
}
_ALONE = {
    "text": "SMS",
    "texts": "SMS",
    "message": "SMS",
    "messages": "SMS",
    "text message": "SMS",
    "x": "Twitter",
    "msn": "MSN Messenger",
    "whatsapp messenger": "WhatsApp",
    "snap": "Snapchat",
    "ig": "Instagram",
    "sms": "SMS",
    "texting": "SMS",
    "mobile text": "SMS",
    "mms": "SMS",
    "phone message": "SMS",
    "phone messages": "SMS",
    "mobile message": "SMS",
    "mobile messages": "SMS",
    "phone text": "SMS",
    "text messaging": "SMS",
}
# Kinds of means, not products: such a row is reported under the kind's own name.
_KINDS = {
    "online gaming": r"(?:online |video )?gam(?:ing|es?)(?: platforms?| sites?| apps?| consoles?)?",
    "dating app": r"(?:online )?dating (?:apps?|sites?|websites?|platforms?)",
    "chat room": r"(?:online )?chat ?rooms?(?: sites?)?",
    "telephone": r"(?:tele)?phone(?: calls?)?|mobile(?: phone)?(?: calls?)?|calls?",
    "in person": r"in person|face[ -]to[ -]face",
    "internet": r"internet|websites?|online(?: unspecified)?|the internet",
    "social media": r"social media|social network(?:ing)?(?: sites?)?",
    "letter": r"letters?|post|written note",
    "video call": r"video (?:calls?|chats?|link)|web ?cam",
}
_KIND_PATTERNS = tuple(
    (
        Words(rf"(?:{pattern})(?:\s*\(?(?:unspecified|general|other|not specified|unknown which)\)?)?"),
        name[0].upper() + name[1:],
    )
    for name, pattern in _KINDS.items()
)


class Place(NamedTuple):
    """A place that a label names; `ambiguous` where the name is a region's and a force's (West Midlands)."""

    name: str | None
    type: str | None
    ambiguous: bool = False


def _pattern(names: list[str]) -> Words:
    by_length = sorted(set(names), key=len, reverse=True)
    options = "|".join(re.escape(name).replace(r"\ ", r"[\s\-]+") for name in by_length)
    return Words(rf"(?<![\w])(?:{options})(?![\w])")


@functools.cache
def _platform_names() -> tuple[Words, dict[str, str]]:
    names = {_key(name): platform.name for platform in platforms() for name in platform.names}
    names.update({name: canonical for name, canonical in _ALONE.items() if name not in names})
    return _pattern([name for name in names if name]), names


def _key(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())


@functools.cache
def _compact_names() -> dict[str, str]:
    """Platforms' names of some length without the spaces that writers put into them."""
    return {_INSIDE.sub("", name.lower()): name.lower() for p in platforms() for name in p.names if len(name) > 5}


def _joined(lower: str) -> str:
    """A label that is a platform's name but for spaces and marks inside it ("face book") as the name; else as it is.

    So is one that was mistyped besides: "Whats Ap".
    """
    if len(lower) >= 25:
        return lower
    compact = _INSIDE.sub("", lower)
    return _compact_names().get(compact) or _compact_names().get(meant_by(compact) or "") or lower


_INSIDE = re.compile(r"[\s'’.\-]")


_FORMERLY = re.compile(r"[\s(,]*\bformerly\b[^)]*\)?")
_BESIDE_PLATFORM = re.compile(
    r"\b(?:and|or|the|via|on|by|through|over|app|platform|use of|used|using|combined|both|either|formerly|now|url"
    r"|plus|with|total|sub-?total|overall|owned|group|of (?:which|these|those|them))\b"
    r"|\bas (?:a )?(?:%|share|percentage) of (?:known|all|total)\b|[\s/&,+()\"'“”.;:\-]+"
)


def platforms_in(lower: str) -> tuple[tuple[str, ...], bool]:
    """The platforms that a lower-case text names, sorted, and whether the text is nothing but such names."""
    pattern, names = _platform_names()
    if "formerly" in lower and not lower.startswith("formerly"):
        lower = _FORMERLY.sub(" ", lower)
    lower = _without_left_out(lower if pattern.search(lower) else _joined(lower), pattern)
    found = [(match[0], names[_key(match[0])]) for match in _products(lower, pattern)]
    if not found:
        return (), False
    rest = _BESIDE_PLATFORM.sub("", pattern.sub(" ", lower))
    alone = not rest
    kept = {name for words, name in found if alone or _key(words) not in _PLAIN_WORDS}
    if kept and len(found) > len(kept):
        kept |= _listed_beside(lower, pattern, names)
    if "Facebook" in {name for _, name in found} and any(_key(words) == "messenger" for words, _ in found):
        kept.add("Facebook Messenger")
    elif not alone and kept == set() and len(found) == 1 and re.match(rf"{re.escape(found[0][0])}\s*[(:\-]", lower):
        kept.add(found[0][1])
    kept -= {name for name in kept if owned_by(name) & kept}  # "Meta (Facebook, Instagram)" is the two
    return tuple(sorted(kept)), alone


_LEFT_OUT = Words(
    r"\b(?:not|excl?|excluding|exclusive of|except(?: for)?|without|minus|less|apart from|other than)\b\.?"
    r"(?: (?:includ(?:ing|ed)|incl?|counted|shown|for|in|with|under|via|on|through|counting|the|any)\b\.?)*\s"
)
_BETWEEN_LEFT_OUT = re.compile(r"\b(?:or|and|nor|apps?|sites?)\b|[\s/&,\"'“”\d–-]+")
# "(Messenger shown below)"
_COUNTED_APART = Words(
    r" (?:is |are |was |were )?(?:(?:shown|counted|listed|given|recorded) )?"
    r"(?:not included|excluded|separate(?:ly)?|below|above|apart|elsewhere)"
)


def leaves_out_platforms(lower: str) -> bool:
    """Whether a text says that platforms are not counted in what it names: "Total excluding Snapchat"."""
    return _LEFT_OUT.search(lower) is not None and _without_left_out(lower, _platform_names()[0]) != lower


def _without_left_out(lower: str, pattern: Words) -> str:
    """A label without the platforms that it says are not counted: "Facebook (not Messenger)"."""
    found = _LEFT_OUT.search(lower)
    if found:
        scope, bracket, rest = lower[found.end() :].partition(")")
        if scope and pattern.search(scope) and not _BETWEEN_LEFT_OUT.sub("", pattern.sub(" ", scope)):
            return lower[: found.start()].rstrip(" (,;-") + rest
    before, bracket, rest = lower.partition("(")
    scope, _, rest = rest.partition(")")
    if (
        bracket
        and (name := pattern.search(scope))
        and name.start() == 0
        and _COUNTED_APART.fullmatch(scope[name.end() :])
    ):
        return before + rest
    return lower


_MESSAGES = {"message", "messages", "text", "texts"}


def _products(lower: str, pattern: Words) -> list[re.Match[str]]:
    """The names in a text, but for messages that are sent by the product named right before: "Instagram messages"."""
    found = list(pattern.finditer(lower))
    return [
        match
        for before, match in zip([None, *found], found, strict=False)
        if before is None or _key(match[0]) not in _MESSAGES or lower[before.end() : match.start()].strip()
    ]


_BETWEEN_NAMES = re.compile(r"\s*(?:[,/&]|\bor\b|\band\b|,\s*(?:or|and)\b)\s*")


def _listed_beside(lower: str, pattern: Words, names: dict[str, str]) -> set[str]:
    """Names that are plain words too, but stand in one list with a name that is none: "Kik, Omegle or Discord"."""
    found: set[str] = set()
    run: list[re.Match[str]] = []
    for match in [*pattern.finditer(lower), None]:
        if run and (match is None or not _BETWEEN_NAMES.fullmatch(lower, run[-1].end(), match.start())):
            if any(_key(one[0]) not in _PLAIN_WORDS for one in run):
                found |= {names[_key(one[0])] for one in run if _key(one[0]) != "message"}
            run = []
        if match is not None:
            run.append(match)
    return found


@functools.cache
def owned_by(owner: str) -> frozenset[str]:
    """The products of an owner whose whole group has a name of its own: of Meta Facebook, Instagram ..."""
    return frozenset(platform.name for platform in platforms() if platform.owner == owner and platform.name != owner)


_BEFORE_KIND = re.compile(r"^(?:[-–•]\s+)?(?:other )?(?:(?:via|by|over|through) )?(?:an? )?")


def platform_kind(lower: str) -> str | None:
    """The kind of means that a label is about where it names no product: "online gaming (unspecified)"."""
    plain = _BEFORE_KIND.sub("", lower.strip(" .:*'\"“”"))
    return next((name for pattern, name in open_in(plain, _KIND_PATTERNS) if pattern.fullmatch(plain)), None)


@functools.cache
def _place_names() -> tuple[Words, dict[str, list[tuple[str, str]]]]:
    names: dict[str, list[tuple[str, str]]] = {}
    for place in places():
        for name in place.names:
            entry = names.setdefault(_key(name.replace("&", "and")), [])
            if (place.name, place.type) not in entry:
                entry.append((place.name, place.type))
    for short in ("east", "the east", "britain", "the met"):
        names.pop(short, None)
    for force, names_of_force in [(p, p.names) for p in places() if p.type == "force"]:
        for name in names_of_force:
            for suffix in ("police", "constabulary", "police service", "police force"):
                key = _key(f"{name.replace('&', 'and')} {suffix}")
                if not re.search(r"(police|constabulary|service) (police|constabulary)", key):
                    names[key] = [(force.name, "force")]
    return _pattern(list(names)), names


_BESIDE_PLACE = re.compile(
    r"\b(?:police|constabulary|service|force|area|region|county|total|overall|whole|all|the|of|in|forces|above|below|listed|shown"
    r"|ytd|year[- ]to[- ]date|to[- ]date|cumulative|running)\b|[\W\d_]+"
)


def is_part_of_place(lower: str) -> bool:
    """Whether a label says more than the name of a place: "North Kent", "Kent - Maidstone"."""
    pattern, _ = _place_names()
    lower = in_full(without_the_left_out(without_the_included(lower)))  # "Cleveland (incl. not mapped)" is Cleveland
    return as_listed(lower) is None and bool(_BESIDE_PLACE.sub("", pattern.sub(" ", lower.replace("&", "and"))))


_PLACE_LIST = re.compile(r"\s*(?:,|;|/|\band\b|,\s*and\b)\s*(?:the\s)?")


_LESS = Words(r"^\W*(?:exc(?:l\b|luding|ept)?|without|outside|less|minus)\b")
_REST = Words(r"\b(?:rest of|remainder of|outside(?: of)?|other parts of|elsewhere in)\s*(?:the )?$")
_POINT = Words(r"(?:north|south|west|mid|centre|central)(?:ern)?(?: (?:area|hub|unit|locality|sector))*")
# What follows the name of a part of a force that bears the force's name
_OF_COUNCIL = Words(
    r"(?: (?:borough|district|city))?[ (]+(?:council|unitary(?: authority)?|u\.?a\.?|csp|community safety partnership"
    r"|lp[aut]|bcu|borough|district)(?: area)?[\s.:*)]*"
)
_POINT_BEFORE = Words(r"\b(?:north|south|east|west|mid|central)(?:ern)?(?:[\s-](?:east|west))?[\s-]$")
_ADJECTIVES = {
    "welsh": ("Wales", "country"),
    "scottish": ("Scotland", "country"),
    "northern irish": ("Northern Ireland", "country"),
}


def _by_adjective(text: str) -> Place | None:
    """ "Welsh forces", "North", and "East" where a label is nothing else."""
    if text.strip(" .:") in ("east", "eastern"):
        return Place("East of England", "region")
    if _POINT.fullmatch(text.strip(" .:")) or is_unit_by_point(text):
        return Place(None, None)  # a part of whatever place is spoken of
    for word, (name, kind) in _ADJECTIVES.items():
        if word in text and re.search(rf"\b{word} (?:police|forces|total)", text):
            return Place(name, kind)
    return None


def place_in(lower: str) -> Place | None:
    """The place that a lower-case text names: one place, or Place(None, None) for several or a part of one."""
    text = without_the_counted_too(lower).replace("&", "and").replace("+", "and")
    listed = as_listed(lower)
    if listed is not None:
        return Place(*listed)
    pattern, names = _place_names()
    text = in_full(text)
    turned = set_right(text)
    if turned is not None and pattern.fullmatch(turned):
        text = turned
    hits = [(match, names[_key(match[0])]) for match in pattern.finditer(text)]
    if not hits:
        return _by_adjective(text)
    if is_district(text) or is_unit_by_point(text):
        return Place(None, None)  # "Redcar and Cleveland", "Derbyshire Dales", "North East Division"
    distinct = {options[0] for _, options in hits}
    if len(hits) > 1 and len(distinct) > 1:
        # "Northern Ireland (PSNI)" is one place said twice; "Warwickshire and West Mercia" are two places.
        between = [_PLACE_LIST.fullmatch(text[a.end() : b.start()]) for (a, _), (b, _) in itertools.pairwise(hits)]
        if any(between):
            return _one_of_group(text) or Place(None, None)
        hits = hits[-1:] if hits[-1][1][0][1] == "force" and hits[0][1][0][1] != "force" else hits[:1]
    match, options = hits[0]
    if _LESS.search(text[match.end() : match.end() + 20]) or _REST.search(text[: match.start()]):
        return Place(None, None)
    name, kind = options[0]
    if kind == "force" and not text[: match.start()].strip() and _OF_COUNCIL.fullmatch(text[match.end() :]):
        return Place(None, None)  # "Wiltshire Council area" lies beside "Swindon Borough"
    if kind == "force" and len(text) < 40 and _POINT_BEFORE.search(text[: match.start()]):
        return Place(None, None)  # "South Gloucestershire" is a part of what Gloucestershire names, or beside it
    after = text[match.end() : match.end() + 30]
    if len(options) > 1 or (name, kind) in {("West Midlands", "region"), ("London", "region")}:
        many = (
            re.match(r"\s*(?:region|forces|area|total)", after) or "across" in text[: match.start()] or "region" in text
        )
        if name == "West Midlands" and not many:
            return Place(name, "region", ambiguous=True)
    return Place(name, kind)


def _one_of_group(text: str) -> Place | None:
    """The force that a label sets apart from the names of its group: "Beds/Cambs/Herts: Cambridgeshire"."""
    parts = group_and_member(text)
    told = [place_in(part) for part in parts] if parts else []
    named = [place for place in told if place is not None and place.name]
    if parts is None or len(told) != 2 or len(named) != 1:
        return None
    group = parts[told.index(named[0]) ^ 1]
    pattern, names = _place_names()
    members = {names[_key(match[0])][0] for match in pattern.finditer(group)}
    return named[0] if (named[0].name, named[0].type) in members else None


@functools.cache
def _offence_names() -> tuple[Words, dict[str, str]]:
    names: dict[str, str] = {}
    for offence in offences():
        for name in offence.names:
            if offence.slug == "all_offences" or not name:
                continue
            names[_key(name)] = offence.slug
        # A code is a name only where nothing else is written so: "71/17", but not "19", "8L" or "35".
        if offence.home_office_code and re.fullmatch(r"\d{2,3}/\d{2}[A-Z]?", offence.home_office_code):
            names.setdefault(_key(offence.home_office_code), offence.slug)
    names.pop("neglect", None)
    return _pattern(list(names)), names


_SUBJECT_WORDS = Words(
    r"\bsex\w*\.?\s+com+\w*\.?\s?(?:with|w/|to|-|\()?\s?(?:an? )?(?:child(?:ren)?|minors?|girls?|boys?|person under)\b"
    r"|\bsexual communications?\b(?! (?:with|to|between|among|from|of)\b)"  # cut short, below its full name
    r"|\bscwa?c\b|(?<!question )\b15a\b"
    r"|\bs(?:ec(?:tion)?)?\.?\s?15\s?\(?a\b|\barticle 22a\b|\bart\.? ?22a\b|\b0?71[/ ]17\b|\b07117\b"
    r"|communicat\w+ sexually with (?:a )?child|sexual messages? to (?:a )?child(?:ren)?"
    r"|(?<!sexual )\bgrooming (?:crimes?|offences?)|\boffences? of (?:online |child )*grooming"
    r"|online (?:child )?grooming|(?<!a )\bchild grooming|^(?:the )?grooming$"
)
_ONLINE_CHILD = Words(
    r"\b(?:cyber|online|internet)\b.{0,40}\bsexual offences\b|\bsexual offences\b.{0,60}\b(?:cyber|online)\b"
)
# "All offences that these 37 forces recorded in the five years" are of whatever kind the titles say.
_WERE_RECORDED = (
    r"(?:(?:was|were|have been|had been) |(?:\w+ ){0,4}(?:police|forces?|constabular\w+|we) )(?:have |had )?"
    r"(?:recorded|reported|logged|counted)(?:\W*$| (?:in|between|from|during|since|over|for|to|by)\b)"
)
_ANY_CRIME = Words(
    r"\b(?:crimes?|offences?) of (?:any|every|all) (?:kind|type|sort)s?|\bany (?:recorded )?(?:crime|offence)s? (?:that"
    r"|which|where|with|mention)"
    rf"|\ball (?:recorded )?(?:crimes?|offences?) (?:(?:that|which)(?! {_WERE_RECORDED})|where|with|mention)"
    r"|\ball crime types\b|\ball recorded crime\b|\btotal recorded crime\b"
)
_MEETING = Words(
    r"meeting (?:a )?(?:(?:fe)?male )?(?:child|boy|girl|minor)"
    r"|meeting (?:following|after) (?:sexual |child |online )?grooming"
    r"|\bsection 15\b(?!\s?\(?a)|\bs\.?\s?15\b(?!\s?\(?a)|\b0?88/0?[12]\b"
)
_CHILD_CRIME = Words(
    r"\bsexual offences? (?:against|involving|on) (?:a )?child(?:ren)?|\bchild sex(?:ual)? offences?"
    r"|\bsexual offences? .{0,20}under 1[38]"
)


# An offence of its own, though it names the others that it leads to
_ARRANGING = Words(r"\b(?:arrang|facilitat)\w+\b.{0,40}\bchild sex(?:ual)? offence")
# Offences that lists hold beside ours, by the words that the law has for them.
_BESIDE = tuple(
    (Words(pattern), slug)
    for pattern, slug in (
        (r"\b(?:caus\w+|mak\w+) (?:an? )?(?:child|girl|boy|person)\b.{0,20}\bto watch\b", "causing_a_child_to_watch"),
        (r"\b(?:caus|incit)\w+\b.{0,40}\bsexual (?:activity|act)\b", "causing_sexual_activity"),
        (
            r"\bsexual activity\b.{0,25}\b(?:child(?:ren)?|minor|girl|boy|presence)\b",
            "sexual_activity_involving_a_child",
        ),
        (r"\bsexual(?:ly)? assault\w*\b|\bindecent assault\b", "sexual_assault"),
        (r"\babuse of (?:an? |the )?(?:position of )?trust\b", "abuse_of_trust"),
        (r"\b(?:child|children|boy|girl)\b.{0,20}\b(?:prostitution|pornography)\b", "child_sexual_exploitation"),
        (r"\b(?:voyeurism|indecent exposure|upskirting)\b", "exposure_and_voyeurism"),
    )
)


_SEXUAL_OFFENCES = Words(r"(?:recorded |other )*sexual offences(?: total| recorded)?")
_ALL_SEXUAL_OFFENCES = Words(
    r"(?:the )?(?:all|total|any)(?: (?:number|count) of)?(?: recorded| other| police[- ]recorded)* sexual offences\b"
    r"(?! (?:act|order)\b)(?!.*\b(?:child|under 1[38]))"
)
SEVERAL = "several_offences"
# "Sections 15 and 15A": two offences in one number, where no header parts them.
_COUNTED_TOGETHER = Words(
    r"\b15\b(?:\s?\(?\w*\)?)?\s*(?:and|&|\+|,|/|or)\s*(?:s(?:ec(?:tion)?)?\.?\s?)?15\s?\(?a"
    r"|\b15a\)?\s*(?:and|&|\+|,|/|or)\s*"
    r"(?:s(?:ec(?:tion)?)?\.?\s?)?15\b|with a (?:child|minor)[^,;:.]{0,25}?\s(?:and|&|\+|or)\s[^,;:.]{0,12}\bmeeting\b"
    r"|(?:following|after) (?:sexual )?grooming[^,;:.]{0,20}?\s(?:and|&|\+|or)\s[^,;:.]{0,12}\bsexual communication"
)


def offence_in(lower: str) -> str | None:
    """The offence that a lower-case text names first and most exactly, as a slug; None where it names none."""
    subject = _SUBJECT_WORDS.search(lower)
    if _ONLINE_CHILD.search(lower) and not (subject and "communication" in subject[0]):
        return "online_child_sexual_offences"
    if _ANY_CRIME.search(lower) and subject is None:
        return "all_offences"
    pattern, names = _offence_names()
    hits = [(float(match.start()), names[_key(match[0])]) for match in pattern.finditer(lower)]
    if subject is not None:
        hits.append(
            (subject.start() - 0.5, "sexual_communication_with_a_child")
        )  # before what starts with the same words
    meeting = _MEETING.search(lower)
    if meeting is not None:
        hits.append((meeting.start(), "meeting_a_child_following_grooming"))
    if not hits and (_SEXUAL_OFFENCES.fullmatch(lower.strip()) or _ALL_SEXUAL_OFFENCES.match(lower.strip())):
        return "sexual_offences"
    if {slug for _, slug in hits} <= {"child_sexual_offences"} and _ARRANGING.search(lower):
        return "arranging_a_child_sex_offence"
    if not hits:
        if _CHILD_CRIME.search(lower):
            return "child_sexual_offences"
        return next((slug for pattern, slug in open_in(lower, _BESIDE) if pattern.search(lower)), None)
    slugs = {slug for _, slug in hits}
    if meeting is not None and "sexual_grooming" in slugs and min(hits)[1] != "sexual_grooming":
        slugs -= {"sexual_grooming"}  # "meeting a child following sexual grooming" names one offence
    if "sexual_communication_with_a_child" in slugs and _COUNTED_TOGETHER.search(lower):
        return SEVERAL
    if "sexual_communication_with_a_child" in slugs and len(slugs) > 1:
        # A wider category that explains itself by its parts ("88A = 71/17 + 88/1") is the category.
        first = min(hits)[1]
        return first if first in slugs else "sexual_communication_with_a_child"
    return min(hit for hit in hits if hit[1] in slugs)[1]
