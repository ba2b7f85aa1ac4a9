"""What stops a file from being read. Each message names the file, the place, what is wrong and what would be right."""


class UpheldError(Exception):
    """The root of everything that upheld raises on purpose."""


class UnreadableFileError(UpheldError):
    """The file is of a kind upheld reads, and this one cannot be read: damaged, encrypted, empty, without text."""


class UnsupportedFormatError(UpheldError):
    """The file is of a kind that no reader reads."""


class VocabularyError(UpheldError):
    """A data file of the program itself does not say what it should; the message names file and key."""


class SettingsError(UpheldError):
    """An `upheld.toml` says what no setting is; the message names file and key."""


class DatasetError(UpheldError):
    """The dataset's folder cannot be read or written."""
