"""The words for those who are suspected of an offence, and for what is counted by them.

What belongs here: suspects by whatever name officers give them, persons told by what was done about them, offences
counted by their suspects. What does not: victims, and the order in which a label's nouns are asked (`labels`).
"""

from figuretrail.tables.language.words import Words

# Those who are called so for what they are held to have done
_NAMES = (
    r"(?:suspects?|offenders?|perpetrators?|defendants?|accused|nominals?|culprits?|groomers?|wrongdoers?"
    r"|assailants?|abusers?|predators?|aggressors?|detainees?)"
)
_ADULTS = r"(?:persons?|people|individuals?|adults?|part(?:y|ies)|subjects?|men|man|women|woman|suspected persons?)"
_ANYBODY = rf"(?:{_ADULTS}|(?:fe)?males?|juveniles?|youths?|teenagers?|young (?:persons?|people)|boys?|girls?|children)"
_BAND = r"(?:,? ?\(?(?:aged? )?(?:under |over )?\d{1,2}(?: ?(?:-|–|to|and|or) ?(?:\d{1,2}|over|under|above))?\)?,?)?"
_WERE = r"(?: (?:who|that|which))?(?: (?:was|were|is|are|have|has|had|been|be|being|then|later|formally))*"
_DONE = (  # about anybody
    r"(?:suspected\b|responsible\b|accused\b|of interest\b|wanted\b|implicated\b|proceeded against\b|cautioned\b"
    r"|arrested\b|charged\b|summonsed\b|convicted\b|prosecuted\b|interviewed (?:under caution|as suspects?)"
    r"|under investigation\b|investigated\b|held to account\b"
    r"|reported (?:for|to the (?:procurator|pf|copfs|cps|crown))\b"
    r"|(?:identified|recorded|linked|named)\b[^,;:]{0,30}? as (?:the |an? )?(?:suspect|offender|perpetrator))"
)
_TOLD = (  # about adults alone: children who are linked to an offence may be its victims
    r"(?:reported(?! (?:as|to be|missing|by)\b)\b|interviewed\b|(?:linked|connected|tied) to\b)"
)
SUSPECTS = (
    rf"\b(?:{_NAMES}|perps|rsos?)\b|\b{_ANYBODY}\b{_BAND}{_WERE} {_DONE}|\b{_ADULTS}\b{_BAND}{_WERE} {_TOLD}"
    rf"|\b(?:suspected|responsible|accused|wanted|convicted) {_ANYBODY}\b"
)
# The part that a person played, as records name it
ROLES = Words(
    rf"\W*(?:alleged |known |adult |child )*(?:{_NAMES}|victims?|aggrieved|complainants?|survivors?|witness(?:es)?"
    r"|injured part(?:y|ies))\W*"
)
# Who used an app is told of the app: "Platforms used by offenders", "Children contacted by suspects"
AGENT = Words(
    r"\b(?:used|chosen|favou?red|preferred|employed|adopted|contacted|approached|messaged|targeted|groomed)"
    rf" (?:\w+ )?by (?:(?:the|an?|any|their|adult|alleged|these|those|online) )*{_NAMES}\b"
)
# Crimes "with a suspect under 18", "by repeat offenders": a part of the offences that no column can say
_OFFENCES = r"\b(?:offen[cs]es?|crimes?|incidents?|cases|instances|those|communication with a child)\b"
_NOT_OF_MEANS = (
    r"(?!(?:used|apps?|platforms?|methods?|means|sites?|services?|victims?|child(?:ren)?|girls?|boys?"
    r"|contact\w*|communicat\w*|whether|regardless|and|or(?! more))\b)"
)
OFFENCES_OF_SUSPECTS = Words(
    rf"{_OFFENCES}[^.;?(]{{0,40}}?\b(?:with(?:out)?|where|whose|wherein|in which|involv\w+|having|had|has|have|by|to)"
    rf" (?:{_NOT_OF_MEANS}[\w-]+ ){{0,4}}?{_NAMES}\b"
    r"(?!,? (?:is |was )?(?:aged )?(?:over 18|18 ?(?:years )?(?:or|and|\+)))"
    rf"|{_OFFENCES}\W{{1,3}}(?:suspect|offender|perpetrator|defendant|accused) (?:was |is |were )?"
    r"(?:aged (?!18 or|over)|under|known|unknown|named|identified|(?:fe)?male)\b"
)
# A list of suspects' ages or sexes: "Crimes recorded by age of suspect", "Offender's gender"
OF_SUSPECTS = Words(
    r"\b(?:ages?|sex|gender|profile)(?: (?:groups?|bands?|ranges?|profile|breakdown|and \w+))*"
    rf" (?:of|for) (?:(?:the|each|any|an?|known|identified|alleged) )*{_NAMES}\b"
    rf"|\b{_NAMES}(?:['’]s?)?,? (?:by )?(?:ages?|sex|gender)\b"
)
OTHER_LISTS = Words(  # beside which a title about suspects heads more than their table
    r"\b(?:victims?|platforms?|apps?|methods?|means|sites?|complainants?)\b"
)
# "Of all crimes, suspects under 18": what stands before the comma is counted elsewhere
OUT_OF = Words(
    r"^\W*(?:\d{1,2}[a-z]?[.):] ?)?(?:out of|of|from|among(?:st)?|in|for|within|from among)"
    r" (?:(?:all|the|these|those|this|that|our|\d[\d,]*|above|total|number|of) ){0,4}(?:[\w-]+ ){0,2}?"
    r"(?:offen[cs]es?|crimes?|incidents?|cases|instances)\b(?: (?:recorded|reported|above|listed|counted|in|during"
    r"|the|(?:financial )?year|\d{4}(?:[-/]\d{2,4})?|each|so|all|of|them))*\s*[,:–-]\s*(?=\S)"
)
