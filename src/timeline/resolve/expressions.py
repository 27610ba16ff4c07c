"""The expressions of an article, one after the other, with what was stated before them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from timeline.errors import MissingAnchorError, ResolveError
from timeline.model import ArticleInfo, Issue, Mod, Precision, Sentence, Span, TimeMention, Timex, When
from timeline.model.expression import Direction, Fields, Quantity, TimeExpression
from timeline.model.when import MONTH_THIRDS
from timeline.resolve.context import Context
from timeline.resolve.memory import enter, leads, remember
from timeline.resolve.named import full_days, named_year
from timeline.resolve.nearest import NEXT_PERIOD, NEXT_YEAR
from timeline.resolve.place import follow, place
from timeline.resolve.placed import Placed, add, last_day
from timeline.resolve.slashes import settle_slashes
from timeline.resolve.story import in_story, tells_history
from timeline.resolve.timex import timex_of


def resolve_expressions(
    sentences: Sequence[Sentence], expressions: Sequence[Sequence[TimeExpression]], info: ArticleInfo
) -> tuple[tuple[TimeMention, ...], tuple[Issue, ...]]:
    """Return the mentions of an article in order, with at most one issue for a missing anchor and one for slashes.

    Args:
        sentences: The article's sentences.
        expressions: What was found in each of them.
        info: Its publication day and zone.
    """
    expressions, doubts = settle_slashes(sentences, expressions, info)
    context = Context.of(info)
    context.story = tells_history(expressions, info)
    context.full_days = full_days(expressions)
    mentions: list[TimeMention] = []
    orphans: list[TimeMention] = []
    for index, (sentence, found) in enumerate(zip(sentences, expressions, strict=True)):
        enter(context, index, sentence, found)
        context.named_year = named_year(sentence, found)
        for expression in found:
            context.leads = leads(sentence, expression)
            mention, missing = _mention(index, sentence, expression, context)
            mentions.append(mention)
            if missing:
                orphans.append(mention)
    return tuple(mentions), doubts + _no_anchor(orphans, info)


def _no_anchor(orphans: list[TimeMention], info: ArticleInfo) -> tuple[Issue, ...]:
    if not orphans or info.published_day is not None:
        return ()
    first = orphans[0]
    message = f"{len(orphans)} dates such as {first.text!r} lack an anchor; give the publication day"
    return (Issue(code="no-anchor", message=message, source=info.source, start=first.span.start, end=first.span.end),)


def _mention(index: int, sentence: Sentence, expression: TimeExpression, context: Context) -> tuple[TimeMention, bool]:
    text = sentence.text[expression.start : expression.end]
    placed: Placed | None = None
    told: Told | None = None
    reason: str | None = None
    missing = False
    try:
        placed, final = _place(expression, context)
        told = _told(expression, placed, final, context, text)
        if placed is not None:
            reason = placed.reason
            remember(context, sentence, expression, placed, final)
    except ResolveError as error:
        reason = str(error)
        missing = isinstance(error, MissingAnchorError)
    if expression.gloss:
        other = sentence.text[slice(*expression.gloss)]
        reason = f"{reason}; also given as {other!r}" if reason else f"also given as {other!r}"
    when, readings, timex = told or (None, (), timex_of(expression, None))
    mention = TimeMention.trusted(
        span=sentence.raw_span(expression.start, expression.end),
        text=text,
        sentence=index,
        local=Span.trusted(start=expression.start, end=expression.end),
        timex=timex,
        rule=expression.rule,
        when=when,
        refers_to=expression.refers_to,
        readings=readings,
        anchor=placed.anchor if placed else None,
        reason=reason,
        recurrence=expression.recurrence,
    )
    return mention, missing


Told = tuple[When | None, tuple[When, ...], Timex]
"""The reading, both candidates, and the TIMEX3 form."""


def _told(expression: TimeExpression, placed: Placed | None, final: Placed | None, context: Context, text: str) -> Told:
    """Return how an expression placed so is written down; those that say the same share it."""
    key = (expression[2:-1], placed, final, text)
    known: Told | None = context.told.get(key)
    if known is None:
        when = named = placed and _when(expression, placed, final, context, text)
        if placed and expression.mod is not None:
            named = _when(expression._replace(mod=None), placed, final, context, text)
        readings = _readings(placed, when) if placed and when else ()
        known = context.told[key] = when, readings, timex_of(expression, named)
    return known


def _place(expression: TimeExpression, context: Context) -> tuple[Placed | None, Placed | None]:
    """Return the first and the last unit; None for what is not on the calendar."""
    if expression.quantity is not None:
        return _window(expression.quantity, expression, context), None
    if expression.type == "SET" or expression.vague or expression.refers_to:
        return None, None
    fields = in_story(expression.first, context)
    first = place(fields, context, expression.direction)
    if fields is not expression.first:
        first = first._replace(basis="inherited", anchor=str(context.stated_year), reason="year stated before")
    if expression.last is None:
        return first, None
    first, final = _nearest_range(expression.last, first, context, expression.direction)
    return (first, None) if _is_misprint(expression, first, final) else (first, final)


def _is_misprint(expression: TimeExpression, first: Placed, final: Placed) -> bool:
    """Return whether hours of the 24-hour clock end before they begin (15:55-15:30): none go on so far into the next
    day."""
    last = expression.last
    if last is None or last.hour is None or last.day or last.weekday or last.shift or last.part:
        return False
    late = expression.first.meridiem and last.hour >= NOON
    return late and first.precision.rank >= Precision.HOUR.rank and final.start - first.start > LONGEST_HOURS


NOON = 12
LONGEST_HOURS = timedelta(hours=18)
"""From an evening over the night into the next noon."""


def _nearest_range(last: Fields, first: Placed, context: Context, leaning: Direction | None) -> tuple[Placed, Placed]:
    """Return both ends of a range; of two readings the one that is nearer as a whole: 1—10月, read in November."""
    final = follow(last, first, context, leaning)
    chosen_future = len(first.readings) == 2 and first.end is None and first.start == first.readings[1]
    if not chosen_future or context.published is None:
        return first, final
    earlier = first._replace(start=first.readings[0], reason="nearest as a whole")
    try:
        behind = follow(last, earlier, context, leaning)
    except ResolveError:
        return first, final
    today = context.published.date()
    if leaning == "future":
        return (earlier, behind) if last_day(behind) >= today else (first, final)
    farther = NEXT_PERIOD if final.precision is Precision.MONTH else NEXT_YEAR
    ahead = (first.start.date() - today) * (farther if first.start.year > today.year else 1)
    past = today - last_day(behind) <= ahead
    return (earlier, behind) if past else (first, final)


def _window(quantity: Quantity, expression: TimeExpression, context: Context) -> Placed | None:
    """Return the days of 过去三年, next two weeks; None for a plain duration."""
    if expression.window is None or not quantity.amount or context.published is None:
        return None
    amount, unit = int(quantity.amount), quantity.unit
    now = place(expression.first, context).start if expression.first.shift else context.published
    sign = -1 if expression.window == "past" else 1
    other = add(now, unit, sign * amount)
    if unit in ("hour", "minute", "second"):
        if not context.timed:
            return None
        start, end = (other, now) if sign < 0 else (now, other)
        return Placed(start, end, Precision.MINUTE, "relative")
    if unit == "quarter":
        return _quarters(now, sign, amount)
    day = timedelta(days=1)
    start, end = (other, now - day) if sign < 0 else (now + day, other)
    start, end = (moment.replace(hour=0, minute=0) for moment in (start, end))
    return Placed(start, end if end > start else None, Precision.DAY, "relative")


def _quarters(now: datetime, sign: int, amount: int) -> Placed:
    """Return whole quarters before or after the one that holds `now`."""
    current = datetime(now.year, (now.month - 1) // 3 * 3 + 1, 1)
    first = add(current, "quarter", -amount if sign < 0 else 1)
    last = add(first, "month", amount * 3 - 1)
    return Placed(first, last, Precision.MONTH, "relative")


def _iso(moment: datetime, precision: Precision) -> str:
    return moment.isoformat(timespec="minutes")[: precision.length]


def _when(expression: TimeExpression, placed: Placed, final: Placed | None, context: Context, text: str) -> When:
    precision, part = placed.precision, placed.part
    start, end = placed.start, placed.end
    if final is not None and Precision.MONTH is precision is final.precision and (placed.third or final.third):
        return _between_thirds(placed, final, expression, context, text)
    if final is not None:
        end = final.end or final.start
        if final.precision is not precision:
            end = datetime.combine(last_day(final), time()) if final.precision in UNITS else end
            precision = _common(precision, final.precision)
        if precision is Precision.PART and final.part != part:
            precision = Precision.DAY
        if precision is not Precision.PART:
            part = None
        if end < start:
            raise ResolveError(f"ends before it begins: {text!r}")
    first: str | None = _iso(start, precision)
    last = _iso(end, precision) if end is not None else None
    if first == last and precision not in (Precision.QUARTER,):
        last = None
    mod = expression.mod or (
        THIRDS.get(placed.third or "") if precision in (Precision.MONTH, Precision.YEAR) and not last else None
    )
    if expression.mod in ("before", "after") and placed.third and precision is Precision.MONTH:
        precision, first, last = Precision.DAY, *_third_days(placed)
    if mod == "before":
        first, last = None, last or first
    elif mod == "after":
        last = None
    zone = expression.first.zone or context.zone
    return When.trusted(
        start=first, end=last, precision=precision, mod=mod, part=part, zone=zone, basis=placed.basis, text=text
    )


def _between_thirds(placed: Placed, final: Placed, expression: TimeExpression, context: Context, text: str) -> When:
    """Return a range whose ends are thirds of months (8月下旬到9月初) as days, approximate."""
    first = _third_days(placed)[0] if placed.third else _iso(placed.start, Precision.DAY)
    last = _third_days(final)[1] if final.third else last_day(final).isoformat()
    zone = expression.first.zone or context.zone
    return When.trusted(
        start=first, end=last, precision=Precision.DAY, mod="approx", zone=zone, basis=placed.basis, text=text
    )


THIRDS: dict[str, Mod] = {"start": "start", "mid": "mid", "end": "end"}


def _third_days(placed: Placed) -> tuple[str, str]:
    """Return first and last day of a third of a month, for what is open at one side of it (6月中旬前)."""
    begin, end = MONTH_THIRDS[placed.third or "end"]
    last = min(end, monthrange(placed.start.year, placed.start.month)[1])
    return _iso(placed.start.replace(day=begin), Precision.DAY), _iso(placed.start.replace(day=last), Precision.DAY)


UNITS = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})


def _common(one: Precision, other: Precision) -> Precision:
    """Return the unit both ends of a range can be told in: the finer one of year, month and day, as edges of units."""
    if one in UNITS and other in UNITS:
        return max(one, other, key=lambda unit: unit.rank)
    if {one, other} == {Precision.HOUR, Precision.MINUTE}:
        return Precision.MINUTE
    coarse = one if one.rank < other.rank else other
    return Precision.DAY if coarse is Precision.PART else coarse


def _readings(placed: Placed, when: When) -> tuple[When, ...]:
    if len(placed.readings) < 2 or when.end is not None or when.start is None:
        return ()
    starts = [_iso(moment, when.precision) for moment in placed.readings]
    return tuple(when if start == when.start else When.trusted(**{**when.__dict__, "start": start}) for start in starts)
