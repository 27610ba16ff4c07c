"""The nouns: frozen models, one a file. A step takes models and returns models."""

from timeline.model.article import Article, ArticleInfo, PublishedBasis, Stamp
from timeline.model.base import Model
from timeline.model.claim import Claim, ClaimCheck
from timeline.model.document import Metadata, RawDocument
from timeline.model.event import CORE_KINDS, Event, EventBody, EventMention, Evidence, Organizer, Place, Status
from timeline.model.issue import Issue
from timeline.model.limits import Limits
from timeline.model.mention import TimeMention, Timex
from timeline.model.options import Options
from timeline.model.record import TimelineRecord
from timeline.model.sentence import Role, Sentence
from timeline.model.span import Span
from timeline.model.stated import StatedEvent
from timeline.model.verdict import Extraction, Verdict
from timeline.model.when import Basis, Mod, Part, Precision, When

__all__ = [
    "CORE_KINDS",
    "Article",
    "ArticleInfo",
    "Basis",
    "Claim",
    "ClaimCheck",
    "Event",
    "EventBody",
    "EventMention",
    "Evidence",
    "Extraction",
    "Issue",
    "Limits",
    "Metadata",
    "Mod",
    "Model",
    "Options",
    "Organizer",
    "Part",
    "Place",
    "Precision",
    "PublishedBasis",
    "RawDocument",
    "Role",
    "Sentence",
    "Span",
    "Stamp",
    "StatedEvent",
    "Status",
    "TimeMention",
    "TimelineRecord",
    "Timex",
    "Verdict",
    "When",
]
