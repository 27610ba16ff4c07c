"""Files, folders, bytes → documents → articles with their sentences and stamps."""

from timeline.read.articles import read_document, read_string
from timeline.read.inputs import READERS, read_documents

__all__ = ["READERS", "read_document", "read_documents", "read_string"]
