"""Texts written before, kept while the event or article that they show lives: what is unchanged is not made anew.

Both are frozen, so the same object in the same context (an event in its colour, with the articles it quotes) has the
same text. Updates, edits and selections hand on the objects that they do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple
from weakref import ref

from timeline.model import Model

MOST = 20_000
"""Events in a calendar whose texts are kept; those of a larger one are only streamed, so that memory stays low."""


class _Kept(NamedTuple):
    """A text, and what it was made of."""

    item: ref[Model]
    context: Sequence[object]
    text: str


_texts: dict[int, _Kept] = {}
"""Texts by identity of what they show; one goes with that."""


def keep_text(item: Model, context: Sequence[object], make: Callable[..., str], *arguments: object) -> str:
    """Return what `make` gives for its arguments, called only where an event or article, or its context, is new."""
    key = id(item)
    kept = _texts.get(key)
    if kept is None or kept.item() is not item or kept.context != context:
        kept = _texts[key] = _Kept(ref(item, partial(_forget, key)), context, make(*arguments))
    return kept.text


def _forget(key: int, gone: ref[Model]) -> None:
    """Drop the text of what is gone, unless something else has its place in memory by now."""
    if key in _texts and _texts[key].item is gone:
        del _texts[key]
