"""Lines of a page that say when it appeared and who made it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.model.article import StampKind
from timeline.read.moments import CLOCK, DATE, MOMENT, WEEKDAY

LONGEST = 240
"""A longer paragraph is prose, whatever it begins with."""


@dataclass(slots=True)
class Masthead:
    """What a line says about the page; positions count in the line."""

    stamps: list[tuple[StampKind, int, int]] = field(default_factory=list)
    """Kind and range of every moment."""
    publisher: str | None = None
    """Who published it, as folded."""
    start: int = 0
    """Where the masthead begins; before it stands a title."""
    end: int = 0
    """Where it ends; after it stands text."""
    place: str | None = None
    """The city of a dateline."""
    item: bool = False
    """Whether it heads one of several items (`Publisher· 2026-01-19 22:10`, 本报讯)."""


def read_masthead(view: str, *, top: bool, below: bool = False) -> Masthead | None:
    """Return what a folded line says about the page, or None for a line of the article itself.

    Args:
        top: Whether nothing of the article but its title stands before; a bare date is a masthead only there.
        below: Whether the line before is a masthead; then 时间 and the like are labels of one, too.
    """
    dated = _may_hold_date().search(view) is not None
    if top and dated and (headed := _headed_text().match(view)):
        return Masthead([("header", *headed.span("moment"))], end=headed.end())
    if len(view) > LONGEST:
        return None
    if dated and (named := _named_item().fullmatch(view)):
        publisher = _written_by().sub("", named["publisher"]) or None
        return Masthead([("header", *named.span("moment"))], publisher, end=len(view), item=True)
    if top and is_moment(view):
        return Masthead([("header", 0, len(view))], end=len(view))
    found = _read_fields(view, below=below) or (_read_page_head(view) if top and dated else None)
    return found or (_read_byline(view) if _byline().fullmatch(view) else None)


def _read_byline(view: str) -> Masthead:
    """Return what a byline says: By Ann Cole, October 5, 2026."""
    return Masthead([("header", *moment.span()) for moment in _moment().finditer(view)], end=len(view))


def _read_page_head(view: str) -> Masthead | None:
    """Return what a line with a date says that only the top of a page may hold."""
    if dated := _issue_line().fullmatch(view) or _posted_line().fullmatch(view):
        return Masthead([("header", *dated.span("moment"))], end=len(view))
    if issued := _outlet_line().fullmatch(view) or _dated_line().fullmatch(view):
        return Masthead([("header", *issued.span("moment"))], issued["publisher"], end=len(view))
    if signed := _signed_line().fullmatch(view):
        moment = "moment" if signed["moment"] else "posted"
        return Masthead([("header", *signed.span(moment))], end=len(view))
    titled = _titled_moment().fullmatch(view) or _periodical().fullmatch(view)
    if titled is None:
        return None
    title = view[: titled.start("moment")].rstrip(" #·|(—–-")
    return Masthead([("header", *titled.span("moment"))], start=len(title), end=len(view))


def is_moment(view: str) -> bool:
    """Return whether a folded line is nothing but a full date, perhaps with a clock."""
    return len(view) <= LONGEST and bool(_may_hold_date().search(view)) and bool(_bare_moment().fullmatch(view))


def names_issue(view: str) -> bool:
    """Return whether a folded line is the title of an issue with its day: 织造周报#12 - 2026年3月9日."""
    return len(view) <= LONGEST and bool(_may_hold_date().search(view)) and bool(_periodical().fullmatch(view))


def _read_fields(view: str, *, below: bool) -> Masthead | None:
    """Return what the labelled fields of a line say, or None where labels do not fill it."""
    if "。" in view or not _may_hold_fields().search(view):
        return None
    fields = list(_field().finditer(view))
    roles = {match.lastgroup for match in fields}
    if not roles - {None if below else "dated", None} or not _before_fields().fullmatch(view, 0, fields[0].start()):
        return None
    found = Masthead(end=len(view))
    stops = [*(match.start() for match in fields[1:]), len(view)]
    for kind, start, end in _moments_of(view, fields, stops):
        found.stamps.append((kind, start, end))
    for match, stop in zip(fields, stops, strict=True):
        value = view[match.end() : stop].strip(" -|/,;()")
        if match.lastgroup == "publisher" and value:
            found.publisher = re.split(rf"\s(?={DATE})", value)[0]
        if match.lastgroup in ("publisher", "byline") and len(value) > 60:
            return None
        if match.lastgroup in ("published", "updated") and value and not _moment().match(value):
            return None
    return found


def _moments_of(view: str, fields: list[re.Match[str]], stops: list[int]) -> list[tuple[StampKind, int, int]]:
    """Return the moments in a line of fields; one under the label of a change is an update."""
    found: list[tuple[StampKind, int, int]] = []
    for moment in _moment().finditer(view):
        owner = next(
            (match for match, stop in zip(fields, stops, strict=True) if match.start() < moment.start() < stop), None
        )
        found.append(("update" if owner and owner.lastgroup == "updated" else "header", *moment.span()))
    return found


@cache
def _may_hold_date() -> re.Pattern[str]:
    """What every full date has; looked for first, since most lines have none."""
    return re.compile("[0-9年]")


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(MOMENT)


@cache
def _bare_moment() -> re.Pattern[str]:
    return re.compile(rf"[\s(\[]*{MOMENT}[\s)\]]*(?:(?:发表|发布|刊登|刊发|刊出|更新|上传)\s?)?")


@cache
def _issue_line() -> re.Pattern[str]:
    """The head of an issue: 江城早报 2026年3月6日 星期五, 江城日报 2026-03-06 第A02版."""
    page = r"\(?第?\s?[A-Z]?[0-9]{1,3}\s?版\S{0,12}|[A-Z]{1,2}[0-9]{1,3}"
    issue = rf"(?:{WEEKDAY}|农历\S{{2,12}}|{page}|第\s?[0-9]{{1,6}}\s?期)"
    return re.compile(rf"[^。,;:0-9—~至-]{{2,24}}?[\s/|]{{0,3}}(?P<moment>{DATE})(?:[\s/|,]{{0,3}}{issue}){{1,4}}")


@cache
def _posted_line() -> re.Pattern[str]:
    """Who posted it, when and where: 原创 小满 江城发布 2026年4月20日 10:00 江城."""
    return re.compile(
        rf"(?:(?:原创|转载|转自)\s?[^。]{{0,60}}?|[^。\s]{{0,8}}\s?)(?P<moment>{DATE}{CLOCK})(?:\s\S{{1,12}})?"
    )


@cache
def _outlet_line() -> re.Pattern[str]:
    """Who published it and when: 鹭江新闻网 2026年6月10日, Harbour Daily, 10 June 2026."""
    outlet = rf"[^。,;:!?0-9]{{0,30}}(?:{layout_pattern('outlet')})"
    return re.compile(rf"(?P<publisher>{outlet})[\s,|]{{0,4}}(?P<moment>{MOMENT})", re.IGNORECASE)


@cache
def _signed_line() -> re.Pattern[str]:
    """When it was posted and by which author: March 2, 2026 | By Ann Marsh | Post a Comment; .. post:: March 2."""
    author = r"(?:[Pp]osted )?[Bb]y [A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20}){0,3}"
    said = r"(?:[\s,|·-]{1,4}[A-Za-z0-9][A-Za-z0-9 ]{2,24}){0,3}"
    directive = rf"\.\. (?:post|date)::\s?(?P<posted>{MOMENT})"
    return re.compile(rf"(?P<moment>{MOMENT})[\s,|·-]{{1,4}}{author}{said}|{directive}")


@cache
def _dated_line() -> re.Pattern[str]:
    """When it was published, then by whom, how often read, when changed: 2026-06-10 鹭江晚报 作者/小满."""
    address = r"https?://[a-z0-9./-]{4,60}\s{1,4}"
    outlet = rf"(?P<publisher>[^。,;:!?0-9]{{0,30}}(?:{layout_pattern('outlet')}))"
    byline = rf"(?:{layout_pattern('byline')}\s?[/:]|记者|通讯员)\s?[^\s。,;:]{{1,12}}(?:\s?报[道导])?"
    counted = rf"\S{{0,2}}{layout_pattern('count')}\s?:?\s?[(0-9][^\s。,;]{{0,12}}"
    changed = rf"\([0-9/ :-]{{4,20}}\s?{layout_pattern('updated')}\)"
    return re.compile(
        rf"(?:{address}|[(\[])?(?P<moment>{MOMENT})(?:[\s,|]{{1,6}}{outlet})?(?:[\s,|]{{0,6}}(?:{byline}|{counted}|{changed})){{0,3}}[)\]]?",
        re.IGNORECASE,
    )


@cache
def _titled_moment() -> re.Pattern[str]:
    return re.compile(rf"[^。]{{6,120}}?\s(?P<moment>{DATE}{CLOCK})")


@cache
def _periodical() -> re.Pattern[str]:
    """The title of an issue and its day: 织造周报#12 - 2026年3月9日, Loom Weekly, 9 March 2026."""
    names = layout_pattern("periodical")
    number = r"(?:\s?(?:#|No\.?|Issue|第|总第)?\s?[0-9]{1,5}\s?期?)?"
    return re.compile(rf"[^。]{{0,60}}?(?:{names}){number}[\s,·|(—–-]{{1,3}}(?P<moment>{DATE})[)\s]?", re.IGNORECASE)


@cache
def _named_item() -> re.Pattern[str]:
    """`Publisher· 2026-01-19 22:10`."""
    return re.compile(rf"(?P<publisher>[^。·•|]{{2,60}}?)\s?[·•|]\s?(?P<moment>{MOMENT})")


@cache
def _written_by() -> re.Pattern[str]:
    """The name of a person before that of the paper."""
    return re.compile(r"^By [^,]{2,40}(?:, |$)")


@cache
def _headed_text() -> re.Pattern[str]:
    """A labelled date on the same line as the text after it."""
    labels = f"(?:{layout_pattern('published')}|{layout_pattern('dated')})"
    return re.compile(rf"{labels}\s?:?\s?(?P<moment>{MOMENT})\s(?=.{{40}})", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    """The label of a field with its colon; before a date the colon may be missing."""
    bordered = r"(?:(?<=^)|(?<=[\s|/()\[\]0-9年月日号]))"
    moments = "|".join(f"(?P<{role}>{layout_pattern(role)})" for role in ("published", "updated"))
    others = "|".join(f"(?P<{role}>{layout_pattern(role)})" for role in ("publisher", "byline", "count", "dated"))
    return re.compile(
        rf"{bordered}(?:(?:{moments})\s?(?::|(?=\s?{MOMENT}))|(?:{others})\s?(?::|/(?=\S)))\s?", re.IGNORECASE
    )


@cache
def _may_hold_fields() -> re.Pattern[str]:
    """What every line of fields has: a colon, a slash, or a year. Looked for first, since labels are many."""
    return re.compile(r"[:/]|(?:19|20)[0-9]{2}")


@cache
def _before_fields() -> re.Pattern[str]:
    """What may stand before the first field: nothing, a moment, or a short name."""
    return re.compile(rf"[\s(\[|]*(?:{MOMENT}|[^\s,:;!?、]{{2,24}})?[\s|/]*")


@cache
def _byline() -> re.Pattern[str]:
    """A line that only says who wrote."""
    return re.compile(
        r"(?:By|Text by|Story by) [A-Z][\w.'-]{0,20}(?: (?:and |& )?[A-Z][\w.'-]{0,20}){1,5}(?:,? [\w .,|-]{0,60})?"
        rf"|(?:{layout_pattern('agency')}\s?[/|]\s?)\S{{2,8}}\s{{0,2}}\S{{0,6}}报[导道]"
        r"|[(]?(?:本报|本网|实习|见习)?(?:记者|通讯员)[\s:/]?[^。,:;]{2,30}[)]?(?:\s?(?:报道|报导|文|摄影|摄|/文|文/图))?"
    )
