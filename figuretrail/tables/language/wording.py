"""The words of headers and titles: what announces a total, a share, an arrest, an unknown, a list's name.

What belongs here: patterns, each for one question about a label.
What does not: the answers' order and meaning (`labels`).
"""

import re

from figuretrail import monthnames
from figuretrail.tables.language.suspects import SUSPECTS
from figuretrail.tables.language.words import Words
from figuretrail.vocabulary.numberwords import BELOW_HUNDRED

NUMBER_OF_QUESTION = r"(?:q?\d{1,2}[a-h]?[.):]\s*|[a-h][.):]\s*)?"  # "2a.", "Q3:", "b)" before a label
MARKS = Words(
    r"(?<=\w)\s*(?:\[(?:(?:see )?(?:foot)?note\s?)?[a-z0-9]{1,2}\]"
    r"|\((?:(?:see )?(?:foot)?note\s?)?(?:[a-z]|[1-9]{1,2}|i{1,3}|iv|v)\)|\((?:see )?(?:foot)?notes?(?: below)?\)"
    r"|[†‡§¶^#*¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s*,\s*(?:\d|\(\w\)))*\s*$",
    re.I,
)
NUMBERING = Words(
    r"(?:q(?:uestion)?\s?\d{1,2}[a-z]?|table \d+[a-z]?|response \d+|request \d+)\s*"
    r"(?:[.:)\-–—]*\s+(?=[^\W\d]|\d\d)(?!\()|[.:)\-–—]+\s+(?=%))",  # "Q2. % of offences"; "Q2 % of year" is a quarter
    re.I,
)
STARTS_WITH_TIME = Words(rf"\(|\d|fy\b|(?:{monthnames.BEGINNINGS})(?!\w*ked)", re.I)
GLUED_DIGIT = Words(r"(?<=[a-z]{3})(?<!qtr)(?<!quarter)\d(?:,\d)*$", re.I)  # a footnote's, but not in "Qtr1"


AGE_CONTEXT = Words(
    r"\bage[ds]?\b|\bvictims? (?:was|were|is|are)\b|\b(?:was|were) the (?:victim|child(?:ren)?|girl|boy)s?\b"
    r"|years? old|\byrs?\b|\bunder\b|\bover\b|\band (?:over|above|older|under|below|younger)\b"
)
AGE = Words(
    r"(?:aged? |ages? )?(?:"
    r"(?P<to>(?:under|below|younger than|less than|<|u(?=\d))\s?(?P<under>\d{1,2})(?:s\b|\s?years?)?)"
    r"|(?P<upto>(?:(?P<u1>\d{1,2})(?:\s?(?:years?|yrs?))?(?: old)?(?: and | or |\s?&\s?|/)(?:under"
    r"|below|younger|less)|up to (?P<u2>\d{1,2})|[≤]\s?(?P<u3>\d{1,2})))"
    r"|(?P<from>(?P<o1>\d{1,2})(?:\s?(?:years?|yrs?))?(?: old)?(?:\s?\+|\splus\b|(?: and | or |\s?&\s?"
    r"|/)(?:over|above|older|more|up))|(?:over|above)\s(?P<o2>\d{1,2})|(?:>=|≥)\s?(?P<o3>\d{1,2}))"
    r"|(?P<band>(?P<b1>\d{1,2})(?:\s?(?:years?|yrs?))?\s?(?:-|to|–|—| and | or |/|&)\s?(?P<b2>\d{1,2}))s?"
    r"|(?P<one>(?P<n>\d{1,2}))"
    r")(?:\s?(?:years?|yrs?)(?: olds?| of age)?| year olds?)?",
    re.I,
)


# The offence's own name speaks of an adult: "Offender 18 or over, sexual communication with a child under 16".
OFFENDER_OF_THE_LAW = Words(
    r"[\s,(-]*\boffenders?,?\s?(?:is |aged |of )?(?:over 18|18)(?: years)?(?: or over| and over|\+)?\)?", re.I
)
VICTIM_OF_THE_LAW = Words(r"\b(?:victim|child|girl|boy)s?\b.{0,12}\b(?:under|below)(?: the age of)? 1[368]\b", re.I)
# "... with a child under the age of 16" names the offence, not the victims of some rows.
AGE_OF_THE_LAW = Words(
    r"\b(?:child(?:ren)?|minors?|girls?|boys?|persons?|people|someone|anyone)(?: who (?:is|are|was|were))?,? \(?"
    r"(?:aged )?(?:under|below)(?: the age of)? 1[68]\b"
    r"|\b(?:adults?|persons?|offenders?|someone|anyone),? \(?(?:aged )?"
    r"(?:(?:over|above)(?: the age of)? 1[68]|18 (?:or|and) (?:over|above))\b",
    re.I,
)
AGE_IN_BRACKETS = Words(r"\bage[ds]?\b.{0,20}\((\d{1,2})\s?(?:-|to)\s?(\d{1,2})\)")
AGE_PHRASE = Words(
    r"(?<![\d/])\d{1,2}(?: years?)?(?: and | or |\s?&\s?)(?:under|over|above|below|older|younger)\b"
    r"|(?<!number )(?<!numbers )(?<!figures )(?<!counts )(?<!values )(?<!totals )\bunder\s?\d{1,2}s?\b(?!\s?%)"
    r"|\bover\s\d{1,2}s?\b(?!\s?%)|(?<![\d/.])\d{1,2}\s?(?:-|to)\s?\d{1,2}(?= years?\b| yrs?\b| year[- ]olds?)"
)
# "Was the victim 13 to 15?", "victims between 10 and 12"
VICTIM_WAS = Words(
    r"\b(?:victims?|child(?:ren)?|complainants?|girls?|boys?)(?: (?:who|that|was|were|is|are|being|had been"
    r"|aged|between|from|of))* (?=\d{1,2}\s?(?:-|to|and|or|&)\s?\d{1,2}\b"
    rf"(?!\s?(?:[%/]|(?:of )?(?:{monthnames.BEGINNINGS})|(?:19|20)\d\d)))"
)
AGED = Words(r"\baged\b|\bvictims?\b|\byear olds?\b|\bages\b")
# "As at July 2020", "Published June 2018": when the numbers were given, not the time that they count
AS_AT = Words(
    r"\bas (?:(?:first|originally|initially|previously|last|later|now|then) )*(?:at|of|published|given"
    r"|supplied|provided|told|answered|printed|sent|disclosed|released|stated|announced)\b|\bcorrect (?:at|on)\b"
    r"|\b(?:published|updated|extracted|released|supplied|refreshed|retrieved|generated|produced|re-?run|issued|sent|disclosed)\b"
    r"|\b(?:release|run|version|extract|refresh|reply|response|answer|disclosure) (?:of|dated|from|in)\b"
    rf"|\brun (?=(?:on |in )?(?:\d|{monthnames.BEGINNINGS}))"
)
# "Force, as given in February"
GIVEN_AFTER = Words(
    r"[\s,;:–-]+as (?:(?:first|originally|initially|previously|last|later|now|then) )*"
    r"(?:published|given|supplied|provided|told|sent|disclosed|released|stated)\b[^,;]{0,40}$"
)
# "as given in FOI 1122/21", "Previously disclosed under our reference 0412-22"
VERSION = Words(
    r"(?:(?:numbers?|figures?|totals?|offences|crimes|recorded|those|as|first|originally|initially|previously|already|last"
    r"|later|then|was|were) )*"
    r"(?:published|given|supplied|provided|told|answered|printed|sent|disclosed|released|stated|reported|shown)"
    r"(?: (?:to|you|us|in|under|by|for|with|at|our|the|your|an?|earlier|previous|last|first|original|internal|answers?"
    r"|response|reply|requests?|disclosure|release|letter|review|foia?|eir|ref|reference|no\.?|number|case))+"
    r"(?: [a-z]{1,4}(?:[-/][a-z]{1,4})?)?[^\w\d]{0,2}\d[\w/.-]*\W*"
)
OF_AGE = Words(r"\bage[ds]?\b|\d\s?(?:years?|yrs?)\b")
IN_BRACKETS = Words(r"^\(([^()]{1,12})\)$")  # "(n)" in a row of units
IN_BRACKETS_AFTER = Words(r"\s*\([^()]*\)$")  # "Victim age (at time of offence)"
FEMALE = Words(r"\b(?:females?|girls?|women|woman|lass(?:es)?)\b|^f$")
MALE = Words(r"\b(?:males?|boys?|men|man|lads?)\b|^m$")
TOTAL = Words(
    r"\b(?:sub|grand|overall)?[ -]?totals?\b|^sum\b|^all$|^all (?!other)(?:\w+ ){0,2}(?:years?|ages|victims"
    r"|offences|crimes|platforms|sites|apps|methods|means|forces|areas|boroughs|districts|counties|divisions"
    r"|lp[atu]s|bcus|csps|wards|towns|three|four|five|two|six|sexes"
    r"|genders|children|periods|months|quarters|bands|services|providers|recorded|persons|people"
    r"|types|reports|incidents|cases)\b"
    r"|^(?:the )?(?:whole|entire|full) (?:time|period|span|series)\b"
    r"|^(?:the )?(?:whole|entire) (?:force|constabulary)(?: area)?$|^force[ -]?wide$|^force(?: area)? as a whole$"
    r"|\btogether\b|\bcombined\b|^both\b|^overall$|^every(?:one|body)$|^year$|^y(?:ea)?r total$|^annual$|^any$"
    r"|^(?:all|any) of (?:the above|these|them)$|^all (?:the )?above$|^(?:full|whole|entire)[ -]y(?:ea)?r$"
    rf"|^(?:all |the |last |these |over )*(?:{BELOW_HUNDRED}|\d{{1,2}})"
    r"[ -](?:financial |calendar |full |whole |complete )?(?:year|yr|month|quarter)s?(?: (?:period|span))?$"
)
UNKNOWN = Words(
    r"\b(?:unknown|not (?:recorded|known|stated|specified|provided|given|disclosed|available"
    r"|identified|determined|allocated|assigned|entered|noted|captured)|un(?:allocated|assigned)"
    r"|unspecified|undisclosed|n/?k|unrecorded|not ?/ ?known|no (?:platform"
    r"|method|age|sex|means|site|app|data|key ?words?|service|search term|match(?:es)?)\b(?! was)"
    r"|blanks?|\(blank\)|indeterminate|missing|null"
    r"|none (?:recorded|noted|named|stated|given|identified|mentioned|specified)"
    r"|no \w+ was recorded)\b|^u$|^not (?:shown|completed|filled in)$|\(blank\)|^none$|^n/?a$"
)
OTHER = Words(
    r"^(?:all |any )?others?\b|\bother\b.{0,30}$|^misc|^various|^multiple|^more than one|^rest\b|^remain"
    r"|^(?:not|non)[ -](?:social|online|internet|digital|via|on)\b"
)
REFERENCE = Words(r"(?:column|row) labels$|values$|(?:foi\w*|ref(?:erence)?|request(?: no)?)\b[^a-z]*\d")
# What says of a table's own numbers that they count nothing, in however long a request
_NOT_REAL = (
    r"\b(?:show|showing|shows|demonstrate|indicate|explain|illustrate) (?:you )?(?:only )?"
    r"(?:(?:the|my|our|a|what|desired|preferred|required|requested) )*(?:layout|format|lay-out)\b"
    r"|\b(?:layout|format|formatting|display|presentation) (?:purposes )?only\b|\bplaceholders?\b"
    r"|\b(?:figures|numbers|data|values)\b[^.;]{0,30}\bnot real\b|\bnot real (?:figures|numbers|data|values)\b"
    r"|\b(?:figures|numbers|data|values) (?:\w+ ){0,3}(?:made[ -]up|invented|fictitious|dummy)\b"
)
NOT_REAL = Words(_NOT_REAL, re.I)
EXAMPLE = Words(
    _NOT_REAL + r"|^\W*(?:(?:this is |just )?an? )?(?:worked )?examples?\b|^\W*(?:e\.g\.|for (?:instance"
    r"|example)\b)|\bfor example:?\W*$"
    r"|\bexample (?:only|table|layout|format|row|data|response|answer|figures)\b|\bexample of (?:how"
    r"|the (?:table|layout|format))"
    r"|\billustrat(?:ive|ion|ed)\b|\bsuggested (?:layout|format|table)\b|\bdummy\b"
    r"|\bsample (?:table|data|layout|response)\b"
    r"|\bmade-up\b|^\W*made up\b|\b(?:are|were|is|all|entirely|with) made up\b(?! (?:of|from|by)\b)"
    r"|\bmade up (?:numbers|figures|data)\b"
    r"|\bspecimen\b|\bmock[ -]?up\b|\blayout (?:requested|wanted|supplied)|\bfictitious\b|\bhypothetical\b|\binvented\b"
    r"|\b(?:could|may|can|might) be (?:presented|set out|laid out|shown) (?:in (?:a|the) table )?as follows"
)
# What a form says, which is data where it was filled in
FORM = Words(
    r"\btemplate\b|\bpro-?forma\b|\bto be (?:completed|filled (?:in|out))\b"
    r"|\bplease (?:complete|fill|populate|enter|insert)\b"
    r"|\b(?:complete|fill (?:in|out)|populate) (?:the|this|our|my|your) (?:\w+ )?(?:table|form|sheet|grid)\b",
    re.I,
)
PER_POPULATION = "rates per population"
NO_CRIMES = "records that are no crimes"
UNSAYABLE = "a part that the columns cannot say"
EXCLUDED = (
    (r"\barrest(?:s|ed)?\b|\bpersons? arrested\b", "arrests"),
    (r"\bcharg(?:es?|ed|ing)\b|\bsummons", "charges"),
    (
        r"\boutcome[sd]?\b|\bdisposals?\b|\bevidential\b|\binvestigation complete\b|\bundetected\b"
        r"|\bdetect(?:ed|ions?)\b|\bsolved\b|\bfinali[sz]ed\b|\bno further action\b|\bnfa\b"
        r"|\bcommunity resolution|\bnamed suspect\b|\bclear(?:ed|ance)?[- ]?ups?\b|\bbrought to justice\b"
        r"|\bunder investigation\b|\b(?:live|open|ongoing|current|active) investigations?\b|\bresolved\b",
        "outcomes",
    ),
    (SUSPECTS, "suspects"),
    (
        r"\bprosecut\w+\b|\bconvict\w+\b|\bcaution(?:s|ed)?\b|\bsentence[sd]?\b|\bcustody\b"
        r"|\bfound guilty\b|\bprocurators? fiscal\b"
        r"|\bproceed(?:ed|ings)\b|\bimprison\w*|\bfine[ds]?\b|\bprobation\b|\bcourts?\b",
        "court results",
    ),
    (r"\bpopulations?\b|[(\s]'?000s?\)?$|\(thousands\)|\bmid-?20\d\d\b|\binhabitants\b|\bresidents\b", "populations"),
    (
        r"\b(?:per|for(?: every| each)?) (?:1,?000|10,?000|100,?000|head|capita|million|thousand|officer)\b"
        r"|\bper (?:suspect|offender|perpetrator|victim)\b"
        r"|\brates? per\b"
        r"|\bcrime rate\b|\bper cent point|\bpercentage points?\b",
        PER_POPULATION,
    ),
    (
        r"\bhours?\b|\bminutes?\b|\bmins?\b(?! (?:of )?(?:\w+ ){0,2}ages?\b)"
        r"|\bcosts?\b|£|\bfees?\b|\bworking days?\b|\btime taken\b"
        r"|\bdays\b|\beffort\b|\bwork needed\b|\bcompliance (?:limit|threshold)\b|\bspend\w*\b|\bbudget\b|\bvalue of\b",
        "cost or effort",
    ),
    (
        r"^\W*(?:of which |(?:the )?(?:total |number of |no\.? of |count of )*)(?:(?:since |later )?cancelled\b"
        r"|no[- ]?crim(?:e|ed|es)\b|transferred\b|non[- ]crime\b|crime[- ]related incidents?\b)",
        NO_CRIMES,
    ),
    (r"\bforces in (?:the|this|each) (?:answer|figure|number|total|row)s?\b", "how many forces a row covers"),
    (r"\bofficers?\b|\bstaff\b|\bfte\b|\bheadcount\b|\bemployees\b|\bworkforce\b|\bdetectives\b", "staff"),
    (
        r"\brecords? (?:returned|found|searched|held|to be|with|that|read|checked)|^records?$"
        r"|\bkey ?word (?:search|hits?)\b|\bhits\b",
        "records searched",
    ),
    (r"\bdiff(?:erences?)?\b|\bvariance\b|\bgap\b|^\+/-$|\bnet change\b", "differences in counts"),
    (r"\brank(?:ing)?\b|\bposition\b", "ranks"),
    (r"\bindex\b(?=\W*(?:$|\(|=|:|of\b|(?:19|20)\d\d))", "indices"),
    (r"\baverages?\b|(?<!cells )(?<!blanks )(?<!marks )(?<!dashes )\bmean\b(?! that)|\bmedian\b", "averages"),
    (
        r"\bcalls? (?:received|made)|\bvisits?\b|\bwarrants?\b|\bdevices?\b|\breferrals?\b|\brequests?\b"
        r"|\bsignatures?\b|\bpages?\b|\bcourses?\b|\bcounselling\b|\bsessions?\b"
        r"|\bsurvey(?! of (?:\w+ ){0,2}(?:forces|constabularies)\b)|\brespondents\b"
        r"|\bseizures?\b|\bdrugs?\b",
        "other things counted",
    ),
    (
        r"\bcyber[ -]?(?:flag|marker|crime flag|enabled|related|tag)\w*\b|\bonline flag\b|\bflag(?:ged)?\b(?! column)",
        "a part by cyber flag, which the columns cannot say",
    ),
    (
        r"\brepeat\b|\bethnic\w*\b|\bnationalit\w+\b|\bdisabilit\w+\b|\bdomestic\b|\brelationship\b"
        r"|\bcourt\b|\breligio\w+\b|\bknown to (?:the )?(?:victims?|child|police)\b"
        r"|^\W*(?:an? |complete |total )?(?:strangers?|acquaintances?)\b(?! chat)",
        UNSAYABLE,
    ),
    (r"\bmaking/taking\b", "another offence"),
    (
        r"\bd\.?o\.?b\b|\b(?:date|year|month|place|country)s? of birth\b|\bbirth ?(?:dates?|years?|day)\b|\bborn\b",
        UNSAYABLE,
    ),
)
EXCLUDED_PATTERNS = tuple((Words(pattern), why) for pattern, why in EXCLUDED)
OFFENCES_WORD = Words(
    r"\b(?:(?:offen[cs]es?|crimes?)(?! (?:system|database|software|notes?|recording system|management"
    r"|outcomes?|disposals?|detections?|clear[- ]?ups?|clearances?)\b)"
    r"|incidents?|cases|instances|crime count|crime no(?:s|\.)?|occurrences"
    r"|allegations|(?<!age )(?<!sex )(?<!gender )recorded|(?<!no )(?<!no-)crimed)\b"
)
VICTIMS_WORD = Words(
    r"\b(?:victims(?!['’]? (?:ages?|sex|gender)\b)"
    r"|victim(?!(?:['’]s)? (?:was|is|aged?|ages|sex|gender|profile|has|had|did|does|not"
    r"|with(?:drew|draws|drawn)|declin\w+|unwilling|unable|refus\w+|support\w*|dead|ill)\b)|survivors|aggrieved"
    r"|complainants)\b|\bnumber of (?:children|girls|boys)\b(?!['’]s)|\b(?:girls|boys|females"
    r"|males) as\b|\bhow many (?:children|girls|boys)\b(?!['’]s)"
)
# Before "victim" these say that something is told of a victim, not that victims are counted: "age group of the victim".
OF_VICTIM = Words(
    r"(?:\bwhere (?:the )?"
    r"|\b(?:age|sex|gender|group|band|range|profile|bracket|breakdown)s? (?:of|for) (?:the |each |a )?)$"
)
ONE_VICTIM = Words(r"(?:(?!victims\b)[^,;.])*")  # a label that speaks of a victim in the singular
# What else is told of the youngest victim: "Name of youngest victim's school", "App used to contact the oldest child"
_OF_A_CHILD = (
    r"(?:names?|initials|schools?|sex|gender|relationship|ethnic\w*|nationality|religion|disability|address|postcode"
    r"|home|town|city|county|area|district|location|birth|platforms?|apps?|sites?|methods?|means|devices?|outcome)"
)
NOT_ITS_AGE = Words(
    rf"\b{_OF_A_CHILD}(?: (?:of|for|to|with|on|in|which|that|was|is|the|suspect|offender|contact|groom"
    r"|contacted|(?:used|attended)(?: by)?)){1,6} (?:youngest|oldest)\b"
    r"|\b(?:youngest|oldest)(?: \w+)?(?:['’]s|s['’]) (?!years?\b)[a-z]"
    rf"|\b(?:youngest|oldest)(?: \w+)?\W{{1,3}}{_OF_A_CHILD}$"
)
FORCES_WORD = Words(
    r"\b(?:number|count|no\.?) of (?:police )?forces\b|\bforces (?:in [\w ,&]{3,40} )?(?:that|which|who) (?:answered"
    r"|responded|gave|replied|provided|supplied|disclosed|sent)|\bforces (?:responding|answering|replying|included)\b"
    r"|\bforces (?:(?:that|which|who) )?(?:refus\w+|declin\w+|asked|contacted|(?:did )?not (?:answer|respond|repl)\w*)"
    r"|\bhow many (?:police )?forces\b|\bresponding forces\b"
    r"|\bforces (?:with|giving|having|reporting|supplying|providing|sending|that have)"
    r" (?:(?:figures|data|numbers) for )?"
    r"(?:an?|any|both|all|full|complete|usable|every|each|figures?|data"
    rf"|(?:{BELOW_HUNDRED}|\d{{1,2}})"
    r"(?: (?:or more|full|complete|whole|financial|calendar))* (?:years?|quarters?|months?)"
    r"|answers?|numbers?|repl(?:y|ies))\b"
)
_MEANS = r"(?:platforms?|methods?|means|apps?|sites?|services?|websites?)"
_SORT = r"(?:online|digital|internet|named|recorded|known|social|messaging|chat|other)"
# The last word of what is a sort of means as well: "social media", "chat rooms"
_MEDIA = r"(?:media|networks?|networking|games?|channels?|forums?|rooms?|chatrooms?)"
METHODS_WORD = Words(
    rf"\b(?:different|distinct|unique|separate)\s(?:(?:\w+ )?{_MEANS}\b"
    # "different social media or apps", "separate games, forums and websites"
    rf"|(?:{_SORT} )*{_MEDIA}(?: {_MEANS})?\b(?=(?:,| (?:or|and|&)|/) ?(?:{_SORT} )*(?:{_MEANS}|{_MEDIA})\b)"
    rf"|(?:{_SORT} )*(?:social media|social networks?|chat ?rooms)\b(?=$|\W*(?:{_MEANS}|named|recorded|used"
    r"|mentioned|identified|in|on)\b))"
    r"|\bnumber of (?:platforms|methods|means|apps|services) (?:named|recorded"
    r"|used|identified)\b"
)
ASKS = Words(r"\bhow many\b|\bof (?:these|those|the)\b|\banswer")
# "Number of secondary schools": a label that announces a number of something that is none of ours.
NUMBER_OF_THINGS = Words(
    r"(?:total |the )*(?:number|count|no\.?|nos) of (?!(?:\w+ ){0,3}(?:offen|crim|incident|case|instance|occurrence"
    r"|allegation|recorded|report|victim|child|girl|boy|female|male|person|people|minor|time|mention|use|record"
    r"|investigation|entr|force|platform|app|method|means|site|service|those|these|each|them|which|all|any|such"
    r"|the above|groom|sexual comm))[a-z ]{4,}"
)
# "Number of children's homes" counts homes.
THINGS_OF_CHILDREN = Words(
    r"(?:total |the )*(?:(?:number|count|no\.?|nos) of|how many) (?:\w+ ){0,2}"
    r"(?:children|child|girls?|boys?|minors?)['’]s? (?!(?:\w+ )?(?:offen|crim|case|incident|report|victim))[a-z]{3,}"
)
NUMBER_OF = Words(r"\b(?:numbers?|counts?|nos?\.?) of\b|\bhow many\b")
VERB = Words(r"\b(?:had|have|has|was|were|are|is|involv\w+|with|where|involving|named?)\b")
COUNTED_PATTERNS = (
    (
        Words(
            r"\b(?:youngest|oldest)\b(?! (?:years?|months?|periods?|data|records?|figures?"
            r"|suspects?|offenders?|perpetrators?|defendants?|accused|nominals?|persons? (?:charged|arrested))\b)"
        ),
        "victim_age",
    ),
    (
        # what a pivot table makes of ages: "Min of Victim Age", "Minimum age", "Victim age (lowest)"
        Words(
            r"\b(?:min(?:imum)?|max(?:imum)?|lowest|highest)(?: of)?(?: the)?(?: recorded| known)?"
            r"(?: (?:victim|child|girl|boy|complainant|aggrieved)(?:['’]?s['’]?)?)?[ _]age\b"
            r"|\b(?:victim|child|complainant)(?:['’]?s['’]?)?[ _]age\b[^a-z]{0,3}"
            r"(?:min(?:imum)?|max(?:imum)?|lowest|highest)\b"
        ),
        "victim_age",
    ),
    (FORCES_WORD, "forces"),
    (METHODS_WORD, "methods"),
    (VICTIMS_WORD, "victims"),
    (OFFENCES_WORD, "offences"),
)
# A part of the offences that the columns cannot say, where the label counts only that part.
UNSAYABLE_PART = Words(
    r"\b(?:with|had|has|have|having|where|whose|involv\w+|marked|carr\w+|bore)\b.{0,40}"
    r"\b(?:cyber|online[ -]flag|flag|marker|repeat|ethnic\w*|nationality|disab\w+|domestic|religion)\b"
)
# A list that divides the offences by what no column can say, so that its total is theirs: "Relationship (per offence)"
DIVIDES_OFFENCES = Words(
    r"\b(?:relationship|ethnic\w*|nationality|religion|disability|devices?|outcomes?)\b[^()]*"
    r"\(\W*(?:one |counted |recorded )?(?:per|for each|for every) (?:recorded )?(?:offence|crime|incident)\W*\)"
)
# A part of the offences told by what became of them.
OUTCOME_PART = Words(
    r"\b(?:result\w*|le(?:d|ading) to|end(?:ed|ing) in|with(?! an? (?:child|minor)| children)|where|that|which|were"
    r"|been|assigned|given|closed|filed|finali[sz]ed)\b[^,.;]{0,40}\b(?:charge[ds]?|summons\w*|arrest(?:s|ed)?|outcomes?|caution(?:s|ed)?|convict\w+"
    r"|detected|solved|prosecut\w+|no further action|nfa)\b|\boutcome (?:type )?\d{1,2}\b"
)
# "Offences charged", "Crimes detected 2021/22", "Cases closed to date": what became of offences, counted by itself
WHAT_BECAME = Words(
    r"\b(?:offen[cs]es?|crimes?|cases|incidents|instances)\b\W{0,2}(?:(?:recorded )?(?:that|which) )?"
    r"(?:(?:is|are|were|was|have|had|has|been|since|later|subsequently|now|still|currently|already|finally|formally"
    r"|successfully) )*"
    r"(?:charged|summonsed|charged (?:or|and|&) (?:summonsed|cautioned)|cautioned|detected|cleared[- ]?up|solved"
    r"|resolved|finali[sz]ed|filed|closed|prosecuted|convicted|proven|proved|discontinued|withdrawn|dropped"
    r"|brought to justice|disposed of|dealt with|nfa(?:'?d)?|no further action(?:ed)?|under investigation|ongoing"
    r"|pending|undetected|unsolved|outcomed|cancelled|no[- ]?crimed"
    r"|(?:sent|passed|referred|submitted|reported) to (?:the )?(?:cps|crown|procurator|pf|copfs)"
    r"|transferred(?: (?:out|away|to (?:an)?other (?:police )?forces?))?)(?:/\w+)?"
    r"(?=\W*$|[,:]\s|\s[-–]\s"
    r"|\W+(?:\d|to date|so far|yet|in the|in \d|during|as (?:at|of)|\(|by (?:year|month|quarter)|q\d|fy))"
)
# The office that answers and the paper it writes on count nothing either.
OFFICE = Words(
    r"\b(?:freedom of information|foia?|eir|information|data protection|disclosure|records?|public access|corporate)"
    r"(?: (?:and|&|of|act|20\d\d|data|information|freedom|rights?|compliance|governance|access|management|security"
    r"|protection|disclosure|assurance|requests?|units?|teams?|offices?|officers?|departments?|sections?|branch|bureau"
    r"|responses?|repl(?:y|ies)|log|ref(?:erence)?|no|decision maker))+\b"
    r"|\b(?:this|your|the) requests?\b|\b(?:our|my|that) request\b"
    r"|\brequests? (?:of|dated|received|no|number|ref\w*|under|for|made)\b"
    r"|\brequests?(?=\W{0,3}(?:[a-z]{2,4}[-/ ])?\d)|\bfree of charge\b"
)
# How the numbers were found says nothing of what they count: "Results of a keyword search of crime reports".
HOW_FOUND = Words(
    r"\b(?:by|from|using|through|via|results? of|based on|after|following|with|in|on)"
    r" (?:an? |the |our |this )?(?:\w+ ){0,2}?(?:key ?words?|free[- ]?text|text|words?|database|electronic|manual"
    r"|automated) (?:search(?:es)?|reviews?|trawls?|filters?|quer(?:y|ies))\b"
    # "Keyword search of the MO text of the above crimes"
    r"|\bkey ?words? search(?:es)?\b"
    r"(?= (?:of|in|on|across|through)\b[^.;:]{0,60}\b(?:offences|crimes|incidents|cases)\b)",
    re.I,
)
# Which time of an offence is meant says nothing of what is counted: "the year in which the offence was recorded".
WHEN_RECORDED = Words(
    r"\b(?:(?:in|on|at|by|for|from|during|within|to) which|when"
    r"|(?:years?|dates?|days?|months?|quarters?|time)(?: (?:that|when))?)"
    r" (?:the|an?|each|every|its?) (?:offence|crime|incident|report|record)(?: itself)?(?: first)?"
    r" (?:was|is|were|had been|has been|came|took|happened|occurred|began|started)"
    r"(?: (?:first|to|then|actually|recorded|reported|committed|created|logged|crimed|place|notice|light|and|or))*"
)
# Names of laws hold words that count nothing there: "Sexual Offences Act 2003".
LAW = Words(r"\b(?:sexual offences|serious crime|criminal justice)(?:\s*\([^)]*\))?\s+(?:act|order|bill)\b")
_BOTH_WAYS = r"\s?(?:/|or|and|&)\s?"
_UP_OR_DOWN = rf"(?:up{_BOTH_WAYS}down|higher{_BOTH_WAYS}lower|ris(?:e|en){_BOTH_WAYS}fall(?:en)?)\b"
_CHANGE_WORD = (
    r"\b(?:chang\w*|differen\w*|(?:in|de)creas\w*|risen?|rose|growth|grew|f[ae]ll|var(?:ia\w+)?|movement|diff)\b"
)
_PERCENT_WORD = r"(?:%|\bper ?cent(?:age)?\b|\bpct\b)"
CHANGE = Words(
    rf"{_PERCENT_WORD}[^.;?]{{0,60}}{_CHANGE_WORD}|{_CHANGE_WORD}[^%.;?]{{0,40}}{_PERCENT_WORD}"
    rf"|(?:\+\s?/\s?[-–]|[△Δ↑↓±]|\binc\w*\s?/\s?dec\w*|\b{_UP_OR_DOWN})\s?%?|%\s?(?:\+\s?/\s?[-–]|[△Δ±])"
    r"|\b(?:change|increase|decrease|rise|growth|fall)s?[,:]? (?:from |between |since |on |\()?(?:fy ?)?20\d\d\b"
    r"|[:;,–-]\s*(?:change|increase|decrease|rise|growth)\b"
    r"|\b(?:year[- ]on[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter)\b"
    r"|^\W*(?:(?:annual|yearly|overall|latest|in[- ]year"
    rf"|(?:\d+|{BELOW_HUNDRED})[- ](?:year|month)s?) )?"
    r"(?:change|increase|rise|growth|rise/fall|increase/decrease)\b"
    r"|\d\d (?:(?:vs?|versus|compared (?:to|with))\.?\s(?:19|20)?|(?:against|on|over) (?:the )?(?:fy ?)?20)\d\d|\byoy\b"
)
HUNDRED = Words(r"\(?=?\s?100\s?%\)?")  # "Offences with a method (100%)" are what shares are of
SHARE = Words(r"%|\bper ?cent(?:age)?s?\b|\bpct\b|\bshares?\b|\bproportions?\b")
RATE = Words(
    r"\bper (?P<unit>day|week|month)\b|\b(?P<every>daily|weekly|monthly) (?:average|rate|mean)"
    r"|\b(?:average|mean)\b[^.;:]{0,90}\b(?:a|each|every) (?P<a>day|week|month)\b|\ba (?P<b>day|week)\b"
    r"|\b(?:a|each|every) (?P<c>day|week|month)\b.{0,25}\b(?:on (?:an )?average|averages?|averaged|mean)\b"
)
# "Age recorded" below ages, as a row of its own; "Victims who were girls (sex recorded)"
_ITS_OWN = r"(?:^|\(|[,;:] | [-–] )(?:(?:all|total|of which|where|with|the|an?|victims?(?:'s|s')?|their|whose)[ :,-]+)*"
_GIVEN = r"(?: of (?:the )?victims?)?(?: (?:is|was|are|were))? (?:recorded|known|provided|given|stated)(?: total)?\)?$"
BASES = (
    (
        Words(
            r"\b(?:age and sex|age and gender|sex and age|gender and age)\b.{0,30}\b(?:recorded|known"
            r"|provided|given|stated)\b"
        ),
        "age_and_sex_recorded",
    ),
    (
        Words(
            r"(?<!no )\b(?:platforms?|methods?|means(?! (?:that|no|none|nothing|an?|zero|nil|it|they|there|the)\b)"
            r"(?: of (?:communication|contact))?|apps?|sites?|services?"
            r"|site or app)\b"
            r"(?:[^.;]{0,30}\b(?:was|were|is|are|been))?\s(?<!not )(?:recorded|known|provided|given|stated"
            r"|identified|noted)\b"
            r"|\b(?:with|known|recorded) (?:a )?(?:recorded |known |named )?(?:platforms?|methods?"
            r"|means(?: of communication)?|apps?)\b"
            r"|^(?:of which |where |with )?(?:a |the |any )?(?:platform|method|app|means|site)(?: was| is)? (?:named"
            r"|specified|mentioned|captured|noted)$"
            r"|\b(?:an?|any|some) (?:platform|method|means|app|site|service)(?: was| were| is)?"
            r" (?:named|found|mentioned)\b(?! (?:by|on)\b)"
            r"|\bwith any (?:platform|method|means|app|site|service)\b(?! of\b)"
            r"|^any (?:platform|method|means|app|site|service)s?(?: at all)?$"
        ),
        "method_recorded",
    ),
    (
        Words(
            r"\b(?:where|whose|which|with)\b[^.;]{0,30}\b(?:sex|gender)\b[^.;]{0,20}(?:recorded|known"
            r"|provided|given|stated)\b|\b(?:with|known|recorded) (?:a )?(?:recorded |known )?(?:sex(?:es)?"
            r"|genders?)\b"
            rf"|{_ITS_OWN}(?:sex|gender){_GIVEN}"
        ),
        "sex_recorded",
    ),
    (
        Words(
            r"\b(?:where|whose|which|with)\b[^.;]{0,30}\bages?\b[^.;]{0,20}(?:recorded|known|provided|given"
            r"|stated)\b|\b(?:with|known|recorded) (?:an |a )?(?:recorded |known )?ages?\b"
            rf"|{_ITS_OWN}ages?{_GIVEN}"
        ),
        "age_recorded",
    ),
)
# "as a percentage of those whose sex or age is recorded", over rows of sexes and rows of ages
_OF_VICTIMS = r"(?:ages?|sex|gender)"
_OF_ANY = r"(?:ages?|sex|gender|platforms?|methods?|apps?|sites?)"
_OR = r"\s?(?:\bor\b|/|\band/or\b)\s?(?:(?:the|whose|their) )?"
EITHER_KNOWN = Words(
    rf"\b(?:{_OF_VICTIMS}{_OR}{_OF_ANY}|{_OF_ANY}{_OR}{_OF_VICTIMS})\b[^.;]{{0,30}}"
    r"(?<!not )\b(?:recorded|known|provided|given|stated)\b"
    rf"|\b(?:recorded|known|stated) (?:{_OF_VICTIMS} or {_OF_ANY}|{_OF_ANY} or {_OF_VICTIMS})\b"
)
# "where known", of whatever the table lists
KNOWN_ONLY = Words(
    r"\b(?:(?:where|if|when|only) (?:(?:it|they|this|one|that) (?:was|is|were) )?"
    r"|(?:for|in|on) which (?:it|they|this|one|that) (?:was|is|were) )"
    r"(?:known|recorded|stated|given|specified|identified|captured|noted)\b"
    r"|\b(?:where|(?:for|in|on) which)\b[^.;]{0,30}\b(?:could|can|(?:was|were|is|are) able to)"
    r" (?:name|identify|give|tell|say|state|establish) (?:one|it|this|them|these|that)\b"
    r"|\b(?:where|(?:for|in|on) which) (?:one|it|this|they|these) (?:could|can) be"
    r" (?:named|identified|given|told|stated|established|found)\b"
    r"|\b(?:where|when|if|(?:for|in|on) which)\b[^.;]{0,40}\b(?:recorded|named|noted|stated) one\b(?! o[rf]\b)"
    r"|\b(?:total|all|overall),? (?:known|identified)\b|\bof (?:those |the )?(?:known|identified)\b"
    r"|\b(?:known|identified) (?:total|only)\b|\((?:known|identified)\)|^valid$"
)
WHOLE_BASE = Words(r"\bof (?:all|total|every)\b")
NOT_BASE = Words(
    r"\bno (?:platform|method|means|age|sex)|\bnot (?:recorded|known|stated|provided)\b|\bsex not\b|\bunknown\b"
)
COUNTING = Words(
    r"^(?:n|no\.?|nos|numbers?|counts?|totals?|recorded|offences?|crimes?|incidents?|cases|vol(?:ume)?"
    r"|freq(?:uency)?|prevalence|figures?|values?|amount|sum|answers?|response|result|reply|instances|reports?"
    r"|quantity|qty|tally|data|obs.?value|n=|uses|occurrences|(?:our|force|police|the) (?:answer|response|reply)"
    r"|answer/response|number recorded|information (?:provided|disclosed|supplied|released|held))\b"
    r"|\b(?:number|count|total|volume|no\.|figure|times)\b"
)
STOP = Words(
    r"\b(?:number|numbers|no|count|counts|of|the|in|by|for|to|and|or|with|a|an|as|on|at|per|recorded"
    r"|reported|offences?|crimes?|incidents?|cases|instances|total|totals|all|each|this|that|where"
    r"|was|were|is|are|force|forces|police|constabulary|service|area|region|nation|year|years|month"
    r"|quarter|period|financial|fiscal|calendar|ending|ended|fy|victims?|children|child|age|aged|sex"
    r"|gender|band|group|old|under|over|above|below|only|used|via|using|then|now|revised|provisional"
    r"|previous|original|latest|first|new|number|answer|response|reply|value|figure|figures|data"
    r"|times|how|many|platform|method|means|communication|contact|contacted|app|site|services?|named|other|q[1-9]|total"
    r"|from|between|during|uk|code|ho|home office|section|sexual|volume|result|under|law|act|recorded"
    r"|published|print|printed|release|current|updated|supplied|refreshed|refresh|re-?run|runs?|versions?|earlier|corrected|amended|restated"
    r"|given|provided|stated|disclosed|sent|later|before|previously|initial|initially|final|to|date|ytd|part|full|plus|share|percentage"
    r"|percent|per ?cent|involving|involved|which|whom|against|known|type|types|since|up|until"
    r"|inclusive|estimate[ds]?|actual|count|rolling)\b|[\s%()\[\]/&,.:;+*'\"“”‘’?!\-–—#|=<>]+|\d+"
)
