from __future__ import annotations

from threading import Event, Semaphore

import pytest

from mtqa.app.jobs import Job, Shelf, Stopped


def test_a_job_tells_how_far_it_is_and_gives_its_result():
    halfway, go_on = Event(), Event()

    def work(tell):
        tell(0.5)
        halfway.set()
        go_on.wait(10)
        return "done"

    job = Job(Semaphore(1), work)
    halfway.wait(10)
    assert (job.share, job.done) == (0.5, False)
    go_on.set()
    assert job.result() == "done"
    assert job.well


def test_a_stopped_job_ends_at_its_next_word_and_one_that_waits_never_begins():
    begun, stopped, after = Event(), Event(), []

    def work(tell):
        begun.set()
        stopped.wait(10)
        tell(0.5)
        after.append("went on")

    one_turn = Semaphore(1)
    running = Job(one_turn, work)
    begun.wait(10)
    waiting = Job(one_turn, work)
    running.stop()
    waiting.stop()
    stopped.set()
    for job in (running, waiting):
        with pytest.raises(Stopped):
            job.result()
        assert job.done
        assert not job.well
    assert after == []


def test_work_is_done_once_and_failed_work_again():
    calls = []

    def work(_tell):
        calls.append("call")
        if len(calls) == 1:
            raise ValueError
        return len(calls)

    shelf: Shelf[int] = Shelf(workers=1, most=2)
    assert shelf.job("a", work).wait(10)
    assert shelf.job("a", work).result() == 2
    assert shelf.job("a", work).result() == 2
    shelf.job("b", work).result()
    shelf.job("c", work).result()
    assert shelf.job("a", work).result() == 5
