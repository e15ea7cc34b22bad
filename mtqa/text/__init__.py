"""The text layer: blocks, sentences, tokens and folded views, all in code points of the text as given."""

from mtqa.text.reading import read_document
from mtqa.text.views import View, fold, fold_text

__all__ = ["View", "fold", "fold_text", "read_document"]
