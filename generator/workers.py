"""Processes that share the articles among them: they start ready, end with their parent, and leave Ctrl-C to it.

Where the system has it (Linux, macOS) they come from a fork server, a small process that has loaded the libraries
and models once, so that a second worker costs hardly more than the first; elsewhere each loads its own.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import count as counting
from itertools import islice
from typing import ParamSpec, TypeVar

from generator.settling import settle

Task = TypeVar("Task")
Result = TypeVar("Result")
Given = ParamSpec("Given")
_LOTS_DONE = counting(1)

PRELOADED = "generator.preloading"
# How many tasks a worker gets at once, and how many such lots are handed out before the first result is taken
LOT, LOTS_AHEAD = 4, 500
# After so many lots a worker has loaded what further articles need: languages, kinds of files
SETTLED_AFTER = frozenset({1, 10, 100})


@contextmanager
def workers(count: int | None = None) -> Iterator[Executor]:
    """An executor with as many processes, by default one for each core; none starts before it has work.

    Whatever ends the block early, work that has begun is broken off, and the rest is dropped.
    """
    executor = _Processes(count or os.cpu_count() or 1, mp_context=_context(), initializer=_become_a_worker)
    try:
        yield executor
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def in_order(executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
    """What ``work`` gives for each task, in the order of the tasks, done by the workers.

    Only a bounded number is handed out ahead of what has been taken, where ``Executor.map`` hands out everything:
    memory stays flat however many tasks there are.
    """
    rest = iter(tasks)
    lots = iter(lambda: tuple(islice(rest, LOT)), ())
    begun = deque(executor.submit(_work_off, work, lot) for lot in islice(lots, LOTS_AHEAD))
    try:
        while begun:
            yield from begun.popleft().result()
            begun.extend(executor.submit(_work_off, work, lot) for lot in islice(lots, 1))
    finally:
        for future in begun:
            future.cancel()


class _Processes(ProcessPoolExecutor):
    """Processes that are begun whole or not at all."""

    def submit(self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Hand out a task; a process that it begins never learns of Ctrl-C, not even while it loads."""
        with _ctrl_c_waits():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Let Ctrl-C wait for the end of the block, and keep it from processes that begin in it: they inherit the mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work_off(work: Callable[[Task], Result], lot: tuple[Task, ...]) -> list[Result]:
    results = [work(task) for task in lot]
    if next(_LOTS_DONE) in SETTLED_AFTER:
        settle()
    return results


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
