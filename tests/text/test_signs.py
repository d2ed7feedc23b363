"""What is said for and against a reading: the signs that are weighed, each in words."""

import datetime as dt

from figuretrail.text import evidence, neighbours, signs
from figuretrail.text.attach import Candidate, Sentence
from figuretrail.text.choice import Option, one_by_one
from figuretrail.text.reader import read
from figuretrail.text.resolve import Resolver
from figuretrail.text.walk import Settled

TEXT = (
    "Kent Police recorded 214 offences of sexual communication with a child in 2018/19. Snapchat was used in 52 of "
    "them and Kik in 31. The station's canteen served 1,900 dinners."
)


class Watched(Resolver):
    """Keeps what was weighed."""

    def __init__(self, text: str) -> None:
        super().__init__(read(text, published=dt.date(2019, 9, 1)), None)
        self.periods: dict[float, list[Option]] = {}
        self.evidence: dict[float, set[str]] = {}
        self.places: dict[float, list[Option]] = {}
        self.offences: dict[float, list[Option]] = {}

    def _chosen_period(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.periods[made.value] = list(options)
        return super()._chosen_period(made, options)

    def _chosen_place(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.places[made.value] = list(options)
        return super()._chosen_place(made, options)

    def _chosen_offence(self, made: Settled, options: list[Option]) -> tuple[Option, float]:
        self.offences[made.value] = list(options)
        return super()._chosen_offence(made, options)

    def _refused(self, candidate: Candidate, sentence: Sentence) -> str:
        self.evidence[candidate.role.value or 0.0] = set(evidence.signs(self, candidate, sentence))
        return super()._refused(candidate, sentence)


def watched(text: str = TEXT) -> Watched:
    resolver = Watched(text)
    resolver.run()
    return resolver


def test_the_words_around_a_number_are_told_by_their_class_or_as_they_are() -> None:
    reading = read(TEXT, published=None)
    first = reading.candidates[0]
    found = neighbours.around(first, reading.sentences[first.sentence])
    assert found == [
        "two before: a place", "right before: a verb of recording", "right after: an offence", "two after: of",
    ]  # fmt: skip


def test_a_number_is_seen_beside_the_figures_before_it() -> None:
    found = watched().evidence
    assert "of the last 0 numbers figures: 0" in found[214]
    assert {"of the last 1 numbers figures: 1", "beside the figure before: far less"} <= found[52]
    assert "of 1 before in the sentence figures: 1" in found[31]
    assert "unknown words after it: 1" in found[1900]


def test_an_option_knows_which_others_say_the_same_and_which_figures_have_it() -> None:
    options = watched().periods[31]
    by_sentence, untold = (
        set(one_by_one(next(one for one in options if one.told_by == name).signs))
        for name in ("the number before it in the sentence", "not told")
    )
    assert "told too by | the latest figure that is not compared" in by_sentence
    assert "in 2 of the last 2 figures" in by_sentence
    assert "in the last figures this then this" in by_sentence
    assert "in 2 of 2 of its measure" in by_sentence
    assert "in 0 of the last 2 figures" in untold
    assert "not told | right before: in" in untold


def test_where_all_options_say_the_same_nothing_is_added() -> None:
    resolver = watched()
    made = resolver.settled[0]
    options = [Option("all", "one way", ["near"]), Option("all", "another", [])]
    signs.shared(resolver, "base", made, resolver.reading.sentences[0], options)
    assert [option.signs for option in options] == [["near"], []]


def test_a_number_that_a_figure_gave_before_is_told_from_a_new_one() -> None:
    found = watched(f"{TEXT} Officers said the 214 crimes and 77 others were known.").evidence
    assert "a figure before said the same" in found[214]
    assert "a figure before said the same" not in found[77]


def test_a_place_alone_on_a_numbered_line_and_a_place_that_is_not_meant() -> None:
    text = "Grooming offences. The data is for the UK, not Wales alone.\n\n2. Norfolk\n2018/19: 154 offences"
    signs_of = {option.value[0]: set(one_by_one(option.signs)) for option in watched(text).places[154]}
    assert "named alone on its line" in signs_of["Norfolk"]
    assert "named as what is not meant" in signs_of["Wales"]
    assert "named as what is not meant" not in signs_of["United Kingdom"]


def test_rows_go_on_with_the_offence_of_the_row_before_and_of_their_place() -> None:
    text = (
        "Offences of sexual communication with a child in 2018/19\n\nScotland: 462 crimes of communicating indecently "
        "with a child\nGwent: 90 grooming offences, and 466 of indecent images\nScotland again: 87 offences"
    )
    options = watched(text).offences[87]
    (row,) = [option for option in options if option.told_by == "the first figure of the line before"]
    assert row.source.value == 90
    told = {option.value: set(one_by_one(option.signs)) for option in options}
    assert "the offence of the place named" in told["communicating_indecently_with_a_child"]
    assert "another than the offence of the place named" in told["sexual_communication_with_a_child"]
