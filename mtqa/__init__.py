r"""mtqa finds what a translation engine and a careless web page left in an article.

>>> import mtqa
>>> review = mtqa.review("The minister refused to comment.\n\nBir yanıt yazın", target_lang="en")
>>> [issue.text for issue in review.issues]
['Bir yanıt yazın']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.api import Request, decide, review, review_many
    from mtqa.core.config import Config
    from mtqa.core.errors import MtqaError
    from mtqa.core.reviews import Review

__version__ = "0.1.0"
__all__ = ["Config", "MtqaError", "Request", "Review", "decide", "review", "review_many"]

_HOMES = {
    "Config": "mtqa.core.config",
    "MtqaError": "mtqa.core.errors",
    "Review": "mtqa.core.reviews",
    "Request": "mtqa.api",
    "decide": "mtqa.api",
    "review": "mtqa.api",
    "review_many": "mtqa.api",
}


def __getattr__(name: str) -> object:
    """Loads the public names on first use, so that `import mtqa` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mtqa' has no attribute {name!r}")
    import importlib  # noqa: PLC0415  only on first use

    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
