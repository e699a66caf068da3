#include "exchange/eligible.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace parley::exchange {
namespace {

using planning::FirstClass;
using record::EntryId;

constexpr std::int32_t kAdult = 18;
constexpr std::int32_t kElderly = 60;

constexpr std::array<std::string_view, kBarCount> kBars = {
    "not-agreed",    "not-held",    "dead",     "at-liberty",       "does-not-travel",
    "not-confirmed", "same-person", "no-party", "different-person", "withdrawn"};

// Who was born so surely in a span of days is under or over an age on a day.
bool surely_under(const text::BirthSpan& born, std::int32_t age, const Date& on) {
  const Date day = {born.first.year + age, born.first.month, std::min(born.first.day, 28)};
  return on < day;
}

bool surely_over(const text::BirthSpan& born, std::int32_t age, const Date& on) {
  const Date day = {born.last.year + age, born.last.month, std::min(born.last.day, 28)};
  return day < on;
}

bool names_class(const planning::Terms& terms, FirstClass first) {
  return std::any_of(terms.first.begin(), terms.first.end(),
                     [first](const auto& group) { return group.first == first; });
}

std::optional<FirstClass> class_of(const planning::Terms& terms, const Person& claimed,
                                   const std::optional<Person>& held, const Date& on) {
  const bool ill = claimed.health_grave || (held && held->health_grave);
  if (ill && names_class(terms, FirstClass::kWoundedOrSick)) return FirstClass::kWoundedOrSick;
  // A side's own word on a birth counts where the other has none.
  std::optional<text::BirthSpan> born = claimed.born_span;
  if (!born && held) born = held->born_span;
  if (!born) return {};
  if (surely_under(*born, kAdult, on) && names_class(terms, FirstClass::kChild)) {
    return FirstClass::kChild;
  }
  if (surely_over(*born, kElderly, on) && names_class(terms, FirstClass::kElderly)) {
    return FirstClass::kElderly;
  }
  return {};
}

std::int64_t held_since(const Person& claimed, const std::optional<Person>& held) {
  const auto& captured = claimed.captured ? claimed.captured
                                          : (held ? held->captured : std::optional<text::ReadDate>{});
  if (!captured) return days_from_civil({9999, 12, 31});
  return days_from_civil(captured->date.last_day());
}

class Sorting {
 public:
  Sorting(const View& view, const planning::Terms& terms, const Date& on)
      : view_(view), terms_(terms), on_(on) {
    // Of rows that are no claims: what befell the person stands in events alone.
    for (const Event& event : view.claims.events) {
      if (view.claims.claim(event.person) == nullptr) take(fates_[event.person], event);
    }
  }

  Result<Eligible> run() {
    out_.problem.terms = terms_;
    for (const Claim& claim : view_.claims.claims) {
      if (claim.state == ClaimState::kWithdrawn) continue;
      if (const auto bar = admit(claim)) out_.barred.push_back({claim.id, *bar});
    }
    order();
    PARLEY_ASSIGN(out_.named_absent, planning::mark_named(out_.problem, references_, absent()));
    return std::move(out_);
  }

 private:
  std::optional<Bar> admit(const Claim& claim) {
    const std::set<EntryId> rows = rows_of(claim.id);
    if (befell(rows, &Claim::dead)) return Bar::kDead;
    if (befell(rows, &Claim::at_liberty)) return Bar::kAtLiberty;
    if (claim.state != ClaimState::kAgreed) return Bar::kNotAgreed;
    if (claim.status != AnswerStatus::kHeld) return Bar::kNotHeld;
    if (befell(rows, &Claim::does_not_travel)) return Bar::kDoesNotTravel;
    std::optional<EntryId> held;
    if (!confirmed(claim, held)) return Bar::kNotConfirmed;
    if (std::any_of(rows.begin(), rows.end(),
                    [this](const EntryId& row) { return taken_.contains(row); })) {
      return Bar::kSamePerson;
    }
    const auto claimant = party_in_terms(view_, terms_, claim.claimant);
    const auto holder = claim.holder ? party_in_terms(view_, terms_, *claim.holder) : std::nullopt;
    if (!claimant || !holder || claimant == holder) return Bar::kNoParty;
    taken_.insert(rows.begin(), rows.end());
    add(claim, held, *holder, *claimant);
    return {};
  }

  // A row of a held list that two keys say is this person, the first in the record; else the claim
  // as answered. Ids are random and must not decide.
  bool confirmed(const Claim& claim, std::optional<EntryId>& held) const {
    const Row* first = nullptr;
    for (const auto& [other, keys] : view_.identities.same_as(claim.id)) {
      const Row* row = view_.lists.row(other);
      if (keys < 2 || row == nullptr) continue;
      if (view_.lists.lists[row->list].kind != ListKind::kHeld) continue;
      if (first == nullptr || row->index < first->index) first = row;
    }
    if (first != nullptr) held = first->id;
    return first != nullptr || view_.identities.confirmed(claim.id, std::nullopt);
  }

  bool befell(const std::set<EntryId>& rows, bool Claim::*what) const {
    return std::any_of(rows.begin(), rows.end(), [&](const EntryId& row) {
      if (const Claim* claim = view_.claims.claim(row)) return claim->*what;
      const auto fate = fates_.find(row);
      return fate != fates_.end() && fate->second.*what;
    });
  }

  // Whom the terms may name, though no person of the problem: barred claims, and the holders' rows.
  std::vector<planning::Absent> absent() const {
    std::vector<planning::Absent> out;
    for (const Barred& barred : out_.barred) {
      const Claim& claim = *view_.claims.claim(barred.claim);
      const auto holder = claim.holder ? party_in_terms(view_, terms_, *claim.holder) : std::nullopt;
      if (!holder) continue;
      out.push_back({claim.id, *holder,
                     claim.answer ? view_.claims.answers[*claim.answer].reference : std::string()});
    }
    for (const Row& row : view_.lists.rows) {
      const List& list = view_.lists.lists[row.list];
      const auto holder = party_in_terms(view_, terms_, list.by);
      if (list.kind != ListKind::kHeld || !holder) continue;
      out.push_back({row.id, *holder, std::string(view_.lists.text(row, Field::kReference))});
    }
    return out;
  }

  // Every row that somebody says is this person, through others too.
  std::set<EntryId> rows_of(const EntryId& claim) const {
    std::set<EntryId> found = {claim};
    std::vector<EntryId> open = {claim};
    while (!open.empty()) {
      const EntryId at = open.back();
      open.pop_back();
      for (const auto& [other, keys] : view_.identities.same_as(at)) {
        if (found.insert(other).second) open.push_back(other);
      }
    }
    return found;
  }

  void add(const Claim& claim, const std::optional<EntryId>& held, planning::PartyIndex holder,
           planning::PartyIndex claimant) {
    const auto claimed = view_.person(view_.lists.rows[claim.row]);
    std::optional<Person> other;
    std::string reference;
    if (held) {
      out_.held_row.emplace(claim.id, *held);
      const Row& row = *view_.lists.row(*held);
      reference = view_.lists.text(row, Field::kReference);
      if (auto read = view_.person(row)) other = *std::move(read);
    }
    if (reference.empty() && claim.answer) {
      reference = view_.claims.answers[*claim.answer].reference;
    }
    planning::Person person;
    person.id = claim.id;
    person.holder = holder;
    person.claimant = claimant;
    const Person one = claimed ? *claimed : Person{};
    person.first = class_of(terms_, one, other, on_);
    person.order = static_cast<std::uint64_t>(held_since(one, other) - days_from_civil({1, 1, 1}));
    out_.problem.persons.push_back(person);
    references_.push_back(std::move(reference));
  }

  // The longest held first; as in the record where equal. `order` becomes the place.
  void order() {
    std::vector<std::size_t> places(out_.problem.persons.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::stable_sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
      return out_.problem.persons[a].order < out_.problem.persons[b].order;
    });
    std::vector<planning::Person> persons;
    std::vector<std::string> references;
    for (const std::size_t place : places) {
      persons.push_back(out_.problem.persons[place]);
      persons.back().order = persons.size() - 1;
      references.push_back(std::move(references_[place]));
    }
    out_.problem.persons = std::move(persons);
    references_ = std::move(references);
  }

  const View& view_;
  const planning::Terms& terms_;
  const Date on_;
  Eligible out_;
  std::vector<std::string> references_;
  std::set<EntryId> taken_;
  std::map<EntryId, Claim> fates_;
};

}  // namespace

std::string_view name(Bar bar) { return kBars[static_cast<std::size_t>(bar)]; }

std::optional<planning::PartyIndex> party_in_terms(const View& view, const planning::Terms& terms,
                                                   const EntryId& party) {
  EntryId at = party;
  for (;;) {
    const std::string handle = view.handle_of(at);
    const auto found = std::find(terms.parties.begin(), terms.parties.end(), handle);
    if (found != terms.parties.end()) {
      return static_cast<planning::PartyIndex>(found - terms.parties.begin());
    }
    const auto parent = view.dossier.parents.find(at);
    if (parent == view.dossier.parents.end()) return {};
    at = parent->second;
  }
}

Result<Eligible> eligible(const View& view, const planning::Terms& terms, const Date& on) {
  for (const std::string& party : terms.parties) {
    if (!view.dossier.find(dossier::Kind::kParty, party)) {
      return fail(Fault::kBadInput, "the terms name a party that the dossier has not: " + party);
    }
  }
  return Sorting(view, terms, on).run();
}

}  // namespace parley::exchange
