"""Files, folders, bytes → documents → articles with their sentences and stamps."""

from timeline.read.articles import read_document, read_string
from timeline.read.inputs import read_documents
from timeline.read.readers import READERS

__all__ = ["READERS", "read_document", "read_documents", "read_string"]
