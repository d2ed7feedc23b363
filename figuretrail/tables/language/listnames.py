"""The names of lists, as columns are headed with them: "Police force", "Age of victim", "Borough or district".

What belongs here: patterns for a heading as a whole. What does not: their entries (`names`) and the other words of
labels (`wording`).
"""

from figuretrail.tables.language.words import Words

# "Police force", "Local policing area", "Sub-division": an area, and what sort of one
_OF_WHICH_AREA = (
    r"(?:police|policing|local|territorial|community|basic|base|council|command|borough|district|division(?:al)?|city|county"
    r"|govt\.?|government(?: office)?|gov\.?|ons|rocu|uk|english|home office|standard|statistical"
    r"|town|parish|london|metropolitan|area|neighbou?rhood|postcode|geograph\w+|occurrence|offence|incident|crime|sub)"
)
_AREA = (
    r"forces?|constabular(?:y|ies)|areas?|regions?|nations?|countr(?:y|ies)|county|counties|locations?|geograph\w+|place"
    r"|sub-?divisions?|divisions?|districts?|boroughs?|authority|authorities|councils?|commands?|command units?|hubs?"
    r"|beats?|wards?|sectors?|neighbou?rhoods?|stations?|towns?|clusters?|city|cities|villages?|parish(?:es)?|localit(?:y|ies)"
    r"|lp[aut]s?|bcus?|csps?|npts?|policing (?:units?|teams?|commands?)"
)
DIMENSIONS = (
    (
        "period",
        r"(?:(?:financial|fiscal|calendar|offence|recorded|recording|reported|reporting|crime|incident|created|committed|fin)"
        r"\.? )*(?:years?|yrs?|(?:\d+ |twelve )?(?:months?|mths?)"
        r"|quarters?|qtrs?|periods?|dates?|weeks?|half[ -]?years?)(?: recorded| supplied| reported| covered"
        r"| \(.*\)| ending| ended| end| to| (?:of|by) (?:the )?(?:date of )?(?:offence|crime|incident|recording|record"
        r"|reporting|report|registration|commission|occurrence|entry|creation)| period)?|time ?periods?"
        r"|period(?: supplied)?|f[./]?y\.?(?:[ /-]?e(?:nd(?:ing|ed|s)?)?)?(?: date)?"
        r"|date (?:from|range|recorded)|(?:month|year) recorded"
        r"|(?:date|day|month|quarter|year)s? (?:(?:of|when) )?(?:committed|occurred|reported|created|crimed|happened)"
        r"|recorded (?:year|month|quarter)",
    ),
    (
        "place",
        rf"(?:{_OF_WHICH_AREA}[ -])*(?:{_AREA})(?: (?:names?|areas?))?"
        r"|regions? *(?:/|or|and) *nations?|unitary authorit(?:y|ies)"
        r"|where(?: (?:the offence |the crime |it )?(?:was )?(?:committed|recorded|happened|occurred|reported))?"
        r"|organisation|police service|name of force|pfa",
    ),
    (
        "platform",
        r"(?:online |social media |communication |digital |social )?(?:platforms?|methods?|means|apps?"
        r"|sites?|services?|channels?|websites?|providers?|medium|media|networks?)(?: or app"
        r"| ?/ ?app(?:lication)?| or site| used| names?| of communication| of contact| of offending"
        r"| \(.*\))*|(?:method|means|mode|type|form) of (?:communication|contact|offending"
        r"|grooming)(?: used)?(?: by (?:the )?(?:suspects?|offenders?|perpetrators?|adults?))?"
        r"|social media(?: \w+)?|social media site|how contacted|app ?/ ?site"
        r"|site ?/ ?app|modus operandi|mo|terms used|keywords?|search terms?|communication(?: method"
        r"| type)?",
    ),
    (
        "age",
        r"(?:victim'?s? )?(?:ages?|aged)(?: ?(?:group|band|range|bracket)s?)?(?: of (?:the )?(?:victims?"
        r"|child(?:ren)?))?(?: (?:at|when|on|by|as of|in years at) (?:(?!\b(?:suspect|offend(?:er|ed)|perpetrator"
        r"|defendant|accused|arrest|charge|convict|sentence|caution|interview|marri|death|died)).)+)?"
        r"|age in years|years of age",
    ),
    ("sex", r"(?:victim'?s? )?(?:sex|gender)(?:es|s)?(?: of (?:the )?(?:victims?|child(?:ren)?))?"),
    (
        "offence",
        r"(?:ho(?:me office)? |crime |offence |counting )?(?:offences?|crimes?)(?: types?| descriptions?"
        r"| categor(?:y|ies)| names?| classification| groups?| sub-?groups?| title)"
        r"|ho(?:me office)? (?:offence |crime |counting )?(?:code|class|classification|description"
        r"|sub-?code|category)|(?:ho|home office|crime|offence)? ?sub[- ]?codes?(?: desc\w*)?"
        r"|(?:ho|home office|crime|offence) (?:code )?desc\w*|offence|crime|code|offence codes?|crime codes?|ho code"
        r"|(?:act |legislation )?sections?(?: (?:no\.?|number))?(?: of (?:the )?(?:act|soa|sexual offences act).*)?"
        r"|statistical class\w*|classification|category|measure|type of (?:crime|offence)|(?:crime"
        r"|offence) types? .*|legislation"
        r"|subgroup|current classification ho",
    ),
    (
        "outcome",
        r"(?:crime |investigation |current )?(?:outcomes?|disposals?)(?: (?:types?|groups?|codes?|descriptions?"
        r"|categor\w+|names?|status|recorded|of (?:the )?(?:offence|crime|investigation|case)s?))*"
        r"|(?:crime|outcome|case) status",
    ),
    (
        "comparison",
        r"compar(?:e|ed|ison)(?: (?:to|with|against|year|period|time))?|base(?:line)? (?:year|period)|versus|vs",
    ),
    (
        "id",
        r"(?:q|qn|qu|question (?:no|number)"
        r"|line|row|(?:(?:foi|foia|eir|our|your|their|force|file|request|response|answer|reply|source|disclosure) )*"
        r"(?:ref|reference)"
        r"|(?:foi|foia|request|answer|reply|response|source|disclosure|letter) (?:no|number|num|id|urn)"
        r"|obs|id|no|no\.|nos|number of row|#|record"
        r"|(?:crime|incident|occ(?:urrence)?|event|log|case|report|investigation|niche) (?:no|number|num|id|urn|ref"
        r"|reference)|serial|item|urn|index|s/?n|ser)(?: ?(?:no|number|id|ref)\.?)?",
    ),
    (
        "note",
        r"(?:the )?(?:most|least|main|top|leading|commonest|highest) \w+(?: \w+)*"
        r"|notes?|comments?|remarks?|flags?|footnotes?|source|link|url|caveats?|chk|check|(?:area|ons|gss"
        r"|force|geography|la|region)[ _]?codes?|gss|contents|sheet|answer of|details|description"
        r"|(?:data |record |row |figure |obs(?:ervation)? |value |disclosure |suppression |reply |response )?status"
        r"(?: flag| code)?|(?:(?:data|record|row|status|quality|revision|suppression|disclosure|provisional) )+flags?"
        r"|(?:date (?:of )?(?:the )?)?(?:reply|response|answer|letter|request|data|file|foi)?\s?(?:received|sent"
        r"|replied|answered|responded|extract(?:ed|ion)?|published|publication|released?|updated|requested|disclosed"
        r"|asked|chased|due|acknowledged|submitted|closed)(?: (?:on|date|at))*"
        r"|(?:date (?:of )?(?:the )?|(?:data )?last )(?:data )?(?:reply|response|answer|letter|request"
        r"|extract|updated?|refresh(?:ed)?|run|export(?:ed)?|download(?:ed)?|snapshot|load(?:ed)?)(?: (?:on|date|at))*"
        r"|(?:reply|response|answer|letter|request|refresh|extract|export|download|snapshot|(?:data )?load|run|update)"
        r" (?:date|day|timestamp)|(?:data )?(?:refreshed|exported|downloaded)(?: (?:on|date|at))*"
        r"|(?:(?:first|last|as|was|previously) )*(?:said|told|stated|announced|printed|published|issued|released"
        r"|supplied|disclosed|sent|(?:answer|reply|response|letter) (?:sent|given|dated)) (?:in|on)",
    ),
    (
        "question",
        r"(?:(?:parts?|points?|items?|foi|original|of|the|your|this)[ -])*(?:requests?|questions?|quer(?:y|ies))"
        r"(?: (?:asked|text|details|parts?|items?|wording))?"
        r"|(?:information|data) (?:requested|sought)"
        r"|what (?:you|was) asked(?: for)?|you asked",
    ),
    ("place_type", r"(?:area|geography|place|force)[_ ]types?|type of area|geography level|level"),
)
# Two names of one list: "Borough or district", "Town/ward", "Age band / age"
NAMES_JOINED = Words(r"\s*(?:/|&|\||,|\bor\b|\band\b|\(or\b)\s*")
OF_OFFENCE = Words(
    r"\s+(?:(?:of|where|in which|for)(?: the)?"
    r" (?:offences?|crimes?|incidents?|victims?|occurrences?|committed|recorded|it)"
    r"(?: (?:was|were|is|are))?(?: (?:recorded|committed|reported|occurred|occurring|took place|happened))?"
    # "Platform found in the notes", "App named on the crime"
    r"|(?:(?:was|were|that was|as) )?(?:found|named|noted|mentioned|recorded|identified|flagged|stated|given|captured"
    r"|entered|logged) (?:in|on|within|from|by|against) (?:the |our |a |each |any )?(?:[a-z]+ ){0,2}(?:notes?|records?"
    r"|logs?|texts?|reports?|summar(?:y|ies)|mo|fields?|search(?:es)?|crimes?|offences?|incidents?|systems?|officers?"
    r"|victims?|child(?:ren)?|statements?|files?)"
    r"|recorded|committed|names?|descriptions?|covered|concerned|responsible)$"
)
DIMENSION_PATTERNS = tuple((Words(pattern), name) for name, pattern in DIMENSIONS)
