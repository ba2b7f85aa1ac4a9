"""Data and scripts as they may stand in a page: nothing in them can end the element that holds them."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape

UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end a script element or a line of a script, as JSON may spell it instead."""


def data_to_json(data: object) -> str:
    """The data as JSON that is safe within a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace").decode().translate(UNSAFE)


def data_to_element(name: str, data: object) -> str:
    """The data as an element that the page's scripts find by its name, and no browser runs."""
    return f'<script type="application/json" id="{escape(name)}">{data_to_json(data)}</script>\n'


def script_to_text(script: str) -> str:
    """A script of the program as it may stand in a page: a string or pattern in it that looks like markup is none any more."""
    lines = script.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("</script", r"<\/script").replace("<!--", r"<\!--")


def script_to_permission(text: str) -> str:
    """What a page's policy says to allow this script and no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
