"""The colour of each kind of event, by CSS3 names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

NAMES = """
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red rosybrown royalblue saddlebrown
salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan
teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
"""
"""The extended colour keywords of CSS Color Module Level 3 (section 4.3)."""

CSS3_NAMES = frozenset(NAMES.split())


def _known(name: str) -> str:
    if name not in CSS3_NAMES:
        raise ValueError(f"{name!r} is no colour name of CSS3, such as 'steelblue'")
    return name


ColorName = Annotated[str, AfterValidator(_known)]


class ColorRule(Rule):
    """The colour of one kind."""

    kind: str
    color: ColorName


@cache
def kind_colors() -> Mapping[str, str]:
    """Return the colour of each kind."""
    return MappingProxyType({rule.kind: rule.color for rule in load_rules("colors", "color", ColorRule)})
