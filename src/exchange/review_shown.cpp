#include "exchange/review_shown.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "base/cbor.hpp"
#include "exchange/match.hpp"
#include "exchange/pair_code.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kOthers = 3;

struct Shows {
  std::string_view label;
  std::vector<Field> fields;  // joined, those that say something
};

const std::array<Shows, kReviewFields>& shows() {
  static const std::array<Shows, kReviewFields> all = {{
      {"Name", {Field::kName, Field::kGiven, Field::kFather, Field::kGrandfather, Field::kFamily}},
      {"Other names", {Field::kNameOther, Field::kNameAtArrest}},
      {"Alias", {Field::kAlias}},
      {"Mother", {Field::kMother}},
      {"Sex", {Field::kSex}},
      {"Born", {Field::kBorn, Field::kAge}},
      {"Birth place", {Field::kBirthPlace}},
      {"Origin", {Field::kOrigin, Field::kNationality}},
      {"Document", {Field::kDocument, Field::kIcrcReference}},
      {"Service number", {Field::kServiceNumber}},
      {"Force, unit, rank", {Field::kForce, Field::kUnit, Field::kRank}},
      {"Captured", {Field::kCaptured}},
      {"Capture place", {Field::kCapturePlace}},
      {"Held", {Field::kAllegedHolder, Field::kDetentionPlace}},
      {"Health", {Field::kHealth, Field::kDied}},
  }};
  return all;
}

std::string read_as(const text::DaySpan& span) {
  if (span.first == span.last) return span.first.iso();
  return span.first.iso() + " to " + span.last.iso();
}

std::string shown(const Person& person, const Shows& what) {
  std::string out;
  for (const Field field : what.fields) {
    for (const auto& [one, text] : person.texts) {
      if (one != field) continue;
      const bool name = what.fields.front() == Field::kName;
      if (!out.empty()) out += name ? " " : "; ";
      out += text;
    }
  }
  if (out.empty()) return out;
  std::string read;
  if (what.fields.front() == Field::kBorn && person.born_span) read = read_as(*person.born_span);
  if (what.fields.front() == Field::kCaptured && person.captured) {
    read = read_as(person.captured->span());
  }
  return read.empty() || read == out ? out : out + " [" + read + "]";
}

std::vector<ReviewField> fields_of(const View& view, const ReviewItem& item) {
  const auto person = [&view](const record::EntryId& id) {
    const Row* row = view.lists.row(id);
    if (row == nullptr) return Person{};
    const Result<Person> read = view.person(*row);
    return read ? *read : Person{};
  };
  const Person a = person(item.a);
  const Person b = item.b ? person(*item.b) : Person{};
  std::vector<ReviewField> out;
  for (const Shows& what : shows()) {
    ReviewField field{what.label, shown(a, what), shown(b, what)};
    if (!field.a.empty() || !field.b.empty()) out.push_back(std::move(field));
  }
  return out;
}

std::string answer_of(const View& view, const record::EntryId& claim_id) {
  const Claim* claim = view.claims.claim(claim_id);
  if (claim == nullptr || !claim->answer) return {};
  const Answer& answer = view.claims.answers[*claim->answer];
  std::string out = fmt::format("{} says: {}", view.handle_of(answer.by), name(answer.status));
  if (answer.date) out += ", " + answer.date->iso();
  if (!answer.reference.empty()) out += ", its reference " + answer.reference;
  if (!answer.note.empty()) out += ", note: " + answer.note;
  return out;
}

// Neither where the rows stand in a file nor what linkage says of them: only what a verdict is on.
std::string code_of_shown(const ShownPair& pair) {
  const bool swapped = pair.item.b && *pair.item.b < pair.item.a;
  cbor::Array said;
  for (const bool second : {swapped, !swapped}) {
    said.emplace_back(second ? pair.b.reference : pair.a.reference);
    for (const ReviewField& field : pair.fields) said.emplace_back(second ? field.b : field.a);
  }
  for (const ReviewField& field : pair.fields) said.emplace_back(std::string(field.label));
  said.emplace_back(pair.answered);
  return shown_code(cbor::encode(said));
}

// The two by themselves, without what linkage says.
ShownPair shown_by_themselves(const View& view, const ReviewItem& item) {
  ShownPair out;
  out.item = item;
  out.code = pair_code(item.a, item.b);
  out.a = review_side(view, item.a);
  if (item.b) out.b = review_side(view, *item.b);
  out.fields = fields_of(view, item);
  if (!item.b) out.answered = answer_of(view, item.a);
  out.shown = code_of_shown(out);
  return out;
}

ShownPair shown_pair(const View& view, const Linkage* linkage, const Candidates* candidates,
                     const ReviewItem& item) {
  ShownPair out = shown_by_themselves(view, item);
  if (linkage == nullptr) return out;
  if (item.at) out.linked = linkage->sets[item.at->set].pairs[item.at->pair];
  for (const PairAt& at : candidates->beside(item, kOthers)) {
    const LinkedPair& pair = linkage->sets[at.set].pairs[at.pair];
    out.others.push_back({review_side(view, pair.a), review_side(view, pair.b), pair.millibits,
                          pair.probability_ppm});
  }
  return out;
}

}  // namespace

ReviewSide review_side(const View& view, const record::EntryId& id) {
  ReviewSide out;
  const Row* row = view.lists.row(id);
  if (row == nullptr) return out;
  const List& list = view.lists.lists[row->list];
  out.list = list.key;
  out.file = list.versions[row->version].value.file;
  out.row = row->row;
  out.reference = view.lists.text(*row, Field::kReference);
  return out;
}

const std::array<std::string_view, kReviewFields>& review_labels() {
  static const std::array<std::string_view, kReviewFields> all = [] {
    std::array<std::string_view, kReviewFields> labels;
    for (std::size_t i = 0; i < kReviewFields; ++i) labels[i] = shows()[i].label;
    return labels;
  }();
  return all;
}

Result<std::vector<ShownPair>> show_pairs(const View& view, const Linkage* linkage,
                                          const std::vector<ReviewItem>& queue, std::size_t most,
                                          int threads) {
  std::vector<ShownPair> out;
  std::optional<Candidates> candidates;
  if (linkage != nullptr) candidates.emplace(*linkage);
  std::vector<PairAt> linked;
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < queue.size() && i < most; ++i) {
    out.push_back(shown_pair(view, linkage, candidates ? &*candidates : nullptr, queue[i]));
    if (!queue[i].at) continue;
    linked.push_back(*queue[i].at);
    of.push_back(i);
  }
  if (linked.empty()) return out;
  PARLEY_ASSIGN(const Matcher matcher, Matcher::of(view, threads));
  PARLEY_ASSIGN(auto explained, matcher.explain(*linkage, linked));
  for (std::size_t i = 0; i < of.size(); ++i) {
    ShownPair& pair = out[of[i]];
    pair.outdated = explained[i].millibits != pair.linked->millibits;
    if (!pair.outdated) pair.explained = std::move(explained[i]);
  }
  return out;
}

std::string shown_now(const View& view, const record::EntryId& a,
                      const std::optional<record::EntryId>& b) {
  ReviewItem item;
  item.a = a;
  item.b = b;
  return shown_by_themselves(view, item).shown;
}

std::string bits_text(std::int32_t millibits) {
  const std::int32_t tenths = (std::abs(millibits) + 50) / 100;
  return fmt::format("{}{}.{}", millibits < 0 && tenths > 0 ? "-" : "", tenths / 10, tenths % 10);
}

std::string percent_text(std::uint32_t probability_ppm) {
  // Nothing is certain.
  if (probability_ppm >= 999'500) return ">99.9%";
  if (probability_ppm < 500) return "<0.1%";
  const std::uint32_t tenths = (probability_ppm + 500) / 1000;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

}  // namespace parley::exchange
