"""How much of an input is read at most."""

from __future__ import annotations

from pydantic import Field

from timeline.model.base import Model


class Limits(Model):
    """Bounds in sizes and counts, never in time, so that a result does not depend on the machine.

    What goes beyond one becomes an issue that names it; nothing is read in part without saying so.
    """

    bytes_per_file: int = Field(default=64_000_000, gt=0)
    """Size of a file that has to be held whole: text, page, PDF, Word file. Corpora are read record by record."""
    bytes_per_record: int = Field(default=8_000_000, gt=0)
    """Size of one record of a corpus."""
    characters_per_document: int = Field(default=1_000_000, gt=0)
    """Length of the text of one document."""
    characters_per_clause: int = Field(default=600, ge=200)
    """Length of a sentence; longer ones are cut where a clause ends, so that no rule looks at a whole book at once."""
    documents_per_file: int = Field(default=1_000_000, gt=0)
    """Documents in one corpus, feed or archive."""
    pages: int = Field(default=1_000, gt=0)
    """Pages of one PDF."""
    nodes: int = Field(default=200_000, gt=0)
    """Elements of one page or Word file, characters on one page of a PDF."""
    depth: int = Field(default=200, gt=0)
    """Elements within elements, values within values."""
    expansion: int = Field(default=100, gt=0)
    """How many times its size compressed data may grow to."""
