"""Tags, entities and Markdown signs."""

from __future__ import annotations

import pytest

from timeline.read.markup import strip_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>于<b>5月3日</b>开幕</p>", "\n\n于5月3日开幕\n"),
        ("a&nbsp;&amp;&ldquo;b&rdquo; &#20116;", "a &“b” 五"),
        ("<h2>日程</h2>", "\n## 日程\n"),
        ("<tr>\n  <td>5日</td>\n  <td><p>开幕</p></td>\n</tr>", "\n  | 5日  |  开幕  \n"),
        ("| 5日 | 开幕<br>致辞 |", "| 5日 | 开幕 致辞 |"),
        ('报名{{< color "red" "改期" >}}{: .note}', "报名"),
        ("<td>5日</td><td>开幕</td>", " | 5日 | 开幕"),
        ("**粗**与_斜_和`码`", "粗与_斜_和`码`"),
        ('见[官网](https://example.org/a_(b)?c=1 "t")。', "见官网。"),
        ("<https://example.org> <ann@example.org>", "https://example.org ann@example.org"),
        ('| 江州 | {{< icon "camera" >}} |{{ page.url }}', "| 江州 |  |"),
        ("a < b and c > d, 3<4>2", "a < b and c > d, 3<4>2"),
        ("5 * 3 * 2 = 30", "5 * 3 * 2 = 30"),
        ("bayes_stat_2@example.org", "bayes_stat_2@example.org"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    """What is left is what a reader sees."""
    assert strip_markup(text)[0].text == plain


def test_hidden_parts_are_told() -> None:
    """Comments, scripts, images and code are left out, with the reason; an opening without end hides nothing."""
    text = "a<!-- x -->b<script>var d = 1;</script>c![alt](p.png)\n```\ncode\n```\nd<!-- e"
    mapped, dropped = strip_markup(text)
    assert mapped.text == "abc\n\nd<!-- e"
    assert [reason for _, _, reason in dropped] == ["comment", "script", "image", "code"]


def test_text_without_markup_is_itself() -> None:
    """A text without markup comes back as it is."""
    text = "第九届旧书市集 5 月 3 日开幕。"
    mapped, dropped = strip_markup(text)
    assert (mapped.text, mapped.raw, dropped) == (text, [0], [])
