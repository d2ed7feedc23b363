"""Publishes in a process of its own that is killed, kill -9, at the n-th call or return within the publication.

Started once by test_killed.py. For each line of JSON that it reads (`home`, `kill_at`, `watched`) it forks: the child
publishes and dies at that point; then the line `{"died": ..., "points": ...}` is printed.
"""

import json
import os
import signal
import sys
from types import FrameType
from typing import Any

from assets.warehouse import Warehouse
from figuretrail.home import working_database
from tests.publication.world import publish

WATCHED = ("release_files.py", "history.py", "publication.py", "shutil.py", "warehouse.py")


class Killer:
    """Counts calls and returns of the functions that publish, and kills this process at the one that is asked for.

    Of a single function that is watched, what it calls counts too, so that it may end between any two statements.
    """

    def __init__(self, kill_at: int, function: str | None = None) -> None:
        self.kill_at, self.points, self.function = kill_at, 0, function

    def _counts(self, frame: FrameType, event: str) -> bool:
        if not frame.f_code.co_filename.endswith(WATCHED):
            return False
        return frame.f_code.co_name == self.function if self.function else event in ("call", "return")

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if self._counts(frame, event):
            self.points += 1
            if self.points == self.kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Read jobs until the input ends."""
    for line in sys.stdin:
        job = json.loads(line)
        os.environ["FIGURETRAIL_HOME"] = job["home"]
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            killer = Killer(job["kill_at"], job["watched"])
            with Warehouse.open(working_database()) as warehouse:
                sys.setprofile(killer)
                publish(warehouse)
                sys.setprofile(None)
            os.write(writer, str(killer.points).encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        os.close(writer)
        points = os.read(reader, 20).decode() or None
        os.close(reader)
        print(json.dumps({"died": os.WIFSIGNALED(status), "points": points}), flush=True)


if __name__ == "__main__":
    main()
