"""`figuretrail ui` as a script starts it: in the background, where Ctrl-C is ignored, and ended by SIGTERM."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.pipeline.world import PROJECT, World


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_it_starts_without_warnings_and_ends_by_sigterm_where_ctrl_c_is_ignored(tmp_path: Path) -> None:
    world = World.of_embedded(tmp_path, ("dorset-tiktok-2153",))
    log = tmp_path / "log"
    with log.open("w") as stream:
        ui = subprocess.Popen(
            world.command("ui", "--port", str(_free_port())),
            cwd=PROJECT,
            env=world.environment,
            stdout=stream,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # as a shell does with `command &`
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + 90
        while "Launching Dagster services" not in log.read_text() and ui.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        told = log.read_text()
        assert "Launching" in told and "WARNING" not in told and "Warning" not in told and "superseded" not in told
        ui.send_signal(signal.SIGTERM)
        assert ui.wait(timeout=90) != -signal.SIGKILL
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(ui.pid, signal.SIGKILL)  # and what it had begun to start
