"""`make bench`: every benchmark, one after another. `python -m benchmarks pipeline` runs one."""

import importlib
import sys

BENCHMARKS = ("pipeline", "text", "tables", "audit")


def main() -> None:
    """Run the benchmarks that were named, or all."""
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
