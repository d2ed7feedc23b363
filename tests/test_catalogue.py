from collections.abc import Callable
from pathlib import Path

import pytest

from figuretrail import catalogue
from figuretrail.errors import SourceError

Add = Callable[..., Path]


def test_a_source_is_its_folder(add_article: Add) -> None:
    folder = add_article("paper-2019", place="Cheshire", period_asked="[2018-04-01, 2019-03-31]")
    source = catalogue.read_source(folder)
    assert (source.id, source.kind, source.release) == ("paper-2019", "article", "paper-2019")
    assert source.entry.place == "Cheshire"
    assert [str(day) for day in source.entry.period_asked or ()] == ["2018-04-01", "2019-03-31"]
    assert catalogue.folders() == [folder]


@pytest.mark.parametrize(
    ("facts", "place", "found", "remedy"),
    [
        ({"publisher": None}, "key 'publisher'", "nothing", "write it"),
        ({"sha256": "a" * 64}, "key 'sha256'", "a" * 64, "figuretrail accept"),
        ({"place": "Chesire"}, "key 'place'", "'Chesire'", "correct the name"),
        ({"place": "cheshire constabulary"}, "key 'place'", "cheshire constabulary", "write 'Cheshire'"),
        ({"force": "Cheshire"}, "key 'force'", "which nothing reads", "by `place`"),
        ({"url": "not a url"}, "key 'url'", "'not a url'", "correct the line"),
        ({"url": "https://"}, "key 'url'", "'https://'", "correct the line"),
        (
            {"title": None, "titel": "Kent"},
            "key 'title'",
            "a key 'titel', which nothing reads",
            "`title:` for `titel:`",
        ),
        ({"title": '"unclosed'}, "line 1, column 8", "a quotation mark that is not closed", "close it"),
        ({"title": '"Kent" news'}, "line 1", "text that goes on after a whole value", "quotation marks"),
        ({"title": "Kent: news"}, "line 1", "text that goes on after a whole value", "quotation marks"),
        ({"file": "other.md"}, "key 'file'", "'other.md', which is not there", "put the file there"),
        ({"published": "last week"}, "key 'published'", "'last week'", "correct the line"),
        ({"wording": "stolen"}, "key 'wording'", "'stolen'", "correct the line"),
        ({"figures": "several"}, "key 'figures'", "'several'", "correct the line"),
        ({"kind": "foi"}, "key 'kind'", "'foi'", "move the folder"),
        ({"publihser": "A paper"}, "key 'publihser'", "a key that nothing reads", "spelling"),
        ({"period_asked": "2018"}, "key 'period_asked'", "2018", "correct the line"),
        ({"title": "[unclosed"}, "line 1, column 8", "a bracket that is not closed", "close it"),
        ({"title": "[one, two]"}, "key 'title'", "a list", "quotation marks"),
        ({"published": "2022-15-07"}, "line 3", "'2022-15-07', a day that no calendar has", "correct that line"),
        ({"published": "2022-07-15 or so"}, "key 'published'", "'2022-07-15 or so'", "correct the line"),
        ({"published": "3022-07-15"}, "key 'published'", "3022-07-15, a day to come", "correct the line"),
        ({"note": "one\npublisher: Another"}, "line 10", "'publisher' for a second time", "correct that line"),
        ({"file": "../other/article.md"}, "key 'file'", "a path", "without a path"),
        ({"period_asked": "[2018-04-01]"}, "key 'period_asked'", "[2018-04-01]", "correct the line"),
        ({"period_asked": "[2019-04-01, 2018-03-31]"}, "key 'period_asked'", "[2019-04-01", "correct the line"),
        ({"hints": "{blank: zero}"}, "key 'hints'", "which nothing reads", "take them out"),
        ({"title": None, "licence": None}, "key 'title'", "nothing", "so for licence"),
    ],
)
def test_a_fault_names_file_place_found_expected_and_remedy(
    add_article: Add, facts: dict, place: str, found: str, remedy: str
) -> None:
    folder = add_article(**facts)
    with pytest.raises(SourceError) as raised:
        catalogue.read_source(folder)
    error = raised.value
    assert error.file == str(folder / "source.yaml")
    assert place in error.place and found in error.found and remedy in error.remedy
    assert error.expected
    assert all(part in str(error) for part in (error.file, error.place, error.found, error.expected, error.remedy))


@pytest.mark.parametrize("name", ["paper 2019", "paper.2019", "Köln"])
def test_a_folder_whose_name_can_be_no_id_is_told_and_the_others_are_read(add_article: Add, name: str) -> None:
    folder, other = add_article(name), add_article("paper-2020")
    (fault,) = catalogue.misnamed()
    assert fault.file == str(folder) and "rename the folder" in fault.remedy
    assert catalogue.folders() == [other]
    folder.rename(folder.with_name(f".{name}"))
    assert catalogue.misnamed() == [] and catalogue.folders() == [other]


def test_names_that_are_one_to_the_graph_are_told(add_article: Add) -> None:
    first = add_article("paper-2019")
    add_article("paper_2019")
    (fault,) = catalogue.misnamed()
    assert "beside articles/paper-2019" in fault.found
    assert catalogue.folders() == [first]


def test_two_sources_cannot_share_a_name(add_article: Add, home: Path) -> None:
    folder = add_article("paper-2019")
    twin = home / "sources" / "foi" / "paper-2019"
    twin.mkdir()
    (twin / "source.yaml").write_text((folder / "source.yaml").read_text())
    for source in (folder, twin):
        with pytest.raises(SourceError, match="a second source of this name"):
            catalogue.read_source(source)


def test_any_edit_changes_the_fingerprint_and_none_leaves_it(add_article: Add) -> None:
    folder = add_article()
    before = catalogue.fingerprint(folder)
    assert catalogue.fingerprint(folder) == before
    (folder / "corrections.yaml").write_text("[]\n")
    assert catalogue.fingerprint(folder) != before


def test_an_original_lies_in_the_data_folder_and_is_asked_for_where_it_is_missing(add_article: Add, home: Path) -> None:
    folder = add_article("kept-out", wording="original")
    with pytest.raises(SourceError, match="write an abstract"):
        catalogue.read_source(folder)
    kept = home / "data" / "originals" / "kept-out" / "article.md"
    kept.parent.mkdir(parents=True)
    before = catalogue.fingerprint(folder)
    (folder / "article.md").rename(kept)
    assert catalogue.read_source(folder).file == kept
    assert catalogue.fingerprint(folder) != before


@pytest.mark.parametrize(
    ("text", "found"),
    [("", "nothing"), ("- one\n", "a list"), ("only words\n", "the text 'only words'"), ("12\n", "the value 12")],
)
def test_what_an_entry_is_instead_is_said_in_words(add_article: Add, text: str, found: str) -> None:
    folder = add_article()
    (folder / "source.yaml").write_text(text)
    with pytest.raises(SourceError, match=f"found {found}, not keys and values"):
        catalogue.read_source(folder)


def test_a_kind_without_a_folder_and_files_beside_folders_are_known(add_article: Add, home: Path) -> None:
    add_article()
    assert catalogue.missing_groups() == [] and catalogue.astray() == []
    (home / "sources" / "foi" / "answer.CSV").write_text("a,b\n")
    (home / "sources" / "foi" / "notes.docx").write_text("")
    assert [file.name for file in catalogue.astray()] == ["answer.CSV"]
    (home / "sources" / "foi" / "answer.CSV").unlink()
    (home / "sources" / "foi" / "notes.docx").unlink()
    (home / "sources" / "foi").rmdir()
    assert catalogue.missing_groups() == ["foi"]


def test_every_embedded_source_is_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FIGURETRAIL_SOURCES", raising=False)
    sources = [catalogue.read_source(folder) for folder in catalogue.folders()]
    assert {source.kind for source in sources} == {"article", "foi"}
    assert len(sources) >= 52
    assert not [source.id for source in sources if source.kind == "article" and source.facts["wording"] == "original"]
