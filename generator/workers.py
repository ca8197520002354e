"""Processes that share the articles among them: they start ready, end with their parent, and leave Ctrl-C to it.

Where the system has it (Linux, macOS) they come from a fork server, a small process that has loaded the libraries
and models once, so that a second worker costs hardly more than the first; elsewhere each loads its own.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

PRELOADED = "generator.preloading"


@contextmanager
def workers(count: int | None = None) -> Iterator[Executor]:
    """An executor with as many processes, by default one for each core; none starts before it has work.

    Whatever ends the block early, work that has begun is broken off, and the rest is dropped.
    """
    executor = ProcessPoolExecutor(count or os.cpu_count() or 1, mp_context=_context(), initializer=_become_a_worker)
    try:
        yield executor
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def _context() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOADED])
    return context


def _become_a_worker() -> None:
    """Ctrl-C reaches every process of a terminal; the parent answers it, and its end, however violent, is ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
