"""A picture of a page -> the marks that a page with text has: recognised characters, drawn rules. Needs the extra `ocr`."""
