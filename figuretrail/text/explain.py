"""Every number of an article, what it was taken for, and which rule set each column.

What belongs here: telling; used by `figuretrail extract --explain`. What does not: any decision about a number.
"""

import dataclasses
import datetime as dt

from figuretrail.figure import SUBJECT, Figure
from figuretrail.text.figures import Result, read_article

_SHOWN = ("measure", "value", "bound", "offence", "platforms", "geography", "period", "base", "victims")


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """One number: where it stands, what it was taken for, and for a figure its columns with the rule behind each."""

    start: int
    end: int
    surface: str
    taken_for: str
    figure: Figure | None = None
    rules: dict[str, str] = dataclasses.field(default_factory=dict)


def explain(
    body: str, *, published: dt.date | None = None, title: str | None = None, place: str | None = None
) -> list[Note]:
    """A note for each number of the body, in the order of the text."""
    result = read_article(body, published=published, title=title, place=place)
    notes = [
        Note(figure.start or 0, figure.end or 0, figure.surface, figure.measure.replace("_", " "), figure, rules)
        for figure, rules in zip(result.figures, result.rules, strict=True)
    ]
    notes.extend(_dismissed(body, result))
    return sorted(notes, key=lambda note: (note.start, note.end))


def _dismissed(body: str, result: Result) -> list[Note]:
    cleaned = result.reading.clean
    taken = {(figure.start, figure.end) for figure in result.figures}
    notes = []
    for start, end, why in dict.fromkeys(result.reading.dismissed):
        first, last = cleaned.at(start), cleaned.at(end - 1) + 1
        if (first, last) not in taken:
            notes.append(Note(first, last, body[first:last], why))
    return notes


def render(body: str, *, published: dt.date | None = None, title: str | None = None, place: str | None = None) -> str:
    """The notes as text: the sentence, then each number with what it was taken for and the rule of each column."""
    lines: list[str] = []
    context = None
    for note in explain(body, published=published, title=title, place=place):
        line = _line_of(body, note.start)
        if line != context:
            context = line
            lines.extend(["", line])
        if note.figure is None:
            lines.append(f"    {note.surface}: no figure ({note.taken_for})")
            continue
        lines.append(f"    {note.surface}: {note.taken_for}, confidence {note.figure.confidence:.2f}")
        for column in _SHOWN:
            said = _said(note.figure, column)
            if said:
                rule = note.rules.get("place" if column == "geography" else column, "")
                lines.append(f"        {column:10} {said}{f'  ({rule})' if rule else ''}")
        if note.figure.review:
            lines.append(f"        {'review':10} {'; '.join(note.figure.review_reasons)}")
    return "\n".join(lines).strip() + "\n"


def _line_of(body: str, at: int) -> str:
    start = body.rfind("\n", 0, at) + 1
    end = body.find("\n", at)
    return body[start : end if end >= 0 else len(body)].strip()


def _said(figure: Figure, column: str) -> str:
    if column == "value":
        return f"{figure.value:g} {figure.unit}" if figure.value is not None else ""
    if column == "bound":
        return "" if figure.bound == "=" else figure.bound
    if column == "offence":
        return "" if figure.offence == SUBJECT else figure.offence
    if column == "platforms":
        return ", ".join(figure.platforms)
    if column == "geography":
        return f"{figure.geography} ({figure.geography_type})" if figure.geography else "not told"
    if column == "period":
        return _span(figure.period_start, figure.period_end) + (
            f", compared with {_span(figure.comparison_start, figure.comparison_end)}"
            if figure.comparison_start
            else ""
        )
    if column == "base":
        return figure.base
    if column == "victims":
        low, high, sex = figure.victim_age_min, figure.victim_age_max, figure.victim_sex
        age = (
            ""
            if low is None and high is None
            else f"aged {low if low is not None else '?'} to {high if high is not None else 'any'}"
        )
        return " ".join(part for part in (sex, age) if part)
    return figure.measure


def _span(start: dt.date | None, end: dt.date | None) -> str:
    if start is None and end is None:
        return "not told"
    return f"{start or '...'} to {end or '...'}"
