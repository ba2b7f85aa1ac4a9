"""A page of a scan -> its marks, as a PDF with text gives them: characters with their boxes, edges.

The way: the picture upright and level -> its rules -> its lines of text, cut where a rule crosses them, and the ink outside them (a lone
digit or a dash is too small to be found as a line) -> the characters of each piece, each word's box drawn round its ink.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, degrees, hypot
from statistics import fmean, median

import pypdfium2

from extract.marks import Edge, Marks
from extract.scan.glyphs import Typed, piece_to_typed, typed_to_chars
from extract.scan.ink import Mask, Piece, parted, picture_to_ink
from extract.scan.picture import Picture, levelled, page_to_picture, skew_near, turned
from extract.scan.recogniser import Quad, find_lines, recognise
from extract.scan.ruling import picture_to_edges
from extract.scan.strays import stray_to_typed

_LEVEL = 0.1
"""Degrees of skew below which a picture is left as it is: a point of drift over the width of a page."""
_LONG = 4.0
"""Width to height of a line that tells the skew; short ones tell it badly."""
_TALL = 1.5
"""Height to width of a line that runs down the page."""
_UPRIGHT = 0.9
"""Mean certainty below which a page may stand on its head. Measured: upright ones have 0.97 and more, others 0.75 and less."""
_ASKED = 6
"""Lines that tell whether a page stands on its head."""
_STROKE = 60.0
"""Points: a step within a line of text that is shorter is a stroke of its letters."""


def page_to_marks(page: pypdfium2.PdfPage, number: int) -> Marks:
    """The marks of page `number` in points of its upright picture."""
    picture, lines = _upright(page_to_picture(page))
    high, wide = picture.pixels.shape
    whole = [_quad_to_piece(quad, picture) for quad in lines]
    edges = [edge for edge in picture_to_edges(picture) if not any(_is_stroke(edge, piece, picture.scale) for piece in whole)]
    ink = picture_to_ink(picture, edges)
    pieces = [part for piece in whole for part in _cut(piece, edges, picture.scale)]
    pieces = parted(pieces, ink)
    read = {piece: line for piece, line in zip(pieces, _typed(picture, ink, pieces), strict=True) if line}
    typed = [*read.values(), *stray_to_typed(picture, ink, read)]
    size = (wide / picture.scale, high / picture.scale)
    return Marks(number, *size, typed_to_chars(typed, picture.scale), edges, recognised=True, turn=picture.turn)


def _upright(picture: Picture) -> tuple[Picture, list[Quad]]:
    """The picture turned by quarters and levelled, as its lines of text tell, and these."""
    lines = find_lines(picture.pixels)
    if 2 * sum(_TALL * _sides(quad)[0] < _sides(quad)[1] for quad in lines) > len(lines):
        picture = turned(picture, 1)
        lines = find_lines(picture.pixels)
    if lines and (sure := _certainty(picture, lines)) < _UPRIGHT:
        other = turned(picture, 2)
        flipped = find_lines(other.pixels)
        if flipped and _certainty(other, flipped) > sure:
            picture, lines = other, flipped
    skew = skew_near(picture, _skew(lines))
    if abs(skew) > _LEVEL:
        picture = levelled(picture, skew)
        lines = find_lines(picture.pixels)
    return picture, lines


def _sides(quad: Quad) -> tuple[float, float]:
    """Width and height of the upright box round a line."""
    (x0, top), (x1, bottom) = quad.min(axis=0), quad.max(axis=0)
    return float(x1 - x0), float(bottom - top)


def _skew(lines: Sequence[Quad]) -> float:
    """Degrees by which the long lines fall to the right."""
    along = [(quad[1] - quad[0], quad[3] - quad[0]) for quad in lines]
    angles = [degrees(atan2(dy, dx)) for (dx, dy), (ex, ey) in along if hypot(dx, dy) > _LONG * hypot(ex, ey)]
    return median(angles) if angles else 0.0


def _certainty(picture: Picture, lines: Sequence[Quad]) -> float:
    """How certain the characters of the longest lines are."""
    longest = sorted(lines, key=lambda quad: _sides(quad)[0])[-_ASKED:]
    found = recognise([_quad_to_piece(quad, picture).of(picture.pixels) for quad in longest])
    return fmean([glyph.certain for words in found for word in words for glyph in word] or [0.0])


def _quad_to_piece(quad: Quad, picture: Picture) -> Piece:
    (x0, top), (x1, bottom) = quad.min(axis=0).tolist(), quad.max(axis=0).tolist()
    return Piece(int(x0), int(top), int(x1) + 1, int(bottom) + 1).grown(0, picture.pixels.shape)


def _is_stroke(edge: Edge, piece: Piece, scale: float) -> bool:
    """Whether an edge is of the letters of a line."""
    within = piece.x0 < edge["x0"] * scale and edge["x1"] * scale < piece.x1
    return bool(within and piece.top < edge["top"] * scale and edge["bottom"] * scale < piece.bottom and edge["width"] < _STROKE)


def _cut(piece: Piece, edges: Sequence[Edge], scale: float) -> Iterator[Piece]:
    """The parts of a line between the rules that cross it from above to below."""
    crossing = sorted(
        round(edge["x0"] * scale)
        for edge in edges
        if edge["orientation"] == "v" and edge["top"] * scale <= piece.top + 1 and edge["bottom"] * scale >= piece.bottom - 1
    )
    borders = [piece.x0, *(x for x in crossing if piece.x0 < x < piece.x1), piece.x1]
    least = (piece.bottom - piece.top) / 6
    for x0, x1 in pairwise(borders):
        if x1 - x0 > least:
            yield piece._replace(x0=x0, x1=x1)


def _typed(picture: Picture, ink: Mask, pieces: Sequence[Piece]) -> list[Typed | None]:
    """The line recognised in each piece; None in one without ink, or whose ink is nothing that is recognised."""
    found = recognise([piece.of(picture.pixels) for piece in pieces])
    inked = [bool(words) and bool(piece.of(ink).any()) for piece, words in zip(pieces, found, strict=True)]
    return [
        piece_to_typed(piece, words, ink, picture.pixels) if own else None for piece, words, own in zip(pieces, found, inked, strict=True)
    ]
