"""What an expression counts from: the publication and the dates stated before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from timeline.errors import MissingAnchorError
from timeline.model import ArticleInfo, Basis
from timeline.model.expression import Direction
from timeline.resolve.periods import Period
from timeline.resolve.placed import Placed


@dataclass(slots=True)
class Context:
    """The anchors of an article while it is read; changes from expression to expression."""

    published: datetime | None = None
    """Moment (midnight where only the day is known) of publication."""
    timed: bool = False
    """Whether the hour and minute of publication are known."""
    year: int | None = None
    """Year of publication, which may be all that is known."""
    inferred: bool = False
    """Whether the publication was inferred from the text."""
    zone: str | None = None
    """The article's zone."""
    day: date | None = None
    """Last stated day; of a run its last one."""
    run: tuple[date, date] | None = None
    """First and last day of the run last stated, as long as the days stated since lie in it."""
    is_programme: bool = False
    """Whether that day heads a programme: a line of its own, with its weekday."""
    first: date | None = None
    """First day of the run last stated."""
    is_told: bool = False
    """Whether the last stated day stood in prose."""
    label: int = -2
    """Sentence that is the label of a time and nothing else."""
    held: date | None = None
    """Day that a label states for what the page is about."""
    month: tuple[int, int] | None = None
    """Year and month last stated."""
    month_sentence: int = -1
    """Sentence that named a month since the last stated day."""
    weekday_sentence: int = -1
    """Sentence whose last stated day was named by its weekday."""
    quarter: tuple[int, int] | None = None
    """Year and number of the quarter last stated."""
    quarter_sentence: int = -1
    """Sentence of the last stated quarter."""
    here: int = -1
    """Sentence being read."""
    in_row: bool = False
    """Whether it is a row of a list or table, or a heading."""
    paragraph_here: int = -1
    """Paragraph being read."""
    leads: bool = False
    """Whether the expression being read begins a clause."""
    stated_year: int | None = None
    """Year last stated in full."""
    dated_year: int | None = None
    """Year of the full date or heading last stated."""
    year_paragraph: int = -1
    """Paragraph of the last date that named its year, or that was read by it."""
    periods: tuple[Period, ...] = ()
    """Years and months whose headings stand above, the nearest last."""
    story: bool = False
    """Whether the text tells history, in which dates without a year belong to the year last stated."""
    year_sentence: int = -1
    """Sentence of the last date that named its year."""
    topic_year: int | None = None
    """Year set off at the head of a clause (2008年，……), in force to the end of the paragraph."""
    topic_paragraph: int = -1
    """Paragraph of the topic year."""
    clock: int | None = None
    """Hour last stated on that day, or from which its part of the day begins."""
    halved: bool = False
    """Whether the part of the day stood with that hour, or with one before it."""
    clocked: tuple[datetime, datetime] | None = None
    """Ends of the range of clock times last stated, where nothing was stated since."""
    lunar_month: int | None = None
    """Lunar month last stated."""
    tale: Placed | None = None
    """Last date of a past year, or of what was told on from it; None where a nearer one was stated since."""
    tale_sentence: int = -2
    """Its sentence; the tale goes on in that one and the next."""
    night: bool = False
    """Whether the last stated day was named by its night, behind which a morning is of the next day."""
    moment: datetime | None = None
    """Clock time last stated, with its day."""
    sentence: int = -1
    """Sentence of the last stated date."""
    paragraph: int = -1
    """Paragraph of the last stated date."""

    named_year: int | None = None
    """Year that heads the name of what the sentence tells (2026年江州书展), where the sentence states no other."""
    full_days: dict[tuple[int, int], int] = field(default_factory=dict)
    """Years of the months and days that the text states in full, each in one year only."""

    told: dict[Any, Any] = field(default_factory=dict)
    """Expressions already written down, by what they say and where they lie."""
    readings: dict[Any, Any] = field(default_factory=dict)
    """Yearless expressions already read: they depend on the publication alone."""

    @classmethod
    def of(cls, info: ArticleInfo) -> Context:
        """Return the context at the beginning of an article."""
        published = info.published
        inferred = info.published_basis in ("vote", "inferred")
        if published is None:
            return cls(zone=info.zone)
        if len(published) < 10:
            return cls(year=int(published[:4]), inferred=inferred, zone=info.zone)
        moment = datetime.fromisoformat(published)
        return cls(moment, len(published) > 10, moment.year, inferred, info.zone)

    def is_near(self, direction: Direction | None) -> bool:
        """Return whether 三天后, 月底 count from the last date: of their sentence, or paragraph if not announced."""
        return self.sentence == self.here or (self.paragraph == self.paragraph_here and direction != "future")

    def year_in_force(self) -> int | None:
        """Return the year that holds for a clause: said with a month in its sentence, or the topic of its paragraph."""
        if self.year_sentence == self.here and self.month is not None and self.month[0] == self.stated_year:
            return self.stated_year
        return self.topic_year if self.topic_paragraph == self.paragraph_here else None

    def year_before(self) -> int | None:
        """Return the year that dates without one go on with, where no publication tells it.

        It is that of a full date, a heading or the head of the text, or of the same paragraph: the 1883 schoolhouse
        dates no tour.
        """
        return self.stated_year if self.year_paragraph == self.paragraph_here else self.dated_year

    def at(self, day: date) -> Context:
        """Return the context behind a stated day."""
        return replace(self, day=day, month=(day.year, day.month), stated_year=day.year)

    @property
    def basis(self) -> Basis:
        """Basis of what is completed from the publication."""
        return "inferred" if self.inferred else "completed"

    def require(self) -> datetime:
        """Return the moment of publication.

        Raises:
            MissingAnchorError: It is not known.
        """
        if self.published is None:
            raise MissingAnchorError("counts from the publication, which is not known")
        return self.published

    @property
    def stamp(self) -> str | None:
        """The publication as an anchor is written: ISO day, or minute where that is known."""
        if self.published is None:
            return None
        return self.published.isoformat(timespec="minutes") if self.timed else self.published.date().isoformat()
