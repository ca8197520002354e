"""Processes that share the articles: they give the same as one process, and none outlives its parent."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time

import pytest

from generator.workers import LOT, LOTS_AHEAD, in_order, workers
from tests.conftest import REPOSITORY

PARENT = """
import os, time
from generator.workers import workers
if __name__ == "__main__":
    with workers(1) as executor:
        print(executor.submit(os.getpid).result(), flush=True)
        executor.submit(time.sleep, 600).result()
"""


def test_workers_give_results_in_order() -> None:
    with workers(2) as executor:
        assert list(executor.map(abs, range(-5, 0))) == [5, 4, 3, 2, 1]


def test_results_come_in_the_order_of_the_tasks_and_tasks_are_taken_as_they_are_needed() -> None:
    most = LOT * LOTS_AHEAD
    tasks = iter(range(-3 * most, 0))
    with workers(2) as executor:
        results = in_order(executor, abs, tasks)
        assert next(results) == 3 * most
        assert -next(tasks) >= 2 * most - LOT
        assert list(results) == [n for n in range(3 * most - 1, 0, -1) if n != 2 * most]


def test_what_a_worker_loaded_once_is_left_alone_by_the_collector_of_garbage() -> None:
    with workers(1) as executor:
        assert executor.submit(gc.get_freeze_count).result() > 10_000


def test_work_that_has_begun_is_broken_off_where_the_command_is() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), workers(1) as executor:
        assert executor.submit(abs, -1).result() == 1
        work = executor.submit(time.sleep, 60)
        while not work.running():
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert time.monotonic() - began < 50


def test_worker_ends_with_a_parent_that_was_killed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    patience = time.monotonic() + 30
    while _is_running(worker) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not _is_running(worker)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
