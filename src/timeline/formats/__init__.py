"""A timeline as a file and back: one module a format, named as the format.

Each format module holds `write(record, options)`, an iterator of text in file order, and, where the format can be read,
`read(data, source)`, bytes to record. `files.py` knows which suffix is which format; nothing else has to.
To add a format: write the module, add its line to `files.SUFFIXES`.
"""
