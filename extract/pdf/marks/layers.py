"""Layers of a PDF (optional content): which are switched off, so that nothing of them is displayed or read."""

from collections.abc import Iterator

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import LIT

Layers = frozenset[int]
"""Layers, by the numbers of their objects."""

_OFF = LIT("OFF")
_MEMBERS = LIT("OCMD")
_HIDDEN = {None: all, LIT("AnyOn"): all, LIT("AllOn"): any}
"""By its policy, how many of several layers must be off to hide what they decide on; of the other policies off shows it."""


def switched_off(catalog: dict[str, object]) -> Layers:
    """The layers that are off when the file is opened."""
    layers = _entries(catalog.get("OCProperties"))
    default = _entries(layers.get("D"))
    if resolve1(default.get("BaseState")) is _OFF:
        return frozenset(_numbers(layers.get("OCGs"))) - frozenset(_numbers(default.get("ON")))
    return frozenset(_numbers(default.get("OFF")))


def is_off(layer: object, off: Layers) -> bool:
    """Whether a layer, or what several layers decide on (PDF 32000, 8.11.2.2), is not displayed."""
    entries = _entries(layer)
    if resolve1(entries.get("Type")) is not _MEMBERS:
        return isinstance(layer, PDFObjRef) and layer.objid in off
    states = [number in off for number in _numbers(entries.get("OCGs"))]
    hidden = _HIDDEN.get(resolve1(entries.get("P")))
    return hidden is not None and bool(states) and hidden(states)


def _entries(found: object) -> dict[str, object]:
    resolved = resolve1(found)
    return resolved if isinstance(resolved, dict) else {}


def _numbers(found: object) -> Iterator[int]:
    """The objects that an array refers to; a reference may stand alone."""
    listed = resolve1(found)
    for layer in listed if isinstance(listed, list) else [found]:
        if isinstance(layer, PDFObjRef):
            yield layer.objid
