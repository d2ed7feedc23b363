"""How fast workbooks are read: beside calamine reading their cells alone, and beside pandas with openpyxl.

Run: `python -m benchmarks.tables`. Prints seconds and ratios measured in one run; the large sheet is read in a process
of its own, so that its peak memory is its own. Numbers in the made sheet state nothing about real places.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook

from figuretrail.entry import Entry
from figuretrail.tables import extract
from figuretrail.vocabulary import places

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "foi"
ROUNDS = 20
LARGE_ROWS = 30_000


def main() -> None:
    """Print all measurements."""
    if len(sys.argv) > 2 and sys.argv[1] == "--one":
        _read_one(Path(sys.argv[2]))
        return
    if len(sys.argv) > 2 and sys.argv[1] == "--last":
        _read_last(int(sys.argv[2]))
        return
    _small_workbooks()
    _large_sheets()


def _workbooks() -> list[tuple[Path, Entry]]:
    paths = sorted(p for p in (CORPUS / "documents").iterdir() if p.suffix in (".xlsx", ".xls", ".ods"))
    return [(path, Entry.from_mapping(_catalogue(path), id=path.stem)) for path in paths]


def _small_workbooks() -> None:
    pairs = _workbooks()
    paths = [path for path, _ in pairs]
    first = _seconds(lambda: [extract(path, entry=entry) for path, entry in pairs])
    cells = _best(lambda: [_cells(path) for path in paths])
    figures = _best(lambda: [extract(path, entry=entry) for path, entry in pairs])
    each = 1e3 / len(paths)
    print(f"{len(paths)} small workbooks, milliseconds each, best of {ROUNDS} rounds")
    print(f"  calamine, cells alone   {cells * each:6.2f}")
    print(f"  figuretrail, figures    {figures * each:6.2f}   {cells / figures:.2f} of the speed of cells alone")
    print(
        f"  the very first round    {first * each:6.2f}   {cells / first:.2f} (every word looked up for the first time)"
    )
    new = [float(_alone("--last", str(number))) for number in range(0, len(paths), 3)]
    print(f"  one that is new, after all others {1e3 * sum(new) / len(new):.2f} (of {len(new)} of them)")
    books = [path for path in paths if path.suffix == ".xlsx"]
    pandas = _best(lambda: [_pandas(path) for path in books], rounds=3) * 1e3 / len(books)
    ours = _best(lambda: [extract(path, entry=entry) for path, entry in pairs if path in books]) * 1e3 / len(books)
    print(f"  the {len(books)} xlsx: pandas.read_excel + openpyxl, cells alone {pandas:.2f}; ours {ours:.2f}")


def _large_sheets() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("xlsx", _write_xlsx), ("csv", _write_csv)):
            path = Path(folder) / f"large.{name}"
            write(path)
            print(f"{LARGE_ROWS:,} rows of .{name}: {_alone('--one', str(path))}")


def _alone(*arguments: str) -> str:
    """What this module prints in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.tables", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _read_last(number: int) -> None:
    """Print the seconds that one small workbook takes in a process that has read the others, but not this one."""
    pairs = _workbooks()
    path, entry = pairs.pop(number)
    for other, its_entry in pairs:
        extract(other, entry=its_entry)
    _cells(path)
    print(_seconds(lambda: extract(path, entry=entry)))


def _read_one(path: Path) -> None:
    started = time.perf_counter()
    figures = extract(path)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(figures):,} figures in {seconds:.2f} s, {peak:.0f} MB at most")


def _rows() -> list[list[str | int]]:
    rng = random.Random(71)
    forces = [place.names[0] for place in places() if place.type == "force"]
    years = [f"{year}/{(year + 1) % 100:02d}" for year in range(2017, 2025)]
    platforms = ["Snapchat", "Instagram", "Facebook/Messenger", "WhatsApp", "Tik Tok", "Kik", "Twitter", "All"]
    rows: list[list[str | int]] = [["Force", "Financial year", "Platform", "Offence", "Offences recorded"]]
    while len(rows) <= LARGE_ROWS:
        count: str | int = rng.choice(["<5", "*", "-"]) if rng.random() < 0.1 else rng.randint(0, 400)
        offence = "Sexual communication with a child"
        rows.append([rng.choice(forces), rng.choice(years), rng.choice(platforms), offence, count])
    return rows


def _write_xlsx(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in _rows():
        sheet.append(row)
    book.save(path)


def _write_csv(path: Path) -> None:
    path.write_text("\n".join(",".join(map(str, row)) for row in _rows()), encoding="utf-8")


def _cells(path: Path) -> None:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _pandas(path: Path) -> None:
    import pandas as pd

    pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")


def _catalogue(path: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((CORPUS / "catalogue" / f"{path.stem}.json").read_text(encoding="utf-8"))
    return loaded


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    return min(_seconds(work) for _ in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
