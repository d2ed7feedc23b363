"""A trail as W3C PROV: what each thing is, what made it, and who stands behind it.

Entities are the row, its figures as published and as stated, the files read, and the addresses that they were
published at. Activities are the rule, the reading of a source and each correction. Agents are publishers, those who
corrected, and this program. What belongs here: that mapping. What does not: the trail (`steps`).
"""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote as percent_encoded

from prov.identifier import Namespace
from prov.model import PROV, ProvDocument, ProvEntity

from figuretrail.trail.render import jsonable
from figuretrail.trail.steps import Statement, Trail

NAMESPACE = "urn:figuretrail:"
VOCABULARY = Namespace("vocabulary", f"{NAMESPACE}vocabulary:")
_NAMESPACES = ("row", "figure", "stated", "source", "address", "activity", "agent")


def as_prov(trail: Trail) -> ProvDocument:
    """The trail as a PROV document."""
    document = ProvDocument()
    document.add_namespace(VOCABULARY)
    for name in _NAMESPACES:
        document.add_namespace(name, f"{NAMESPACE}{name}:")
    software = document.agent(
        "agent:figuretrail", {"prov:type": PROV["SoftwareAgent"], "prov:label": f"figuretrail {version('figuretrail')}"}
    )
    figures = {
        statement.figure["figure_id"]: _figure(document, statement, software)
        for statement in (*trail.made_from, *trail.also)
    }
    if trail.table != "figures":
        about = {"prov:type": VOCABULARY["Row"], **_attributes(trail.row), **_of(trail)}
        row = document.entity(_name("row", trail.table, trail.key), about)
        rule = document.activity(
            _name("activity", trail.table, trail.key),
            other_attributes={
                "prov:type": VOCABULARY["Rule"],
                "prov:label": trail.rule_meaning or "published as it is",
                **({"vocabulary:working": trail.working} if trail.working else {}),
            },
        )
        document.wasGeneratedBy(row, rule)
        document.wasAssociatedWith(rule, software)
        for statement in trail.made_from:
            document.used(rule, figures[statement.figure["figure_id"]])
            document.wasDerivedFrom(row, figures[statement.figure["figure_id"]], activity=rule)
        for statement in trail.also:
            document.influence(row, figures[statement.figure["figure_id"]])
    return document


def as_prov_json(trail: Trail) -> str:
    """The trail as PROV-JSON."""
    return str(as_prov(trail).serialize(format="json", indent=2))


def _of(trail: Trail) -> dict[str, Any]:
    return {"vocabulary:release": trail.release, "vocabulary:published_at": trail.published_at}


def _figure(document: ProvDocument, statement: Statement, software: Any) -> ProvEntity:
    """The figure as published, with its own way back: corrections, reading, file, address, publisher."""
    figure = statement.figure
    entity = document.entity(_name("figure", figure["figure_id"]), _figure_attributes(statement))
    if not statement.is_known:
        return entity
    read = entity
    applied = [correction for correction in statement.corrections if correction["state"] == "applied"]
    for number, correction in enumerate(reversed(applied), 1):
        before = document.entity(
            _name("stated", figure["figure_id"], str(number)),
            {
                "prov:type": VOCABULARY["Figure"],
                "prov:label": f"as it was before the correction of {correction['column']}",
                f"vocabulary:{correction['column']}": str(correction["was"]),
            },
        )
        correcting = document.activity(
            _name("activity", "correction", figure["figure_id"], str(number)),
            other_attributes={
                "prov:type": VOCABULARY["Correction"],
                "vocabulary:reason": correction["reason"],
                "vocabulary:date": str(correction["date"]),
            },
        )
        person = _agent(document, correction["who"], "Person")
        document.used(correcting, before)
        document.wasGeneratedBy(read, correcting)
        document.wasAssociatedWith(correcting, person)
        document.revision(read, before, activity=correcting)
        read = before
    source_id = figure["source_id"]
    file_name, reading_name = _name("source", source_id), _name("activity", "reading", source_id)
    if not document.get_record(file_name):
        file = document.entity(file_name, _file_attributes(statement))
        about: dict[str, Any] = {"prov:type": VOCABULARY["Reading"], "prov:label": f"reading {source_id}"}
        reading = document.activity(reading_name, other_attributes=about)
        document.used(reading, file)
        document.wasAssociatedWith(reading, software)
        _published(document, file, statement.source)
    document.wasGeneratedBy(read, reading_name)
    document.quotation(read, file_name, activity=reading_name)
    return entity


def _published(document: ProvDocument, file: ProvEntity, source: Mapping[str, Any] | None) -> None:
    """Where the file's words were published, and by whom. Once for each file."""
    if source is None:
        return
    publisher, url = source.get("publisher"), source.get("url")
    origin = _name("address", url) if url else str(file.identifier)
    if url and not document.get_record(origin):
        about: dict[str, Any] = {"prov:type": VOCABULARY["Publication"], "prov:location": url}
        document.entity(origin, about | ({"prov:label": source["title"]} if source.get("title") else {}))
    if url:
        document.primary_source(file, origin)
    if publisher:
        document.wasAttributedTo(origin, _agent(document, publisher, "Organization"))


def _agent(document: ProvDocument, name: str, kind: str) -> str:
    """The agent's name in the document; entered once."""
    identifier = _name("agent", name)
    if not document.get_record(identifier):
        document.agent(identifier, {"prov:type": PROV[kind], "prov:label": name})
    return identifier


def _figure_attributes(statement: Statement) -> dict[str, Any]:
    if not statement.is_known:
        return {"prov:type": VOCABULARY["Figure"], "prov:label": "not among the published figures"}
    attributes = _attributes(statement.figure)
    return {"prov:type": VOCABULARY["Figure"], "prov:location": statement.place.text, **attributes}


def _file_attributes(statement: Statement) -> dict[str, Any]:
    attributes: dict[str, Any] = {"prov:type": VOCABULARY["Source"]}
    if statement.sighting is not None:
        attributes["prov:location"] = statement.sighting.file
    source = {} if statement.source is None else jsonable(statement.source)
    for name in ("wording", "published", "release"):
        if source.get(name) is not None:
            attributes[f"vocabulary:{name}"] = str(source[name])
    return attributes


def _attributes(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row's columns as attributes; lists joined, nulls left out."""
    attributes: dict[str, Any] = {}
    for name, value in jsonable(row).items():
        if value is None or value == []:
            continue
        attributes[f"vocabulary:{name}"] = ", ".join(map(str, value)) if isinstance(value, list) else value
    return attributes


def _name(namespace: str, *parts: str) -> str:
    return f"{namespace}:" + "/".join(percent_encoded(part, safe="") for part in parts)
