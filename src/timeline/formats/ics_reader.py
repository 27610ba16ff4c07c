"""iCalendar in (RFC 5545): our own files without loss, files of others as well as they can be.

Structure first, meaning second. Lines may end in LF, folds may cut characters, zones may be undefined or have Windows
names: each costs an issue. An event that makes no sense costs itself. Rules of recurrence are not followed: the first
occurrence is the event, and an issue says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from timeline.errors import FormatError
from timeline.formats.carrier import restore
from timeline.formats.content_line import CONTROLS
from timeline.formats.ics_times import read_duration, read_moment, time_lines
from timeline.formats.zone import zone_names
from timeline.model import CORE_KINDS, ArticleInfo, Event, Evidence, Issue, Place, TimelineRecord, When

LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;]*))*):(.*)', re.DOTALL)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
OURS = re.compile("X-TIMELINE-|X-WR-CALNAME|X-PUBLISHED-TTL")
"""X- properties that we write ourselves."""

LARGEST = 2**31 - 1
"""The largest INTEGER (3.3.8)."""

EPOCH = "1970-01-01T00:00:00Z"


class Line(NamedTuple):
    """One content line."""

    name: str
    """Upper case."""
    params: dict[str, str]
    """Parameters by upper-case name, without quotes."""
    value: str
    """The value, still escaped."""
    start: int
    """Where the line stands in the text."""
    end: int
    """One past its last character, folds included, line end not."""
    whole: str
    """The line unfolded."""

    @property
    def text(self) -> str:
        """The value as TEXT (3.3.11)."""
        return ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)


def read(data: bytes, source: str) -> TimelineRecord:
    """Return the events of a calendar.

    Raises:
        FormatError: It is no iCalendar.
    """
    text, issues = _decode(data, source)
    lines = list(_lines(text))
    if not any(line.name == "BEGIN" and line.value.upper() == "VCALENDAR" for line in lines):
        raise FormatError("not a calendar: BEGIN:VCALENDAR is missing", source=source)
    reader = _Reader(text, source, issues)
    depth: list[str] = []
    entry: dict[str, Line] = {}
    extensions: list[str] = []
    for line in lines:
        if line.name == "BEGIN":
            depth.append(line.value.upper())
            if depth[-1] == "VEVENT":
                entry, extensions = {"BEGIN": line}, []
        elif line.name == "END":
            if depth and depth.pop() == "VEVENT":
                reader.add_event(entry, extensions)
        elif depth == ["VCALENDAR"]:
            reader.add_property(line)
        elif depth and depth[-1] == "VEVENT":
            entry.setdefault(line.name, line)
            extensions += _foreign(line)
        elif depth and depth[-1] == "VTIMEZONE" and line.name == "TZID":
            reader.defined.add(line.text)
    return reader.record()


def _decode(data: bytes, source: str) -> tuple[str, list[Issue]]:
    """Return the text with LF line ends and folds between characters, and what was wrong with it."""
    issues = []
    whole = re.sub(rb"\r\n?|\n", b"\n", data.removeprefix(b"\xef\xbb\xbf"))
    if b"\r\n" not in data and b"\n" in data:
        issues.append(Issue(code="line-ends", message="lines end in LF, not CR LF", source=source))
    healed = re.sub(rb"([\xc0-\xff][\x80-\xbf]*)\n[ \t](?=[\x80-\xbf])", rb"\1", whole)
    if healed != whole:
        issues.append(Issue(code="broken-fold", message="lines are folded inside characters", source=source))
    try:
        return healed.decode(), issues
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; what cannot be read is replaced"
        return healed.decode(errors="replace"), [*issues, Issue(code="not-utf8", message=message, source=source)]


def _lines(text: str) -> Iterator[Line]:
    """Yield the content lines, unfolded; what is none is passed over."""
    start = 0
    for piece in re.split(r"\n(?![ \t])", text):
        match = LINE.fullmatch(re.sub(r"\n[ \t]", "", piece).rstrip("\n"))
        if match:
            params = (part.partition("=") for part in re.findall(r';((?:"[^"]*"|[^";])*)', match[2]))
            named = {name.upper(): value.strip('"') for name, _, value in params}
            yield Line(match[1].upper(), named, match[3], start, start + len(piece), match[0])
        start += len(piece) + 1


def _foreign(line: Line) -> Iterator[str]:
    """Yield the line where it is an X- property of another program, without control characters."""
    if line.name.startswith("X-") and not OURS.match(line.name):
        yield CONTROLS.sub("", line.whole)


class _Reader:
    """Gathers what a calendar holds."""

    def __init__(self, text: str, source: str, issues: list[Issue]) -> None:
        self.text, self.source, self.issues = text, source, issues
        self.name = ""
        self.articles: dict[str, ArticleInfo] = {}
        self.events: dict[str, Event] = {}
        self.defined: set[str] = set()
        self.extensions: list[str] = []
        self.file = ArticleInfo(id=sha256(text.encode()).hexdigest()[:24], source=source, start=0, end=len(text))

    def add_property(self, line: Line) -> None:
        """Take in a property of the calendar."""
        if line.name in ("NAME", "X-WR-CALNAME"):
            self.name = self.name or line.text
        elif line.name == "X-TIMELINE-ARTICLE":
            try:
                article = ArticleInfo.model_validate_json(line.text)
                self.articles[article.id] = article
            except ValueError:
                self._issue("bad-article", "an article of this calendar cannot be read", line)
        self.extensions += _foreign(line)

    def add_event(self, entry: Mapping[str, Line], extensions: list[str]) -> None:
        """Take in an event; the first of an id stays."""
        try:
            event = self._event(entry, tuple(extensions))
        except (ValueError, OverflowError) as error:
            reason = str(error).splitlines()[0]
            self._issue("bad-event", f"an event cannot be read and is left out: {reason}", entry["BEGIN"])
            return
        if self.events.setdefault(event.id, event) is not event:
            self._issue("event-twice", f"the id {event.id!r} stands twice; the first is kept", entry["BEGIN"])

    def record(self) -> TimelineRecord:
        """Return what was gathered."""
        cited = {passage.article for event in self.events.values() for passage in event.evidence}
        if self.file.id in cited:
            self.articles[self.file.id] = self.file.model_copy(update={"title": self.name or None})
        return TimelineRecord(
            name=self.name,
            articles=tuple(self.articles.values()),
            events=tuple(self.events.values()),
            issues=tuple(self.issues),
            extensions=tuple(self.extensions),
        )

    def _event(self, entry: Mapping[str, Line], extensions: tuple[str, ...]) -> Event:
        visible = {**self._visible(entry), "extensions": extensions}
        description = entry["DESCRIPTION"].text if "DESCRIPTION" in entry else ""
        if "X-TIMELINE-EVENT" not in entry:
            return self._foreign(entry, visible)
        try:
            event = restore(entry["X-TIMELINE-EVENT"].text, visible, description)
        except (ValueError, KeyError, TypeError, AttributeError):
            self._issue(
                "changed-elsewhere", "what we wrote about an event was changed; it is read as another's", entry["BEGIN"]
            )
            return self._foreign(entry, visible)
        return self._as_moved(event, entry)

    def _as_moved(self, event: Event, entry: Mapping[str, Line]) -> Event:
        """Return our event, at the time it was moved to by a person with another program.

        Some programs add an end to what has none, which is no move.
        """
        written = [line.partition(":")[2] for line in time_lines(event.when)]
        found = [entry[name].value for name in ("DTSTART", "DTEND") if name in entry]
        if written == found[: len(written)]:
            return event
        self._issue("changed-elsewhere", f"{event.title!r} was moved with another program", entry["BEGIN"])
        return event.model_copy(update={"when": self._when(entry), "edited": tuple(sorted({*event.edited, "date"}))})

    def _visible(self, entry: Mapping[str, Line]) -> dict[str, Any]:
        """Return the fields of an event that properties hold."""
        kind = entry["CATEGORIES"].text if "CATEGORIES" in entry else "other"
        sequence = entry["SEQUENCE"].value if "SEQUENCE" in entry else "0"
        if "UID" not in entry:
            raise ValueError("it has no UID")
        return {
            "id": entry["UID"].text,
            "title": entry["SUMMARY"].text if "SUMMARY" in entry else "",
            "kind": kind,
            "part_of": entry["RELATED-TO"].text if "RELATED-TO" in entry else None,
            "sequence": min(int(sequence[:10]), LARGEST) if sequence.isascii() and sequence.isdigit() else 0,
            "updated": _updated(entry.get("LAST-MODIFIED") or entry.get("DTSTAMP")),
        }

    def _foreign(self, entry: Mapping[str, Line], visible: dict[str, Any]) -> Event:
        """Return an event of another program; its SUMMARY is the evidence."""
        line = entry.get("SUMMARY") or entry["BEGIN"]
        if "RRULE" in entry or "RDATE" in entry:
            self._issue("recurrence", "only the first occurrence of a repeated event is read", line)
        kind = visible["kind"].lower()
        end = min(line.end, line.start + 300)
        cancelled = "STATUS" in entry and entry["STATUS"].value.upper() == "CANCELLED"
        return Event(
            **{**visible, "kind": kind if kind in CORE_KINDS else "other"},
            status="cancelled" if cancelled else "scheduled",
            confidence=1.0,
            when=self._when(entry),
            place=Place(name=entry["LOCATION"].text) if entry.get("LOCATION") and entry["LOCATION"].value else None,
            evidence=(Evidence(article=self.file.id, start=line.start, end=end, text=self.text[line.start : end]),),
        )

    def _when(self, entry: Mapping[str, Line]) -> When:
        """Return the time of DTSTART with DTEND or DURATION, whose end iCalendar does not count in."""
        if "DTSTART" not in entry:
            raise ValueError("it has no DTSTART")
        begin = read_moment(entry["DTSTART"].value)
        stop = read_moment(entry["DTEND"].value) if "DTEND" in entry else None
        if stop is None and "DURATION" in entry:
            stop = begin + read_duration(entry["DURATION"].value)
        if isinstance(begin, datetime):
            later = stop if isinstance(stop, datetime) and stop > begin else None
            return When.model_validate(
                {
                    "start": begin.isoformat(timespec="minutes"),
                    "end": later.isoformat(timespec="minutes") if later else None,
                    "precision": "minute",
                    "zone": self._zone(entry["DTSTART"]),
                }
            )
        last = stop - timedelta(days=1) if stop else begin
        end = last.isoformat()[:10] if last > begin else None
        return When.model_validate({"start": begin.isoformat(), "end": end, "precision": "day"})

    def _zone(self, line: Line) -> str | None:
        """Return the zone database name of a time; floating and unknown zones are None."""
        if line.value.endswith("Z"):
            return "UTC"
        name = line.params.get("TZID", "")
        known = WINDOWS_TO_OLSON.get(name) or _plain_name(name)
        if name in WINDOWS_TO_OLSON:
            self._issue("windows-zone", f"the zone {name!r} is read as {known!r}", line)
        elif name and name not in self.defined:
            self._issue("undefined-zone", f"the zone {name!r} is not defined in the file", line)
        if known in zone_names():
            return known
        self._issue("unknown-zone", f"the time of an event has no known zone ({name!r})", line)
        return None

    def _issue(self, code: str, message: str, line: Line) -> None:
        self.issues.append(Issue(code=code, message=message, source=self.source, start=line.start, end=line.end))


def _plain_name(name: str) -> str:
    """Return a zone name without the path that some programs put before it: `/example.org/20260101/Asia/Shanghai`."""
    parts = name.split("/")
    tails = ("/".join(parts[-count:]) for count in range(min(MOST_PARTS, len(parts)), 0, -1))
    return next((tail for tail in tails if tail in zone_names()), name)


MOST_PARTS = 3
"""Parts of a name in the zone database: `America/Argentina/Salta`."""


def _updated(line: Line | None) -> str:
    """Return a stamp as UTC time; the epoch where it is none."""
    try:
        moment = datetime.strptime(line.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if line else None
    except ValueError:
        moment = None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else EPOCH
