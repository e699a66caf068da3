"""How much more likely two rows are of one person than of two, by the error model itself.

Rows are taken as one who reads every spelling rightly would take them (observed.csv): what is left
is what the rows truly say, with what is missing, altered or shared with a namesake.
"""

import datetime
import math

import model
from model import FIRST_DAY, MADE, STATED, WRONG

IMPOSSIBLE = 1e-12  # instead of 0, so that sums stay finite
NUMBERS = (
    "given", "father", "grandfather", "family", "kunya", "epithet", "mother", "mother_father", "year", "origin",
    "district", "nationality", "force", "unit", "rank", "captured", "front",
)  # fmt: skip
FIGHTERS = ("service", "force", "unit", "rank")


class Row:
    __slots__ = NUMBERS + (
        "number", "person", "day_month", "document", "service", "sex", "sick", "captured_as", "alias", "fighter", "month",
        "home",
    )  # fmt: skip


def read_row(columns, words_governorate):
    row = Row()
    for name in NUMBERS:
        setattr(row, name, int(columns[name]) if columns[name] else None)
    row.number = int(columns["row"])
    row.day_month = tuple(map(int, columns["day_month"].split("-"))) if columns["day_month"] else None
    row.document, row.service, row.sex = columns["document"], columns["service"], columns["sex"]
    row.sick = columns["sick"] == "True"
    row.captured_as = columns["captured_as"]
    row.month = None
    if row.captured is not None:
        date = FIRST_DAY + datetime.timedelta(days=row.captured)
        row.month = (date.year, date.month)
        if row.captured_as == "month":
            row.captured = None
    row.alias = row.kunya is not None
    row.fighter = any(columns[name] for name in FIGHTERS)
    row.home = row.origin if row.origin is not None else words_governorate.get(row.district)
    return row


def alike(share, wrong):
    """(ratio if equal, ratio if not) of a value that is now and then replaced by another at random."""
    right = (1 - wrong) ** 2
    return right / share + 1 - right, 1 - right


def stated_ratio(has, one, two):
    """Ratios of whether both state what only some people have: [first states][second states]."""
    def both(first, second):
        if first and second:
            return 1 / has
        if first or second:
            other = two if first else one
            return (1 - other) / (1 - has * other)
        return (1 - has * (one + two) + has * one * two) / ((1 - has * one) * (1 - has * two))

    return [[both(first, second) for second in (False, True)] for first in (False, True)]


class Odds:
    def __init__(self, words, side, sought, held, people):
        self.words, self.side = words, side
        male, female = words.given_by_sex["m"].share, words.given_by_sex["f"].share
        self.given = {k: alike(v, model.WRONG_PART) for k, v in (male | female).items()}
        self.mother = {k: alike(v, WRONG["mother"]) for k, v in female.items()}
        self.mother_father = {k: alike(v, WRONG["mother_father"]) for k, v in male.items()}
        self.front = {k: alike(v, WRONG["front"]) for k, v in words.front.share.items()}
        self.kunya = {k: alike(v, WRONG["kunya"]) for k, v in words.kunya.share.items()}
        self.epithet = {k: alike(v, WRONG["epithet"]) for k, v in words.epithet.share.items()}
        self.force = alike(1 / 5, WRONG["force"])
        self.unit = alike(1 / len(words.hidden["unit"]), WRONG["unit"])
        ranks = len(words.hidden["rank"])
        self.rank = {r: alike(((ranks - r) ** 2 - (ranks - r - 1) ** 2) / ranks**2, WRONG["rank"]) for r in range(ranks)}
        self.nationality = {0: alike(0.99, WRONG["nationality"]), 1: alike(0.015, WRONG["nationality"])}
        self.origins = list(words.origin[side].share.values())
        self.family_at = {f: self.shares_of_family(f) for f in words.family.share}
        self.homes, self.alones, self.origin_seen, self.family_seen = {}, {}, {}, {}
        self.governorate = {d: o for o, ds in words.districts.items() for d in ds}
        one, two = STATED[sought], STATED[held]
        self.stated_alias = stated_ratio(MADE["alias"], one["alias"], two["alias"])
        self.stated_sick = stated_ratio(MADE["sick"], one["sick"], two["sick"])
        any_of = [1 - math.prod(1 - stated.get(name, 0) for name in FIGHTERS) for stated in (one, two)]
        self.stated_fighter = stated_ratio(MADE["fighter"], *any_of)
        self.namesake = 2 * model.NAMESAKE / people  # that two given people are namesakes made so
        self.brother = 2 * model.BROTHER / people
        self.year, self.year_of_namesake = year_tables()
        self.day_months, self.captures = {}, {}
        self.off = [(d, p) for d, p in model.CAPTURE_OFF["sought"].share.items() if d != "month"]
        self.off_held = [(d, p) for d, p in model.CAPTURE_OFF["held"].share.items() if d != "month"]
        self.days_apart = self.apart()
        days = [FIRST_DAY + datetime.timedelta(days=day) for day in range(model.DAYS)]
        self.month_of = [(date.year, date.month) for date in days]
        self.month_share = {}
        for month in self.month_of:
            self.month_share[month] = self.month_share.get(month, 0) + 1 / model.DAYS

    def shares_of_family(self, family):
        """For each governorate, the share of its people who have the name."""
        every = (1 - model.HOME_FAMILY) * self.words.family.share[family]
        homes = self.words.home_families
        return [model.HOME_FAMILY * homes[o].share.get(family, 0) + every for o in self.words.origin[self.side].share]

    def apart(self):
        """Ratio for two capture days by how many days apart they are."""
        total = sum(p for _, p in self.off) * sum(p for _, p in self.off_held)
        answer = {}
        for a, p in self.off:
            for b, q in self.off_held:
                answer[b - a] = answer.get(b - a, 0) + p * q / total * model.DAYS
        return answer

    def family_and_home(self, f1, o1, f2, o2):
        """Family name and governorate together: the one tells something of the other."""
        key = (f1, o1, f2, o2)
        ratio = self.homes.get(key)
        if ratio is None:
            ratio = self.homes[key] = self.joint(f1, o1, f2, o2)
        return ratio

    def joint(self, f1, o1, f2, o2):
        e = model.WRONG_PART
        a, b = self.seen_origin(o1), self.seen_origin(o2)
        if f1 is None or f2 is None:
            both = [p * q for p, q in zip(self.seen_family(f1), self.seen_family(f2))]
        else:
            at1, at2 = self.family_at[f1], self.family_at[f2]
            r1, r2 = self.words.family.share[f1], self.words.family.share[f2]
            right, one, none = (1 - e) ** 2 * (f1 == f2), (1 - e) * e, e * e * r1 * r2
            both = [right * p + one * (p * r2 + q * r1) + none for p, q in zip(at1, at2)]
        together = sum(p * x * y * z for p, x, y, z in zip(self.origins, a, b, both))
        return together / (self.alone(f1, o1) * self.alone(f2, o2))

    def alone(self, family, origin):
        ratio = self.alones.get((family, origin))
        if ratio is None:
            parts = zip(self.origins, self.seen_origin(origin), self.seen_family(family))
            ratio = self.alones[family, origin] = sum(p * x * y for p, x, y in parts)
        return ratio

    def seen_origin(self, value):
        """The probability of the governorate seen, for each true one; so are the families."""
        answer = self.origin_seen.get(value)
        if answer is None:
            wrong = WRONG["origin"]
            share = self.words.origin[self.side].share
            answer = [1.0 if value is None else (1 - wrong) * (value == o) + wrong * share[value] for o in share]
            self.origin_seen[value] = answer
        return answer

    def seen_family(self, value):
        answer = self.family_seen.get(value)
        if answer is None:
            e = model.WRONG_PART
            if value is None:
                answer = [1.0] * len(self.origins)
            else:
                answer = [(1 - e) * p + e * self.words.family.share[value] for p in self.family_at[value]]
            self.family_seen[value] = answer
        return answer

    def day_month(self, one, two):
        key = (one, two)
        ratio = self.day_months.get(key)
        if ratio is None:
            candidates = {one, two, one[::-1], two[::-1]}
            candidates = [c for c in candidates if c[1] <= 12 and is_day(c)]
            both = sum(written(one, c) * written(two, c) for c in candidates)
            if one == two == (1, 1):
                both += (365 - len(candidates)) * model.JANUARY**2
            right = (1 - WRONG["day_month"]) ** 2
            ratio = self.day_months[key] = right * both / 365 / (of_all(one) * of_all(two)) + 1 - right
        return ratio

    def capture(self, one, two):
        right = (1 - WRONG["captured"]) ** 2
        return right * self.capture_if_right(one, two) + 1 - right

    def capture_if_right(self, one, two):
        if one.captured is not None and two.captured is not None:
            return self.days_apart.get(two.captured - one.captured, 0.0)
        if one.captured is None and two.captured is None:
            return 1 / self.month_share[one.month] if one.month == two.month else 0.0
        day, off, month = (one.captured, self.off, two.month) if two.captured is None else (two.captured, self.off_held, one.month)
        key = (day, month, two.captured is None)
        ratio = self.captures.get(key)
        if ratio is None:
            total = sum(p for _, p in off)
            hit = sum(p for d, p in off if 0 <= day - d < model.DAYS and self.month_of[day - d] == month) / total
            ratio = self.captures[key] = hit / self.month_share[month]
        return ratio

    def ratio(self, one, two):
        """One person's to two people's likelihood."""
        given = father = 1.0
        if one.given is not None and two.given is not None:
            given = self.given[one.given][one.given != two.given]
        if one.father is not None and two.father is not None:
            father = self.given[one.father][one.father != two.father]
        kin = father  # and grandfather: brothers share them
        if one.grandfather is not None and two.grandfather is not None:
            kin *= self.given[one.grandfather][one.grandfather != two.grandfather]
        home = self.family_and_home(one.family, one.home, two.family, two.home)
        mother = 1.0
        if one.mother is not None and two.mother is not None:
            mother = self.mother[one.mother][one.mother != two.mother]
            if one.mother_father is not None and two.mother_father is not None:
                mother *= self.mother_father[one.mother_father][one.mother_father != two.mother_father]
        year = year_close = 1.0
        if one.year is not None and two.year is not None:
            right = (1 - WRONG["year"]) ** 2
            year = right * self.year[one.year, two.year] + 1 - right
            year_close = self.year_of_namesake[one.year, two.year]
        taken = 1.0
        if one.month is not None and two.month is not None:
            taken = self.capture(one, two)
        if one.front is not None and two.front is not None:
            taken *= self.front[one.front][one.front != two.front]
        same = given * kin * home * mother * year * taken * self.rest(one, two)
        # Two people made alike on purpose: namesakes and brothers.
        family = self.family_and_home(one.family, None, two.family, None)
        namesakes = given * father * (model.NAMESAKE_HOME * home + (1 - model.NAMESAKE_HOME) * family)
        namesakes *= model.NAMESAKE_CLOSE * year_close + 1 - model.NAMESAKE_CLOSE
        brothers = kin * home * mother * (model.BROTHER_TOGETHER * taken + 1 - model.BROTHER_TOGETHER)
        return same / (1 + self.namesake * namesakes + self.brother * brothers)

    def rest(self, one, two):
        ratio = self.stated_alias[one.alias][two.alias]
        if one.alias and two.alias:
            ratio *= self.kunya[one.kunya][one.kunya != two.kunya]
            if one.epithet is not None and two.epithet is not None:
                ratio *= self.epithet[one.epithet][one.epithet != two.epithet]
        ratio *= self.stated_sick[one.sick][two.sick] * self.stated_fighter[one.fighter][two.fighter]
        if one.day_month and two.day_month:
            ratio *= self.day_month(one.day_month, two.day_month)
        if one.district is not None and two.district is not None:
            ratio *= self.district(one.district, two.district)
        if one.nationality is not None and two.nationality is not None:
            ratio *= self.nationality[one.nationality][one.nationality != two.nationality]
        if one.document and two.document:
            ratio *= digits_ratio(one.document, two.document, WRONG["document"])
        if one.service and two.service:
            ratio *= digits_ratio(one.service, two.service, WRONG["service"])
        if one.force is not None and two.force is not None:
            ratio *= self.force[one.force != two.force]
        if one.unit is not None and two.unit is not None:
            ratio *= self.unit[one.unit != two.unit]
        if one.rank is not None and two.rank is not None:
            ratio *= self.rank[one.rank][one.rank != two.rank]
        if one.sex and two.sex and (one.given is None or two.given is None):
            ratio *= 1.0 if one.sex == two.sex else WRONG["sex"]
        return ratio

    def district(self, one, two):
        """Within the governorate: that is weighed by itself."""
        equal, other = alike(1 / len(self.words.districts[self.governorate[one]]), WRONG["district"])
        if one == two:
            return equal
        return other if self.governorate[one] == self.governorate[two] else 1.0


def is_day(day_month):
    try:
        datetime.date(2001, day_month[1], day_month[0])
    except ValueError:
        return False
    return True


def written(seen, true):
    """The probability that a date of birth is written as seen."""
    answer = model.JANUARY * (seen == (1, 1))
    can_swap = true[0] <= 12 and true[0] != true[1]
    if seen == true:
        answer += (1 - model.JANUARY) * (1 - model.SWAPPED * can_swap)
    elif can_swap and seen == true[::-1]:
        answer += (1 - model.JANUARY) * model.SWAPPED
    return answer


def of_all(seen):
    """The probability that someone's date of birth is written so."""
    others = {seen, seen[::-1]}
    answer = sum(written(seen, c) for c in others if c[1] <= 12 and is_day(c))
    return (answer + model.JANUARY * (seen == (1, 1)) * (365 - len(others))) / 365


def digits_ratio(one, two, wrong):
    """A wrong number differs in one digit."""
    every = 10.0 ** len(one)
    differ = sum(a != b for a, b in zip(one, two))
    if differ == 0:
        return every * (1 - wrong) ** 2
    if differ == 1:
        return every * 2 * wrong * (1 - wrong) / (9 * len(one))
    return every * 2 * (wrong / (9 * len(one))) ** 2 if differ == 2 else IMPOSSIBLE


def year_tables():
    """Ratios for two years of birth: of one person; of namesakes made close in age."""
    child = 0.021
    share = {model.YEAR - age: p * (1 - child) for age, p in model.ADULT_AGE.share.items()}
    for age, p in model.CHILD_AGE.share.items():
        share[model.YEAR - age] = share.get(model.YEAR - age, 0) + p * child
    written_as, alone = {}, {}
    for year, p in share.items():
        written_as[year] = {year: 1 - model.YEAR_OFF}
        for other, q in model.YEAR_SHIFT[year].share.items():
            written_as[year][other] = written_as[year].get(other, 0) + model.YEAR_OFF * q
        for other, q in written_as[year].items():
            alone[other] = alone.get(other, 0) + p * q
    same, close = Ratios(), Ratios()
    for year, p in share.items():
        add_pairs(same, written_as[year], written_as[year], p, alone)
        near = [year + d for d in range(-3, 4) if year + d in share]
        for other in near:
            add_pairs(close, written_as[year], written_as[other], p / len(near), alone)
    return same, close


class Ratios(dict):
    def __missing__(self, key):
        return 0.0


def add_pairs(table, one, two, share, alone):
    for a, p in one.items():
        for b, q in two.items():
            table[a, b] = table.get((a, b), 0.0) + share * p * q / (alone[a] * alone[b])
