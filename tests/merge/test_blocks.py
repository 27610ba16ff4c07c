"""How many pairs of reports are compared."""

from __future__ import annotations

import pytest

from benchmarks.merge import comparisons, repeated
from tests.merge.reports import mention
from timeline.merge.blocks import find_pairs
from timeline.merge.report import gather_reports

SYLLABLES = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕"


def names(count: int) -> list[str]:
    """Return different names with one head noun."""
    size = len(SYLLABLES)
    return ["".join(SYLLABLES[at // size**n % size] for n in range(3)) + "国际茶业博览会" for at in range(count)]


@pytest.mark.parametrize("day", ["2026-05-13", "2026-05", "2026"])
def test_a_crowded_day_or_month_costs_few_comparisons_each(day: str) -> None:
    """Two thousand names of one day are not compared pair by pair, however alike their ends."""
    reports = gather_reports([mention(name, day, article=str(at)) for at, name in enumerate(names(2000))])
    assert len(list(find_pairs(reports))) < 20 * len(reports)


def test_years_of_news_cost_as_many_comparisons_each() -> None:
    """Where happenings repeat as in news, five times as many reports cost five times the comparisons."""
    few, many = comparisons(repeated(1200)), comparisons(repeated(6000))
    assert many < 1.2 * few


def test_equal_reports_are_one() -> None:
    """A thousand articles with one headline are compared with nobody."""
    reports = gather_reports([mention("青川茶业博览会", "2026-05-13", article=str(at)) for at in range(1000)])
    assert len(reports) == 1
    assert len(reports[0].mentions) == 1000


def test_like_names_of_a_crowded_day_meet() -> None:
    """A name and its fuller form are compared, though hundreds of others stand between them."""
    crowd = [mention(name, "2026-05-13", article=f"b{at}") for at, name in enumerate(names(500))]
    pair = [
        mention("郑和航海博物馆开馆", "2026-05-13", article="a"),
        mention("郑和航海博物馆开馆仪式", "2026-05", article="z"),
    ]
    reports = gather_reports([pair[0], *crowd, pair[1]])
    assert (0, len(reports) - 1) in set(find_pairs(reports))
