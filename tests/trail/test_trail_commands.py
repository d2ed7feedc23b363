"""`figuretrail trace`, `diff`, `releases`, `correct` and `accept` on a small catalogue, really read and published."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from figuretrail.home import published_database
from pipeline.cli import trail as commands
from tests.commands import TRAIL_COMMANDS
from tests.publication.world import refresh_catalogue, rows

ADD = Callable[..., Path]
SHARE = ("platform_share_by_year", "platform=Instagram")


def run(*arguments: str) -> Result:
    """One command; the first argument names it."""
    return CliRunner().invoke(getattr(commands, arguments[0]), arguments[1:])


def figure_id(surface: str, *, source_id: str = "cheshire-2019") -> str:
    query = f"SELECT figure_id FROM figures WHERE surface = '{surface}' AND source_id = '{source_id}'"
    ((found,),) = rows(published_database(), query)
    return str(found)


@pytest.fixture(scope="module")
def first_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the state folder of the one article is kept when a test has published it."""
    return tmp_path_factory.mktemp("cheshire") / "data"


@pytest.fixture
def cheshire(home: Path, add_article: ADD, first_state: Path) -> Path:
    """An article of its own, read and published: 120 offences, Instagram in 30 of 80."""
    folder = add_article(url="https://paper.example/1")
    if first_state.exists():
        shutil.copytree(first_state, home / "data", symlinks=True)
    else:
        refresh_catalogue()
        shutil.copytree(home / "data", first_state, symlinks=True)
    return folder


def test_every_command_has_help_with_an_example() -> None:
    assert {command.name for command in TRAIL_COMMANDS} == {"trace", "diff", "releases", "correct", "accept"}
    for command in TRAIL_COMMANDS:
        text = run(str(command.name), "--help").output
        assert f"figuretrail {command.name}" in text and "Example" in text


def test_nothing_published_yet_says_what_to_run(home: Path) -> None:
    for arguments in (("trace", *SHARE), ("diff",), ("releases",)):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "found nothing published yet" in result.output and "run `figuretrail refresh`" in result.output


def test_a_share_leads_back_to_both_counts_their_words_and_the_address(cheshire: Path) -> None:
    text = run("trace", *SHARE).output
    assert "share_percent: 37.5%" in text and "100 × 30 ÷ 80 = 37.5%" in text
    assert "“In the same year Instagram was used in [30] of the 80 cases where the method was recorded.”" in text
    assert "“In the same year Instagram was used in 30 of the [80] cases where the method was recorded.”" in text
    assert "found there now" in text and "NOT FOUND" not in text
    assert "https://paper.example/1" in text and "read from our abstract" in text


def test_a_figure_is_found_by_the_beginning_of_its_id_and_says_what_it_goes_into(cheshire: Path) -> None:
    name = figure_id("30")
    text = run("trace", name[:-3]).output
    assert name in text and "goes into\n  figuretrail trace platform_share_by_year" in text
    arguments = text.rpartition("figuretrail trace ")[2].split()
    assert "share_percent: 37.5%" in run("trace", *arguments).output


def test_json_and_prov_hold_the_same_trail(cheshire: Path) -> None:
    data = json.loads(run("trace", *SHARE, "--json").output)
    ids = [statement["figure"]["figure_id"] for statement in data["made_from"]]
    assert ids == [figure_id("30"), figure_id("80")] == data["row"]["figure_ids"]
    prov = json.loads(run("trace", *SHARE, "--prov").output)
    assert len(prov["used"]) == 3  # the rule used two figures, the reading one file
    assert set(prov["prefix"]) >= {"figure", "source", "row", "activity"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("offences_by_yeer",), "expected a table (offences_by_year, platform_share_by_year)"),
        (("offences_by_yeer",), "Near it: offences_by_year."),
        (("offences_by_year", "geograpy=Kent"), "expected column=value with one of geography, geography_type"),
        (("offences_by_year", "geography=Kent"), "found no row among 1; expected one"),
        (("offences_by_year", "geography=Kent"), "geography has Cheshire"),
        (("offences_by_year", "geography"), "found a column without a value; expected column=value"),
        (("offences_by_year", "period_start=soon"), "found 'soon'; expected a date"),
        (("sources",), "expected a table whose rows were made from figures: offences_by_year"),
        (("cheshire-2019:ffff",), "found no published figure whose id begins so"),
        (("cheshire-2019:",), "found 3 figures that begin so; expected one of:"),
        (("offences_by_year", "--release", "r0007"), "found no file r0007.duckdb; expected one that is kept"),
        (("offences_by_year", "--release", "newest"), "expected one as r0001"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(cheshire: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("trace", *arguments)
    assert result.exit_code == 1 and said in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_several_rows_are_listed_as_commands_that_work(cheshire: Path, add_article: ADD) -> None:
    add_article("kent-2019", "Police in Kent recorded 60 offences of sexual communication with a child in 2018/19.\n")
    refresh_catalogue()
    several = run("trace", "offences_by_year")
    text = several.output
    assert several.exit_code == 0 and text.startswith("2 rows; one of them is followed by:")
    listed = [line.split()[2:] for line in text.splitlines() if " trace offences_by_year" in line]
    assert [run("trace", *arguments).exit_code for arguments in listed] == [0, 0]
    assert "60 offences" in run("trace", "offences_by_year", "geography=kent").output
    for form in ("--json", "--prov"):
        asked = run("trace", "offences_by_year", form)
        assert asked.exit_code == 1 and "found 2 rows; expected one" in asked.stderr and not asked.stdout


def test_quotes_in_what_is_asked_for_are_only_text(cheshire: Path) -> None:
    result = run("trace", "offences_by_year", "geography=Cheshire' OR 1=1 --")
    assert result.exit_code == 1 and "found no row" in result.output
    assert run("trace", "x'; DROP TABLE figures").exit_code == 1


def test_a_workbooks_cell_is_shown_under_its_headers(add_embedded: Callable[..., list[Path]]) -> None:
    add_embedded("wales-forces-2018")
    refresh_catalogue()
    ((name,),) = rows(published_database(), "SELECT figure_id FROM figures WHERE surface = '158'")
    text = " ".join(run("trace", str(name)).output.split())
    assert "[158] in cell Wales!C6, under: 3 April 2017 to 2 April 2018 | South Wales Police" in text
    assert "found there now" in text and "real numbers, layout ours" in text


def correct(*settings: str, name: str | None = None, reason: str = "The force says so") -> Result:
    arguments = [part for setting in settings for part in ("--set", setting)]
    return run("correct", name or figure_id("30"), *arguments, "--reason", reason, "--who", "A. Researcher")


def test_a_correction_shows_both_values_everywhere_and_what_stood_before(cheshire: Path) -> None:
    result = correct("value=28", name=figure_id("30")[:-2])
    assert result.exit_code == 0, result.output
    assert "value: 30, now 28" in result.output and "figuretrail refresh figures/cheshire-2019" in result.output
    (entry,) = yaml.safe_load((cheshire / "corrections.yaml").read_text(encoding="utf-8"))
    assert {key: entry[key] for key in ("words", "column", "was", "now", "reason", "who", "status")} == {
        "words": "30",
        "column": "value",
        "was": 30,
        "now": 28,
        "reason": "The force says so",
        "who": "A. Researcher",
        "status": "open",
    }
    refresh_catalogue()
    figures = rows(published_database(), "SELECT value, stated, corrected FROM figures WHERE surface = '30'")
    assert figures == [(28.0, "value = 30.0", ["value"])]
    share = run("trace", *SHARE).output
    assert "share_percent: 35%" in share and "it was: share_percent 37.5" in share
    assert "corrected: value 30, now 28: The force says so (A. Researcher" in share
    assert "used in [30] of the 80" in share  # the words stay the source's
    told = run("diff").output
    assert "“30”: value was corrected from 30 to 28 (The force says so)." in told
    assert "share_percent is 35 now, and was 37.5, which follows from a correction." in told
    assert "share_percent: 37.5%" in run("trace", *SHARE, "--release", "r0001").output
    assert "r0002" in run("releases").output.splitlines()[1]


def test_a_corrected_figure_is_corrected_again_from_its_new_value(cheshire: Path) -> None:
    assert correct("value=28").exit_code == correct("value=27").exit_code == 0
    entries = yaml.safe_load((cheshire / "corrections.yaml").read_text(encoding="utf-8"))
    assert [(entry["was"], entry["now"]) for entry in entries] == [(30, 28), (28, 27)]
    refresh_catalogue()
    assert rows(published_database(), "SELECT value FROM figures WHERE surface = '30'") == [(27.0,)]
    assert rows(published_database(), "SELECT state FROM corrections") == [("applied",), ("applied",)]


def test_several_columns_are_set_together_where_one_alone_would_break_a_rule(cheshire: Path) -> None:
    name = figure_id("120")
    alone = correct("geography=", name=name)
    assert alone.exit_code == 1 and "a place has both a name and a type, or neither" in alone.output
    assert not (cheshire / "corrections.yaml").exists()
    assert correct("geography=Wales", "geography_type=country", name=name).exit_code == 0
    refresh_catalogue()
    assert run("trace", "offences_by_year", "geography=Wales").exit_code == 0


def test_a_number_whose_base_is_set_to_nothing_stays_a_figure_and_leaves_the_tables(cheshire: Path) -> None:
    everything = "SELECT count(*) FROM platform_share_by_year"
    assert rows(published_database(), everything) == [(1,)]
    assert correct("base=", reason="The 30 are uses, not offences").exit_code == 0
    (entry,) = yaml.safe_load((cheshire / "corrections.yaml").read_text(encoding="utf-8"))
    assert (entry["was"], entry["now"]) == ("all", None)
    refresh_catalogue()
    assert rows(published_database(), everything) == [(0,)]
    kept = rows(published_database(), "SELECT value, base, stated FROM figures WHERE surface = '30'")
    assert kept == [(30.0, None, "base = all")]
    assert rows(published_database(), "SELECT state, now FROM corrections") == [("applied", None)]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("value=30", "has it already; expected a new value"),
        ("value=many", "found 'many', expected a number"),
        ("value=nan", "found 'nan', expected a number"),
        ("victim_age_min=12.9", "found '12.9', expected a whole number"),
        ("measure=guesses", "expected one of offences"),
        ("worth=3", "found no column 'worth' that can be corrected"),
        ("period_start=spring", "expected a date as in 2019-03-01"),
        ("unit=percent", "the unit is one of its measure's"),
        ("geography=Narnia", "found 'Narnia', expected a name of sources/reference/police_forces.csv or regions.csv"),
        ("geography=Kent Police", "it is written 'Kent' there"),
        ("value=12.5", "found 12.5; expected a count, a whole number of 0 or more. To do: correct the value"),
        ("value=-5", "found -5; expected a count, a whole number of 0 or more. To do: correct the value"),
        ("value=1,2345", "found '1,2345', expected a number"),
        ("geography=Wales", "Wales would be a force; expected country. To do: set the other column too"),
        ("platforms=Snapchat,Bebbo", "found 'Bebbo', expected a name of sources/reference/platforms.csv"),
        ("offence=trespass", "found 'trespass', expected a name of sources/reference/offences.csv"),
    ],
)
def test_a_correction_that_would_not_hold_is_refused_and_not_written(cheshire: Path, setting: str, said: str) -> None:
    result = correct(setting)
    assert result.exit_code == 1 and said in result.output
    assert not (cheshire / "corrections.yaml").exists()


def test_a_correction_without_a_reason_is_refused_and_not_written(cheshire: Path) -> None:
    result = run("correct", figure_id("120"), "--set", "value=121", "--reason", " ")
    assert result.exit_code == 1 and "--reason: found nothing" in result.output
    assert not (cheshire / "corrections.yaml").exists()


def test_several_columns_are_written_at_once_after_a_line_without_an_end(cheshire: Path) -> None:
    file, name = cheshire / "corrections.yaml", figure_id("30")
    assert correct("value=28").exit_code == 0
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    first, before = yaml.safe_load(file.read_text(encoding="utf-8")), file.stat().st_ino
    done = correct("geography=Wales", "geography_type=country", name=name)
    assert done.exit_code == 0, done.output
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert entries[:1] == first and [entry["column"] for entry in entries] == ["value", "geography", "geography_type"]
    assert file.stat().st_ino != before, "one rename: nobody finds half of a pair"
    assert [path.name for path in cheshire.iterdir() if path.name.endswith(".new")] == []


def test_a_file_to_which_nothing_can_be_added_is_named_itself(cheshire: Path) -> None:
    file = cheshire / "corrections.yaml"
    file.write_text("[]\n", encoding="utf-8")
    done = correct("value=28")
    assert done.exit_code == 1 and f"error: {file}: found a list to which no entry can be added" in done.output
    assert file.read_text(encoding="utf-8") == "[]\n"


def test_an_unknown_figure_is_refused_with_those_there_are(cheshire: Path) -> None:
    result = correct("value=1", name="cheshire-2019:zz")
    assert result.exit_code == 1 and "expected one" in result.output and figure_id("120") in result.output
    assert "found no sources of the name 'chester'" in correct("value=1", name="chester:1").output


def test_two_equal_numbers_of_one_sentence_are_told_apart(add_article: ADD) -> None:
    body = "In 2018/19 police recorded 40 offences of sexual communication with a child in Kent and 40 in Essex.\n"
    folder = add_article("twins", body)
    refresh_catalogue()
    names = [name for (name,) in rows(published_database(), "SELECT figure_id FROM figures ORDER BY start")]
    assert len(names) == 2
    assert correct("value=41", name=str(names[1])).exit_code == 0
    (entry,) = yaml.safe_load((folder / "corrections.yaml").read_text(encoding="utf-8"))
    assert entry["figure"] == names[1]
    refresh_catalogue()
    assert rows(published_database(), "SELECT value FROM figures ORDER BY start") == [(40.0,), (41.0,)]


def test_an_edited_file_is_refused_until_it_is_accepted(cheshire: Path) -> None:
    article, entry = cheshire / "article.md", cheshire / "source.yaml"
    article.write_text(article.read_text(encoding="utf-8").replace("120", "121"), encoding="utf-8")
    before = entry.read_text(encoding="utf-8")
    assert "NOT FOUND THERE NOW" in run("trace", figure_id("120")).output
    result = run("accept", "cheshire-2019")
    assert result.exit_code == 0 and "figuretrail refresh figures/cheshire-2019" in result.output
    sha256 = hashlib.sha256(article.read_bytes()).hexdigest()
    changed = [line for line in entry.read_text(encoding="utf-8").splitlines() if line not in before.splitlines()]
    assert changed == [f"sha256: {sha256}"]
    assert "Nothing to do" in run("accept", "cheshire-2019").output
    refresh_catalogue()
    told = run("diff").output
    assert "cheshire-2019, “121” is new: offences 121 count for Cheshire" in told
    assert "offences_by_year, Cheshire, 2018/19: offences is 121 now, and was 120." in told
    gone = run("trace", rows(published_database(), "SELECT figure_id FROM figure_history WHERE surface = '120'")[0][0])  # type: ignore[arg-type]
    assert gone.exit_code == 1 and "only in earlier releases" in gone.output and "r0002" in gone.output


def test_accept_changes_nothing_where_something_else_is_wrong(cheshire: Path) -> None:
    entry = cheshire / "source.yaml"
    text = entry.read_text(encoding="utf-8").replace("wording: abstract", "wording: hearsay")
    entry.write_text(text, encoding="utf-8")
    result = run("accept", "cheshire-2019")
    assert result.exit_code == 1 and "wording" in result.output
    assert entry.read_text(encoding="utf-8") == text
    assert "found no such folder" in run("accept", "chester").output


def test_diff_compares_any_two_releases_whichever_is_named_first(cheshire: Path) -> None:
    assert run("diff").output == "r0001 is the first release: there is none to compare it with.\n"
    correct("value=28")
    refresh_catalogue()
    correct("value=27")
    refresh_catalogue()
    whole = run("diff", "r0003", "r0001").output
    assert whole == run("diff", "1", "3").output
    assert "value was corrected from 30 to 27" in whole and whole.endswith("0 revised.\n")
    assert "from 28 to 27" in run("diff").output and "from 30 to 28" in run("diff", "r0002").output
    added = [json.loads(line) for line in run("diff", "r0002", "--json", "--kind", "added").output.splitlines()]
    assert [(row["object"], row["column"], row["since"]) for row in added] == [("corrections", None, "r0001")]
    assert "found 3 releases, and none of that name" in run("diff", "r0009").output
    names = [line.partition(": ")[0] for line in whole.splitlines()[:-1] if not line.startswith("           - ")]
    assert len(names) == len(set(names)), "a row that changed in several columns is named once"
    same = run("diff", "r0003", "r0003")
    assert same.exit_code == 0 and same.output == "r0003 against r0003: 0 added, 0 removed, 0 corrected, 0 revised.\n"


def test_a_number_is_taken_as_messages_print_it(cheshire: Path) -> None:
    assert correct("value=2,118", name=figure_id("120")).exit_code == 0
    (entry,) = yaml.safe_load((cheshire / "corrections.yaml").read_text(encoding="utf-8"))
    assert entry["now"] == 2118


def test_a_withdrawn_correction_is_told_of_the_figure_and_of_what_followed(cheshire: Path) -> None:
    correct("value=28")
    refresh_catalogue()
    assert "withdrawn" not in run("diff").output
    (cheshire / "corrections.yaml").unlink()
    refresh_catalogue()
    told = run("diff").output
    assert "“30”: value is 30 now, and was 28: its correction was withdrawn." in told
    assert "share_percent is 37.5 now, and was 35: a correction was withdrawn." in told
    assert "“120”" not in told


def test_a_figure_leads_to_the_rows_that_only_set_it_beside_their_number(add_article: ADD) -> None:
    body = (
        "Police in Cheshire recorded 120 offences of sexual communication with a child in 2018/19.\n\nIn the same year "
        "Instagram was used in 30 of the 80 cases where the method was recorded, or 38%.\n"
    )
    add_article(body=body)
    refresh_catalogue()
    query = "SELECT other_figure_ids FROM platform_share_by_year WHERE len(other_figure_ids) > 0"
    found = [name for (names,) in rows(published_database(), query) for name in names]  # type: ignore[attr-defined]
    assert found
    for name in found:
        text = run("trace", str(name)).output
        assert "platform_share_by_year" in text.partition("is set beside the number of")[2]
        data = json.loads(run("trace", str(name), "--json").output)
        assert data["beside"] and not [row for row in data["beside"] if row in data["used_in"]]
