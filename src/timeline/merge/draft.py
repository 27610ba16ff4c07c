"""One happening before it has an id: what its reports say together, worked out when the event is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.fields import (
    choose_kind,
    choose_place,
    choose_status,
    choose_title,
    choose_when,
    gather_aliases,
    gather_evidence,
    gather_organizers,
    gather_previous,
    join_confidence,
)
from timeline.merge.identity import make_id, newest_stamp, utc_stamp
from timeline.merge.report import Report
from timeline.model import ArticleInfo, Event, EventMention, Issue, When


class Draft:
    """The reports of one happening; small, for all of them are held until every event has its id.

    Attributes:
        mentions: The mentions, by article and offset.
        title: The name chosen.
        anchor: The article and the offset in it that give the id.
    """

    __slots__ = ("anchor", "mentions", "title")

    def __init__(self, reports: Sequence[Report], infos: Mapping[str, ArticleInfo]) -> None:
        self.mentions = tuple(sorted((mention for report in reports for mention in report.mentions), key=place_of))
        self.title = choose_title(self.mentions, {report.mentions[0].title: report.title for report in reports})
        self.anchor = make_id((item for mention in self.mentions for item in mention.evidence), infos)

    def build(
        self, uid: str, part_of: str | None, infos: Mapping[str, ArticleInfo], now: str | None
    ) -> tuple[Event, tuple[Issue, ...]]:
        """Return the event, and an issue for each further date that the reports give.

        Args:
            uid: Id of the event.
            part_of: Id of the event that it is a part of.
            infos: The articles by id.
            now: Time for `updated` where no article has a date.
        """
        mentions = self.mentions
        newest_first = _by_publication(mentions, infos)
        times = choose_when(mentions, newest_first)
        evidence = gather_evidence(mentions)
        event = Event(
            id=uid,
            title=self.title,
            aliases=gather_aliases(mentions, self.title),
            kind=choose_kind(mentions),
            status=choose_status(newest_first),
            confidence=join_confidence(mentions),
            when=times[0],
            previous=gather_previous(mentions, times[0]),
            place=choose_place(mentions),
            organizers=gather_organizers(mentions),
            edition=next((item.edition for item in mentions if item.edition is not None), None),
            theme=next((item.theme for item in mentions if item.theme is not None), None),
            evidence=evidence,
            part_of=part_of,
            updated=newest_stamp({item.article for item in evidence}, infos, now),
        )
        return event, tuple(self._issues(times, infos))

    def _issues(self, times: Sequence[When], infos: Mapping[str, ArticleInfo]) -> Iterator[Issue]:
        """Yield an issue for each time but the first, with both passages."""
        for other in times[1:]:
            first, second = (self._passage_of(when) for when in (times[0], other))
            info = infos.get(second.evidence[0].article)
            known = infos.get(first.evidence[0].article)
            yield Issue(
                code="contradicting-dates",
                message=(
                    f"{self.title!r} is on {times[0].edtf} by {first.evidence[0].text!r}"
                    f" ({known.source if known else first.evidence[0].article}), which more reports support,"
                    f" and on {other.edtf} by {second.evidence[0].text!r}; check the sources"
                ),
                source=info.source if info else None,
                start=second.evidence[0].start,
                end=second.evidence[0].end,
            )

    def _passage_of(self, when: When) -> EventMention:
        return next((item for item in self.mentions if item.when == when), self.mentions[0])


def place_of(mention: EventMention) -> tuple[str, int, str]:
    """Return where a mention stands: article, offset, key."""
    return mention.evidence[0].article, mention.evidence[0].start, mention.key


def _by_publication(mentions: Sequence[EventMention], infos: Mapping[str, ArticleInfo]) -> list[list[EventMention]]:
    """Return the mentions by publication time, newest first, undated ones last."""
    groups: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        info = infos.get(mention.evidence[0].article)
        groups[(utc_stamp(info) if info else None) or ""].append(mention)
    return [groups[stamp] for stamp in sorted(groups, reverse=True)]
