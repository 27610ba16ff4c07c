"""Hold events that a model proposes as JSON against the articles they are said to come from."""

from __future__ import annotations

import json
from pathlib import Path

import timeline as tl

ARTICLES = Path(__file__).parent / "articles"
PROPOSED = """[
  {"title": "白鹭江龙舟赛", "date": "2026-06-28"},
  {"title": "白鹭江龙舟赛", "date": "2026-06-20"},
  {"title": "一餐热饭研讨会", "date": "2025-11-01", "quotation": "江州大学举办了一场盛大的社区食堂展览会"},
  {"title": "River Marathon", "date": "next spring"}
]"""
"""What the model answered; the last three are wrong in one way each."""


def main() -> None:
    """Print each proposed event with the finding, the passage and the reason."""
    claims = [tl.Claim.model_validate(item) for item in json.loads(PROPOSED)]
    for check in tl.verify_claims(claims, tl.read_articles(ARTICLES)):
        mark = "yes" if check.supported else "no "
        print(f"{mark} {check.code:<14} {check.claim.date:<12} {check.claim.title}: {check.reason}")
        if check.evidence:
            print(f"      “{' '.join(check.evidence.text.split())}”")


if __name__ == "__main__":
    main()
