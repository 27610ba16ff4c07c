"""The collection that users hold: events in order of time, with queries, over a plain record."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from timeline.edits import Edit, apply_edits, read_edits
from timeline.errors import OptionError
from timeline.formats.files import format_of, read_file, write_whole
from timeline.formats.options import WriteOptions
from timeline.history import Change, carry, compare, unite
from timeline.merge.order import order_key
from timeline.model import ArticleInfo, Event, Issue, Status, TimelineRecord
from timeline.query import Moment, contains, days_of, is_over, moment_of, texts_of

if TYPE_CHECKING:
    from icalendar import Calendar

    from timeline.formats.split import Split


class Timeline(Sequence[Event]):
    """Events in order of time, with their articles, the candidates below the threshold and the issues met.

    Order is by earliest day, latest day, precision from coarse to fine, id. A selection (a slice, a query) holds the
    events and candidates chosen and all articles and issues; events keep the id of a parent that is left out.

    Examples:
        >>> from timeline.model import Event, Evidence, When
        >>> event = Event(
        ...     id="1",
        ...     title="Open day",
        ...     confidence=0.9,
        ...     when=When(start="2026-03-13", precision="day"),
        ...     evidence=(Evidence(article="a", start=0, end=4, text="Open"),),
        ...     updated="2026-03-01T00:00:00Z",
        ... )
        >>> line = Timeline.of([event], name="Town")
        >>> [event.title for event in line.between("2026-03", "2026")]
        ['Open day']
    """

    def __init__(self, record: TimelineRecord | None = None) -> None:
        record = record or TimelineRecord()
        self.record = record.model_copy(
            update={
                "events": tuple(sorted(record.events, key=_order)),
                "candidates": tuple(sorted(record.candidates, key=_order)),
                "articles": tuple(sorted(record.articles, key=lambda article: article.id)),
                "issues": tuple(sorted(dict.fromkeys(record.issues), key=_issue_order)),
            }
        )
        """The timeline as plain data, in order."""

    @classmethod
    def of(
        cls,
        events: Iterable[Event],
        *,
        name: str = "",
        articles: Iterable[ArticleInfo] = (),
        candidates: Iterable[Event] = (),
        issues: Iterable[Issue] = (),
    ) -> Timeline:
        """Return a timeline of the given parts, in any order."""
        return cls(
            TimelineRecord(
                name=name,
                events=tuple(events),
                articles=tuple(articles),
                candidates=tuple(candidates),
                issues=tuple(issues),
            )
        )

    @property
    def name(self) -> str:
        """Name of the timeline, shown by calendars."""
        return self.record.name

    @property
    def events(self) -> tuple[Event, ...]:
        """Events at or above the threshold."""
        return self.record.events

    @property
    def candidates(self) -> tuple[Event, ...]:
        """Events below the threshold, not written to calendars."""
        return self.record.candidates

    @property
    def articles(self) -> tuple[ArticleInfo, ...]:
        """The articles read, by id."""
        return self.record.articles

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Doubts met on the way, by source and place."""
        return self.record.issues

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Timeline: ...
    def __getitem__(self, index: int | slice) -> Event | Timeline:
        if isinstance(index, slice):
            return Timeline(self.record.model_copy(update={"events": self.events[index]}))
        return self.events[index]

    def __eq__(self, other: object) -> bool:
        return self.record == other.record if isinstance(other, Timeline) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.record)

    def __repr__(self) -> str:
        return f"<Timeline {self.name!r}: {len(self)} events, {len(self.articles)} articles, {len(self.issues)} issues>"

    def __add__(self, other: Timeline) -> Timeline:
        """Return the union by id; of two states of one event the newer stays, with the evidence of both.

        An event of one and candidate of the other is an event. The name is the left one's, where it has one.
        """
        if not isinstance(other, Timeline):
            return NotImplemented
        return Timeline(unite([self.record, other.record]))

    def update(self, previous: Timeline) -> Timeline:
        """Return this timeline as the continuation of a previous one.

        An event that is recognised keeps its id and its edits; its `sequence` rises by one exactly where date, place or
        status change; of two states the one with the newer report is believed, and what that leaves open or vague is
        filled from the other. What only the previous one holds stays as it was. The same update again changes no event;
        issues are those of this timeline and of the update.

        Examples:
            >>> from timeline.model import Event, Evidence, When
            >>> def report(article, day, **fields):
            ...     passage = Evidence(article=article, start=0, end=4, text="Fair")
            ...     when = When(start=day, precision="day")
            ...     return Event(title="Harbour Book Fair", confidence=0.9, when=when, evidence=(passage,), **fields)
            >>> first = Timeline.of([report("a", "2026-03-13", id="1", updated="2026-03-01T00:00:00Z")])
            >>> moved = report("b", "2026-03-20", id="2", updated="2026-03-09T00:00:00Z", previous=(first[0].when,))
            >>> (event,) = Timeline.of([moved]).update(first)
            >>> event.id, event.when.edtf, event.sequence, [when.edtf for when in event.previous]
            ('1', '2026-03-20', 1, ['2026-03-13'])
        """
        return Timeline(carry(self.record, previous.record))

    def diff(self, other: Timeline) -> tuple[Change, ...]:
        """Return what came, changed and went on the way from this timeline to the other, by id.

        Candidates are not looked at; how a time or a place was read is no change.
        """
        return compare(self.record, other.record)

    def select(self, is_wanted: Callable[[Event], bool]) -> Timeline:
        """Return the events and candidates for which `is_wanted` holds."""
        chosen = {
            "events": tuple(filter(is_wanted, self.events)),
            "candidates": tuple(filter(is_wanted, self.candidates)),
        }
        return Timeline(self.record.model_copy(update=chosen))

    def between(self, first: Moment | None = None, last: Moment | None = None) -> Timeline:
        """Return events that may lie between two years, months or days, both included; None leaves a side open.

        An event belongs when its earliest to latest day overlaps: "March 2026" may lie between 10 and 20 March.

        Raises:
            OptionError: A bound is no year, month or day, or the first is after the last.
        """
        low = days_of(first)[0] if first is not None else date.min
        high = days_of(last)[1] if last is not None else date.max
        if high < low:
            raise OptionError(f"the first bound {first!r} is after the last {last!r}")
        return self.select(lambda event: event.when.earliest <= high and event.when.latest >= low)

    def on(self, day: Moment) -> Timeline:
        """Return events that may lie on a day (or in a month or year)."""
        return self.between(day, day)

    def upcoming(self, now: Moment) -> Timeline:
        """Return events that are not over at `now` and not cancelled.

        Args:
            now: A day, or a moment; an aware one is taken into the zone of each event that has one. Given by the
                caller: the machine's clock is never read.
        """
        moment = moment_of(now)
        return self.select(lambda event: event.status != "cancelled" and not is_over(event, moment))

    def of_kind(self, *kinds: str) -> Timeline:
        """Return events of any of the kinds."""
        return self.select(lambda event: event.kind in kinds)

    def with_status(self, *statuses: Status) -> Timeline:
        """Return events of any of the statuses."""
        return self.select(lambda event: event.status in statuses)

    def at_place(self, name: str) -> Timeline:
        """Return events whose place contains `name`; width, case and script do not matter."""
        return self.select(lambda event: event.place is not None and contains([event.place.name], name))

    def by_organizer(self, name: str) -> Timeline:
        """Return events with an organizer that contains `name`; width, case and script do not matter."""
        return self.select(lambda event: contains([organizer.name for organizer in event.organizers], name))

    def matching(self, text: str) -> Timeline:
        """Return events that say `text` in title, aliases, theme, place, organizers or evidence.

        Width, case and simplified or traditional script do not matter.
        """
        return self.select(lambda event: contains(texts_of(event), text))

    def split(self, by: Split) -> dict[str, Timeline]:
        """Return the timeline in parts by label: each year, or numbered parts whose calendar stays below a megabyte."""
        from timeline.formats.split import split_record

        return {label: Timeline(part) for label, part in split_record(self.record, by)}

    def edit(self, edits: str | os.PathLike[str] | Mapping[str, Edit]) -> Timeline:
        """Return the timeline with changes made by hand, which the events name in `edited`.

        They are kept by later updates; `sequence` rises as it does there. Editing twice changes nothing.

        Args:
            edits: A TOML file of edits, or the edits by id. One whose event is not there becomes an issue.
        Raises:
            OptionError: The file cannot be read or sets something wrong.

        Examples:
            >>> from timeline.model import Event, Evidence, When
            >>> passage = Evidence(article="a", start=0, end=4, text="Fair")
            >>> when = When(start="2026-03-13", precision="day")
            >>> fair = Event(
            ...     id="1", title="Fair", confidence=0.9, when=when, evidence=(passage,), updated="2026-03-01T00:00:00Z"
            ... )
            >>> (event,) = Timeline.of([fair]).edit({"1": Edit(title="Spring fair", place="Pier")})
            >>> event.title, event.aliases, event.sequence, event.edited
            ('Spring fair', ('Fair',), 1, ('place', 'title'))
        """
        return Timeline(apply_edits(self.record, edits if isinstance(edits, Mapping) else read_edits(edits)))

    def write(
        self,
        path: str | os.PathLike[str],
        format: str | None = None,
        *,
        options: WriteOptions | None = None,
        **settings: Any,
    ) -> tuple[Issue, ...]:
        """Write a file, whole or not at all, and return what the format could not take.

        Args:
            path: Its suffix names the format, unless `format` does.
            options: What becomes of events without a day, and what a calendar says of itself.
            settings: Single fields of `WriteOptions`, such as `vague="span"`; they win over `options`.
        Raises:
            OptionError: There is no such setting, or its value is wrong.
            UnknownSuffixError: No such format.
            WriteError: The file cannot be written.
        """
        module = format_of(path, format)
        options = WriteOptions.of(options, settings)
        write_whole(path, module.write(self.record, options))
        return _left_out(module.left_out(self.record, options), len(self), options)

    def to_json(self) -> str:
        """Return the file `events.json` as text."""
        from timeline.formats import json

        return "".join(json.write(self.record, WriteOptions()))

    def to_ics(self, *, options: WriteOptions | None = None, **settings: Any) -> str:
        """Return the iCalendar file as text, its line ends CRLF.

        Args:
            options: What becomes of events without a day, and what the calendar says of itself.
            settings: Single fields of `WriteOptions`: `name`, `vague`, `refresh`, `source_url`, `zone`, `colors`.
        Raises:
            OptionError: There is no such setting, or its value is wrong.
        """
        from timeline.formats import ics

        return "".join(ics.write(self.record, WriteOptions.of(options, settings)))

    def to_calendar(self, *, options: WriteOptions | None = None, **settings: Any) -> Calendar:
        """Return an `icalendar.Calendar` of the same content as `to_ics`, for those who work with that library."""
        from icalendar import Calendar

        calendar: Any = Calendar.from_ical(self.to_ics(options=options, **settings).encode())
        assert isinstance(calendar, Calendar)
        return calendar


def load_timeline(path: str | os.PathLike[str]) -> Timeline:
    """Return the timeline that a file holds.

    Args:
        path: A file that `Timeline.write` wrote; its suffix names the format.
    Raises:
        FormatError: It cannot be opened, or is not what it claims to be; the message says where.
        UnknownSuffixError: No format of this suffix can be read.
    """
    return Timeline(read_file(path))


def _order(event: Event) -> tuple[date, date, int, str]:
    return order_key(event.when, event.id)


def _issue_order(issue: Issue) -> tuple[str, int, str, str]:
    return issue.source or "", issue.start or 0, issue.code, issue.message


def _left_out(missing: int, total: int, options: WriteOptions) -> tuple[Issue, ...]:
    """Return an issue that counts the events too vague for a format, if there are any."""
    if not missing:
        return ()
    hint = "they were omitted as asked" if options.vague else "vague 'span' writes them"
    message = f"{missing} of {total} events have no day precise enough for this format; {hint}"
    return (Issue(code="left-out", message=message),)
