"""All knowledge in one place: loaded once a process, on first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from mtqa.core.errors import ModelError
from mtqa.core.languages import model_code
from mtqa.language.cache import cached
from mtqa.language.entries import Entry, Topic
from mtqa.language.fragments import FragmentFinder
from mtqa.language.kept_names import KeptNames
from mtqa.language.lexicon import Lexicon, data_folder, load_lexicon
from mtqa.language.matcher import Anchors, Matcher
from mtqa.language.words import WordModel, load_word_model


class Knowledge:
    """Lexicons, matchers and models. What cannot be loaded is named in `missing` and everything else works."""

    @cached_property
    def lexicon(self) -> Lexicon:
        """All lexicon files."""
        return cached("lexicon", data_folder(), load_lexicon)

    @cached_property
    def _words_or_reason(self) -> WordModel | str:
        try:
            return load_word_model()
        except ModelError as error:
            return str(error)

    @property
    def words(self) -> WordModel | None:
        """The word model of all languages, or None where it cannot be had."""
        loaded = self._words_or_reason
        return loaded if isinstance(loaded, WordModel) else None

    @cached_property
    def missing(self) -> Mapping[str, str]:
        """Resources that rules may need and that are not there, with the reason and the way out."""
        loaded = self._words_or_reason
        return {"words": loaded} if isinstance(loaded, str) else {}

    def phrases(self, target_lang: str) -> Matcher:
        """The matcher of calques, names and terms for a target language."""
        return _phrase_matcher(self, target_lang)

    def kept_names(self, target_lang: str) -> KeptNames:
        """The names that stay as they are in texts of a target language."""
        return _kept_names(self, target_lang)

    @cached_property
    def furniture(self) -> Matcher:
        """The matcher of page furniture in all languages."""
        entries = self.lexicon.topic(Topic.FURNITURE)
        return Matcher(entries, cached("furniture", data_folder(), lambda: Anchors(entries)))

    def finder(self, target_lang: str) -> FragmentFinder | None:
        """The finder of leftovers for a target language, or None without a word model that knows it."""
        words, target = self.words, model_code(target_lang)
        return _finder(words, target) if words and target in words.languages else None


@cache
def _phrase_matcher(knowledge: Knowledge, target_lang: str) -> Matcher:
    entries = _entries_for(knowledge, target_lang)
    return Matcher(entries, cached(f"phrases-{target_lang}", data_folder(), lambda: Anchors(entries)))


@cache
def _kept_names(knowledge: Knowledge, target_lang: str) -> KeptNames:
    return KeptNames(_entries_for(knowledge, target_lang))


def _entries_for(knowledge: Knowledge, target_lang: str) -> tuple[Entry, ...]:
    """The calques, names and terms that may stand in texts of a target language."""
    return tuple(
        entry
        for entry in knowledge.lexicon.topic(Topic.CALQUES, Topic.NAMES, Topic.TERMS)
        if entry.language != target_lang and (entry.target or "en") == target_lang
    )


@cache
def _finder(words: WordModel, target_lang: str) -> FragmentFinder:
    return FragmentFinder(words if target_lang == "en" else _without_english(words), target_lang)


@cache
def _without_english(words: WordModel) -> WordModel:
    """In a text that is not English, "the" is no word of its language, however often its newspapers print English titles."""
    return words.without_english()


@cache
def shared_knowledge() -> Knowledge:
    """The knowledge of this process."""
    return Knowledge()
