"""What the people of the example decide. They know the truth, and do not always tell it."""

from draw import Draw

REFUSED = 0.04  # of those held and on the holder's own list: answered "not held" all the same
WITHHELD = 0.02  # of those held: held, but not for exchange
DENIED = 0.25  # of those held and not on it: so too
UNSURE = 0.20  # of those never held: "unknown"
UNNAMED = 0.7  # of those known only by a nom de guerre: "insufficiently identified"
SILENT = 0.01  # no answer
CONTESTED = 0.9  # of those held and denied: the claimant contests
DOUBTED = 0.03  # of true answers other than held: contested as well
ADMITTED = 0.6  # of those held, denied and contested: admitted in the end
LATER = 0.03  # of an officer's verdicts

# If the sheet does not offer a choice, this one is taken.
INSTEAD = {
    "insufficient": "unknown", "duplicate": "unknown", "transferred": "not-held", "released": "not-held",
    "unknown": "not-held", "held-withheld": "held",
}  # fmt: skip


class Role:
    """A party's focal point, or one of two officers. Each decision depends on the seed and the person
    alone, so that rows in another order, or asked again, get the same."""

    def __init__(self, by, officer, seed, registry):
        self.by, self.officer, self.seed, self.registry = by, officer, seed, registry
        self.answered = {}

    def draw(self, label, person):
        return Draw(f"{self.seed}/{label}/{person}")

    def decide(self, kind, found):
        """(token or None, texts of further columns)."""
        how = {"review": self.verdict, "answer": self.answer, "remark": self.remark, "final": self.final, "last": self.last}
        return how[kind](found)

    def verdict(self, pair):
        one, two = pair
        other = f"{two.list}/{two.row}" if two else "as answered"
        draw = self.draw(f"officer {self.officer}", f"{one.list}/{one.row}/{other}")
        if draw.chance(LATER):
            return "later", {"text": ""}
        if two is None:
            # The officer asks, and learns whether the answer means this person.
            return ("match" if one.state in ("held", "transferred") else "different"), {}
        return ("match" if one.person == two.person else "different"), {}

    def answer(self, record):
        if self.draw("silence", record.person).chance(SILENT):
            return None, {}
        token = self.apart(record) or self.first_answer(record)
        return token, self.details(record, token)

    def apart(self, record):
        """Rows that get no answer on the person: a second one of somebody, or one with no name."""
        if self.is_second(record):
            return "duplicate"
        if record.nameless and self.draw("nameless", record.person).chance(UNNAMED):
            return "insufficient"
        return None

    def is_second(self, record):
        return self.answered.setdefault(record.person, record) is not record

    def details(self, record, token):
        if token == "transferred":
            return {"date": record.since, "to": record.holder}
        if token in ("died", "released"):
            return {"date": record.since}
        return {}

    def holder(self, record):
        """Who answers for this person: the opponent of the person's side."""
        return "government" if record.side == "ansar-allah" else "ansar-allah"

    def first_answer(self, record):
        holder = self.holder(record)
        draw = self.draw("first answer", record.person)
        if record.state == "held":
            listed = self.registry.lists_person(holder, record.person)
            if draw.chance(REFUSED if listed else DENIED):
                return "not-held"
            return "held-withheld" if draw.chance(WITHHELD) else "held"
        if record.state == "transferred":
            # The ally that the person went to holds him.
            return "held" if self.by == record.holder else "transferred"
        if record.state == "never-held":
            return "unknown" if draw.chance(UNSURE) else "not-held"
        return record.state

    def contests(self, record):
        """Whether the claimant does not believe the first answer."""
        draw = self.draw("remark", record.person)
        first = self.first_answer(record)
        if first.startswith("held"):
            return False
        return draw.chance(CONTESTED if record.state == "held" else DOUBTED)

    def remark(self, record):
        if self.is_second(record) or not self.contests(record):
            return "accepted", {}
        return "contested", self.reason()

    def reason(self):
        return {"text": "شوهد حيا" if self.by == "ansar-allah" else "seen alive"}

    def final(self, record):
        token = self.apart(record) or self.last_answer(record)
        return token, self.details(record, token)

    def last_answer(self, record):
        token = self.first_answer(record)
        if record.state == "held" and token == "not-held" and self.contests(record):
            if self.draw("final", record.person).chance(ADMITTED):
                return "held"
        return token

    def last(self, record):
        """The claimant's last remark: those held and still denied stay contested."""
        if record.state == "held" and not self.is_second(record) and not self.last_answer(record).startswith("held"):
            return "contested", self.reason()
        return "accepted", {}
