"""A web page saved with all its parts in one file (MHTML) -> the page within."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from extract import web
from extract.web.tree import data_to_markup, path_to_data
from schemas import Document, UnreadableFileError


def read(path: Path) -> Document:
    """The page's Document. Raises `UnreadableFileError` where none is within, and as `extract.web` does."""
    message = message_from_bytes(path_to_data(path), EmailMessage, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise UnreadableFileError(f"{path.name}: no page is in it; save the page again")
    return web.markup_to_document(data_to_markup(content, page.get_content_charset()), path.name)
