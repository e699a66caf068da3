"""nomenklatura's logic-v2 on people of the followthemoney model, for pairs with an equal key; it is made to
screen one name against a list, so what it is slow at here is not its trade. Linked from its own .7."""

import peer

from followthemoney import model
from nomenklatura.matching import LogicV2, ScoringConfig


def date(text):
    digits = text.replace("-", "")
    if len(digits) != 8 or not digits.isdigit():
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def person(number, row, columns):
    entity = model.make_entity("Person")
    entity.id = str(number)
    for prop, value in (("firstName", row["given"]), ("lastName", row["family"]),
                        ("name", f"{row['given']} {row['family']}".strip()), ("birthDate", date(row["birth"])),
                        ("gender", {"m": "male", "f": "female"}.get(row.get("sex", ""), "")),
                        ("email", row.get("email", "")), ("phone", row.get("phone", "")),
                        ("idNumber", row.get("soc_sec_id", ""))):
        if value:
            entity.add(prop, value, quiet=True, cleaned=prop not in ("name", "firstName", "lastName"))
    where = " ".join(row[name] for name in columns["others"]
                     if name not in ("sex", "email", "phone", "soc_sec_id", "occupation") and row[name])
    if where:
        entity.add("address", where, quiet=True)
    return entity


def main():
    job = peer.Job()
    lists = job.rows()
    columns = job.columns()
    a, b = peer.blocked(lists, columns["keys"])
    people = [[person(number, row, columns) for number, row in enumerate(rows)] for rows in lists]
    config = ScoringConfig.defaults()
    second = people[1] if job.two else people[0]
    scores = (LogicV2.compare(people[0][x], second[y], config).score for x, y in zip(a, b))
    job.tell(zip(a, b, scores), len(a))


main()
