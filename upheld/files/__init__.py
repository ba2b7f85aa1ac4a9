"""Input -> the files to read. It is a folder, a zip file, a list of files, or an address.

`walk` finds the files: `filelist` reads a list, `address` fetches, `unpacked` opens archives, `passing` says what is no report and why,
`chosen` what options leave out (`patterns`). `identity` names a file. What lies beside the reports is read as people save it (`csvfile`):
`sources`, `passwords`.
"""
