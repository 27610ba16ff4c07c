"""Pages of newspapers and articles as PDF files, made here, with what stands on them in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN, GUTTER = 595.0, 842.0, 40.0, 18.0
FONTS = {"zh": "STSong-Light", "zht": "MSung-Light", "en": "Times-Roman"}
for _font in ("STSong-Light", "MSung-Light"):
    registerFont(UnicodeCIDFont(_font))
CLOSING = "，。、；：？！”）》"


class Piece(NamedTuple):
    """One article."""

    head: str
    """Its headline."""
    paragraphs: tuple[str, ...]
    """Its text."""


class Box(NamedTuple):
    """Where a piece stands: the columns [first, stop) of the grid, from a share of the page's height to another."""

    piece: Piece
    first: int
    stop: int
    top: float
    bottom: float
    head_across: bool = True
    """Whether the headline stands over all columns, or in the first alone."""
    head_size: float = 1.8
    """Size of the headline, in sizes of the text."""


class Paper(NamedTuple):
    """A page and what stands on it."""

    name: str
    language: str
    columns: int
    boxes: tuple[Box, ...]
    masthead: str = ""
    folio: str = ""
    size: float = 10.0


class Placed(NamedTuple):
    """A line of type on a page, measured in points from its lower left corner."""

    x: float
    y: float
    size: float
    text: str


def make_pdf(papers: Sequence[Paper], *, by_rows: bool = False, encrypt: str | None = None) -> bytes:
    """Return a PDF of the pages; the same for the same pages.

    Args:
        by_rows: Whether the file draws the lines from the top of the page to its foot, whatever column they are in.
        encrypt: A password.
    """
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt)
    for paper in papers:
        placed = list(_place(paper))
        for line in sorted(placed, key=lambda line: (-line.y, line.x)) if by_rows else placed:
            canvas.setFont(FONTS[paper.language], line.size)
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _place(paper: Paper) -> Iterator[Placed]:
    """Yield the lines of a page, article after article."""
    yield Placed(MARGIN, HEIGHT - 26, 8, paper.masthead)
    column = (WIDTH - 2 * MARGIN - (paper.columns - 1) * GUTTER) / paper.columns
    high = HEIGHT - 2 * MARGIN
    for box in paper.boxes:
        lefts = [MARGIN + index * (column + GUTTER) for index in range(box.first, box.stop)]
        top, bottom = HEIGHT - MARGIN - box.top * high, HEIGHT - MARGIN - box.bottom * high
        yield from _place_box(paper, box, lefts, column, top, bottom)
    yield Placed(WIDTH / 2, 20, 8, paper.folio)


def _place_box(
    paper: Paper, box: Box, lefts: Sequence[float], column: float, top: float, bottom: float
) -> Iterator[Placed]:
    """Yield the lines of one article."""
    font, size = FONTS[paper.language], paper.size
    large = size * box.head_size
    width = lefts[-1] + column - lefts[0] if box.head_across else column
    y = top
    for line in break_lines(box.piece.head, font, large, width):
        y -= large * 1.3
        yield Placed(lefts[0], y, large, line)
    start = y if box.head_across else top
    index, y = 0, y - size * 0.6
    for paragraph in box.piece.paragraphs:
        for number, line in enumerate(break_lines(paragraph, font, size, column, size * 2)):
            y -= size * 1.5
            if y < bottom:
                index, y = index + 1, start - size * 2.1
            yield Placed(lefts[index] + (0 if number else size * 2), y, size, line)


def break_lines(text: str, font: str, size: float, width: float, first: float = 0) -> list[str]:
    """Return text broken into lines of a width: English at blanks, Chinese anywhere but before closing signs.

    Args:
        first: Indentation of the first line.
    """
    lines, line, room = [], "", width - first
    for part in _parts(text):
        if line and stringWidth(line + part.rstrip(), font, size) > room and part not in CLOSING:
            lines.append(line.rstrip())
            line, room = "", width
        line += part
    return [*lines, line.rstrip()]


def _parts(text: str) -> list[str]:
    if text.isascii():
        return [f"{word} " for word in text.split()]
    return list(text)


def text_of(paper: Paper) -> str:
    """Return everything on a page in reading order."""
    return "\n".join("\n".join((box.piece.head, *box.piece.paragraphs)) for box in paper.boxes)


CHINESE = (
    Piece(
        "河畔音乐节下月开幕",
        (
            "本报讯（记者 林晓）记者昨日从市文化和旅游局获悉，第五届河畔音乐节将于5月18日在滨江公园开幕，为期三天。",
            "据介绍，本届音乐节设置主舞台、草坪舞台和少年舞台，邀请来自十二个城市的四十多支乐队登台，预计每天接待观众八千人次。",
            "主办方提醒，门票4月25日上午10时起在线上发售，观众可凭身份证入园，园区不设停车场，建议乘坐地铁前往。",
        ),
    ),
    Piece(
        "老城图书馆新馆试运行",
        (
            "本报讯 坐落在文昌路18号的市图书馆新馆4月19日起试运行，新馆建筑面积2.6万平方米，设阅览座位一千五百个。",
            "馆长周明远介绍，新馆增设盲人阅览室、少儿绘本馆和二十四小时书房，读者可以在任意分馆归还图书。",
            "试运行期间，新馆每天9时至17时开放，周一闭馆整理；6月1日起正式对外开放，并举办为期一个月的古籍展。",
        ),
    ),
    Piece(
        "青年创业大赛启动报名",
        (
            "本报讯 2026年江城青年创业大赛昨天启动报名，面向年龄在四十周岁以下的创业者，报名截止日期为5月31日。",
            "大赛设置智能制造、绿色能源和文化创意三个赛道，初赛6月中旬举行，决赛定于7月8日在会展中心举行。",
            "获奖项目可入驻创业园区并免收两年租金，同时获得最高五十万元的创业资助和导师一对一的辅导。",
        ),
    ),
    Piece(
        "环湖绿道二期完工",
        (
            "本报讯 全长十六公里的环湖绿道二期工程日前完工，将于4月28日向市民开放，沿线新建驿站六座、观景平台九处。",
            "市园林局负责人说，绿道串起三座公园和两片湿地，市民骑行一圈约需九十分钟，夜间照明开放到22时。",
        ),
    ),
    Piece(
        "两地签署水资源合作备忘录",
        (
            "本报讯 4月18日，江城市与邻近的临川市签署水资源合作备忘录，双方将共同建设取水口和三十公里输水管线。",
            "根据备忘录，工程今年第三季度开工，计划2028年年底前建成通水，届时两地将共享每天二十万吨的供水能力。",
        ),
    ),
)
TRADITIONAL = (
    Piece(
        "海港燈會週六登場",
        (
            "【本報訊】一年一度的海港燈會將於5月9日晚上7時在碼頭廣場揭幕，展期至5月24日，市民可以免費入場。",
            "主辦單位表示，今年燈會以「潮起」為題，展出一百二十組花燈，其中最大的一組高十八公尺，需要四十名工匠合力完成。",
            "燈會期間每逢週末加開接駁巴士，並在廣場兩側設置市集，邀請六十個攤位展售在地小吃和手工藝品。",
        ),
    ),
    Piece(
        "社區大學夏季班招生",
        (
            "【本報訊】社區大學夏季班5月4日起受理報名，共開設六十三門課程，課程內容包括語言、園藝、攝影和居家修繕。",
            "校方說明，夏季班6月8日開課，為期十週，年滿六十五歲的市民學費減半，名額有限，額滿為止。",
        ),
    ),
)
ENGLISH = (
    Piece(
        "Riverside festival opens in May",
        (
            "The city council said on Monday that the fifth riverside music festival will open on May 18 in the new "
            "park and last for three days, with forty bands from a dozen towns on three stages.",
            "Tickets go on sale at 10 a.m. on April 25. Organizers ask visitors to come by train, since the park has "
            "no parking, and expect eight thousand people on each of the three days.",
        ),
    ),
    Piece(
        "Library tries its new house",
        (
            "The new city library on Wenchang Road began a trial run on April 19. The house has fifteen hundred seats, "
            "a reading room for the blind and a hall that stays open all night.",
            "During the trial it opens from nine to five and stays closed on Mondays. The formal opening is set for "
            "June 1, together with a month of exhibitions of old books and maps.",
        ),
    ),
)


def papers() -> tuple[Paper, ...]:
    """Return pages of every layout: columns, bands, a head over some columns, heads inside columns."""
    one, two, three, four, five = CHINESE
    masthead, folio = "江城日报  2026年4月20日  星期一  第A02版", "A02"
    return (
        Paper("one column", "zh", 1, (Box(one, 0, 1, 0, 1),), masthead, folio),
        Paper("two columns", "zh", 2, (Box(_long(one, two), 0, 2, 0, 0.32),), masthead, folio),
        Paper("three columns", "zh", 3, (Box(_long(two, three), 0, 3, 0, 0.24),), masthead, folio),
        Paper("bands", "zh", 3, (Box(one, 0, 3, 0, 0.2), Box(two, 0, 3, 0.25, 0.45), Box(three, 0, 3, 0.5, 0.7))),
        Paper(
            "modules",
            "zh",
            3,
            (Box(one, 0, 2, 0, 0.27), Box(five, 0, 2, 0.32, 0.55), Box(three, 2, 3, 0, 0.45), Box(four, 2, 3, 0.5, 1)),
            masthead,
            folio,
        ),
        Paper(
            "heads in columns",
            "zh",
            3,
            (Box(four, 0, 1, 0, 0.4), Box(five, 0, 1, 0.45, 1), Box(one, 1, 2, 0, 1), Box(two, 2, 3, 0, 1)),
            masthead,
            folio,
        ),
        Paper("head in the first column", "zh", 2, (Box(_long(three, four), 0, 2, 0, 0.4, False),), masthead, folio),
        Paper("small print", "zh", 4, (Box(_long(one, three, five), 0, 4, 0, 0.2),), masthead, folio, 8.0),
        Paper(
            "traditional",
            "zht",
            2,
            (Box(TRADITIONAL[0], 0, 2, 0, 0.2), Box(TRADITIONAL[1], 0, 2, 0.25, 0.5)),
            "海港時報  2026年4月20日  星期一  A5版",
            "A5",
        ),
        Paper(
            "English columns",
            "en",
            2,
            (Box(ENGLISH[0], 0, 2, 0, 0.2), Box(ENGLISH[1], 0, 2, 0.25, 0.5)),
            "Harbour Daily   Monday, April 20, 2026   Page 3",
            "3",
        ),
        Paper(
            "English three columns",
            "en",
            3,
            (Box(ENGLISH[0], 0, 1, 0, 1), Box(ENGLISH[1], 1, 3, 0, 0.3)),
            "Harbour Daily   Monday, April 20, 2026   Page 4",
            "4",
        ),
    )


def _long(*pieces: Piece) -> Piece:
    """Return one article with the text of several."""
    return Piece(pieces[0].head, tuple(paragraph for piece in pieces for paragraph in piece.paragraphs))
