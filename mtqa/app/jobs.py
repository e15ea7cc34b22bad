"""Long work in the background: it tells how far it is, can be stopped, and is done once for everybody who asks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, wait
from threading import Lock, Semaphore, Thread
from typing import Generic, TypeVar

from mtqa.core.errors import MtqaError

Result = TypeVar("Result")
Tell = Callable[[float], None]  # takes the part done, 0-1; raises Stopped when the work is to end


class Stopped(MtqaError):
    """A person has stopped the work."""


class Job(Generic[Result]):
    """Work in a thread of its own, which waits for its turn and does not keep the program from ending."""

    def __init__(self, turns: Semaphore, work: Callable[[Tell], Result]) -> None:
        self.share = 0.0
        self._stopped = False
        self._future: Future[Result] = Future()
        Thread(target=self._run, args=(turns, work), daemon=True, name="mtqa-job").start()

    def stop(self) -> None:
        """Ends the work at its next word about how far it is."""
        self._stopped = True
        self._future.cancel()

    @property
    def done(self) -> bool:
        """Whether the work has ended, well or badly."""
        return self._future.done()

    @property
    def well(self) -> bool:
        """Whether the work has ended with a result."""
        return self.done and not self._future.cancelled() and self._future.exception() is None

    def wait(self, seconds: float) -> bool:
        """Waits for the end at most so long; gives whether it has come."""
        wait([self._future], seconds)
        return self.done

    def result(self) -> Result:
        """The result, waited for. Raises what the work raised, or Stopped."""
        try:
            return self._future.result()
        except CancelledError as error:
            raise Stopped("stopped before it began") from error

    def _run(self, turns: Semaphore, work: Callable[[Tell], Result]) -> None:
        with turns:
            if not self._future.set_running_or_notify_cancel():
                return
            try:
                self._future.set_result(work(self._tell))
            except BaseException as error:  # noqa: BLE001  whoever asks for the result meets it
                self._future.set_exception(error)

    def _tell(self, share: float) -> None:
        self.share = share
        if self._stopped:
            raise Stopped("stopped half-way")


class Shelf(Generic[Result]):
    """The newest jobs by name, so that the same work is not done twice. Failed and stopped jobs are done again."""

    def __init__(self, workers: int, most: int) -> None:
        self._turns = Semaphore(workers)
        self._jobs: OrderedDict[Hashable, Job[Result]] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def job(self, name: Hashable, work: Callable[[Tell], Result]) -> Job[Result]:
        """The job called so; it is begun if there is none that went well or still runs."""
        with self._lock:
            job = self._jobs.get(name)
            if job is None or (job.done and not job.well):
                job = self._jobs[name] = Job(self._turns, work)
            self._jobs.move_to_end(name)
            while len(self._jobs) > self._most:
                self._jobs.popitem(last=False)
            return job
