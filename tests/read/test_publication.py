"""When a page was published: twenty layouts, two moments each; right or absent, never guessed."""

from __future__ import annotations

import calendar
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import timeline as tl

LAYOUTS = tomllib.loads((Path(__file__).parents[1] / "cases" / "publication.toml").read_text(encoding="utf-8"))[
    "layout"
]
MOMENTS = (datetime(2026, 3, 4, 18, 5), datetime(2025, 11, 23, 7, 30))

TEXT = (
    "<p>滨江书市在江城公园开幕，来自各地的八十余家书店带来三万多册图书，市民可以免费入场参观选购。</p>"
    "<p>书市由江城文旅局主办，现场还有签售、讲座和旧书交换，主办方为小读者准备了故事角和手工课。</p>"
)
ENGLISH = (
    "<p>The riverside book fair has opened in the park, and more than eighty shops have brought their books.</p>"
    "<p>It is run by the city, with talks and a corner for children, and nobody has to pay to get in.</p>"
)


def fill(template: str, moment: datetime) -> str:
    """Return a layout with a moment in it."""
    return template.format(
        y=moment.year,
        m=moment.month,
        d=moment.day,
        m2=f"{moment.month:02}",
        d2=f"{moment.day:02}",
        H=f"{moment.hour:02}",
        M=f"{moment.minute:02}",
        month=calendar.month_name[moment.month],
        utc=(moment - timedelta(hours=8)).isoformat(),
        text=TEXT,
        english=ENGLISH,
    )


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str, moment: datetime) -> None:
    """The moment of publication is read where the page says it, and nowhere else."""
    parts = LAYOUTS[layout]
    head, body = fill(parts.get("head", ""), moment), fill(parts["body"], moment)
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    (article,) = tl.read_articles(page.encode())
    info = article.info
    assert (info.published if info.published_basis != "vote" else None) == (fill(parts["expected"], moment) or None)
