"""Which proposed events the text bears out, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline as tl
from tests.extract.reports import dated

SIMPLIFIED = "由江州市文联主办的第五届江州诗歌节4月2日在江州剧院开幕。诗歌节期间将有十场朗诵。\n评委名单尚未公布。"
TRADITIONAL = "由江州市文聯主辦的第五屆江州詩歌節4月2日在江州劇院開幕。詩歌節期間將有十場朗誦。\n評委名單尚未公布。"
ENGLISH = "On April 2, the Harbour Poetry Festival opened in Leeds.\n\nThe jury of the festival has not been named."

CHINESE = {"title": "第五届江州诗歌节", "date": "2026-04-02", "quotation": "第五届江州诗歌节4月2日在江州剧院开幕"}
PRINTED = {"title": "第五屆江州詩歌節", "date": "2026-04-02", "quotation": "第五屆江州詩歌節4月2日在江州劇院開幕"}
LATIN = {
    "title": "Harbour Poetry Festival",
    "date": "2026-04-02",
    "quotation": "On April 2, the Harbour Poetry Festival opened",
}
WRITINGS = pytest.mark.parametrize(
    ("text", "claim"), [(SIMPLIFIED, CHINESE), (TRADITIONAL, PRINTED), (ENGLISH, LATIN)], ids=["hans", "hant", "en"]
)


def check(text: str, claim: dict[str, str], **changes: str | None) -> tl.ClaimCheck:
    """Return what a text says to a claim, some fields of it changed."""
    [found] = tl.verify_claims([tl.Claim.model_validate(claim | changes)], [dated(text)])
    return found


@WRITINGS
def test_a_claim_that_the_text_states_is_supported(text: str, claim: dict[str, str]) -> None:
    """Quotation, title and date stand there: the passage comes back at its offsets, with the date read."""
    found = check(text, claim)
    assert (found.supported, found.code) == (True, "supported")
    assert found.evidence is not None and found.when is not None
    assert text[found.evidence.start : found.evidence.end] == found.evidence.text == claim["quotation"]
    assert found.when.edtf == "2026-04-02"


@WRITINGS
def test_another_date_is_not_supported(text: str, claim: dict[str, str]) -> None:
    """The passage comes back with the date that the text gives."""
    found = check(text, claim, date="2026-04-03")
    assert (found.supported, found.code) == (False, "wrong-date")
    assert found.when is not None and found.when.start == "2026-04-02"
    assert found.evidence is not None and found.evidence.text == claim["quotation"]


@pytest.mark.parametrize(
    ("text", "claim", "quotation"),
    [
        (SIMPLIFIED, CHINESE, "第五届江州诗歌节4月2日在江州剧院隆重开幕"),
        (TRADITIONAL, PRINTED, "第五屆江州詩歌節將於4月2日舉行"),
        (ENGLISH, LATIN, "On April 2, the Harbour Poetry Festival was opened"),
    ],
)
def test_an_invented_quotation_is_not_supported(text: str, claim: dict[str, str], quotation: str) -> None:
    """A word more or less and it is no quotation."""
    found = check(text, claim, quotation=quotation)
    assert (found.supported, found.code, found.evidence) == (False, "not-in-text", None)


@pytest.mark.parametrize(
    ("text", "claim", "title"),
    [
        (SIMPLIFIED, CHINESE, "江州马拉松"),
        (SIMPLIFIED, CHINESE, "第六届江州诗歌节"),
        (TRADITIONAL, PRINTED, "江州國際書展"),
        (ENGLISH, LATIN, "Leeds Marathon"),
    ],
)
def test_a_quotation_about_something_else_is_not_supported(text: str, claim: dict[str, str], title: str) -> None:
    """The title has to be borne out, its edition too."""
    found = check(text, claim, title=title)
    assert (found.supported, found.code) == (False, "other-title")
    assert found.evidence is not None


@pytest.mark.parametrize(
    ("text", "title", "quotation"),
    [
        (SIMPLIFIED, "评委名单公布", "评委名单尚未公布"),
        (TRADITIONAL, "評委名單公布", "評委名單尚未公布"),
        (ENGLISH, "jury of the festival named", "The jury of the festival has not been named"),
    ],
)
def test_a_passage_without_a_date_supports_none(text: str, title: str, quotation: str) -> None:
    """Where no date goes with the words, none is believed."""
    found = check(text, CHINESE, title=title, quotation=quotation)
    assert (found.supported, found.code, found.when) == (False, "undated", None)


@WRITINGS
def test_without_a_quotation_the_events_found_are_asked(text: str, claim: dict[str, str]) -> None:
    """Title and date are looked up among the events of the articles."""
    found = check(text, claim, quotation=None)
    assert found.supported
    assert found.evidence is not None and text[found.evidence.start : found.evidence.end] == found.evidence.text
    assert check(text, claim, quotation=None, date="2026-05-02").code == "wrong-date"
    assert check(text, claim, quotation=None, title="河湾灯会 Lantern Night").code == "no-such-event"


def test_the_article_that_states_it_is_found() -> None:
    """Of two articles the one with the quotation is named; one that was not given is an error of the claim."""
    one, other = dated(SIMPLIFIED), dated(ENGLISH)
    claims = [tl.Claim.model_validate(claim) for claim in (CHINESE, LATIN)]
    checks = tl.verify_claims(claims, [one, other])
    assert [item.evidence and item.evidence.article for item in checks] == [one.id, other.id]
    assert checks == tl.verify_claims(claims, [other, one])
    elsewhere = [claims[0].model_copy(update={"article": id}) for id in (one.id, other.id, "no such")]
    assert [item.code for item in tl.verify_claims(elsewhere, [one, other])] == [
        "supported",
        "not-in-text",
        "no-such-article",
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "第五屆江州詩歌節４月２日在江州劇院開幕",
        "第五届江州诗歌节 4 月 2 日\n在江州剧院开幕",
        "\u3000第五届江州诗歌节4月2日在江州剧院开幕。",
    ],
)
def test_script_width_and_space_of_a_quotation_do_not_matter(quotation: str) -> None:
    """What differs in writing alone is the same quotation."""
    assert check(SIMPLIFIED, CHINESE, quotation=quotation).supported


def test_quotation_marks_are_all_alike() -> None:
    """Curly, straight and corner quotes say the same; wraps of the text are joined."""
    text = "3月6日，江州市茶业协会在云岭举行“一叶\n知春”主题推介会。"
    for quotation in ('举行"一叶知春"主题推介会', "举行「一叶知春」主题推介会", "举行『一叶知春』主题推介会"):
        found = check(text, {"title": "“一叶知春”主题推介会", "date": "2026-03-06", "quotation": quotation})
        assert found.supported and found.evidence is not None
        assert text[found.evidence.start : found.evidence.end] == "举行“一叶\n知春”主题推介会"


@pytest.mark.parametrize(
    ("date", "code"),
    [
        ("2026", "supported"),
        ("2026-03", "supported"),
        ("2026-03-13", "supported"),
        ("2026-03-13/2026-03-17", "supported"),
        ("2026-03/2026-03", "supported"),
        ("2026-03-13/2026-03-18", "wrong-date"),
        ("2026-03-17", "wrong-date"),
        ("2026-03-13T09:00", "finer-date"),
        ("2026-3-13", "bad-date"),
        ("March 13", "bad-date"),
        ("", "bad-date"),
        ("..", "bad-date"),
    ],
)
def test_a_date_is_compared_at_its_own_precision(date: str, code: str) -> None:
    """A coarser date is borne out by a finer one, never the other way."""
    claim = {"title": "河湾陶瓷展", "date": date, "quotation": "第三届河湾陶瓷展3月13日至17日在江州举行"}
    assert check("第三届河湾陶瓷展3月13日至17日在江州举行。", claim).code == code


def test_an_inherited_date_counts() -> None:
    """What happened at a meeting happened on its day."""
    text = "3月6日，第二届江州养老论坛在江州举行。会上，江州大学发布《江州养老报告》。"
    claim = {"title": "《江州养老报告》", "date": "2026-03-06", "quotation": "江州大学发布《江州养老报告》"}
    assert check(text, claim).supported
    assert check(text, claim, quotation="第二届江州养老论坛在江州举行", title="江州养老论坛").supported


def test_another_place_is_another_event() -> None:
    """Names that differ in a place alone are two."""
    text = "3月6日，绿色包装产业联盟采购经理人（华北）俱乐部在江州成立。"
    claim = {"title": "绿色包装产业联盟采购经理人（华北）俱乐部", "date": "2026-03-06", "quotation": text}
    assert check(text, claim).supported
    assert check(text, claim, title="绿色包装产业联盟采购经理人（华南）俱乐部").code == "other-title"


def test_a_name_takes_the_date_of_its_event() -> None:
    """A quotation that only names what the article dates elsewhere is dated by it."""
    text = "第二届江州养老论坛侧记\n\n3月6日，第二届江州养老论坛在江州举行。"
    claim = {"title": "第二届江州养老论坛", "date": "2026-03-06", "quotation": "第二届江州养老论坛侧记"}
    assert check(text, claim).supported
    assert check(text, claim, date="2026-03-07").code == "wrong-date"


def test_a_year_in_a_name_leaves_the_day_to_the_sentence() -> None:
    """What the sentence says beside a quotation counts where that holds no finer date."""
    claim = {"title": "2026江州灯会", "date": "2026-03-06", "quotation": "2026江州灯会"}
    assert check("3月6日晚，市民期盼的2026江州灯会亮灯。", claim).supported


def test_a_deadline_is_its_last_day() -> None:
    """An open time is compared by the side that it states."""
    claim = {"title": "报名截止", "date": "2026-04-30", "quotation": "报名截止日期：2026年4月30日"}
    assert check("报名截止日期：2026年4月30日", claim).supported


def test_more_than_a_clause_is_no_quotation() -> None:
    """Whoever quotes a page has shown nothing."""
    assert check("江州诗歌节4月2日开幕。" * 60, CHINESE, quotation="江州诗歌节4月2日开幕。" * 60).code == "too-long"


ODD = st.text(
    st.sampled_from("第五届十百零江州诗歌节4月2日()“《》」'\" \n\u3000\u200b\ufeffßİ²Ⅷa.-/~%T:0"), max_size=40
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    title=ODD, date=ODD | st.sampled_from(["2026", "2026-04-02/..", "9999-99-99", "0000"]), quotation=ODD | st.none()
)
def test_no_claim_is_too_odd(title: str, date: str, quotation: str | None) -> None:
    """Whatever is claimed, there is an answer, and evidence stands in the text."""
    found = check(SIMPLIFIED, {"title": title, "date": date}, quotation=quotation)
    assert found.supported == (found.code == "supported")
    if found.evidence is not None:
        assert SIMPLIFIED[found.evidence.start : found.evidence.end] == found.evidence.text
