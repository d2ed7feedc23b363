"""How long refreshes take, as ratios to T0: the time in which Python imports what they stand on.

Every command runs as a process of its own, in turn with T0, so that a machine that slows down slows both. The medians
are printed, and the largest resident memory of any of the processes.
"""

import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
T0 = [sys.executable, "-c", "import dagster, pandas, pandera.pandas, duckdb"]
FIGURETRAIL = [sys.executable, "-m", "pipeline"]
PROJECT = Path(__file__).parents[1]
EDITED = "nspcc-2020-11-lockdown"
LIMITS = {"full refresh": 4.0, "nothing to do": 1.5, "one corrected source": 2.5}
MEMORY_LIMIT_MB = 600


def main() -> None:
    """Measure a full refresh, one with nothing to do, and one corrected source with all that depends on it."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        shutil.copytree(PROJECT / "sources", sources)
        environment = {
            **os.environ,
            "FIGURETRAIL_SOURCES": str(sources),
            "FIGURETRAIL_HOME": str(Path(folder) / "data"),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.pop("DAGSTER_HOME", None)
        _run([*FIGURETRAIL, "refresh", "--quiet"], environment)  # compiles modules, fills the disk's cache
        ratios: dict[str, list[float]] = {name: [] for name in LIMITS}
        seconds: dict[str, list[float]] = {name: [] for name in (*LIMITS, "T0")}
        peak_mb = 0.0
        for turn in range(ROUNDS):
            t0, _ = _run(T0, environment)
            seconds["T0"].append(t0)
            for name in LIMITS:
                if name == "full refresh":
                    shutil.rmtree(Path(folder) / "data")
                elif name == "one corrected source":
                    _edit(sources / "articles" / EDITED, turn)
                elapsed, memory_mb = _run([*FIGURETRAIL, "refresh", "--quiet"], environment)
                seconds[name].append(elapsed)
                ratios[name].append(elapsed / t0)
                peak_mb = max(peak_mb, memory_mb)
    print(f"T0 (imports alone)      {statistics.median(seconds['T0']):6.2f} s")
    for name, limit in LIMITS.items():
        print(
            f"{name:<24}{statistics.median(seconds[name]):6.2f} s  "
            f"{statistics.median(ratios[name]):5.2f} T0 (aim: at most {limit})"
        )
    print(f"peak memory             {peak_mb:6.0f} MB (aim: below {MEMORY_LIMIT_MB})")


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command to its end; its wall time and its peak resident memory in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def _edit(folder: Path, turn: int) -> None:
    """Change one number of a source and its entry's sha256, another one each time."""
    article, entry = folder / "article.md", folder / "source.yaml"
    body = article.read_text(encoding="utf-8")
    changed = body.replace("1,220 cases" if turn == 0 else f"1,{220 + turn} cases", f"1,{221 + turn} cases")
    article.write_text(changed, encoding="utf-8")
    text = entry.read_text(encoding="utf-8")
    before, after = (hashlib.sha256(part.encode()).hexdigest() for part in (body, changed))
    entry.write_text(text.replace(before, after), encoding="utf-8")


if __name__ == "__main__":
    main()
