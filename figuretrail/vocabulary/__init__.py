"""The words that both readers know: places, platforms, offences.

What belongs here: names, their variants and what they stand for, loaded from `sources/reference`, the one place where
a name is added. What does not: how a sentence or a header is searched for them.
"""

from figuretrail.vocabulary.offences import Offence, offences, wider_offences
from figuretrail.vocabulary.places import DISTRICT, Place, districts, places
from figuretrail.vocabulary.platforms import Platform, platforms

__all__ = ["DISTRICT", "Offence", "Place", "Platform", "districts", "offences", "places", "platforms", "wider_offences"]
