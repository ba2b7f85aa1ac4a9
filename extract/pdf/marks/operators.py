"""A content stream -> its operators, each when its operands are on the stack: by a few patterns, many times as fast as pdfminer's parser.

Only plain streams are taken. pdfminer is lenient in ways of its own with what is malformed, and has to read that itself; so it has the
rarities: pictures within the stream, arrays of arrays, procedures.
"""

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from pdfminer.psparser import LIT, PSLiteral

_NUMBER = rb"[+-]?+(?:\d{1,30}+\.?+\d{0,30}+|\.\d{1,30}+)(?![\d.])"
_NAME = rb"/[^#/%\[\]()<>{}\s]*+(?!\#)"
_STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_SIMPLE = rb"(?:" + rb"|".join((_NUMBER, _STRING, _HEX, _NAME)) + rb")"
_ARRAY = rb"\[(?:\s*+" + _SIMPLE + rb")*+\s*+\]"
_DICT = rb"<<(?:\s*+" + _NAME + rb"\s*+(?:" + _SIMPLE + rb"|" + _ARRAY + rb"|true|false))*+\s*+>>"
_COMMENT = rb"%[^\r\n]*+"
_WORDS = rb"[^][()<>{}/%]++"
_REST = rb"[\s\S]++"
_PART = re.compile(rb"|".join((_WORDS, _STRING, _NAME, _ARRAY, _HEX, _DICT, _COMMENT, _REST)), re.DOTALL)
_END = b"}"
"""No part begins with it, so it is taken as the rest: alone if all before it is plain."""
_WORD = re.compile(rb"(" + _NUMBER + rb")|(?!(?:BI|ID|EI|true|false)$)(?:[A-Za-z][\w*]*+|['\"])")
"""A number, or an operator."""
_ELEMENT = re.compile(rb"|".join((rb"<[^>]*+>", _STRING, _NAME, rb"[+-]?+[\d.]++")), re.DOTALL)
"""Of an array, which is plain as a whole."""

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.DOTALL)
_ESCAPED = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"(": b"(", b")": b")", b"\\": b"\\"}
_SPACE = b" \t\n\r\f\v"
_PERCENT = b"%"[0]
_KNOWN = 10_000
"""Words, names and elements of arrays that are kept as read: the same come again and again."""


class NotPlainError(ValueError):
    """The page holds something that only pdfminer itself reads as pdfminer does."""


def stream_to_operators(stream: bytes, stack: list[Any]) -> Iterator[bytes]:
    """Each operator in turn; its operands are put on `stack`, from where the caller takes as many as it needs.

    Raises `NotPlainError` or another `ValueError` where something is not plain.
    """
    parts = _PART.findall(stream + _END)
    if parts.pop() != _END:
        raise NotPlainError
    for part in parts:
        if read := _MARKED.get(part[0]):
            stack.append(read(part))
        elif part[0] != _PERCENT:
            for word in map(_word, part.split()):
                if isinstance(word, float):
                    stack.append(word)
                else:
                    yield word


@lru_cache(_KNOWN)
def _word(word: bytes) -> float | bytes:
    """A number, or the name of an operator."""
    found = _WORD.fullmatch(word)
    if not found:
        raise NotPlainError
    return float(word) if found[1] else word


def _array(token: bytes) -> list[Any]:
    return list(map(_element, _ELEMENT.findall(token[1:-1])))


@lru_cache(_KNOWN)
def _element(token: bytes) -> Any:  # noqa: ANN401
    return _MARKED.get(token[0], float)(token)


def _string(token: bytes) -> bytes:
    return _ESCAPE.sub(_escaped, token[1:-1]) if b"\\" in token else token[1:-1]


def _escaped(found: re.Match[bytes]) -> bytes:
    """What an escape stands for: nothing, if pdfminer knows none such. Raises `ValueError` for what is no byte."""
    octal, sign = found.groups()
    return bytes([int(octal, 8)]) if octal else _ESCAPED.get(sign, b"")


@lru_cache(_KNOWN)
def _name(token: bytes) -> PSLiteral:
    return LIT(str(token[1:], "utf-8"))


def _hex_or_dict(token: bytes) -> bytes | dict[str, object]:
    """A string; or a dictionary, which only marks content and of which nothing is asked."""
    if token.startswith(b"<<"):
        return {}
    digits = token[1:-1].translate(None, _SPACE)
    if len(digits) % 2:  # the last one stands for itself
        digits = digits[:-1] + b"0" + digits[-1:]
    return unhexlify(digits)


_MARKED: dict[int, Callable[[bytes], Any]] = dict(zip(b"[(/<", (_array, _string, _name, _hex_or_dict), strict=True))
"""How an operand is read that shows by its first byte what it is."""
