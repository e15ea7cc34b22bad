"""All that mtqa asks of the network, and only when a person or an option asks for it.

The only package of mtqa that opens a socket.
"""

from mtqa.online.translation import (
    LONGEST,
    PROVIDERS,
    DatedTranslator,
    OnlineTranslator,
    Translation,
    Translator,
    make_translator,
)

__all__ = [
    "LONGEST",
    "PROVIDERS",
    "DatedTranslator",
    "OnlineTranslator",
    "Translation",
    "Translator",
    "make_translator",
]
