"""What later expressions of an article count from."""

from __future__ import annotations

from timeline.find import find_expressions
from timeline.model import ArticleInfo, Sentence, TimeMention
from timeline.resolve import resolve_expressions


def resolve(*texts: str, published: str | None = "2025-05-27") -> tuple[list[TimeMention], list[str]]:
    """Return the mentions of an article of these sentences, and the codes of its issues."""
    sentences = [Sentence(text=text, view=text, segments=((0, 0),), paragraph=n) for n, text in enumerate(texts)]
    basis = "caller" if published else None
    info = ArticleInfo(
        id="a", source="a.txt", start=0, end=1, published=published, published_basis=basis, zone="Asia/Shanghai"
    )
    mentions, issues = resolve_expressions(sentences, [find_expressions(one) for one in sentences], info)
    return list(mentions), [issue.code for issue in issues]


def edtf(mentions: list[TimeMention]) -> list[str | None]:
    """Return the readings."""
    return [one.when.edtf if one.when else None for one in mentions]


def test_a_bare_day_takes_the_month_stated_before() -> None:
    """Also in a later paragraph, and over the end of the month."""
    assert edtf(resolve("5月26日至28日办展", "27日上午论坛开幕")[0]) == ["2025-05-26/2025-05-28", "2025-05-27"]
    assert edtf(resolve("5月30日开幕", "2日闭幕")[0]) == ["2025-05-30", "2025-06-02"]


def test_a_holiday_season_dates_no_clock_time() -> None:
    """当晚 counts from a day, not from a break of several days."""
    assert edtf(resolve("5月20日开幕,暑期档热映,当晚闭幕")[0])[-1] == "2025-05-20"


def test_without_anchor_one_issue_stands_for_all() -> None:
    """Year-less dates stay open; a full date gives later ones a year."""
    mentions, codes = resolve("6月8日签约,昨日公布", published=None)
    assert (edtf(mentions), codes) == ([None, None], ["no-anchor"])
    assert all(one.reason for one in mentions)
    mentions, codes = resolve("2024年6月8日签约,8月公布", published=None)
    assert (edtf(mentions), codes) == (["2024-06-08", "2024-08"], [])
    assert mentions[1].when and mentions[1].when.basis == "inherited"


def test_a_voted_year_completes_dates_but_not_yesterday() -> None:
    """Only the year of publication is known: basis inferred."""
    mentions, _ = resolve("6月8日签约,昨日公布,今年完工", published="2025")
    assert edtf(mentions) == ["2025-06-08", None, "2025"]


def test_both_readings_are_kept_with_the_reason() -> None:
    """A yearless day has a past and a future reading."""
    (one,), _ = resolve("12月15日签约")
    assert [when.start for when in one.readings] == ["2024-12-15", "2025-12-15"]
    assert one.reason
    assert one.anchor == "2025-05-27"


def test_a_weekday_decides_the_year() -> None:
    """12月15日（周日） was in 2024."""
    assert edtf(resolve("12月15日(周日)签约")[0]) == ["2024-12-15"]


def test_a_weekday_that_gainsays_a_confirmed_year_is_a_misprint() -> None:
    """Where the publication is not known, a date of the year read before keeps the next ones in it."""
    mentions, _ = resolve("2026年6月1日公布,6月12日(周四)提交", published=None)
    assert edtf(mentions) == ["2026-06-01", "2026-06-12"]


def test_hours_count_from_the_minute_of_publication() -> None:
    """Three hours ago needs the hour of publication."""
    assert edtf(resolve("3小时前", published="2025-05-27T10:30")[0]) == ["2025-05-27T07:30:00"]
    assert edtf(resolve("3小时前")[0]) == [None]


def test_basis_tells_how_a_date_was_reached() -> None:
    """Explicit, completed, relative, inherited."""
    mentions, _ = resolve("2025年6月8日,6月9日,昨日,次日,当日")
    assert [one.when.basis for one in mentions if one.when] == [
        "explicit",
        "completed",
        "relative",
        "relative",
        "inherited",
    ]


def test_a_day_that_does_not_exist_stays_open() -> None:
    """2月30日 is no day."""
    (one,), codes = resolve("2025年2月30日举行")
    assert (one.when, codes) == (None, [])
    assert one.reason and "no such day" in one.reason


def test_other_dates_tell_the_order_of_slashes() -> None:
    """3/4 is read month first unless a number above 12, or the day of publication, puts the day first."""
    assert edtf(resolve("on 3/4/2025 and 3/25/2025")[0]) == ["2025-03-04", "2025-03-25"]
    assert edtf(resolve("on 3/4/2025 and 25/3/2025")[0]) == ["2025-04-03", "2025-03-25"]
    assert edtf(resolve("on 3/4/2025", published="2025-04-03")[0]) == ["2025-04-03"]


def test_both_orders_in_one_text_are_an_issue() -> None:
    """A contradiction is reported, not chosen in silence."""
    mentions, codes = resolve("on 3/4/2025, 25/3/2025 and 3/26/2025")
    assert (edtf(mentions)[0], codes) == ("2025-03-04", ["slash-order"])


def test_hours_that_end_before_they_begin_have_no_end() -> None:
    """A night goes on into the next day; a misprint does not last for 23 hours."""
    assert edtf(resolve("5月26日15:55-15:30 分组讨论")[0]) == ["2025-05-26T15:55:00"]
    assert edtf(resolve("5月26日21:00-02:00 通宵观影")[0]) == ["2025-05-26T21:00:00/2025-05-27T02:00:00"]


def test_a_label_states_the_day_of_a_programme() -> None:
    """Its hours lie on that day, whatever days prose tells of before them."""
    rows = ("活动时间:6月14日", "上一场于3月2日落幕。", "09:30-11:00 开幕式")
    sentences = [
        Sentence(text=text, view=text, segments=((0, 0),), paragraph=n, role="body" if n == 1 else "row")
        for n, text in enumerate(rows)
    ]
    info = ArticleInfo(id="a", source="a", start=0, end=1, published="2025-05-27", published_basis="caller")
    mentions, _ = resolve_expressions(sentences, [find_expressions(one) for one in sentences], info)
    assert edtf(list(mentions))[-1] == "2025-06-14T09:30:00/2025-06-14T11:00:00"


def test_the_year_of_a_name_tells_a_far_date() -> None:
    """10月29日,2024年度…颁奖仪式 read in May is of 2024; what is near is not touched, nor what reviews a year."""
    assert edtf(resolve("10月29日,江州2024年度织造奖颁奖仪式举行")[0])[0] == "2024-10-29"
    assert edtf(resolve("10月29日上午,2024年江州“织造”研讨会召开")[0])[0] == "2024-10-29"
    assert edtf(resolve("5月29日,2024年度织造奖颁奖仪式举行")[0])[0] == "2025-05-29"
    assert edtf(resolve("1月15日,2024年度总结表彰大会召开")[0])[0] == "2025-01-15"
    assert edtf(resolve("10月29日,与2024年相比增长两成")[0])[0] == "2025-10-29"
    assert edtf(resolve("3月8日,2024年江州分析会召开", published="2025")[0])[0] == "2024-03-08"


def test_a_date_goes_with_the_full_one_beside_it() -> None:
    """A far date beside a full one stated shortly before is of its year, or of the year next to it."""
    assert edtf(resolve("大会2027年1月23日至29日举行", "会前的1月16日至21日召开预备会")[0]) == [
        "2027-01-23/2027-01-29",
        "2027-01-16/2027-01-21",
    ]
    assert edtf(resolve("大会2027年1月23日至29日举行", "会前的12月20日召开预备会")[0])[1] == "2026-12-20"


def test_a_day_stated_in_full_elsewhere_has_that_year() -> None:
    """Also before, where only a guess at the year of publication is known; not where it is stated in two years."""
    texts = ("报名时间:12月5日", "日程表", "2024年12月5日报名开始")
    assert edtf(resolve(*texts, published="2025")[0])[0] == "2024-12-05"
    assert edtf(resolve(*texts, "2023年12月5日首届报名", published="2025")[0])[0] == "2025-12-05"


def test_a_year_told_in_passing_dates_nothing_far_from_it() -> None:
    """Without a publication a full date or a heading gives its year to later ones, a schoolhouse of 1883 does not."""
    head = ("Tours", "Welcome", "Guides")
    told = resolve(*head, "The schoolhouse of 1883 is open.", "Meet on July 9.", published=None)
    assert edtf(told[0]) == ["1883", None]
    told = resolve("参观", "欢迎", "导览", "1883年的校舍开放。", "7月9日集合。", published=None)
    assert edtf(told[0]) == ["1883", None]
    dated = resolve(*head, "We opened on May 3, 2024.", "Meet on July 9.", published=None)
    assert edtf(dated[0]) == ["2024-05-03", "2024-07-09"]
