"""People, all invented, with what became of them."""

import datetime

from model import (
    ADULT_AGE, BROTHER, BROTHER_TOGETHER, CHILD_AGE, DAYS, FATES, HOME_FAMILY, MADE, NAMESAKE, NAMESAKE_CLOSE,
    NAMESAKE_HOME, OPPONENT, ALLY, FIRST_DAY, YEAR,
)  # fmt: skip


class Person:
    __slots__ = (
        "id", "side", "sex", "given", "father", "grandfather", "family", "mother", "mother_father", "year", "day_month",
        "origin", "district", "nationality", "document", "service", "kunya", "epithet", "force", "unit", "rank",
        "captured", "front", "sick", "state", "holder", "since", "namesake_of", "brother_of",
    )  # fmt: skip


def make_person(number, side, kind, words, draw, others):
    """kind: man, woman or child. others: people of the side so far, who may have namesakes."""
    person = Person()
    person.id = f"P{number:05d}"
    person.side = side
    person.sex = "f" if kind == "woman" else "m"
    male = words.given_by_sex["m"]
    person.given = words.given_by_sex[person.sex].draw(draw)
    person.father, person.grandfather = male.draw(draw), male.draw(draw)
    person.origin = words.origin[side].draw(draw)
    home = words.home_families[person.origin] if draw.chance(HOME_FAMILY) else words.family
    person.family = home.draw(draw)
    person.mother, person.mother_father = words.given_by_sex["f"].draw(draw), male.draw(draw)
    age = (CHILD_AGE if kind == "child" else ADULT_AGE).draw(draw)
    person.year = YEAR - age
    person.day_month = birthday(draw)
    person.captured = draw.below(DAYS)
    person.front = words.front.draw(draw)
    person.namesake_of = person.brother_of = ""
    kin = draw.unit()
    if others and kin < NAMESAKE + BROTHER:
        other = draw.pick(others)
        if kin < NAMESAKE:
            make_namesake(person, other, kind, draw)
        else:
            make_brother(person, other, draw)
    person.district = draw.pick(words.districts[person.origin])
    person.nationality = 1 if draw.chance(0.01) else 0
    person.document = draw.digits(11) if kind != "child" and draw.chance(MADE["document"]) else ""
    fighter = kind == "man" and draw.chance(MADE["fighter"])
    person.service = draw.digits(7) if fighter else ""
    person.kunya = words.kunya.draw(draw) if kind == "man" and draw.chance(MADE["alias"]) else None
    person.epithet = words.epithet.draw(draw) if person.kunya is not None else None
    forces = words.hidden["force.a" if side == "ansar-allah" else "force.g"]
    person.force = draw.below(len(forces)) if fighter else None
    person.unit = draw.below(len(words.hidden["unit"])) if fighter else None
    # Few are officers: the lower of two draws.
    ranks = len(words.hidden["rank"])
    person.rank = min(draw.below(ranks), draw.below(ranks)) if fighter else None
    person.sick = draw.chance(MADE["sick"])
    return person


def birthday(draw):
    """Day and month; nobody is born on 29 February."""
    date = datetime.date(2001, 1, 1) + datetime.timedelta(days=draw.below(365))
    return date.day, date.month


def make_namesake(person, other, kind, draw):
    if other.sex != person.sex:
        return
    person.namesake_of = other.id
    person.given, person.father, person.family = other.given, other.father, other.family
    if draw.chance(NAMESAKE_HOME):
        person.origin = other.origin
    # The number of children is fixed: a child stays one.
    if draw.chance(NAMESAKE_CLOSE) and kind == "man" and other.year < YEAR - 20:
        person.year = other.year + draw.between(-3, 3)
        person.year = min(max(person.year, YEAR - 75), YEAR - 18)


def make_brother(person, other, draw):
    person.brother_of = other.id
    person.father, person.grandfather, person.family = other.father, other.grandfather, other.family
    person.mother, person.mother_father = other.mother, other.mother_father
    person.origin = other.origin
    if draw.chance(BROTHER_TOGETHER):
        person.captured, person.front = other.captured, other.front


def decide_fate(person, draw):
    """For someone sought: where that person truly is."""
    settle(person, FATES[person.side].draw(draw), draw)


def settle(person, state, draw):
    holder = OPPONENT[person.side]
    person.state = state
    person.holder = {"held": holder, "transferred": ALLY[holder]}.get(state, "")
    left = person.captured + 1 + draw.below(max(1, DAYS - person.captured))
    person.since = ""
    if state in ("died", "released", "transferred"):
        person.since = (FIRST_DAY + datetime.timedelta(days=min(left, DAYS))).isoformat()
