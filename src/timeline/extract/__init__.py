"""Sentence and its times → events: what happens then, where, by whom, and how sure that is."""

from timeline.extract.events import extract_events

__all__ = ["extract_events"]
