"""Names that stand together, composed into one token: lists of platforms, an owner's products, lists of places.

What belongs here: which names are one group. What does not: which number a group belongs to (`attach`).
"""

import functools
import re

from figuretrail.text.lexicon import pattern
from figuretrail.text.tokens import Token
from figuretrail.vocabulary import DISTRICT, places

_OWNERS = {"Facebook": "Meta", "Meta": "Meta"}
# After the name of a place: then the name is of something else.
_NOT_A_PLACE = {
    "university", "council", "college", "school", "hospital", "airport", "road", "street", "united", "crown",
    "magistrates",
    "telegraph", "echo", "times", "live", "herald", "gazette", "news", "mp", "mps", "journal", "post", "advertiser",
    "evening", "express", "mail", "mercury", "observer", "chronicle", "argus", "examiner", "guardian", "star",
    "reporter", "infirmary", "rovers", "wanderers", "cathedral", "station", "lane", "avenue",
}  # fmt: skip
_SEATED = {"city", "county", "borough", "district", "town", "metropolitan"}  # "Leeds City Council", "Luton Town Hall"
_SEATS = {"council", "councillor", "councillors", "hall", "centre", "football", "fc"}
_TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "rev", "cllr", "coun", "pc", "dc", "ds", "di",
    "dci",
}  # fmt: skip


def compose(tokens: list[Token]) -> list[Token]:
    """The tokens with every group of platforms (class PLATFORM, a tuple) or places (class PLACE) made one token."""
    tags = "".join([token.tag for token in tokens])
    if "P" in tags or "H" in tags:
        tokens = _platforms(tokens)
        tags = "".join([token.tag for token in tokens])
    if "G" in tags:
        tokens = _places(tokens)
    return tokens


# platforms --------------------------------------------------------------------------------------------------------


def _owner(part: list[Token]) -> tuple[str, ...]:
    name = next(token.value for token in part if token.tag == "P")
    return (_OWNERS.get(name, name),)


@functools.cache
def _owner_rules() -> tuple[re.Pattern[str], ...]:
    return tuple(
        pattern(rule)
        for rule in (
            "the? PLATFORM hyphen owner_phrase (method_noun|other)?",
            "(the|other)? (method_noun|platform_pronoun) (other|where|it|the|in|record_verb|be|relative)? "
            "(other|where|it|the|in|be)? owner_phrase (by|to)? (the)? PLATFORM",
            "(the|other)? (method_noun|platform_pronoun) (other|where|the|relative)? PLATFORM owner_phrase",
            "(the|other)? (method_noun|platform_pronoun) in PLATFORM owner_phrase",
            "PLATFORM comma? or (NUMBER|it|other)? other? of? the? (method_noun|platform_pronoun) it? owner_phrase",
            "PLATFORM comma? or (NUMBER|it|other) of the (method_noun|platform_pronoun)",
            "PLATFORM and platform_pronoun relative? it owner_phrase",
            "other owner_phrase (by|to)? the? PLATFORM",
            "platform_pronoun of PLATFORM",
            "(the|other)? (method_noun|other) (of|in) the? PLATFORM (?!comma|and|or)",
            "(the|other)? method_noun (other|record_verb)? by the? PLATFORM (?!comma|and|or)",
            "the? PLATFORM hyphen (other|record_verb) method_noun",
            "the? (other)? (of)? (the)? PLATFORM owner_phrase",
        )
    )


_PRODUCTS = {"app", "site", "platform", "service", "network"}
_SPOKEN_OF = re.compile(r"d(?:[xN]~?){1,3}H(?!x?P)")


def _spoken_of(tokens: list[Token]) -> list[Token]:
    """ "The picture app", "the three biggest platforms": they stand for those that were named."""
    tags = "".join([token.tag for token in tokens])
    for match in reversed(list(_SPOKEN_OF.finditer(tags))):
        first, last = tokens[match.start()], tokens[match.end() - 1]
        if last.word.removesuffix("s") in _PRODUCTS and first.word not in ("a", "an", "no"):
            word = " ".join(token.word for token in tokens[match.start() : match.end()])
            tokens[match.start() : match.end()] = [Token("Q", first.start, last.end, word)]
    return tokens


def _platforms(tokens: list[Token]) -> list[Token]:
    tokens = _spoken_of(tokens)
    tags = "".join([token.tag for token in tokens])
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        made = None
        if tags[i] in "dxHPQ":
            made = _owned(tokens, tags, i)
        if made is None and tags[i] == "P":
            made = _listed(tokens, tags, i)
        if made is None:
            out.append(tokens[i])
            i += 1
            continue
        names, width = made
        last = tokens[i + width - 1]
        if tokens[i].word == "the" and last.word in _PRODUCTS and names[0] in _OWNERS.values() and len(names) == 1:
            words = " ".join([token.word for token in tokens[i : i + width]])
            out.append(Token("Q", tokens[i].start, last.end, words))  # "the Facebook-owned app": one named before
        else:
            out.append(Token("P", tokens[i].start, last.end, "platforms", names))
        i += width
    return _joined(out)


def _owned(tokens: list[Token], tags: str, i: int) -> tuple[tuple[str, ...], int] | None:
    for rule in _owner_rules():
        match = rule.match(tags, i)
        if match is None:
            continue
        part = tokens[i : match.end()]
        owner = _owner(part)
        if "ω" not in tags[i : match.end()] and tags.startswith(",P", match.end()) and part[-1].value == "Facebook":
            continue  # "the big four of Facebook, Instagram, WhatsApp and Snapchat"
        if owner[0] not in _OWNERS.values() or not _is_owning(part):
            continue
        end = match.end()
        after = _MEMBERS.match(tags, end) or _meaning(tokens, tags, end)
        if after is not None:
            first = next(j for j in range(end, after.end()) if tags[j] == "P")
            names, width = _listed(tokens, tags, first)
            stop = first + width
            itself = _ITSELF.match(tags, stop)
            also = itself is not None and tokens[itself.end() - 1].word == "itself"  # "as well as the network itself"
            stop = itself.end() if itself is not None and also else stop
            also = also or any(token.word == "itself" for token in tokens[end:first])  # "the site itself, Instagram"
            if also or "∨" in tags[i:end] or "&Q" in tags[i:end]:  # "Facebook or one of the apps it owns, Instagram"
                names = (next(token.value for token in part if token.tag == "P"), *names)
            if any(tag in "N%" for tag in tags[end:first]):
                return names, end - i
            if len(names) > 1 or tags[end:first].count("⟨"):
                if stop < len(tags) and tags[stop] in "⟩–" and any(char in "⟨–" for char in tags[end:first]):
                    stop += 1
                return names, stop - i
        return owner, end - i
    return None


_OWNED_NOUNS = {*_PRODUCTS, "product", "brand"}
_RUNNING = {"run", "made", "controlled", "operated", "developed", "managed"}


def _is_owning(part: list[Token]) -> bool:
    """Whether words that may say whose the apps are do so: "the products of Meta", "apps run by Facebook"."""
    tags = "".join([token.tag for token in part])
    if "ω" in tags or "Q" in tags:
        return True
    noun = any(token.word.removesuffix("s") in _OWNED_NOUNS for token in part)
    verb = any(token.word in _RUNNING for token in part)
    of = any(token.tag == "o" for token in part)
    return noun and (verb or of or "∨" in tags) and not any(token.tag == "i" for token in part)


_MEMBERS = re.compile(r"(?:[⟨–:][^P%N·;⟨]{0,7}|⟨[^P·;⟨⟩]{0,12}|,|o|(?<=~ω))P")  # "Facebook-owned Instagram and ..."
_ITSELF = re.compile("[&,]{1,2}d?x?[Hx]x")
_MEANING = re.compile(r"[xdwi]{0,4},?xP")


def _meaning(tokens: list[Token], tags: str, end: int) -> re.Match[str] | None:
    """ "Facebook-owned services as a whole, meaning Instagram, WhatsApp and ...": the list that says which."""
    match = _MEANING.match(tags, end)
    return match if match is not None and tokens[match.end() - 2].word in ("meaning", "namely") else None


def _listed(tokens: list[Token], tags: str, i: int) -> tuple[tuple[str, ...], int]:
    """ "Facebook, Snapchat or Instagram", "Facebook/Messenger", "Facebook itself, Instagram and WhatsApp"."""
    names = [tokens[i].value]
    j = i + 1
    inner = _INCLUDED.match(tags, j)  # "one of Facebook's (that includes Instagram and WhatsApp)"
    if inner is not None and tokens[inner.end() - 2].word in ("includes", "including", "incl", "include"):
        included, width = _listed(tokens, tags, inner.end() - 1)
        stop = inner.end() - 1 + width
        if tags[stop : stop + 1] == "⟩":
            return tuple(dict.fromkeys((names[0], *included))), stop + 1 - i
    while True:
        match = _NEXT.match(tags, j)
        if match is None or any(token.word in ("alone", "but", "owns") for token in tokens[j : match.end()]):
            break
        oxford = tags[match.start() : match.end()].startswith((",&", "x,&"))
        if oxford and len(names) == 1:
            break  # "on Facebook, and Instagram and Snapchat each ..." begins anew
        names.append(tokens[match.end() - 1].value)
        j = match.end()
    return tuple(dict.fromkeys(names)), j - i


_INCLUDED = re.compile(r"⟨[wI]?xP")
_NEXT = re.compile(r"x?(?:,[&∨]?|[&∨~]|μ)d?P(?!~ω)")


_JOINT = re.compile(r"P[&∨](?:[xjdn]|dx|No[dw]?)?P")
_KIN = re.compile(
    r"P,?(&|j?[χΦ]|xj?[χΦ]|j)[Id]?[Nx]?(?:[ψx]~?H?,?|H,?)P"
)  # "and its sister apps ...", "along with stablemate ..."
_KIN_WORDS = {
    "sister",
    "sibling",
    "siblings",
    "stablemate",
    "stablemates",
    "cousin",
    "cousins",
    "brand",
    "brands",
    "sisters",
}
_KIN_OF = re.compile("P[ψx]H?[,:–]?P")  # "Facebook's sister apps, Instagram and WhatsApp"
_COUNTED = re.compile("No[dw]?$")
_WITH_PART = re.compile(r"P(?:[,⟨]|x,x)?(?:[xΦχdIq&]{1,3})PH?⟩?")  # "Facebook (with Messenger)"
_TOGETHER = re.compile("P[,–]?jχP")  # "Facebook, together with Snapchat"


_OWNER_OF = re.compile("P(?:,xω|H?μ|H?)P")


def _joined(tokens: list[Token]) -> list[Token]:
    """Join a group to the one that it is coordinated with: "Snapchat and Facebook-owned apps", "or one of Meta's"."""
    for token in tokens:
        if token.tag == "P" and isinstance(token.value, str):
            token.value = (token.value,)
    tags = "".join([token.tag for token in tokens])
    for owner in reversed(list(_OWNER_OF.finditer(tags))):
        left, right = tokens[owner.start()], tokens[owner.end() - 1]
        named_as_owner = owner.end() - owner.start() > 2 or right.start - left.end > 1  # "Meta's Instagram"
        if left.value[-1] == "Meta" and named_as_owner:  # "Snapchat and Meta, which owns Facebook and Instagram,"
            names, end = (*left.value[:-1], *right.value), owner.end()
            itself = _ITSELF.match(tags, end)
            if itself is not None and tokens[itself.end() - 1].word == "itself":
                names, end = ("Facebook", *names), itself.end()  # "Facebook, which owns Instagram and the site itself"
            tokens[owner.start() : end] = [Token("P", left.start, tokens[end - 1].end, "platforms", names)]
    for pair in reversed(list(_KIN_OF.finditer("".join([token.tag for token in tokens])))):
        if tokens[pair.start() + 1].word in _KIN_WORDS:
            tokens[pair.start()].value = tokens[pair.end() - 1].value  # the names that follow, and not the one itself
            del tokens[pair.start() + 1 : pair.end()]
    while True:
        tags = "".join([token.tag for token in tokens])
        parts = (m for m in _WITH_PART.finditer(tags) if _is_with_part(tokens, tags, m))
        kin = (m for m in _KIN.finditer(tags) if any(t.word in _KIN_WORDS for t in tokens[m.start() : m.end()]))
        joint = (m for m in _JOINT.finditer(tags) if not _counted_alike(tags, m))
        found = next(joint, None) or next(parts, None) or next(kin, None) or _TOGETHER.search(tags)
        if found is None:
            return tokens
        left, right = tokens[found.start()], _last_named(tokens, tags, found)
        left.value = tuple(dict.fromkeys((*left.value, *right.value)))
        left.end = tokens[found.end() - 1].end
        del tokens[found.start() + 1 : found.end()]


def _counted_alike(tags: str, joint: re.Match[str]) -> bool:
    """ "30 of Snapchat and 11 of WhatsApp": each has a number; "on Snapchat and two of Meta's apps" is one group."""
    start = joint.start()
    return "N" in joint.group() and _COUNTED.search(tags, max(0, start - 3), start) is not None


def _last_named(tokens: list[Token], tags: str, found: re.Match[str]) -> Token:
    """The last group of platforms in what was found."""
    return tokens[tags.rindex("P", found.start(), found.end())]


def _is_with_part(tokens: list[Token], tags: str, found: re.Match[str]) -> bool:
    """Whether a product stands with its part; in brackets it explains the one name before, and not a list of them."""
    whole = tokens[found.start()]
    listed = "⟨" in found.group() and len(whole.value) > 1
    return not listed and _is_part(whole, _last_named(tokens, tags, found))


def _is_part(whole: Token, part: Token) -> bool:
    """ "Facebook with its Messenger service": a product that is named after the other."""
    return len(part.value) == 1 and any(part.value[0].startswith(f"{name} ") for name in whole.value)


# places -----------------------------------------------------------------------------------------------------------

Place = tuple[str | None, str | None]
NOWHERE: Place = (None, None)
_QUARTERS = {"north", "south", "east", "west"}
_PARTS_OF_COUNTY = {*_QUARTERS, "northern", "southern", "eastern", "western", "mid", "central"}


def _places(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.tag != "G":
            out.append(token)
            i += 1
            continue
        if _names_something_else(out, tokens[i + 1 : i + 3]):
            token.tag = "x"
            out.append(token)
            i += 1
            continue
        if _is_left_out(out):
            while (
                i + 2 < count
                and tokens[i + 1].tag in ",&"
                and "G" in (tokens[i + 2].tag, tokens[min(i + 3, count - 1)].tag)
            ):
                tokens[i].tag = "x"
                out.extend(tokens[i : i + 2])
                i += 2
            token = tokens[i]
            token.tag = "x"  # "45 forces, among them Police Scotland": who was among them is not what was counted
            out.append(token)
            i += 1
            continue
        members: list[Place] = [_sharpen(tokens, i)]
        j = i + 1
        while j < count:
            step = 1 if tokens[j].tag in ",&∨/" or tokens[j].word == "+" else 0
            if step and j + 1 < count and tokens[j + 1].tag == "&":
                step = 2
            if step and j + step < count and tokens[j + step].word == "the":
                step += 1
            if not step or j + step >= count or tokens[j + step].tag != "G":
                break
            if tokens[j].tag == "," and not _is_list(tokens, j):
                break
            members.append(_sharpen(tokens, j + step))
            j += step + 1
        start = token.start
        if len(out) > 1 and out[-1].tag in "&," and out[-2].word in _QUARTERS and not _is_direction(out):
            quarters = _quarters_before(out)  # "North, South and West Yorkshire": more than the last
            members[:0] = [_place_of_quarter(quarter.word, members[0]) for quarter in quarters]
            start = quarters[0].start
            del out[next(n for n, before in enumerate(out) if before is quarters[0]) :]
        out.append(Token("G", start, tokens[j - 1].end, "place", tuple(members)))
        i = j
    return out


def _names_something_else(before: list[Token], after: list[Token]) -> bool:
    """ "Leeds University", "Leeds City Council", "Duke of Kent", "Mr Lincoln": a name that is of no place."""
    words = [token.word.removesuffix("'s") for token in after]
    if words and (words[0] in _NOT_A_PLACE or (words[0] in _SEATED and words[1:2] and words[1] in _SEATS)):
        return True
    if before and before[-1].word in _TITLES:
        return True
    return len(before) > 1 and before[-1].word == "of" and before[-2].word in ("university", "prince", "duke")


def _is_direction(out: list[Token]) -> bool:
    """ "To the east, Durham recorded 88", "further north, Cumbria": where it lies, and no part of its name."""
    before = out[-3].word if len(out) > 2 else ""
    return out[-1].tag == "," and before in ("the", "further", "due", "just", "up", "down", "farther", "and")


def _quarters_before(out: list[Token]) -> list[Token]:
    """The "North, South and" before "West Yorkshire", in order."""
    quarters: list[Token] = []
    at = len(out) - 2
    while at >= 0 and out[at].word in _QUARTERS and out[at + 1].tag in "&,":
        quarters.insert(0, out[at])
        at -= 2
    return quarters


def _place_of_quarter(quarter: str, last: Place) -> Place:
    """ "South", before "West Yorkshire": the place that is called so, or none of the known."""
    name = f"{quarter.title()} {(last[0] or '').split(' ')[-1]}"
    return next(((place.name, place.type) for place in places() if place.name == name), NOWHERE)


_LEFT_OUT = {"including", "except", "excepting", "excluding", "barring", "bar", "outside", "excludes", "exclude"}
_LEFT_OUT_PAIRS = {
    ("among", "them"),
    ("except", "for"),
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("leaving", "out"),
}


def _is_left_out(before: list[Token]) -> bool:
    """Whether a place is only an example or an exception: "among them Kent", "all forces except Lincolnshire"."""
    words = [token.word for token in before[-3:] if token.word != "the"]
    return bool(words) and (words[-1] in _LEFT_OUT or tuple(words[-2:]) in _LEFT_OUT_PAIRS)


def _is_list(tokens: list[Token], j: int) -> bool:
    """Whether the comma at `j` is of a list that ends in "and", with names only."""
    for k in range(j, min(j + 24, len(tokens))):
        if tokens[k].tag in "&∨":
            return True
        if tokens[k].tag not in ",Gd":
            return False
    return False


def _sharpen(tokens: list[Token], i: int) -> Place:
    """The place of a name that a region and a force share, by the words beside it."""
    name, kind = tokens[i].value
    if kind == "force" and i and tokens[i - 1].word in _PARTS_OF_COUNTY:
        return name, DISTRICT  # "north Kent", "northern Lincolnshire"
    beside = {token.word for token in tokens[i + 1 : i + 3]}
    if (
        kind == "region"
        and name in REGIONS_AND_FORCES
        and beside & {"police", "force", "officers", "police's"}
        and "across" not in {t.word for t in tokens[max(0, i - 2) : i]}
    ):
        return name, "force"
    return name, kind


REGIONS_AND_FORCES = {"West Midlands"}  # names of a region and of a force in it


_ALL_LANDS = {"England", "Wales", "Scotland", "Northern Ireland"}


def in_columns(place: Place) -> Place:
    """A place as the columns of a figure give it: none for a town or district."""
    return place if place[1] != DISTRICT else NOWHERE


def one_place(members: tuple[Place, ...]) -> Place:
    """The one place that a group of places is: itself, a country or region that it makes up, or none of the known."""
    members = tuple(place for place in members if place[1] != DISTRICT) or members  # "in Kent and Medway"
    if len(members) == 1:
        return members[0]
    names = frozenset(name for name, _ in members)
    return _made_up().get(names, NOWHERE)


@functools.cache
def _made_up() -> dict[frozenset[str | None], Place]:
    regions: dict[str, set[str | None]] = {}
    for place in places():
        if place.type == "force" and place.region:
            regions.setdefault(place.region, set()).add(place.name)
    known: dict[frozenset[str | None], Place] = {
        frozenset(forces): (region, "country" if region == "Wales" else "region")
        for region, forces in regions.items()
        if len(forces) > 1
    }
    known[frozenset({"England", "Wales"})] = ("England and Wales", "country")
    for parts in ({"United Kingdom"}, _ALL_LANDS, {"England and Wales", *_ALL_LANDS - {"England", "Wales"}}):
        known[frozenset(parts)] = ("United Kingdom", "country")
    return known
