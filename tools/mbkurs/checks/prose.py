"""Markdown as a reader meets it: blocks of plain text, headings, links, images."""

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mbkurs.notebooks.citations import CITATION

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_SPAN = re.compile(r"<span\s+lang=[\"']([a-z-]+)[\"']>")
_ROLE = re.compile(r"\{[a-z:-]+\}(?=`)")  # MyST: {doc}`…`, only in pages of the book


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table cell. ``foreign`` holds what is in a ``<span lang>``."""

    kind: str  # "heading" or "text"
    level: int  # of a heading; 0 else
    text: str
    plain: str  # the text without its words in emphasis
    foreign: tuple[tuple[str, str], ...]  # (language, text)


@dataclass(frozen=True)
class Target:
    """Where a link or an image leads, and its text."""

    href: str
    text: str
    is_image: bool


@lru_cache(maxsize=4096)
def _tokens(source: str) -> list[Token]:
    return _MARKDOWN.parse(_ROLE.sub("", CITATION.sub("", source)))


@lru_cache(maxsize=4096)
def blocks(source: str) -> tuple[Block, ...]:
    """The text blocks of Markdown ``source``; code, links' targets and citations are left out."""
    found, level = [], 0
    for token in _tokens(source):
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            found.append(_block(token, level))
    return tuple(found)


def _block(token: Token, level: int) -> Block:
    own, plain, foreign, language, depth = [], [], [], "", 0
    for child in token.children or []:
        depth += child.nesting if child.tag == "em" else 0
        if child.type == "html_inline":
            span = _SPAN.match(child.content)
            language = span[1] if span else "" if child.content == "</span>" else language
        text = {"softbreak": " ", "hardbreak": "\n"}.get(child.type, "")
        text = child.content if child.type in ("text", "image") else text
        if language and text:
            foreign.append((language, text))
        elif not language:
            own.append(text)
            plain.append("" if depth else text)
    kind = "heading" if level else "text"
    return Block(kind, level, "".join(own), "".join(plain), tuple(foreign))


def text_of(source: str) -> str:
    """All of the source's own text, one block a line."""
    return "\n".join(block.text for block in blocks(source))


@lru_cache(maxsize=4096)
def targets(source: str) -> tuple[Target, ...]:
    """Every link and image of Markdown ``source``."""
    found = []
    for token in _tokens(source):
        for index, child in enumerate(token.children or []):
            if child.type == "link_open":
                text = token.children[index + 1].content
                found.append(Target(str(child.attrs["href"]), text, False))
            elif child.type == "image":
                found.append(Target(str(child.attrs["src"]), child.content, True))
    return tuple(found)
