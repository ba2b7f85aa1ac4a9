"""A file's content -> the same with something wrong: bytes for any file, words and tags for what is text."""

import re
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, Random], bytes]
"""Some bytes and the luck of the draw -> other bytes."""

LONGEST = 64
"""Bytes of a chunk that is taken out, doubled or moved: about a row of a table."""
MOST = 4096
"""Times that something small is repeated: enough that work which grows with its square is seen."""
DEEP = 2000
"""Elements within one another: deeper than Python's own stack."""
NUMBERS = (b"0", b"-1", b"1000000000", b"99999999999999999999", b"1e308", b"NaN", b"0.0000001", b"65536", b"2147483648")
ODD: tuple[str, ...] = (*'\x00\ufeff\u202e\u00a0\ud7ff\u2028\x0c\x1b½²\u0663\uff11—%(|\t"', "&#0;", "&x;")
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_LINE = re.compile(rb"[^\n]+\n?|\n")


def flipped(content: bytes, random: Random) -> bytes:
    """A few bytes changed."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8, 32))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """The end missing, or the beginning."""
    at = random.randrange(len(content))
    return content[:at] if random.random() < 0.8 else content[at:]  # noqa: PLR2004 - mostly a download that was cut short


def without_chunk(content: bytes, random: Random) -> bytes:
    """A chunk missing."""
    start, end = chunk(content, random)
    return content[:start] + content[end:]


def doubled(content: bytes, random: Random) -> bytes:
    """A chunk repeated, now and then very often."""
    start, end = chunk(content, random)
    return content[:end] + content[start:end] * random.choice((1, 1, 1, 8, MOST // (end - start))) + content[end:]


def moved(content: bytes, random: Random) -> bytes:
    """A chunk elsewhere."""
    start, end = chunk(content, random)
    rest, at = content[:start] + content[end:], random.randrange(len(content))
    return rest[:at] + content[start:end] + rest[at:]


def noisy(content: bytes, random: Random) -> bytes:
    """A chunk replaced by noise."""
    start, end = chunk(content, random)
    return content[:start] + random.randbytes(end - start) + content[end:]


def other_number(content: bytes, random: Random) -> bytes:
    """A number replaced by an impossible one."""
    return replaced(content, random, _NUMBER, lambda _: random.choice(NUMBERS))


def odd_sign(content: bytes, random: Random) -> bytes:
    """A sign in the text that text seldom has."""
    at = random.randrange(len(content))
    return content[:at] + random.choice(ODD).encode() * random.choice((1, 1, 2, MOST)) + content[at:]


def line_elsewhere(content: bytes, random: Random) -> bytes:
    """A line missing, doubled, or in the place of another."""
    lines = _LINE.findall(content)
    other = random.choice(lines) if lines else b""
    return replaced(content, random, _LINE, lambda line: random.choice((b"", line * 2, other, line * (MOST // len(line)), line.rstrip())))


def tag_elsewhere(content: bytes, random: Random) -> bytes:
    """A tag missing, doubled, another's, within itself many times, or with a number of its own changed."""
    tags = _TAG.findall(content)
    other = random.choice(tags) if tags else b""
    span = b' colspan="99999" rowspan="99999" w:val="99999" table:number-columns-repeated="99999999">'
    made: Sequence[Callable[[bytes], bytes]] = (
        lambda _: b"",
        lambda tag: tag * 2,
        lambda _: other,
        lambda tag: tag * DEEP,
        lambda tag: tag[:-1] + span,
        lambda tag: tag + b"<!--",
        lambda tag: _NUMBER.sub(random.choice(NUMBERS), tag),
    )
    return replaced(content, random, _TAG, random.choice(made))


def replaced(content: bytes, random: Random, pattern: re.Pattern[bytes], make: Callable[[bytes], bytes]) -> bytes:
    """One of the places where the pattern stands replaced."""
    found = list(pattern.finditer(content))
    if not found:
        return content
    match = random.choice(found)
    return content[: match.start()] + make(match.group()) + content[match.end() :]


def chunk(content: bytes, random: Random) -> tuple[int, int]:
    """Where a chunk starts and ends; it is a byte at the least."""
    start = random.randrange(len(content))
    return start, min(len(content), start + random.randint(1, LONGEST))


BYTES: Sequence[Mutation] = (flipped, cut, without_chunk, doubled, moved, noisy)
WORDS: Sequence[Mutation] = (other_number, odd_sign, line_elsewhere, tag_elsewhere)
ANY: Sequence[Mutation] = (*BYTES, *WORDS, *WORDS)


def mutated(content: bytes, random: Random, mutations: Sequence[Mutation] = ANY) -> bytes:
    """The content after one mutation or a few; never nothing at all."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        content = random.choice(mutations)(content, random) or b"\n"
    return content
