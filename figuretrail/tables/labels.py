"""What a header, row label or title says: its period, platforms, place, age, sex, offence, and what it counts.

What belongs here: one label's text alone, read once and kept. What does not: which label a cell stands under
(`headers`) and what a figure takes from labels, titles and the catalogue (`cells`).
"""

import dataclasses
import functools
import re

from figuretrail.tables.names import Place, offence_in, place_in, platform_kind, platforms_in
from figuretrail.tables.periods import Period, read_comparison, read_period
from figuretrail.timespan import Span

Ages = tuple[int | None, int | None]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label's roles. A role that it does not speak of is None, empty or False.

    `counted` is what its numbers would count: offences, victims, forces, methods, victim_age, or "other" for things
    that are no offences (arrests, populations, hours), with `why` they are left out. `dimension` is set where the label
    is the name of a list ("Police force", "Age of victim") rather than an entry of one. `understood` is False where
    words remain that no role explains.
    """

    text: str
    period: Period | None = None
    comparison: tuple[Span, Span] | None = None
    platforms: tuple[str, ...] = ()
    kind: str | None = None
    place: Place | None = None
    ages: Ages | None = None
    sex: str | None = None
    offence: str | None = None
    counted: str | None = None
    why: str | None = None
    unit: str | None = None
    base: str | None = None
    dimension: str | None = None
    total: bool = False
    unknown: bool = False
    other: bool = False
    example: bool = False
    counting: bool = False
    understood: bool = True
    wordless: bool = False  # nothing but counting words and words that join

    @property
    def roles(self) -> frozenset[str]:
        """The axes that this label is an entry of."""
        found = []
        if self.period is not None:
            found.append("period")
        if self.platforms or self.kind:
            found.append("platform")
        if self.place is not None:
            found.append("place")
        if self.ages is not None:
            found.append("age")
        if self.sex is not None:
            found.append("sex")
        if self.offence is not None:
            found.append("offence")
        return frozenset(found)


_MARKS = re.compile(
    r"(?<=\w)\s*(?:\[(?:note\s?)?[a-z0-9]{1,2}\]|\((?:note\s?)?(?:[a-z]|[1-9]{1,2}|i{1,3}|iv|v)\)|[†‡§¶^#*¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s*,\s*(?:\d|\(\w\)))*\s*$",
    re.I,
)
_NUMBERING = re.compile(
    r"(?:q(?:uestion)?\s?\d{1,2}[a-z]?|table \d+[a-z]?|response \d+|request \d+)\s*[.:)\-–—]*\s+(?=[^\W\d]|\d\d)(?!\()",
    re.I,
)
_STARTS_WITH_TIME = re.compile(r"\(|\d|fy\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?!\w*ked)", re.I)
_GLUED_DIGIT = re.compile(r"(?<=[a-z]{3})\d(?:,\d)*$", re.I)


def bare(text: str) -> str:
    """The label without its footnote marks, quotation marks and needless space: "Durham1", "2017/18 [r]", "Sussex*"."""
    plain = re.sub(r"\s+", " ", text.replace(" ", " ")).strip().strip("'\"“”‘’ ")
    while True:
        cut = _MARKS.sub("", plain).strip()
        if cut == plain or not cut:
            break
        plain = cut
    numbered = _NUMBERING.match(plain)
    if numbered and not _STARTS_WITH_TIME.match(plain[numbered.end() :]):
        plain = plain[numbered.end() :]
    return _GLUED_DIGIT.sub("", plain).strip(" :")


_AGE_CONTEXT = re.compile(
    r"\bage[ds]?\b|years? old|\byrs?\b|\bunder\b|\bover\b|\band (?:over|above|older|under|below|younger)\b"
)
_AGE = re.compile(
    r"(?:aged? |ages? )?(?:"
    r"(?P<to>(?:under|below|younger than|less than|<)\s?(?P<under>\d{1,2})(?:s\b|\s?years?)?)"
    r"|(?P<upto>(?:(?P<u1>\d{1,2})(?:\s?(?:years?|yrs?))?(?: old)?(?: and | or |\s?&\s?|/)(?:under|below|younger|less)|up to (?P<u2>\d{1,2})|[≤]\s?(?P<u3>\d{1,2})))"
    r"|(?P<from>(?P<o1>\d{1,2})(?:\s?(?:years?|yrs?))?(?: old)?(?:\s?\+|(?: and | or |\s?&\s?|/)(?:over|above|older|more|up))|(?:over|above)\s(?P<o2>\d{1,2}))"
    r"|(?P<band>(?P<b1>\d{1,2})\s?(?:-|to|–|—| and |/)\s?(?P<b2>\d{1,2}))"
    r"|(?P<one>(?P<n>\d{1,2}))"
    r")(?:\s?(?:years?|yrs?)(?: olds?| of age)?| year olds?)?",
    re.I,
)
_AGE_NAMES = {"primary school": (4, 10), "adult": (18, None), "adults": (18, None)}


def read_ages(text: str, *, numbers: bool = False) -> Ages | None:
    """The age band that a whole label (or, with the word "aged", a part of it) names; `numbers` takes a bare "13"."""
    plain = re.sub(r"[‐‑‒–—−]", "-", text.lower()).strip(" .:")
    plain = re.sub(
        r"^(?:victims?|children|child|offences|aged?(?: of victims?)?|girls|boys|females?|males?)[\s,:]+", "", plain
    )
    whole = _AGE.fullmatch(plain)
    found = whole
    if found is None:
        found = re.search(r"\bage[ds]?:? (?=\d|under|over|below|up)", plain)
        found = _AGE.match(plain, found.end()) if found else re.search(_AGE_PHRASE, plain)
        if found is not None and found.re is not _AGE:
            found = _AGE.fullmatch(found[0])
    if found is None:
        return None
    if found["one"]:
        if not numbers and not re.search(r"year|yr|age", text.lower()):
            return None
        return (int(found["n"]), int(found["n"])) if int(found["n"]) < 100 else None
    if found["to"]:
        return 0, int(found["under"]) - 1
    if found["upto"]:
        return 0, int(found["u1"] or found["u2"] or found["u3"])
    if found["from"]:
        return (int(found["o1"]), None) if found["o1"] else (int(found["o2"]) + 1, None)
    low, high = int(found["b1"]), int(found["b2"])
    return (low, high) if low < high < 100 else None


_AGE_PHRASE = re.compile(
    r"(?<![\d/])\d{1,2}(?: years?)?(?: and | or |\s?&\s?)(?:under|over|above|below|older|younger)\b|\bunder\s?\d{1,2}s?\b(?!\s?%)"
    r"|\bover\s\d{1,2}s?\b(?!\s?%)|(?<![\d/.])\d{1,2}\s?(?:-|to)\s?\d{1,2}(?= years?\b| yrs?\b| year[- ]olds?)"
)
_AGED = re.compile(r"\baged\b|\bvictims?\b|\byear olds?\b|\bages\b")
_FEMALE = re.compile(r"\b(?:females?|girls?|women|woman)\b|^f$")
_MALE = re.compile(r"\b(?:males?|boys?|men|man)\b|^m$")
_TOTAL = re.compile(
    r"\b(?:sub|grand|overall)?[ -]?totals?\b|^sum\b|^all$|^all (?:\w+ ){0,2}(?:years?|ages|victims|offences|crimes|platforms|sites|apps|methods|means|forces|areas|three|four|five|two|six|sexes|genders|children|periods|months|quarters|bands|services|providers|recorded|persons|people|types|reports|incidents|cases)\b"
    r"|\btogether\b|\bcombined\b|^both\b|^overall$|^year$|^full year$|^whole year$|^annual$|^any$|^all of the above$|^year total$"
)
_UNKNOWN = re.compile(
    r"\b(?:unknown|not (?:recorded|known|stated|specified|provided|given|disclosed|available|identified|determined)|unspecified|undisclosed|n/?k|unrecorded|not ?/ ?known|no (?:platform|method|age|sex|means|site|app|data)\b(?! was)|blank|\(blank\)|indeterminate|missing|null|none recorded|no \w+ was recorded)\b|^u$|\(blank\)|^none$|^n/?a$"
)
_OTHER = re.compile(
    r"^(?:all |any )?others?\b|\bother\b.{0,30}$|^misc|^various|^multiple|^more than one|^rest\b|^remain"
)
_REFERENCE = re.compile(r"(?:foi\w*|ref(?:erence)?|request(?: no)?)\b[^a-z]*\d")
_EXAMPLE = re.compile(
    r"\bexamples?\b(?! of)|\btemplate\b|\bfor instance\b|\billustrat\w+\b|\bsuggested (?:layout|format|table)\b|\bdummy\b|\bsample (?:table|data|layout|response)\b|\bto be completed\b|\bplease complete\b|\bmade[ -]up\b|\bspecimen\b|\bmock[ -]?up\b|\be\.g\.|\bexample only\b|\blayout (?:requested|wanted|supplied)|\bfictitious\b|\bhypothetical\b"
)
_EXCLUDED = (
    (r"\barrest(?:s|ed)?\b|\bpersons? arrested\b", "arrests"),
    (r"\bcharges?\b|\bcharged\b|\bsummons", "charges"),
    (
        r"\boutcomes?\b|\bdisposals?\b|\bevidential\b|\binvestigation complete\b|\bundetected\b|\bdetect(?:ed|ions?)\b|\bsolved\b|\bfinali[sz]ed\b|\bno further action\b|\bnfa\b|\bcommunity resolution|\bnamed suspect\b",
        "outcomes",
    ),
    (r"\bsuspects?\b|\boffenders?\b|\bperpetrators?\b|\bdefendants?\b|\baccused\b|\bnominals?\b", "suspects"),
    (
        r"\bprosecut\w+\b|\bconvict\w+\b|\bcaution(?:s|ed)?\b|\bsentence[sd]?\b|\bcustody\b|\bfound guilty\b|\bproceed(?:ed|ings)\b|\bimprison\w*|\bfine[ds]?\b|\bprobation\b|\bcourts?\b",
        "court results",
    ),
    (r"\bpopulations?\b|\bmid-?20\d\d\b|\binhabitants\b|\bresidents\b", "populations"),
    (
        r"\bper (?:1,?000|10,?000|100,?000|head|capita|million|thousand|officer)\b|\brates? per\b|\bcrime rate\b|\bper cent point|\bpercentage points?\b",
        "rates per population",
    ),
    (
        r"\bhours?\b|\bminutes?\b|\bmins?\b|\bcosts?\b|£|\bfees?\b|\bworking days?\b|\btime taken\b|\bdays\b|\beffort\b|\bwork needed\b|\bcompliance\b|\bspend\w*\b|\bbudget\b|\bvalue of\b",
        "cost or effort",
    ),
    (r"\bofficers?\b|\bstaff\b|\bfte\b|\bheadcount\b|\bemployees\b|\bworkforce\b|\bdetectives\b", "staff"),
    (
        r"\brecords? (?:returned|found|searched|held|to be|with|that|read|checked)|^records?$|\bkey ?word (?:search|hits?)\b|\bhits\b",
        "records searched",
    ),
    (r"\bdifferences?\b|\bvariance\b|\bgap\b|^\+/-$|\bnet change\b", "differences in counts"),
    (r"\brank(?:ing)?\b|\bposition\b", "ranks"),
    (
        r"\bcalls? (?:received|made)|\bvisits?\b|\bwarrants?\b|\bdevices?\b|\breferrals?\b|\brequests?\b|\bsignatures?\b|\bpages?\b|\bcourses?\b|\bcounselling\b|\bsessions?\b|\bsurvey|\brespondents\b|\bseizures?\b|\bdrugs?\b",
        "other things counted",
    ),
    (
        r"\bcyber[ -]?(?:flag|marker|crime flag|enabled|related|tag)\w*\b|\bonline flag\b|\bflag(?:ged)?\b(?! column)",
        "a part by cyber flag, which the columns cannot say",
    ),
    (
        r"\brepeat\b|\bethnic\w*\b|\bnationalit\w+\b|\bdisabilit\w+\b|\bdomestic\b|\brelationship\b|\bcourt\b|\breligio\w+\b",
        "a part that the columns cannot say",
    ),
    (r"\bmaking/taking\b", "another offence"),
)
_EXCLUDED_PATTERNS = tuple((re.compile(pattern), why) for pattern, why in _EXCLUDED)
_OFFENCES_WORD = re.compile(
    r"\b(?:offen[cs]es?|crimes?|incidents?|cases|instances|crime count|crime no(?:s|\.)?|occurrences|allegations|recorded)\b"
)
_VICTIMS_WORD = re.compile(
    r"\b(?:victims?|survivors)\b|\bnumber of (?:children|girls|boys)\b|\b(?:girls|boys|females|males) as\b|\bhow many (?:children|girls|boys)\b"
)
_FORCES_WORD = re.compile(
    r"\b(?:number|count|no\.?) of (?:police )?forces\b|\bforces (?:that|which|who) (?:answered|responded|gave|replied|provided)|\bforces (?:responding|answering|replying|included)\b|\bhow many (?:police )?forces\b|\bresponding forces\b"
)
_METHODS_WORD = re.compile(
    r"\b(?:different|distinct|unique|separate)\s(?:\w+ )?(?:platforms?|methods?|means|apps?|sites?|services?|websites?)\b|\bnumber of (?:platforms|methods|means|apps|services) (?:named|recorded|used|identified)\b"
)
_VICTIM_AGE_WORD = re.compile(r"\b(?:youngest|oldest)\b")
_CHANGE = re.compile(
    r"(?:%|\bper ?cent(?:age)?|\bpct)\s*(?:change|difference|increase|rise|decrease|growth|diff|variation|movement)|(?:change|increase|rise|decrease|growth|fall|variation)[^%]{0,40}(?:%|\bper ?cent|\bpct)|\byear[- ]on[- ]year\b|^\W*(?:change|increase|rise|growth|rise/fall|increase/decrease)\b"
)
_SHARE = re.compile(r"%|\bper ?cent(?:age)?s?\b|\bpct\b|\bshares?\b|\bproportions?\b")
_RATE = re.compile(
    r"\bper (?P<unit>day|week|month)\b|\b(?P<every>daily|weekly|monthly) (?:average|rate|mean)|\b(?:average|mean)\b.{0,25}\b(?:a|each|every) (?P<a>day|week|month)\b|\ba (?P<b>day|week)\b"
)
_BASES = (
    (
        re.compile(
            r"\b(?:age and sex|age and gender|sex and age|gender and age)\b.{0,30}\b(?:recorded|known|provided|given|stated)\b"
        ),
        "age_and_sex_recorded",
    ),
    (
        re.compile(
            r"(?<!no )\b(?:platforms?|methods?|means(?: of communication)?|apps?|sites?|services?|site or app)\b"
            r"(?:[^.;]{0,30}\b(?:was|were|is|are|been))?\s(?<!not )(?:recorded|known|provided|given|stated|identified|noted)\b"
            r"|\b(?:with|known|recorded) (?:a )?(?:recorded |known |named )?(?:platforms?|methods?|means(?: of communication)?|apps?)\b"
        ),
        "method_recorded",
    ),
    (
        re.compile(
            r"\b(?:where|whose|which|with)\b[^.;]{0,30}\b(?:sex|gender)\b[^.;]{0,20}(?:recorded|known|provided|given|stated)\b|\b(?:with|known|recorded) (?:a )?(?:recorded |known )?(?:sex|gender)\b"
        ),
        "sex_recorded",
    ),
    (
        re.compile(
            r"\b(?:where|whose|which|with)\b[^.;]{0,30}\bages?\b[^.;]{0,20}(?:recorded|known|provided|given|stated)\b|\b(?:with|known|recorded) (?:an |a )?(?:recorded |known )?age\b"
        ),
        "age_recorded",
    ),
)
_WHOLE_BASE = re.compile(r"\bof (?:all|total|every)\b")
_NOT_BASE = re.compile(
    r"\bno (?:platform|method|means|age|sex)|\bnot (?:recorded|known|stated|provided)\b|\bsex not\b|\bunknown\b"
)
_DIMENSIONS = (
    (
        "period",
        r"(?:financial |fiscal |calendar |offence |recorded |reporting |crime )?(?:years?|months?|quarters?|periods?|dates?|weeks?|half[ -]?years?)(?: recorded| supplied| reported| covered| \(.*\)| ending| of offence| period)?|time ?periods?|period(?: supplied)?|fy|date (?:from|range|recorded)|month recorded|year recorded|recorded (?:year|month|quarter)|fin\.? ?year|yr|row labels",
    ),
    (
        "place",
        r"(?:police )?forces?(?: names?| areas?)?|(?:police )?(?:force )?areas?|regions?(?: */ *nations?| or nations?| and nations?| names?)?|nations?|countr(?:y|ies)|police force areas?|constabular(?:y|ies)|locations?|geograph\w+|district|division|county|lpa|bcu|place|organisation|police service|name of force|pfa",
    ),
    (
        "platform",
        r"(?:online |social media |communication |digital |social )?(?:platforms?|methods?|means|apps?|sites?|services?|channels?|websites?|providers?|medium|media|networks?)(?: or app| ?/ ?app(?:lication)?| or site| used| names?| of communication| of contact| of offending| \(.*\))*|(?:method|means|mode|type|form) of (?:communication|contact|offending|grooming)(?: used)?|social media(?: \w+)?|social media site|how contacted|app ?/ ?site|site ?/ ?app|modus operandi|mo|terms used|keywords?|search terms?|communication(?: method| type)?",
    ),
    (
        "age",
        r"(?:victim'?s? )?(?:age|ages)(?: ?(?:group|band|range|bracket)s?)?(?: of (?:the )?(?:victims?|child(?:ren)?))?(?: at (?:the )?(?:time|offence).*)?|age (?:in years|at \w+)|years of age",
    ),
    ("sex", r"(?:victim'?s? )?(?:sex|gender)(?:es|s)?(?: of (?:the )?(?:victims?|child(?:ren)?))?"),
    (
        "offence",
        r"(?:ho(?:me office)? |crime |offence |counting )?(?:offences?|crimes?)(?: types?| descriptions?| categor(?:y|ies)| names?| classification| groups?| sub-?groups?| title)|ho(?:me office)? (?:offence |crime |counting )?(?:code|class|classification|description|sub-?code|category)|offence|crime|code|offence codes?|crime codes?|ho code|statistical class\w*|classification|category|measure|type of (?:crime|offence)|legislation|subgroup|current classification ho",
    ),
    ("outcome", r"outcomes?(?: .*)?|result|disposal|stage|status"),
    (
        "id",
        r"(?:line|row|ref|reference|obs|id|no|no\.|nos|number of row|#|record|crime (?:no|number|ref|reference)|serial|item|urn|index|s/?n|ser)(?: ?(?:no|number|id|ref)\.?)?",
    ),
    (
        "note",
        r"notes?|comments?|remarks?|flags?|footnotes?|source|link|url|caveats?|chk|check|(?:area|ons|gss|force|geography|la|region)[ _]?codes?|gss|contents|sheet|answer of|details|description",
    ),
    ("place_type", r"(?:area|geography|place|force)[_ ]types?|type of area|geography level|level"),
)
_DIMENSION_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _DIMENSIONS)
_COUNTING = re.compile(
    r"^(?:n|no\.?|nos|numbers?|counts?|totals?|recorded|offences?|crimes?|incidents?|cases|volume|freq(?:uency)?|figures?|values?|amount|sum|answers?|response|result|reply|instances|reports?|quantity|qty|tally|data|obs_value|n=|uses|occurrences|force answer|our answer|answer/response|number recorded)\b"
    r"|\b(?:number|count|total|volume|no\.|figure|times)\b"
)
_STOP = re.compile(
    r"\b(?:number|numbers|no|count|counts|of|the|in|by|for|to|and|or|with|a|an|on|at|per|recorded|reported|offences?|crimes?|incidents?|cases|instances|total|totals|all|each|this|that|where|was|were|is|are|force|forces|police|constabulary|service|area|region|nation|year|years|month|quarter|period|financial|fiscal|calendar|ending|ended|fy|victims?|children|child|age|aged|sex|gender|band|group|old|under|over|above|below|only|used|via|using|then|now|revised|provisional|previous|original|latest|first|new|number|answer|response|reply|value|figure|figures|data|times|how|many|platform|method|means|communication|app|site|services?|named|other|q[1-9]|total|from|between|during|uk|code|ho|home|office|section|sexual|volume|result|under|law|act|recorded|published|print|printed|release|current|updated|to|date|ytd|part|full|plus|share|percentage|percent|per ?cent|involving|involved|which|whom|against|known|type|types|since|up|until|inclusive|estimate[ds]?|actual|count)\b|[\s%()\[\]/&,.:;+*'\"“”‘’?!\-–—#|=<>]+|\d+"
)


@functools.lru_cache(maxsize=50_000)
def read_label(text: str) -> Label:
    """What a label says, in every role that it speaks of."""
    plain = bare(text).replace("_", " ")
    lower = plain.lower()
    if not lower:
        return Label(text, understood=False)
    period = read_period(plain)
    names, only_names = platforms_in(lower)
    kind = None if names else platform_kind(lower)
    sexes = (bool(_FEMALE.search(lower)), bool(_MALE.search(lower)))
    sex = {(True, False): "female", (False, True): "male"}.get(sexes)
    ages = read_ages(plain) if period is None or not period.sure or _AGE_CONTEXT.search(lower) else None
    if ages is not None and period is not None and period.sure and _AGE.fullmatch(lower):
        period = None
    offence = None if only_names else offence_in(lower)
    if offence is not None and not _AGED.search(lower):
        ages = None  # "sexual activity with a child under 16": the age is the law's
    place = None if only_names or kind else place_in(lower)
    unit = _unit(lower)
    counted, why = _counted(lower)
    dimension = next((name for name, pattern in _DIMENSION_PATTERNS if pattern.fullmatch(lower.strip(" :"))), None)
    unknown = bool(_UNKNOWN.search(lower)) and not names and kind is None
    base = None if _NOT_BASE.search(lower) else next((base for pattern, base in _BASES if pattern.search(lower)), None)
    if unit == "share" and base is None and _WHOLE_BASE.search(lower):
        base = "all"
    total = bool(_TOTAL.search(lower)) and not names and kind is None
    other = bool(_OTHER.search(lower)) and not names and kind is None
    counting = bool(_COUNTING.search(lower)) or counted in ("offences", "victims", "forces", "methods", "victim_age")
    roles = period or names or kind or place or ages or sex or offence or unit or total or dimension or counting or base
    return Label(
        text=text,
        period=period,
        comparison=read_comparison(plain) if unit == "change" else None,
        platforms=names,
        kind=kind,
        place=place,
        ages=ages,
        sex=sex,
        offence=offence,
        counted=counted,
        why=why,
        unit=unit,
        base=base,
        dimension=dimension,
        total=total,
        unknown=unknown,
        other=other,
        example=bool(_EXAMPLE.search(lower)),
        counting=counting,
        wordless=not _STOP.sub("", lower),
        understood=bool(roles) or bool(_REFERENCE.match(lower)) or not _STOP.sub("", lower),
    )


def _unit(lower: str) -> str | None:
    if _CHANGE.search(lower):
        return "change"
    if _SHARE.search(lower):
        return "share"
    found = _RATE.search(lower)
    if found:
        word = (
            found["unit"]
            or found["a"]
            or found["b"]
            or {"daily": "day", "weekly": "week", "monthly": "month"}[found["every"]]
        )
        return f"per_{word}"
    return None


def _counted(lower: str) -> tuple[str | None, str | None]:
    """What the label counts: the first noun that names a thing to count decides, so that a title's first sentence wins."""
    candidates: list[tuple[int, str, str | None]] = []
    for pattern, why in _EXCLUDED_PATTERNS:
        match = pattern.search(lower)
        if match:
            candidates.append((match.start(), "other", why))
    for pattern, name in (
        (_VICTIM_AGE_WORD, "victim_age"),
        (_FORCES_WORD, "forces"),
        (_METHODS_WORD, "methods"),
        (_VICTIMS_WORD, "victims"),
        (_OFFENCES_WORD, "offences"),
    ):
        match = pattern.search(lower)
        if match:
            candidates.append((match.start(), name, None))
    if not candidates:
        return None, None
    special = next((c for c in candidates if c[1] in ("victim_age", "forces", "methods")), None)
    if special is not None:
        return special[1], None
    _, name, why = min(candidates, key=lambda candidate: candidate[0])
    return name, why
