"""Events that someone proposes, held against the articles."""

from timeline.claims.verify import verify_claims

__all__ = ["verify_claims"]
