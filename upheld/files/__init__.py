"""Input -> the files to read. It is a folder, a zip file, or a list of files.

`walk` finds the files: `filelist` reads a list, `unpacked` opens archives, `passing` says what is no report and why, `chosen` what
options leave out (`patterns`). `identity` names a file. What lies beside the reports is read as people save it (`csvfile`): `sources`,
`passwords`.
"""
