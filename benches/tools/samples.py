"""What the rounds of a measurement gave: a figure and its spread, or that there is none."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

NOISY = "not measured: noisy"
# A spread of this part of the figure or more swallows it.
SWALLOWING = 0.5


@dataclass(frozen=True)
class Samples:
    """One value a round. A count, which repeats, has one alone."""

    rounds: tuple[float, ...]

    @property
    def value(self) -> float:
        """The median."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        """Half of the distance between the quartiles: half of the rounds are within so much of their middle."""
        if len(self.rounds) == 1:
            return 0.0
        lower, _, upper = statistics.quantiles(self.rounds, n=4, method="inclusive")
        return (upper - lower) / 2

    @property
    def is_noisy(self) -> bool:
        """Whether it says nothing: what is measured cannot be negative, nor as small as its spread."""
        return self.value < 0 or 0 < self.spread >= SWALLOWING * self.value

    def scaled(self, scale: float) -> Samples:
        """The same in another unit."""
        return Samples(tuple(value * scale for value in self.rounds))

    def inverse(self) -> Samples:
        """The rate that belongs to a duration. A round without a duration has none."""
        return Samples(tuple(1 / value if value > 0 else -1.0 for value in self.rounds))

    def less(self, other: Samples) -> Samples:
        """By how much it is more than the other, round by round."""
        return Samples(tuple(one - two for one, two in zip(self.rounds, other.rounds, strict=True)))

    def over(self, other: Samples) -> Samples:
        """The ratio, round by round: what slows a round down slows down both. Only a positive divisor has one."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return Samples(tuple(one / two if two > 0 else -1.0 for one, two in pairs))


def exactly(value: float) -> Samples:
    """A figure that repeats."""
    return Samples((value,))


def best(peers: list[Samples], largest: bool = False) -> Samples:
    """The best of several in each round: the smallest, or the largest."""
    pick = max if largest else min
    return Samples(tuple(pick(values) for values in zip(*(peer.rounds for peer in peers), strict=True)))
