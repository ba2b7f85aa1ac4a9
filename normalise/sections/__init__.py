"""A document -> its sections, and which service, directorate or other matter each is about.

`lines` says what a line is by its words, `outline` cuts the document into sections by them (`part`). `subject` says which service a section
is about, by `naming`, `headline` and `headed`; `matters` which sections are not about complaints; `spans` which period.
"""
