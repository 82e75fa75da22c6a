"""Draws curves as SVG: both axes logarithmic, readable on light and on dark, with a title and a description for readers
who cannot see it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 640, 430
# What the axes, their numbers and the legend need around the curves.
LEFT, RIGHT, BOTTOM = 80, 20, 60
TITLE_LINE, LEGEND_LINE = 30, 20
# More than two powers of ten have a line each; fewer have lines between them too.
FEW_DECADES = 2.0
# On light and on dark: colours that differ in lightness as well, so that they can be told apart without hues.
COLOURS = [
    ("#0b6e4f", "#5fd3a6"),
    ("#8a3ffc", "#c9a6ff"),
    ("#c1440e", "#ff9d6b"),
    ("#1f5fbf", "#86b6ff"),
    ("#7a6a00", "#e0cf5a"),
]
DASHES = ["", "7 4", "2 4", "10 4 2 4", "4 2"]


@dataclass(frozen=True)
class Axis:
    """What an axis counts, with its unit, and how its numbers are written."""

    title: str
    show: Callable[[float], str]


@dataclass(frozen=True)
class Curve:
    """Values by what they depend on."""

    name: str
    points: dict[float, float]


@dataclass(frozen=True)
class Chart:
    """One picture."""

    title: str
    description: str
    x: Axis
    y: Axis
    curves: list[Curve]


def number(value: float) -> str:
    """A number as text: 0.5, 20, 10,000."""
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def size(value: float) -> str:
    """A number of bytes as text: 500 B, 20 KB, 1 MB."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("KB", 1e3)):
        if value >= factor:
            return f"{value / factor:g} {unit}"
    return f"{value:g} B"


class Scale:
    """Where a value is on an axis, and the values that have a line."""

    def __init__(self, values: list[float], start: float, end: float, is_round: bool = True) -> None:
        self.low, self.high = min(values), max(values)
        if is_round:
            self.low, self.high = _below(self.low), _above(self.high)
        if self.low == self.high:
            self.low, self.high = _below(self.low / 1.5), _above(self.high * 1.5)
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        """The coordinate of a value."""
        part = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + part * (self.end - self.start), 1)

    def lines(self) -> list[float]:
        """The values that have a line."""
        steps = [1] if math.log10(self.high / self.low) > FEW_DECADES else [1, 2, 5]
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        values = (step * 10.0**power for power in range(first, last + 1) for step in steps)
        return [value for value in values if self.low * 0.999 <= value <= self.high * 1.001]


def _below(value: float) -> float:
    """The next of 1, 2, 5, 10, 20 ... that is not more."""
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return max(step * power for step in (1, 2, 5) if step * power <= value * (1 + 1e-9))


def _above(value: float) -> float:
    """The next of them that is not less."""
    power = 10.0 ** math.floor(math.log10(value) + 1e-9)
    return min(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))


def svg(chart: Chart) -> str:
    """The picture, as the text of a file."""
    top = TITLE_LINE + LEGEND_LINE * len(chart.curves) + 15
    xs = sorted({x for curve in chart.curves for x in curve.points})
    ys = [y for curve in chart.curves for y in curve.points.values()]
    if not ys:
        raise ValueError(f"nothing to draw: {chart.title}")
    across = Scale(xs, LEFT, WIDTH - RIGHT, is_round=False)
    up = Scale(ys, HEIGHT - BOTTOM, top)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="title description">',
        f'<title id="title">{escape(chart.title)}</title>',
        f'<desc id="description">{escape(chart.description)}</desc>',
        _style(len(chart.curves)),
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="4"/>',
        f'<text class="heading" x="{LEFT}" y="22">{escape(chart.title)}</text>',
        *_legend(chart.curves),
        *_axes(chart, xs, across, up),
        *(line for i, curve in enumerate(chart.curves) for line in _curve(i, curve, across, up)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _style(curves: int) -> str:
    """Colours by what the reader's system prefers: the ground is drawn too, so the page around it does not matter."""
    light = "".join(f" .c{i} {{ stroke: {COLOURS[i][0]}; fill: {COLOURS[i][0]}; }}" for i in range(curves))
    dark = "".join(f" .c{i} {{ stroke: {COLOURS[i][1]}; fill: {COLOURS[i][1]}; }}" for i in range(curves))
    return (
        "<style>\n"
        "text { font: 14px system-ui, sans-serif; fill: #1b1f24; stroke: none; } .heading { font-weight: 600; }\n"
        ".ground { fill: #ffffff; } .line { stroke: #d0d7de; } .curve { fill: none; stroke-width: 2; }\n"
        f"{light.strip()}\n"
        "@media (prefers-color-scheme: dark) {\n"
        "text { fill: #e6edf3; } .ground { fill: #14181d; } .line { stroke: #3a424c; }\n"
        f"{dark.strip()}\n"
        "}\n"
        ".curve { fill: none; }\n"
        "</style>"
    )


def _legend(curves: list[Curve]) -> list[str]:
    parts = []
    for i, curve in enumerate(curves):
        y = TITLE_LINE + LEGEND_LINE * i + 12
        parts.append(f'<path class="curve c{i}"{_dash(i)} d="M{LEFT} {y}h36"/>')
        parts.append(_mark(i, LEFT + 18, y))
        parts.append(f'<text x="{LEFT + 46}" y="{y + 5}">{escape(curve.name)}</text>')
    return parts


def _axes(chart: Chart, xs: list[float], across: Scale, up: Scale) -> list[str]:
    """The lines with their numbers; along the horizontal axis at what was measured."""
    bottom = up.start
    parts = []
    for y in up.lines():
        place = up.place(y)
        parts.append(f'<path class="line" d="M{LEFT} {place:g}H{WIDTH - RIGHT}"/>')
        parts.append(f'<text text-anchor="end" x="{LEFT - 8}" y="{place + 5:g}">{escape(chart.y.show(y))}</text>')
    for x in xs:
        place = across.place(x)
        parts.append(f'<path class="line" d="M{place:g} {bottom:g}v5"/>')
        # The last number is moved to the left so that it stays inside.
        anchor = "end" if place > WIDTH - 2 * RIGHT else "middle"
        end = WIDTH - RIGHT + 12 if anchor == "end" else place
        parts.append(f'<text text-anchor="{anchor}" x="{end:g}" y="{bottom + 20:g}">{escape(chart.x.show(x))}</text>')
    middle = (bottom + up.end) / 2
    center = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text text-anchor="middle" x="{center:g}" y="{HEIGHT - 12}">{escape(chart.x.title)}</text>')
    parts.append(
        f'<text text-anchor="middle" transform="translate(20 {middle:g}) rotate(-90)">{escape(chart.y.title)}</text>'
    )
    return parts


def _curve(i: int, curve: Curve, across: Scale, up: Scale) -> list[str]:
    places = [(across.place(x), up.place(y)) for x, y in sorted(curve.points.items())]
    if not places:
        return []
    path = "L".join(f"{x:g} {y:g}" for x, y in places)
    return [f'<path class="curve c{i}"{_dash(i)} d="M{path}"/>', *(_mark(i, x, y) for x, y in places)]


def _dash(i: int) -> str:
    return f' stroke-dasharray="{DASHES[i]}"' if DASHES[i] else ""


def _mark(i: int, x: float, y: float) -> str:
    """A circle, a square, a diamond, a triangle or a small circle."""
    shapes = [
        f'<circle class="c{i}" cx="{x:g}" cy="{y:g}" r="4"/>',
        f'<rect class="c{i}" x="{x - 3.5:g}" y="{y - 3.5:g}" width="7" height="7"/>',
        f'<path class="c{i}" d="M{x:g} {y - 5:g}l5 5l-5 5l-5 -5z"/>',
        f'<path class="c{i}" d="M{x:g} {y - 5:g}l5 9h-10z"/>',
        f'<circle class="c{i}" cx="{x:g}" cy="{y:g}" r="2.5"/>',
    ]
    return shapes[i]
