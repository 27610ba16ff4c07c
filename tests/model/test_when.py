"""What a time states, and what follows from it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from timeline.model import Precision, When

CASES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"start": "2026", "precision": "year"}, "2026", "2026-01-01", "2026-12-31"),
    ({"start": "2026", "precision": "year", "mod": "start"}, "2026-01-01~/2026-03-31~", "2026-01-01", "2026-03-31"),
    ({"start": "2026", "precision": "year", "mod": "end"}, "2026-10-01~/2026-12-31~", "2026-10-01", "2026-12-31"),
    ({"start": "2026", "precision": "year", "mod": "approx"}, "2026~", "2026-01-01", "2026-12-31"),
    ({"start": "2025", "end": "2027", "precision": "year"}, "2025/2027", "2025-01-01", "2027-12-31"),
    ({"start": "2026-01", "end": "2026-06", "precision": "half"}, "2026-40", "2026-01-01", "2026-06-30"),
    ({"start": "2026-07", "end": "2026-08", "precision": "season"}, "2026-07/2026-08", "2026-07-01", "2026-08-31"),
    ({"start": "2025-12", "end": "2026-02", "precision": "season"}, "2025-12/2026-02", "2025-12-01", "2026-02-28"),
    ({"start": "2026-10", "end": "2026-12", "precision": "quarter"}, "2026-36", "2026-10-01", "2026-12-31"),
    ({"start": "2026-01", "end": "2026-06", "precision": "quarter"}, "2026-01/2026-06", "2026-01-01", "2026-06-30"),
    ({"start": "2028-02", "precision": "month"}, "2028-02", "2028-02-01", "2028-02-29"),
    ({"start": "2026-06", "precision": "month", "mod": "start"}, "2026-06-01~/2026-06-10~", "2026-06-01", "2026-06-10"),
    ({"start": "2026-06", "precision": "month", "mod": "mid"}, "2026-06-11~/2026-06-20~", "2026-06-11", "2026-06-20"),
    ({"start": "2026-02", "precision": "month", "mod": "end"}, "2026-02-21~/2026-02-28~", "2026-02-21", "2026-02-28"),
    (
        {"start": "2026-03-09", "end": "2026-03-15", "precision": "week"},
        "2026-03-09/2026-03-15",
        *("2026-03-09", "2026-03-15"),
    ),
    ({"start": "2026-03-13", "precision": "day"}, "2026-03-13", "2026-03-13", "2026-03-13"),
    (
        {"start": "2026-03-13", "end": "2026-03-17", "precision": "day"},
        "2026-03-13/2026-03-17",
        *("2026-03-13", "2026-03-17"),
    ),
    ({"start": "2026-03-13", "precision": "day", "mod": "approx"}, "2026-03-13~", "2026-03-13", "2026-03-13"),
    ({"start": "2026-03-13", "precision": "day", "mod": "after"}, "2026-03-13/..", "2026-03-13", "9999-12-31"),
    ({"start": "2026-03-13", "precision": "day", "mod": "before"}, "../2026-03-13", "0001-01-01", "2026-03-13"),
    (
        {"start": None, "end": "2026-03", "precision": "month", "mod": "before"},
        "../2026-03",
        "0001-01-01",
        "2026-03-31",
    ),
    ({"start": "2026-03-13", "precision": "part", "part": "night"}, "2026-03-13", "2026-03-13", "2026-03-13"),
    ({"start": "2026-03-13T14:00", "precision": "hour"}, "2026-03-13T14:00:00", "2026-03-13", "2026-03-13"),
    ({"start": "2026-03-13T23:59", "precision": "minute"}, "2026-03-13T23:59:00", "2026-03-13", "2026-03-13"),
    ({"start": "9999-12-31", "precision": "day"}, "9999-12-31", "9999-12-31", "9999-12-31"),
    ({"start": "0001", "precision": "year"}, "0001", "0001-01-01", "0001-12-31"),
]


@pytest.mark.parametrize(("fields", "edtf", "earliest", "latest"), CASES)
def test_edtf_and_bounds(fields: dict[str, Any], edtf: str, earliest: str, latest: str) -> None:
    """The EDTF says what the text says; earliest and latest are both included."""
    when = When.model_validate(fields)
    assert (when.edtf, when.earliest.isoformat(), when.latest.isoformat()) == (edtf, earliest, latest)


@pytest.mark.parametrize(("fields", "edtf", "earliest", "latest"), CASES)
def test_round_trip(fields: dict[str, Any], edtf: str, earliest: str, latest: str) -> None:
    """A time written as JSON, with its derived EDTF, reads back equal."""
    when = When.model_validate(fields)
    assert When.model_validate_json(when.model_dump_json()) == when
    assert when.model_dump()["edtf"] == edtf


@pytest.mark.parametrize(
    ("fields", "interval"),
    [
        ({"start": "2026-03-13", "precision": "day"}, (datetime(2026, 3, 13), datetime(2026, 3, 14))),
        (
            {"start": "2026-03-13", "precision": "part", "part": "evening"},
            (datetime(2026, 3, 13, 19), datetime(2026, 3, 14)),
        ),
        ({"start": "2026-03-13T14:00", "precision": "hour"}, (datetime(2026, 3, 13, 14), datetime(2026, 3, 13, 15))),
        (
            {"start": "2026-03-13T14:00", "end": "2026-03-13T17:30", "precision": "minute"},
            (datetime(2026, 3, 13, 14), datetime(2026, 3, 13, 17, 30)),
        ),
        ({"start": "2026-03-13", "precision": "day", "mod": "after"}, (datetime(2026, 3, 13), None)),
        ({"start": "2026-03-13", "precision": "day", "mod": "before"}, (None, datetime(2026, 3, 14))),
        ({"start": "9999-12-31", "precision": "day"}, (datetime(9999, 12, 31), None)),
    ],
)
def test_interval(fields: dict[str, Any], interval: tuple[datetime | None, datetime | None]) -> None:
    """The interval is half open, and None where it is open or leaves the calendar; clock times end as printed."""
    assert When.model_validate(fields).interval == interval


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "2026-03", "precision": "day"},
        {"start": "2026-03-13", "precision": "month"},
        {"start": "2026-02-30", "precision": "day"},
        {"start": "0000", "precision": "year"},
        {"start": "２０２６", "precision": "year"},
        {"start": "2026-13", "precision": "month"},
        {"start": "2026-03-13T24:00", "precision": "minute"},
        {"start": "2026-03-17", "end": "2026-03-13", "precision": "day"},
        {"start": None, "precision": "day"},
        {"start": None, "end": "2026-03-13", "precision": "day"},
        {"start": "2026-03-13", "precision": "day", "colour": "red"},
    ],
)
def test_refuses(fields: dict[str, Any]) -> None:
    """What is no date, finer or coarser than its precision, or turned round is refused."""
    with pytest.raises(ValidationError):
        When.model_validate(fields)


def test_precision_order() -> None:
    """Precisions are ordered from coarse to fine."""
    assert [unit.value for unit in sorted(Precision, key=lambda unit: unit.rank)] == [
        *("year", "half", "season", "quarter", "month", "week", "day", "part", "hour", "minute")
    ]


def test_exact() -> None:
    """Only a day or finer, open at neither side, is exact."""
    assert When(start="2026-03-13", precision=Precision.DAY).is_exact
    assert not When(start="2026-03", precision=Precision.MONTH).is_exact
    assert not When(start="2026-03-13", precision=Precision.DAY, mod="after").is_exact
    assert When(start="2026-03-13", precision=Precision.DAY).earliest == date(2026, 3, 13)
