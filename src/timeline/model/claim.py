"""What someone says happened and when, and what the articles say to it."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model
from timeline.model.event import Evidence
from timeline.model.when import When

ClaimCode = Literal[
    "supported",
    "bad-date",
    "no-such-article",
    "not-in-text",
    "too-long",
    "other-title",
    "undated",
    "finer-date",
    "wrong-date",
    "denied",
    "cancelled",
    "supposed",
    "no-such-event",
]
"""`supported`; `bad-date` is no date; `no-such-article` names an article that was not given; `not-in-text` quotes what
stands nowhere; `too-long` quotes more than a clause; `other-title` quotes something else; `undated` quotes what no date
goes with; `finer-date` knows more than the text; `wrong-date` has another date than the text; `denied`, `cancelled` and
`supposed` quote what the text says is not so, is called off, or is so perhaps or on a condition; `no-such-event` quotes
nothing and says what no article says."""


class Claim(Model):
    """An event as someone or some model proposes it."""

    title: str
    """What happens, in the language of the articles."""
    date: str
    """ISO 8601 cut to what is claimed (`2026`, `2026-03`, `2026-03-13`, `2026-03-13T14:00`), or an EDTF interval of
    two such, both included (`2026-03-13/2026-03-17`), or any `When.edtf`."""
    quotation: str | None = None
    """The clause that is said to state it."""
    article: str | None = None
    """Id or source of the article it is said to stand in; any article where None."""


class ClaimCheck(Model):
    """Whether the articles bear a claim out."""

    claim: Claim
    """What was claimed."""
    supported: bool
    """Whether quotation, title and date are all borne out."""
    evidence: Evidence | None = None
    """The passage found; where it does not bear the claim out, the one it was held against."""
    when: When | None = None
    """The date that the library reads there."""
    code: ClaimCode
    """Stable name of the finding."""
    reason: str
    """The finding in words."""
