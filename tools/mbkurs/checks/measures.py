"""How hard a text is to read: two old measures, used as alarms."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A sentence ends at . ! ? : (also before a closing quotation mark), or where its block ends.
_END = re.compile(r"[.!?:]+[»”\"')]*(?:\s+|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^aeiouy](e|es|ed)$")
_SPOKEN = re.compile(r"([^aeiouy]le|[td]ed|([scgxz]|ch|sh)es)$")


def words_in(text: str) -> list[str]:
    return WORD.findall(text)


def sentences_in(text: str) -> list[str]:
    """The parts of ``text`` that hold at least one word."""
    return [part for part in _END.split(text) if WORD.search(part)]


def lix(text: str) -> float:
    """Björnsson's läsbarhetsindex (1968): words per sentence + per cent of words over six letters."""
    found = words_in(text)
    if not found:
        return 0.0
    long = sum(len(word) > 6 for word in found)
    return len(found) / len(sentences_in(text)) + 100 * long / len(found)


def reading_ease(text: str) -> float:
    """Flesch (1948) for English: from about 0 (hard) to 100 (easy)."""
    found = words_in(text)
    if not found:
        return 100.0
    syllables = sum(syllables_in(word) for word in found)
    return 206.835 - 1.015 * len(found) / len(sentences_in(text)) - 84.6 * syllables / len(found)


def syllables_in(word: str) -> int:
    """Groups of vowels, without a silent e at the end: right for about nine English words in ten."""
    low = word.lower()
    silent = bool(_SILENT.search(low)) and not _SPOKEN.search(low)
    return max(1, len(_VOWELS.findall(low)) - silent)
