"""`figuretrail extract` and `add` as a user calls them."""

import csv
import datetime as dt
import io
import json
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result

from figuretrail import catalogue
from figuretrail.errors import SourceError
from figuretrail.figure import COLUMNS
from pipeline.cli.add import add
from pipeline.cli.extract import extract
from pipeline.cli.run import ui
from pipeline.refresh import refresh

PROJECT = Path(__file__).parents[2]
ANSWER = PROJECT / "sources" / "foi" / "dorset-tiktok-2153" / "dorset-tiktok-2153.xls"
BODY = "Police in Kent recorded 120 offences of sexual communication with a child in 2018/19."


def _extract(*arguments: object) -> Result:
    return CliRunner().invoke(extract, [str(argument) for argument in arguments])


def test_figures_come_as_json_lines_csv_and_a_table(tmp_path: Path) -> None:
    article = tmp_path / "kent.md"
    article.write_text(f"---\nid: kent-paper\npublished: 2019-09-11\n---\n{BODY}\n")
    (row,) = [json.loads(line) for line in _extract(article, "--format", "jsonl").stdout.splitlines()]
    assert tuple(row) == COLUMNS
    assert (row["source_id"], row["value"], row["geography"], row["period_end"]) == (
        "kent-paper",
        120,
        "Kent",
        "2019-03-31",
    )
    assert BODY[row["start"] : row["end"]] == "120" == row["surface"]
    (as_csv,) = csv.DictReader(io.StringIO(_extract(article, "--format", "csv").stdout))
    assert float(as_csv["value"]) == 120 and as_csv["figure_id"] == row["figure_id"]
    table = _extract(article).stdout
    assert "kent-paper" in table and "120" in table and "1 figure." in table


def test_a_file_without_figures_says_so(tmp_path: Path) -> None:
    (tmp_path / "weather.txt").write_text("It rained for 12 days in Kent.")
    done = _extract(tmp_path / "weather.txt")
    assert done.exit_code == 0 and done.stdout.startswith("No figures") and "--explain" in done.stdout
    assert _extract(tmp_path / "weather.txt", "--format", "jsonl").stdout == ""


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "kent.txt").write_text(BODY)
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "no.xlsx").write_bytes(b"not a workbook")
    paths = [tmp_path / name for name in ("empty.md", "letter.pdf", "no.xlsx", "gone.csv", "kent.txt")]
    done = _extract(*paths, "--format", "jsonl")
    assert done.exit_code == 1
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == [120]
    errors = done.stderr.splitlines()
    assert len(errors) == 4
    for path, error in zip(paths, errors, strict=False):
        assert str(path) in error and "found" in error and "expected" in error and "To do:" in error


def test_a_table_that_the_program_fails_to_read_is_told_and_the_others_are_given(tmp_path: Path) -> None:
    path = tmp_path / "answer.xlsx"
    book = openpyxl.Workbook()
    for sheet, day in ((book.active, dt.datetime(9999, 12, 1)), (book.create_sheet("Good"), dt.datetime(2019, 1, 1))):
        assert sheet is not None
        sheet.append(["Sexual communication with a child, offences by month"])
        sheet.append(["Force", dt.datetime(2018, 12, 1), day])
        sheet.append(["Kent", 5, 6])
        sheet.append(["Surrey", 7, 8])
    book.save(path)
    result = _extract(path, "--format", "jsonl")
    assert result.exit_code == 1 and "sheet 'Sheet', the table at A2:C4" in result.stderr
    assert [json.loads(line)["value"] for line in result.stdout.splitlines()] == [5, 6, 7, 8]


def test_an_entry_beside_the_files_says_what_a_workbook_does_not(tmp_path: Path) -> None:
    (tmp_path / "dorset-tiktok-2153.json").write_text(json.dumps({"id": "dorset", "force": "Dorset", "foi_ref": "1"}))
    copy = tmp_path / ANSWER.name
    copy.write_bytes(ANSWER.read_bytes())
    rows = [json.loads(line) for line in _extract(copy, "--meta", tmp_path, "--format", "jsonl").stdout.splitlines()]
    assert (
        rows and {row["geography"] for row in rows} == {"Dorset"} and {row["source_id"] for row in rows} == {"dorset"}
    )


def test_a_file_of_the_catalogue_is_read_with_its_own_entry() -> None:
    rows = [json.loads(line) for line in _extract(ANSWER, "--format", "jsonl").stdout.splitlines()]
    assert {row["source_id"] for row in rows} == {"dorset-tiktok-2153"}


def test_every_number_is_explained(tmp_path: Path) -> None:
    article = tmp_path / "kent.md"
    article.write_text(BODY + " Anyone with information can call 101.")
    told = _extract(article, "--explain").stdout
    assert "120" in told and "101" in told
    drawn = _extract(ANSWER, "--explain").stdout
    assert "TikTok" in drawn or "Tik Tok" in drawn
    page = _extract(ANSWER, "--explain", "--html").stdout
    assert page.lstrip().lower().startswith("<!doctype html") and "<script" not in page


def test_a_workbook_becomes_a_source_and_says_what_is_missing(home: Path) -> None:
    done = CliRunner().invoke(add, [str(ANSWER), "--id", "dorset-2024", "--publisher", "Dorset Police"])
    assert done.exit_code == 0, done.output
    folder = home / "sources" / "foi" / "dorset-2024"
    assert (folder / ANSWER.name).read_bytes() == ANSWER.read_bytes()
    for missing in ("title:", "published:", "licence:", "Next:"):
        assert missing in done.stdout
    with pytest.raises(SourceError, match="key 'title'"):
        catalogue.read_source(folder)
    entry = (folder / "source.yaml").read_text()
    for key, value in (("title", "TikTok related offences"), ("published", "2024-07-22"), ("licence", "OGL")):
        entry = entry.replace(f"{key}:  #", f"{key}: {value}  #")
    (folder / "source.yaml").write_text(entry)
    assert catalogue.read_source(folder).entry.publisher == "Dorset Police"
    outcome = refresh()
    assert not outcome.faults and "figures/dorset-2024" in outcome.made


def test_an_articles_original_stays_out_of_the_catalogue(home: Path, tmp_path: Path) -> None:
    article = tmp_path / "Kent paper.md"
    article.write_text(f"---\ntitle: Kent\npublisher: A paper\npublished: 2019-09-11\n---\n{BODY}\n")
    done = CliRunner().invoke(add, [str(article)])
    assert done.exit_code == 0 and "Still to be filled in" not in done.stdout, done.output
    folder = home / "sources" / "articles" / "kent-paper"
    assert [path.name for path in folder.iterdir()] == ["source.yaml"]
    source = catalogue.read_source(folder)
    assert source.file == home / "data" / "originals" / "kent-paper" / "Kent paper.md"
    again = CliRunner().invoke(add, [str(article)])
    assert isinstance(again.exception, SourceError) and "a source of that name" in str(again.exception)


@pytest.mark.parametrize("source_id", ["../elsewhere", "Kent 2019", "a/b", ".hidden"])
def test_a_source_is_made_in_the_catalogue_and_nowhere_else(home: Path, source_id: str) -> None:
    done = CliRunner().invoke(add, [str(ANSWER), "--id", source_id])
    assert isinstance(done.exception, SourceError) and "expected small letters" in str(done.exception)
    assert not list((home / "sources").glob("*/*"))


def test_a_file_that_cannot_be_read_makes_no_source(home: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "answer.xlsx"
    damaged.write_bytes(ANSWER.read_bytes()[:3000])
    done = CliRunner().invoke(add, [str(damaged)])
    assert isinstance(done.exception, SourceError) and "damaged" in str(done.exception)
    assert not list((home / "sources").glob("*/*"))


def test_a_name_that_a_source_of_the_other_kind_has_is_taken(home: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(add, [str(ANSWER), "--id", "kent"]).exit_code == 0
    article = tmp_path / "kent.txt"
    article.write_text(BODY)
    done = CliRunner().invoke(add, [str(article)])
    assert isinstance(done.exception, SourceError) and "a source of that name" in str(done.exception)


def test_a_file_without_figures_is_added_with_a_word_on_it(home: Path, tmp_path: Path) -> None:
    refusal = tmp_path / "refusal.txt"
    refusal.write_text("The force holds no information.")
    done = CliRunner().invoke(add, [str(refusal)])
    assert done.exit_code == 0 and "figures: none" in done.stdout


def test_a_port_that_is_taken_is_told_before_anything_starts(home: Path, site: Callable[[str, bytes], str]) -> None:
    port = int(site("page.html", b"").split(":")[2].split("/")[0])
    done = CliRunner().invoke(ui, ["--port", str(port)])
    assert done.exit_code == 1 and f"127.0.0.1:{port}: found a program that listens there" in done.stderr
    assert "To do" in done.stderr and not (home / "data").exists()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Callable[[str, bytes], str]]:
    """A web site on the loopback address: give it a page, get its address."""
    root = tmp_path / "site"
    root.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: _Quiet(*args, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(name: str, content: bytes) -> str:
        (root / name).write_bytes(content)
        return f"http://127.0.0.1:{server.server_address[1]}/{name}"

    yield put
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_and_kept(home: Path, site: Callable[[str, bytes], str]) -> None:
    page = f"<html><head><title>Kent</title></head><body><article><h1>Kent</h1><p>{BODY}</p>" + "<p>More text.</p>" * 20
    url = site("story.html", page.encode())
    done = CliRunner().invoke(add, [url, "--id", "kent-page", "--publisher", "A paper", "--published", "2019-09-11"])
    assert done.exit_code == 0, done.output
    entry = yaml.safe_load((home / "sources" / "articles" / "kent-page" / "source.yaml").read_text())
    assert entry["url"] == url and str(entry["published"]) == "2019-09-11" and entry["wording"] == "original"
    assert b"Police in Kent" in (home / "data" / "originals" / "kent-page" / entry["file"]).read_bytes()
    missing = CliRunner().invoke(add, [url.replace("story", "nothing")])
    assert isinstance(missing.exception, SourceError) and "open it in a browser" in missing.exception.remedy


def test_a_folder_is_told_with_the_file_in_it_that_may_be_meant(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    for command in (extract, add):
        empty = CliRunner().invoke(command, [str(folder)])
        told = f"{empty.stderr}{empty.exception}"
        assert empty.exit_code == 1 and f"{folder}: found a folder; expected an article or a workbook" in told
    (folder / "kent.txt").write_text(BODY)
    for command in (extract, add):
        done = CliRunner().invoke(command, [str(folder)])
        assert f"name the file in it, as {folder / 'kent.txt'}" in f"{done.stderr}{done.exception}"
    assert _extract(folder / "kent.txt").exit_code == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Grooming in Kent #\n\n{BODY}\n", "Grooming in Kent"),
        (f"---\ntitle: From the paper\n---\n# Grooming in Kent\n\n{BODY}\n", "From the paper"),
        (f"{BODY}\n\n# Later heading\n", None),
    ],
)
def test_the_title_of_an_article_is_its_front_matters_or_its_first_heading(
    home: Path, tmp_path: Path, text: str, title: str | None
) -> None:
    (tmp_path / "kent.md").write_text(text)
    assert CliRunner().invoke(add, [str(tmp_path / "kent.md")]).exit_code == 0
    entry = yaml.safe_load((home / "sources" / "articles" / "kent" / "source.yaml").read_text())
    assert entry["title"] == title
