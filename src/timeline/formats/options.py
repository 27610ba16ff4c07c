"""What a caller may choose about the files written."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from timeline.errors import OptionError
from timeline.formats.content_line import uri
from timeline.formats.zone import find_zone
from timeline.lexicon.colors import ColorName, kind_colors
from timeline.model.base import Model

Vague = Literal["span", "omit"]
"""What becomes of events without a day in a calendar: `span` writes all of them as all-day spans, `omit` none; without
a choice weeks and months are written and anything coarser is left out."""


class WriteOptions(Model):
    """Settings of one export, the same for every event."""

    name: str | None = None
    """Name of the calendar, where it is another than the timeline's."""
    vague: Vague | None = None
    """What becomes of events without a day, in calendars."""
    refresh: str | None = Field(
        default="P1D", pattern=r"^P([0-9]{1,5}W|[0-9]{1,5}D(T[0-9]{1,5}[HMS])?|T[0-9]{1,5}[HMS])$"
    )
    """How often a subscriber should ask again (RFC 7986 5.7), an ISO 8601 duration; None says nothing."""
    source_url: str | None = None
    """Where the calendar itself can be fetched (RFC 7986 5.8)."""
    zone: str | None = None
    """The zone in which a reader should show the calendar (X-WR-TIMEZONE); times keep their own."""
    colors: bool | dict[str, ColorName] = False
    """Whether events have a colour by kind (RFC 7986 5.9), or CSS3 names by kind that win over those of the lexicon."""

    @field_validator("source_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and uri(value) is None:
            raise ValueError("no absolute address; give one such as 'https://news.example/calendar.ics'")
        return value

    @field_validator("zone")
    @classmethod
    def _is_zone(cls, value: str | None) -> str | None:
        if value is not None and not find_zone(value):
            raise ValueError("no zone; give a name of the zone database such as 'Asia/Shanghai'")
        return value

    @classmethod
    def of(cls, options: WriteOptions | None, settings: dict[str, Any]) -> WriteOptions:
        """Return the options with single settings changed.

        Raises:
            OptionError: There is no such setting, or its value is wrong.
        """
        if not settings:
            return options or cls()
        try:
            return cls.model_validate({**(options.model_dump() if options else {}), **settings})
        except ValidationError as error:
            last = error.errors(include_url=False)[-1]
            reason = last["msg"].removeprefix("Value error, ").lower()
            raise OptionError(f"{last['loc'][0]}: {reason}, not {last['input']!r:.80}") from error

    def color_of(self, kind: str) -> str | None:
        """Return the colour of a kind, where colours are wanted and it has one."""
        if not self.colors:
            return None
        own = self.colors if isinstance(self.colors, dict) else {}
        return own.get(kind) or kind_colors().get(kind)
