"""Words that tell what happens: predicates, head nouns and cues, with the schema of their rules."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from timeline.lexicon.schema import Rule


class Example(Rule):
    """A sentence of our own and what must come of it; it runs as a test."""

    id: str = Field(default="shared.example", pattern=r"^shared\.example$")
    """Fixed: an example has no id of its own."""
    text: str
    """The sentence, published 2026-03-10 unless it says otherwise."""
    kind: str | None = None
    """Kind of the one event expected; null where none may be found."""
    title: str | None = None
    """Title of that event, where the rule is about titles."""


class Predicate(Rule):
    """A verb (or verbal noun) that says something happens: 举行, 成立, will be held."""

    kind: str
    """Kind of the happening, unless the head noun of its name says otherwise."""
    kind_with_object: str | None = None
    """Kind where something stands behind the word that is done: 展览开展 (opens), 开展执法 (carries out)."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Surface forms on the folded view; English ones in lower case, matched at word borders."""
    strength: float = Field(default=1.0, ge=0, le=1)
    """How surely the word announces a happening: 1 for 开幕, 0.4 for 推出."""
    yields: tuple[str, ...] = ()
    """Kinds of head nouns that decide in its stead; `*` for all."""
    title: Literal["name", "clause", "statement"] = "name"
    """What names the event: the proper name alone, the clause (who does what) unless the name is that of a gathering,
    or the clause always (won the Loom Cup)."""
    phase: Literal["begin", "end"] | None = None
    """Whether it marks the first or last day of something longer: 开幕, 落幕."""
    object_first: bool = False
    """Whether what stands after the word names the event rather than what stands before it: 举办, 发布."""
    agent: bool = False
    """Whether who stands before the word only acts, so that what stands after it is the happening: will host."""
    adjacent: bool = False
    """Whether it counts only directly before the date: will be (May 3), 定于."""
    follows: bool = False
    """Whether it counts only directly behind the date: 前提交 (3月20日前提交)."""
    occasion: bool = False
    """Whether what it is about stands behind for, at or in and names the event: gathered for the forum."""
    reports: bool = False
    """Whether it only tells of what follows: 宣布 (宣布A延期); what is told keeps its words of change."""
    hollow: bool = False
    """Whether it says nothing without what stands after it: 组委会宣布."""
    examples: tuple[Example, ...] = ()
    """Sentences that show the rule."""


class Head(Rule):
    """Nouns that end the proper name of a happening, an organisation or a document: 研讨会, 协会, 白皮书."""

    kind: str
    """Kind of a happening with this name, where the predicate leaves it open."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Surface forms, simplified; English ones in lower case."""
    gathering: bool = False
    """Whether the noun itself is a happening (研讨会) rather than a thing that is founded or released (协会)."""
    joined: tuple[str, ...] = ()
    """What stands for the noun at the end of a name in one word, as printed: Conf in LoomConf."""


class Cue(Rule):
    """A sign for or against an event, or for its status."""

    effect: Literal[
        "statistic",
        "biography",
        "attribution",
        "hypothesis",
        "habit",
        "goal",
        "history",
        "advert",
        "furniture",
        "negation",
        "future",
        "done",
        "postponed",
        "cancelled",
        "obligation",
        "planned",
        "original",
        "renewed",
    ]
    """What the cue says of the clause it stands in."""
    forms: tuple[str, ...] = ()
    """Surface forms."""
    patterns: tuple[str, ...] = ()
    """Regular expressions on the folded view, where a form is not enough; no unbounded quantifiers."""
    examples: tuple[Example, ...] = ()
    """Sentences that show the rule."""


class RoleWord(Rule):
    """A word that says who stands beside it: 主办, hosted by."""

    role: Literal["host", "organizer", "co-organizer", "supporter", "advisor", "issuer", "party"]
    """Role of the names."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Surface forms; a label such as 主办单位 is the form followed by 单位."""


class Words(Rule):
    """Words of the grammar: where a noun phrase begins and ends."""

    use: Literal[
        "adverb",
        "leading",
        "anaphor",
        "border",
        "manner",
        "compound",
        "tail",
        "label",
        "theme",
        "until",
        "moved",
        "lasting",
        "placed",
        "inseparable",
        "self",
        "errand",
        "no-name",
        "column-date",
        "column-name",
        "column-place",
        "column-organizer",
        "column-edition",
        "column-aside",
        "series",
        "listing",
        "link",
        "fragment",
        "coverb",
        "reason",
        "telling",
        "decided",
        "no-organization",
        "organization",
        "occasion",
    ]
    """`adverb` stands between subject and predicate (正式); `leading` opens a clause and belongs to no name (据悉);
    `anaphor` points back to a name (本次); `border` ends a subject or an object (在, 将),
    `manner` only a subject (正式); `compound` holds a predicate's form
    without being one (上市公司); `tail` opens what is no object of the predicate (以来); `label` is a generic field
    name (时间); `theme` announces a motto (以…为主题); `until` makes the date the last day of what was named before,
    `moved` its new day; `lasting` makes a length that of a happening (为期三天); `placed` may follow a place (设置);
    `inseparable` is a name with an 和 in it (工业和信息化); `self` is what a text calls its author (我会), `errand`
    what one comes to a place for (参观), `no-name` what names nobody (进行); the columns are headings of tables;
    `series` opens a heading over all the happenings of a series (历届), `listing` ends one that names none (日程),
    `link` opens a line that only leads elsewhere (点此查看);
    `fragment` opens what is no noun phrase and no statement (都有…); `coverb` opens a clause without a subject (围绕),
    `reason` a reason (鉴于), `telling` a report behind a date (宣布); `decided` is a change that was decided on the day
    behind it (were postponed last Tuesday);
    `no-organization` is no part of the name of anybody (目前), `organization` ends the name of an organisation (协会);
    `occasion` is the key of a date in printed data that is that of a happening (start_date)."""
    forms: tuple[str, ...] = ()
    """Surface forms."""
    patterns: tuple[str, ...] = ()
    """Regular expressions on the folded view, where a form is not enough; no unbounded quantifiers."""
