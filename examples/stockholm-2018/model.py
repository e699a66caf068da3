"""The error model: every rate, and the distributions people are drawn from. The lists are made
from it (people.py, seen.py), and the ceiling is computed from it (ceiling.py)."""

import datetime
import os

from draw import Weighted

YEAR = 2018  # of the lists: ages are counted from it
FIRST_DAY = datetime.date(2015, 3, 26)  # captures fall from this day ...
DAYS = 1345  # ... to 30 November 2018, each day as likely as another

SOUGHT = {"ansar-allah": 8576, "government": 7487}
WOMEN = {"ansar-allah": 31, "government": 57}  # 88 on the two sought lists
CHILDREN = {"ansar-allah": 178, "government": 154}  # at least; under 18 in 2018

# What became of the people sought (shares of them).
FATES = {
    "ansar-allah": Weighted(
        [("held", 0.70), ("transferred", 0.05), ("died", 0.08), ("released", 0.05), ("never-held", 0.12)]
    ),
    "government": Weighted(
        [("held", 0.71), ("transferred", 0.03), ("died", 0.09), ("released", 0.05), ("never-held", 0.12)]
    ),
}
ALLY = {"government": "southern-forces", "ansar-allah": "popular-committees"}  # transfers go there
OPPONENT = {"ansar-allah": "government", "government": "ansar-allah"}

LISTED = 0.68  # of those held, on the holder's list
UNCLAIMED = 0.09  # of a held list: people nobody claims
ALLY_LISTED = 0.85  # of those transferred to southern-forces, on its list
STALE = 0.20  # of those transferred, still on the first holder's list as well
DUPLICATE = 0.033  # of a list's rows: a second row of the same person
NAMESAKE = 0.024  # of people: given, father's and family name of another
NAMESAKE_CLOSE = 0.5  # of namesakes: at most 3 years apart
NAMESAKE_HOME = 0.6  # of namesakes: the same governorate
BROTHER = 0.06  # of people: a brother or sister of another
BROTHER_TOGETHER = 0.4  # of those: taken at the same place on the same day
HOME_FAMILY = 0.5  # a family name is drawn from the governorate's own tenth, else from all

# What goes wrong with a row, whichever list. Each is drawn by itself.
SPELLING = 0.46  # a name part is misspelt, beyond how it is transliterated
SPELLING_SECOND = 0.3  # of those, two parts
WRONG_PART = 0.012  # a given, father's, grandfather's or family name is another name
FATHER_MISSING = 0.16
GRANDFATHER_MISSING = 0.42
FAMILY_MISSING = 0.04
BIRTH_MISSING = 0.12
YEAR_OFF = 0.18  # of the years stated; see year_shifts
SWAPPED = 0.27  # of full dates in which the day could be a month
JANUARY = 0.05  # of full dates: written as 1 January
KUNYA_ONLY = 0.03  # of rows of people with a nom de guerre
WRONG = {  # another value, drawn as if at random
    "mother": 0.02, "mother_father": 0.03, "sex": 0.004, "origin": 0.03, "district": 0.05,
    "nationality": 0.005, "document": 0.04, "service": 0.05, "kunya": 0.03, "epithet": 0.05,
    "force": 0.05, "unit": 0.10, "rank": 0.12, "front": 0.06, "year": 0.01, "day_month": 0.04, "captured": 0.03,
}  # fmt: skip
MESSY = 0.04

# How often a list states a field, if there is something to state.
STATED = {
    "ansar-allah-sought": {
        "alias": 0.60, "mother": 0.38, "sex": 0.95, "district": 0.55, "origin": 0.92, "nationality": 0.9,
        "document": 0.22, "service": 0.32, "force": 0.85, "unit": 0.65, "rank": 0.70, "captured": 0.88,
        "front": 0.88, "sick": 0.40, "contact": 0.8, "source": 0.5, "holder": 0.85, "consent": 0.9,
    },
    "ansar-allah-held": {
        "alias": 0.40, "mother": 0.32, "sex": 0.97, "district": 0.52, "origin": 0.90, "nationality": 0.95,
        "document": 0.20, "service": 0.14, "force": 0.50, "rank": 0.35, "captured": 0.90, "front": 0.85,
        "sick": 0.80, "place": 0.95,
    },
    "government-sought": {
        "alias": 0.50, "mother": 0.34, "sex": 0.95, "district": 0.52, "origin": 0.90, "nationality": 0.9,
        "document": 0.22, "service": 0.28, "force": 0.80, "unit": 0.60, "rank": 0.65, "captured": 0.86,
        "front": 0.86, "sick": 0.40, "contact": 0.8, "source": 0.5, "holder": 0.85, "consent": 0.9,
    },
    "government-held": {
        "alias": 0.38, "mother": 0.32, "sex": 0.97, "district": 0.48, "origin": 0.90, "nationality": 0.95,
        "document": 0.18, "service": 0.14, "force": 0.45, "rank": 0.30, "captured": 0.90, "front": 0.85,
        "sick": 0.80, "place": 0.95,
    },
    "southern-forces-held": {
        "alias": 0.40, "mother": 0.20, "sex": 0.0, "district": 0.0, "origin": 0.90, "nationality": 0.0,
        "document": 0.10, "service": 0.0, "force": 0.30, "captured": 0.85, "front": 0.80, "sick": 0.70,
        "place": 0.95,
    },
    "abductees-mothers-sought": {
        "alias": 0.30, "mother": 0.75, "sex": 0.98, "district": 0.70, "origin": 0.90, "nationality": 0.0,
        "document": 0.20, "service": 0.0, "captured": 0.95, "front": 0.80, "sick": 0.40, "contact": 0.9,
        "source": 0.3, "holder": 0.9, "consent": 1.0,
    },
}  # fmt: skip

# A stated birth is a full date, a year, or an age.
BIRTH_AS = {
    "ansar-allah-sought": Weighted([("date", 0.80), ("year", 0.20)]),
    "ansar-allah-held": Weighted([("date", 0.78), ("year", 0.14), ("age", 0.08)]),
    "government-sought": Weighted([("date", 0.72), ("year", 0.08), ("age", 0.20)]),
    "government-held": Weighted([("date", 0.70), ("year", 0.06), ("age", 0.24)]),
    "southern-forces-held": Weighted([("date", 0.70), ("year", 0.10), ("age", 0.20)]),
    "abductees-mothers-sought": Weighted([("date", 0.75), ("year", 0.15), ("age", 0.10)]),
}
# Days by which a capture date is off; "month": only the month is given. A holder's may be the day of
# registration, weeks later; a family's may be that of the last call.
CAPTURE_OFF = {
    "sought": Weighted(
        [(0, 0.46), ("month", 0.18)] + [(sign * d, 0.04) for d in (1, 2) for sign in (1, -1)]
        + [(sign * d, 0.015) for d in (3, 5, 7, 10) for sign in (1, -1)] + [(-d, 0.004) for d in range(11, 31)]
    ),
    "held": Weighted(
        [(0, 0.60), ("month", 0.14), (1, 0.05), (-1, 0.03)] + [(d, 0.03) for d in (2, 3)]
        + [(d, 0.001) for d in range(10, 130)]
    ),
}
MADE = {  # fields of people that a list may state, and the share of people who have them
    "alias": 0.40, "sick": 0.09, "document": 0.9, "fighter": 0.8,
}  # fmt: skip


def adult_ages():
    bands = ((18, 24, 30), (25, 34, 38), (35, 44, 20), (45, 60, 10), (61, 75, 2))
    return Weighted([(age, share / (high - low + 1)) for low, high, share in bands for age in range(low, high + 1)])


ADULT_AGE = adult_ages()
CHILD_AGE = Weighted([(10, 1), (11, 1), (12, 2), (13, 3), (14, 5), (15, 7), (16, 9), (17, 10)])


def year_shifts(year):
    """The years that may be written for one that is off, with their probabilities."""
    age = YEAR - year
    by_five, by_ten = (YEAR - step * ((age + step // 2) // step) for step in (5, 10))
    shifts = {}
    for other, share in (
        (year - 1, 0.27), (year + 1, 0.27), (year - 2, 0.11), (year + 2, 0.11), (by_five, 0.16), (by_ten, 0.08),
    ):  # fmt: skip
        # An age that is round already is off by one instead.
        other = min(other if other != year else year + 1, YEAR)
        shifts[other] = shifts.get(other, 0.0) + share
    return Weighted(sorted(shifts.items()))


YEAR_SHIFT = {year: year_shifts(year) for year in range(YEAR - 76, YEAR - 9)}


def read_words(name):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words", name)
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("|")


class Words:
    """The tables of words/. People and rows hold indices into these lists."""

    def __init__(self):
        self.given = []  # (sex, Arabic, sound, Latin spellings, Arabic spellings)
        weights = []
        for sex, arabic, sound, weight, latin, others in read_words("given.txt"):
            weights.append(int(weight))
            self.given.append((sex, arabic, sound, split(latin), split(others)))
        self.given_by_sex = {
            sex: Weighted([(i, w) for i, w in enumerate(weights) if self.given[i][0] == sex]) for sex in "mf"
        }
        self.families = []
        weights = []
        for arabic, sound, weight in read_words("families.txt"):
            self.families.append((arabic, sound))
            weights.append(int(weight))
        self.family = Weighted(list(enumerate(weights)))
        self.kunyas, self.epithets = [], []
        kunya_weights = []
        for kind, arabic, latin, weight in read_words("aliases.txt"):
            (self.kunyas if kind == "k" else self.epithets).append((arabic, split(latin)))
            if kind == "k":
                kunya_weights.append(int(weight))
        self.kunya = Weighted(list(enumerate(kunya_weights)))
        self.epithet = Weighted([(i, 1) for i in range(len(self.epithets))])
        self.read_places()
        self.hidden = {}
        for kind, arabic, latin in read_words("hidden.txt"):
            self.hidden.setdefault(kind, []).append((arabic, latin))

    def read_places(self):
        self.places = []  # (Arabic, Latin spellings); governorates and districts
        self.districts = {}  # governorate: its districts
        weights = {"ansar-allah": [], "government": []}
        governorate = None
        for kind, arabic, latin, *numbers in read_words("places.txt"):
            place = len(self.places)
            self.places.append((arabic, split(latin)))
            if kind == "g":
                governorate = place
                self.districts[place] = []
                for side, weight in zip(weights, numbers):
                    weights[side].append((place, int(weight)))
            else:
                self.districts[governorate].append(place)
        self.origin = {side: Weighted(pairs) for side, pairs in weights.items()}
        every = [place for places in self.districts.values() for place in places]
        # Fronts: every third district, the first ones oftener.
        self.front = Weighted([(place, 1 / (4 + i)) for i, place in enumerate(every[::3])])
        self.district_among_all = Weighted([(place, 1) for place in every])
        self.home_families = {}
        for number, origin in enumerate(sorted(self.districts)):
            own = [(i, 1) for i in range(len(self.families)) if i % len(self.districts) in (number, (number + 7) % 22)]
            self.home_families[origin] = Weighted(own)


def split(text):
    return [part for part in text.split(",") if part]
