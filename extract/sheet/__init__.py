"""Spreadsheets (Excel, OpenDocument, CSV) -> Document: each cell as it is shown."""
