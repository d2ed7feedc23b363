from assets.records import Record
from pipeline.freshness import Node, judge

GRAPH = [
    Node(asset="figures/a", code_version="r1", inputs=("source/a",)),
    Node(asset="figures/b", code_version="r1", inputs=("source/b",)),
    Node(asset="figures", code_version="t1", inputs=("figures/a", "figures/b")),
    Node(asset="offences_by_year", code_version="t1", inputs=("figures",)),
]
FILES = {"source/a": "1", "source/b": "1"}


def _record(node: Node, inputs: dict[str, str], **changes: object) -> Record:
    values = {"data_version": f"{node.asset}@1", "code_version": node.code_version, "rows": 3, "run_id": "run"}
    return Record(asset=node.asset, inputs=inputs, **(values | changes))  # type: ignore[arg-type]


def _all_fresh() -> dict[str, Record]:
    return {
        "figures/a": _record(GRAPH[0], {"source/a": "1"}),
        "figures/b": _record(GRAPH[1], {"source/b": "1"}),
        "figures": _record(GRAPH[2], {"figures/a": "figures/a@1", "figures/b": "figures/b@1"}),
        "offences_by_year": _record(GRAPH[3], {"figures": "figures@1"}),
    }


def _reasons(records: dict[str, Record], files: dict[str, str] = FILES, graph: list[Node] = GRAPH) -> dict:
    return {state.asset: state.reason for state in judge(graph, records, files)}


def test_nothing_changed_is_nothing_stale() -> None:
    assert set(_reasons(_all_fresh()).values()) == {None}


def test_an_edit_makes_its_source_and_the_whole_closure_stale_and_nothing_else() -> None:
    reasons = _reasons(_all_fresh(), FILES | {"source/b": "2"})
    assert reasons["figures/a"] is None
    assert reasons["figures/b"] == "source/b changed"
    assert reasons["figures"] == "follows from figures/b"
    assert reasons["offences_by_year"] == "follows from figures"


def test_a_source_whose_rows_came_out_the_same_ends_the_closure() -> None:
    records = _all_fresh() | {"figures/b": _record(GRAPH[1], {"source/b": "2"})}
    assert set(_reasons(records, FILES | {"source/b": "2"}).values()) == {None}


def test_rows_that_came_out_different_make_what_follows_stale() -> None:
    records = _all_fresh() | {"figures/b": _record(GRAPH[1], {"source/b": "2"}, data_version="figures/b@2")}
    reasons = _reasons(records, FILES | {"source/b": "2"})
    assert reasons["figures/b"] is None and reasons["figures"] == "figures/b changed"


def test_code_faults_and_first_runs_are_reasons() -> None:
    records = _all_fresh()
    records["figures/a"] = _record(GRAPH[0], {"source/a": "1"}, fault="unreadable")
    records["offences_by_year"] = _record(GRAPH[3], {"figures": "figures@1"}, code_version="t0")
    del records["figures/b"]
    reasons = _reasons(records)
    assert reasons["figures/a"] == "could not be read last time; a refresh says why"
    assert reasons["figures/b"] == "never made"
    assert reasons["figures"] == "follows from figures/a and 1 more"
    assert reasons["offences_by_year"] == "its code or schema changed"


def test_a_source_added_or_taken_out_makes_the_figures_stale() -> None:
    without_b = [node for node in GRAPH if node.asset != "figures/b"]
    without_b[1] = Node(asset="figures", code_version="t1", inputs=("figures/a",))
    assert _reasons(_all_fresh(), graph=without_b)["figures"] == "figures/b is gone"
    assert judge(GRAPH, {}, FILES)[0].reason == "never made"
