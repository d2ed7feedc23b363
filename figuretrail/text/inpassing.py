"""Words for what others count and ask, where they are said in passing: "the suspect made contact", "asked about apps".

What belongs here: taking such words for no more than words. What does not: what a number counts (`roles`).
"""

from figuretrail.text.tokens import Token

_WHAT = {"about", "by", "how", "if", "what", "where", "whether", "which", "why"}  # "asked what had changed, she said"
_ONE = {"suspect", "detective", "offender"}  # after an article, so that no number counts them
_FORCES_WITHIN = 3  # words after "asked": "asked all 39 territorial forces", and nobody in a survey


def plain(tokens: list[Token]) -> list[Token]:
    """The tokens of a sentence; those of a survey, or of something else that may be counted, only where they are so."""
    for i, token in enumerate(tokens):
        told = token.tag == "Ω" and i and tokens[i - 1].tag == "d" and token.word in _ONE
        if told or (token.word == "asked" and token.tag == "σ" and _is_no_survey(tokens, i)):
            token.tag = "x"
    return tokens


def _is_no_survey(tokens: list[Token], i: int) -> bool:
    after = tokens[i + 1 : i + 2 + _FORCES_WITHIN]
    return bool(after) and (after[0].word in _WHAT or any(token.tag == "F" for token in after))
