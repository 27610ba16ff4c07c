"""The gazetteer and the words around names of places."""

from __future__ import annotations

from importlib.resources import files

import pytest

from timeline.lexicon.places import find_places, place_keys, venue_suffixes

TABLE = files("timeline.lexicon") / "shared/places.txt"


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("茶业博览会在深圳国际会展中心举行", [("深圳", "city")]),
        ("于河南郑州签约", [("河南郑州", "city")]),
        ("在广东省深圳市南山区科苑路开业", [("广东省深圳市南山区", "district")]),
        ("内蒙古自治区呼和浩特市", [("内蒙古自治区呼和浩特市", "city")]),
        ("从广西到新疆", [("广西", "province"), ("新疆", "province")]),
        ("香港与台北两地", [("香港", "province"), ("台北", "city")]),
        ("在布鲁塞尔开幕", [("布鲁塞尔", "city")]),
        ("held in Brussels, Belgium next week", [("Brussels, Belgium", "city")]),
        ("in Rio de Janeiro and New York City", [("Rio de Janeiro", "city"), ("New York City", "city")]),
        ("在杭州西湖区,西湖边", [("杭州西湖区", "district")]),
    ],
)
def test_names_are_found_with_their_kind(view: str, expected: list[tuple[str, str]]) -> None:
    """The longest name counts, and neighbours of one address are one place."""
    assert [(view[place.start : place.end], place.kind) for place in find_places(view)] == expected


@pytest.mark.parametrize(
    "view",
    [
        "双方合作共赢,前景广阔",
        "阿里巴巴发布新品",
        "朝阳产业蓬勃发展",
        "各位来宾请入座",
        "今日本报记者获悉",
        "发展中国家的立场",
        "面对东方的旭日,祝愿和平",
        "Nice reading of the mobile market",
        "a parisian romeo",
    ],
)
def test_words_that_only_look_like_places_are_none(view: str) -> None:
    """Ambiguous names need their suffix or what they lie in; a name inside a longer word does not count."""
    assert find_places(view) == []


def test_ambiguous_names_count_beside_what_they_lie_in() -> None:
    """辽宁朝阳 and 朝阳市 are places, and so is a county's short name beside its city."""
    assert [place.kind for place in find_places("辽宁朝阳")] == ["city"]
    assert [place.kind for place in find_places("朝阳市")] == ["city"]
    assert [place.kind for place in find_places("北京海淀")] == ["district"]


def test_a_name_has_one_key_in_both_languages() -> None:
    """Names of one place share their key, and the keys of what it lies in."""
    assert place_keys("Shenzhen") == place_keys("深圳") == {"深圳", "广东", "中国"}
    assert place_keys("布鲁塞尔") == place_keys("Brussels")


def test_every_place_lies_in_a_place_of_the_table() -> None:
    """The third column names a key of the first names, and no name stands in a line twice."""
    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    keys = {names.split("|")[0] for kind, names, _ in lines if kind != "county"}
    assert {parent for _, _, parent in lines if parent} <= keys
    assert all(len(set(names.split("|"))) == len(names.split("|")) for _, names, _ in lines)


def test_the_table_stays_small() -> None:
    """The package does not grow by more than 150 kB for it."""
    assert len(TABLE.read_bytes()) < 150_000


def test_venue_suffixes_come_longest_first() -> None:
    """A caller can try them in order."""
    suffixes = venue_suffixes()
    assert {"会展中心", "University"} <= set(suffixes)
    assert [len(suffix) for suffix in suffixes] == sorted((len(suffix) for suffix in suffixes), reverse=True)
