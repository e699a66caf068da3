"""Chance, seeded. Only random.Random.random() is used: its sequence is promised to stay the same."""

import bisect
import random


class Draw:
    def __init__(self, seed):
        self.unit = random.Random(str(seed)).random  # [0, 1)

    def chance(self, probability):
        return self.unit() < probability

    def below(self, number):
        return int(self.unit() * number)

    def between(self, low, high):
        return low + int(self.unit() * (high - low + 1))

    def pick(self, items):
        return items[int(self.unit() * len(items))]

    def digits(self, number):
        return str(int(self.unit() * 10**number)).zfill(number)

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = int(self.unit() * (last + 1))
            items[last], items[other] = items[other], items[last]


class Weighted:
    """A distribution over items; share[item] is its probability."""

    def __init__(self, pairs):
        self.items = [item for item, _ in pairs]
        total = sum(weight for _, weight in pairs)
        self.share = {item: weight / total for item, weight in pairs}
        self.edges = []
        reached = 0.0
        for item in self.items:
            reached += self.share[item]
            self.edges.append(reached)
        self.edges[-1] = 1.0

    def draw(self, draw):
        return self.items[bisect.bisect_right(self.edges, draw.unit())]
