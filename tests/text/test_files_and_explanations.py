"""Articles as files of every kind, and the telling of what each number was taken for."""

import datetime as dt
from pathlib import Path

import pytest

from figuretrail.errors import SourceError
from figuretrail.text import extract, load
from figuretrail.text.explain import explain, render

SENTENCE = "Kent Police recorded 1,204 offences of sexual communication with a child in 2019/20 – “a record”."


def test_front_matter_is_read_and_left_out_of_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f'---\nid: kent-2020\ntitle: "A title"\npublished: 2020-09-01\n---\n{SENTENCE}\n', encoding="utf-8")
    article = load(path)
    assert article.body == f"{SENTENCE}\n"
    assert (article.entry.id, article.entry.title, article.entry.published) == (
        "kent-2020",
        "A title",
        dt.date(2020, 9, 1),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SENTENCE.encode(encoding))
    assert load(path).body == SENTENCE
    assert [figure.value for figure in extract(load(path).body)] == [1204]


def test_a_news_page_gives_its_text_date_and_title(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{SENTENCE} Sentence number {word} of the story.</p>" for word in ("one", "two", "three"))
    path = tmp_path / "a.html"
    path.write_text(
        "<!DOCTYPE html><html><head><title>Grooming crimes</title>"
        '<meta property="article:published_time" content="2020-09-01T08:00:00Z"></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>Grooming crimes in Kent</h1>{paragraphs}</article>"
        "<footer>Cookies 2020</footer></body></html>",
        encoding="utf-8",
    )
    article = load(path)
    assert "1,204 offences" in article.body and "Cookies" not in article.body
    assert article.entry.published == dt.date(2020, 9, 1)
    figures = extract(article.body)
    assert figures and all(article.body[f.start : f.end] == f.surface for f in figures)


@pytest.mark.parametrize(
    ("marked", "published"),
    [
        ("", None),
        ('<time datetime="2025-06-20">20 June</time>', dt.date(2025, 6, 20)),
        ("<p>Date published - 20/06/2025</p>", dt.date(2025, 6, 20)),
    ],
)
def test_a_page_has_no_day_of_publication_but_the_one_that_it_marks(
    tmp_path: Path, marked: str, published: dt.date | None
) -> None:
    path = tmp_path / "answer.html"
    path.write_text(
        f"<html><body><main><h1>FOI answer</h1>{marked}<p>Offences of sexual communication with a child recorded from"
        " 1 April 2022, by year</p><p>2022/23 - 61<br>2023/24 - 74<br>2024/25 - 70</p></main><footer>© 2023"
        "</footer></body></html>",
        encoding="utf-8",
    )
    article = load(path)
    assert article.entry.published == published
    found = {figure.value: figure.period_start for figure in extract(article.body, published=article.entry.published)}
    assert found == {61: dt.date(2022, 4, 1), 74: dt.date(2023, 4, 1), 70: dt.date(2024, 4, 1)}


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("empty.md", b"  \n", "an empty file"),
        ("only.md", b"---\ntitle: x\n---\n\n", "no text"),
        ("pdf.txt", b"%PDF-1.7 ...", "a PDF"),
        ("zero.txt", b"abc\x00def", "a zero byte"),
        ("matter.md", b"---\ntitle: 'x\n---\ntext", "front matter"),
        ("date.md", b"---\npublished: soon\n---\ntext", "published"),
    ],
)
def test_what_is_no_article_is_said(tmp_path: Path, name: str, content: bytes, found: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError) as error:
        load(path)
    assert found in str(error.value)
    assert str(path) in str(error.value) and "To do:" in str(error.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        load(tmp_path / "gone.md")


def test_every_number_is_told_with_what_it_was_taken_for() -> None:
    body = f"{SENTENCE}\nThe law is section 15A. A man, 41, was jailed. Facebook was used in 34% of cases in 2019/20."
    notes = {note.surface: note for note in explain(body)}
    assert notes["1,204"].taken_for == "offences"
    assert notes["1,204"].figure is not None and notes["1,204"].rules["measure"] == "counts offences"
    assert notes["34%"].figure is not None and notes["34%"].figure.platforms == ("Facebook",)
    assert notes["41"].figure is None and notes["41"].taken_for == "a person's age"
    text = render(body)
    assert "1,204: offences" in text and "41: no figure (a person's age)" in text


def test_confidence_falls_with_what_is_left_unsaid() -> None:
    said, unsaid = extract(f"{SENTENCE}\n\nElsewhere.\n\nThe number for the app Kik was 44.")
    assert said.confidence > 0.95 and not said.review
    assert unsaid.confidence < said.confidence
    assert all(isinstance(reason, str) for reason in unsaid.review_reasons)
