"""What files call the things they say of an article: front matter, records of a corpus."""

from __future__ import annotations

TITLE = ("title", "headline", "标题", "標題", "题目", "題目")
PUBLISHED = (
    *("date", "published", "datepublished", "pubdate", "publishdate", "publishtime", "publishedat", "createdat"),
    *("created", "发布时间", "發布時間", "发布日期", "發布日期", "发表时间", "發表時間", "日期", "时间", "時間"),
)
UPDATED = ("updated", "modified", "datemodified", "lastmod", "lastmodifiedat", "updatedat", "更新时间", "更新時間")
PUBLISHER = ("publisher", "source", "site", "sitename", "organization", "media", "来源", "來源", "媒体", "媒體")
ADDRESS = ("url", "link", "canonical", "canonicalurl", "sourceurl", "链接", "連結", "网址", "網址")
RELEASED = ("publishdate", "published", "publishedat", "datepublished", "pubdate", "created", "createdat", "posted")
"""Names of publication that no event's date has."""
EVENT_START = (
    "startdate",
    "start",
    "eventdate",
    "eventstart",
    "datestart",
    "dtstart",
    "startsat",
    "starttime",
    "begin",
)
EVENT_END = ("enddate", "end", "eventend", "dateend", "dtend", "endsat", "endtime", "until")
PLACE = ("location", "venue", "place", "where", "地点", "地點", "會場", "会场")
ORGANIZER = (
    "organizer",
    "organiser",
    "organizers",
    "organisers",
    "host",
    "hosts",
    "主办",
    "主辦",
    "主办单位",
    "主辦單位",
)
TEXT = ("text", "body", "content", "articlebody", "fulltext", "article", "正文", "内容", "內容", "全文")

NAMES = {
    "text": TEXT,
    "title": TITLE,
    "published": PUBLISHED,
    "updated": UPDATED,
    "publisher": PUBLISHER,
    "url": ADDRESS,
}
"""Name in `timeline.model.options.FIELDS` → what it is usually called, the likeliest first, as `bare_name` gives it."""


def bare_name(name: str) -> str:
    """Return the name of a field in lower case without signs between its words: `publish_date` is `publishdate`."""
    return "".join(character for character in name.lower() if character.isalnum())
