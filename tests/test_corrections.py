import datetime as dt
from pathlib import Path

import pytest

from figuretrail.corrections import apply_corrections, read_corrections, write_corrections, wrong_value
from figuretrail.errors import SourceError
from figuretrail.figure import Figure, assign_ids

BODY = "Facebook had 30% in 2017/18. Snapchat had 30% too."
FIGURES = assign_ids(
    [
        Figure(start=13, end=16, surface="30%", value=30.0, unit="percent", context="Facebook had 30% in 2017/18."),
        Figure(start=42, end=45, surface="30%", value=30.0, unit="percent", context="Snapchat had 30% too."),
    ],
    source_id="paper",
    body=BODY,
)
ENTRY = """- words: "30%"
  in: Facebook had
  column: value
  was: 30
  now: 29
  reason: 618 of 2,117 is 29.2%
  who: A. Researcher
  date: 2026-11-22
  status: open
"""


def _written(folder: Path, text: str = ENTRY) -> Path:
    (folder / "corrections.yaml").write_text(text, encoding="utf-8")
    return folder


def _apply(folder: Path):  # type: ignore[no-untyped-def]
    return apply_corrections(FIGURES, read_corrections(folder), folder=folder)


def test_a_corrected_figure_shows_both_values_and_keeps_its_id(tmp_path: Path) -> None:
    figures, (outcome,) = _apply(_written(tmp_path))
    assert (figures[0].value, figures[0].corrected, figures[0].stated) == (29.0, ("value",), "value = 30.0")
    assert figures[0].figure_id == FIGURES[0].figure_id == outcome.figure_id
    assert outcome.state == "applied"
    assert figures[1] == FIGURES[1] and FIGURES[0].value == 30.0


def test_a_guard_that_fails_expires_the_entry_and_says_what_to_do(tmp_path: Path) -> None:
    figures, (outcome,) = _apply(_written(tmp_path, ENTRY.replace("was: 30", "was: 31")))
    assert outcome.state == "expired" and figures == FIGURES
    assert "value = 30.0" in str(outcome.error) and "31.0" in str(outcome.error)
    assert "fixed_upstream" in outcome.error.remedy  # type: ignore[union-attr]


def test_an_entry_must_match_exactly_one_figure(tmp_path: Path) -> None:
    _, (several,) = _apply(_written(tmp_path, ENTRY.replace("  in: Facebook had\n", "")))
    _, (none,) = _apply(_written(tmp_path, ENTRY.replace('"30%"', '"33%"')))
    assert several.state == none.state == "unmatched"
    assert several.error.found.startswith("2 figures") and "`in:`" in several.error.remedy  # type: ignore[union-attr]
    assert none.error.found.startswith("no figure")  # type: ignore[union-attr]


def test_what_the_publisher_fixed_changes_nothing_but_is_guarded_too(tmp_path: Path) -> None:
    fixed = ENTRY.replace("status: open", "status: fixed_upstream")
    _, (still_wrong,) = _apply(_written(tmp_path, fixed))
    assert still_wrong.state == "expired"
    figures, (done,) = _apply(_written(tmp_path, fixed.replace("now: 29", "now: 30")))
    assert done.state == "superseded" and figures == FIGURES


def test_a_correction_of_what_is_claimed_makes_another_claim(tmp_path: Path) -> None:
    text = ENTRY.replace("column: value", "column: period_end").replace("was: 30", "was: null")
    figures, _ = _apply(_written(tmp_path, text.replace("now: 29", "now: 2018-03-31")))
    assert figures[0].period_end == dt.date(2018, 3, 31)
    assert figures[0].claim_id != FIGURES[0].claim_id


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("  reason: 618 of 2,117 is 29.2%\n", "", "no 'reason'"),
        ("column: value", "column: figure_id", "column 'figure_id'"),
        ("was: 30", "was: true", "value = True"),
        ("was: 30", "was: .inf", "value = inf"),
        (
            "column: value\n  was: 30\n  now: 29",
            "column: victim_age_min\n  was: 12\n  now: 12.9",
            "victim_age_min = 12.9",
        ),
        (
            "column: value\n  was: 30\n  now: 29",
            "column: victim_age_min\n  was: 1\n  now: true",
            "victim_age_min = True",
        ),
        ("was: 30", "was: thirty", "value = 'thirty'"),
        ("status: open", "status: done", "status 'done'"),
        ('words: "30%"', 'wrods: "30%"', "the key 'wrods'"),
        ("date: 2026-11-22", "date: yesterday", "date = 'yesterday'"),
        ("- words:", "words:", "text that goes on after a whole value"),
        (ENTRY, "words: 30%", "keys and values"),
        (ENTRY, "- 30%", "'30%'"),
    ],
)
def test_a_bad_entry_is_named_with_what_was_found(tmp_path: Path, old: str, new: str, found: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_corrections(_written(tmp_path, ENTRY.replace(old, new)))
    assert found in raised.value.found
    assert raised.value.file == str(tmp_path / "corrections.yaml")


def test_an_entry_that_was_written_matches_its_figure(tmp_path: Path) -> None:
    entry = {"column": "value", "was": 30, "now": 29, "reason": "r", "who": "w", "date": "2026-11-22", "status": "open"}
    write_corrections(tmp_path, FIGURES[1], FIGURES, [entry])
    figures, (outcome,) = _apply(tmp_path)
    assert outcome.state == "applied" and outcome.figure_id == FIGURES[1].figure_id
    assert [figure.value for figure in figures] == [30.0, 29.0]


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == []


def test_a_selector_that_yaml_takes_for_a_number_is_read_as_its_text(tmp_path: Path) -> None:
    year = ENTRY.replace("in: Facebook had", "in: 2017")
    figures, (outcome,) = _apply(_written(tmp_path, year))
    assert outcome.state == "applied" and figures[0].value == 29.0
    for key in ("cell", "figure"):
        other = ENTRY.replace('- words: "30%"', "- cell: 7") if key == "cell" else f"{ENTRY}  figure: 7\n"
        (entry,) = read_corrections(_written(tmp_path, other))
        assert getattr(entry, key) == "7"
        assert _apply(tmp_path)[1][0].state == "unmatched"


def test_a_whole_age_is_read_however_it_is_written(tmp_path: Path) -> None:
    ages = ENTRY.replace("column: value", "column: victim_age_min").replace("was: 30", "was: null")
    (entry,) = read_corrections(_written(tmp_path, ages.replace("now: 29", "now: 12.0")))
    assert entry.now == 12 and isinstance(entry.now, int)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("  column: value", "  colum: value", "entry 1", "no 'column', but a key 'colum', which nothing reads"),
        ("now: 29", "now: many", "entry 1", "found value = 'many'; expected a number. To do"),
        ("reason: 618", "reason: '618", "line 6, column 11", "found a quotation mark that is not closed"),
        ("now: 29", "now: [29", "line 5, column 8", "found a bracket that is not closed"),
        ("now: 29", "now", "line 5, column 3", "found a line without a colon"),
        ("column: value", "column: measure", "entry 1", "expected one of offences"),
    ],
)
def test_an_entry_that_is_wrong_is_told_where_and_in_words(
    tmp_path: Path, old: str, new: str, place: str, said: str
) -> None:
    with pytest.raises(SourceError) as raised:
        read_corrections(_written(tmp_path, ENTRY.replace(old, new)))
    assert place in raised.value.place and said in str(raised.value)


@pytest.mark.parametrize(
    ("text", "found"), [("words: 30%\n", "keys and values"), ("just words\n", "the text 'just words'")]
)
def test_a_file_of_corrections_that_is_no_list_is_told_in_words(tmp_path: Path, text: str, found: str) -> None:
    with pytest.raises(SourceError, match=f"found {found}; expected a list of corrections"):
        read_corrections(_written(tmp_path, text))
    assert read_corrections(_written(tmp_path, "# none\n")) == []


@pytest.mark.parametrize(
    ("unit", "good", "wrong"),
    [
        ("count", (0.0, 2117.0), (-1.0, 12.5)),
        ("percent", (0.0, 12.5, 100.0), (-0.1, 100.1)),
        ("percent_change", (-100.0, 250.0), (-101.0,)),
        ("per_day", (0.0, 13.4), (-1.0,)),
    ],
)
def test_a_number_that_cannot_be_is_told_from_one_that_can(
    unit: str, good: tuple[float, ...], wrong: tuple[float, ...]
) -> None:
    assert [wrong_value(Figure(unit=unit, value=value)) for value in (*good, None)] == [None] * (len(good) + 1)
    assert all(wrong_value(Figure(unit=unit, value=value)) for value in wrong)
