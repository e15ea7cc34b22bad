"""How many threads the linear algebra of numpy takes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

import numpy  # noqa: F401  its library must be loaded before it can be found
from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """For as long as it is entered, numpy multiplies in the calling thread.

    The products of a review are small: further threads only wait for them, awake, and double the processor time.
    """
    limit: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limit


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
