"""Imported where much is made and little of it is rubbish: reports are read, libraries imported, rows unpacked.

Python looks for rubbish after every few hundred objects that it makes. The marks of a page are thousands, and looking costs a tenth of the
time that reading takes, a sixth of what the libraries take to be imported.
"""

import gc

OBJECTS = 50_000
"""Made before rubbish is looked for."""

gc.set_threshold(OBJECTS)
