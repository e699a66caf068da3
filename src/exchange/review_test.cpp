// The queue of one key, and the sheet that an officer fills in.
#include "exchange/review.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "exchange/match.hpp"
#include "exchange/match_testing.hpp"
#include "exchange/pair_code.hpp"
#include "exchange/review_sheet.hpp"
#include "table/read_sheets.hpp"

namespace parley::exchange {
namespace {

using testing::key;
using testing::Sides;

struct Desk {
  Sides sides;
  Linkage linkage;

  Desk() {
    const View view = sides.exchange.view();
    linkage = *Matcher::of(view, 1)->run({});
  }
  void say(Verdict verdict, const record::EntryId& a, const std::optional<record::EntryId>& b,
           std::uint8_t by) {
    sides.exchange.say(Identity{a, b, verdict, "because"}, key(by));
  }
  std::vector<ReviewItem> queue(std::uint8_t of) const {
    return review_queue(sides.exchange.view(), &linkage, key(of));
  }
  std::vector<ShownPair> shown(std::uint8_t of) const {
    const View view = sides.exchange.view();
    return *show_pairs(view, &linkage, review_queue(view, &linkage, key(of)), 1'000, 1);
  }
};

bool has(const std::vector<ReviewItem>& queue, const record::EntryId& a,
         const std::optional<record::EntryId>& b) {
  return std::any_of(queue.begin(), queue.end(),
                     [&](const ReviewItem& item) { return item.a == a && item.b == b; });
}

std::vector<std::string> codes(const std::vector<ReviewItem>& queue) {
  std::vector<std::string> out;
  for (const ReviewItem& item : queue) out.push_back(pair_code(item.a, item.b));
  return out;
}

table::SheetFile file_of(const std::vector<std::vector<std::string>>& rows) {
  table::SheetFile out;
  out.sheets.emplace_back();
  std::uint64_t number = 0;
  for (const auto& cells : rows) {
    table::SheetRow row;
    row.number = ++number;
    for (const std::string& cell : cells) row.cells.push_back({cell, table::CellKind::kText});
    out.sheets[0].rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace

TEST_CASE("who confirmed sees the pair no more; another sees it as if nobody had") {
  Desk desk;
  const auto before = desk.queue(2);
  REQUIRE(has(before, desk.sides.sought[0], desk.sides.held[0]));
  desk.say(Verdict::kSame, desk.sides.sought[0], desk.sides.held[0], 1);
  CHECK_FALSE(has(desk.queue(1), desk.sides.sought[0], desk.sides.held[0]));
  CHECK(codes(desk.queue(2)) == codes(before));
  const auto shown = desk.shown(2);
  const Desk untouched;
  const auto blind = untouched.shown(2);
  REQUIRE(shown.size() == blind.size());
  for (std::size_t i = 0; i < shown.size(); ++i) CHECK(shown[i].explained == blind[i].explained);
  desk.say(Verdict::kSame, desk.sides.held[0], desk.sides.sought[0], 2);
  CHECK_FALSE(has(desk.queue(2), desk.sides.sought[0], desk.sides.held[0]));
  CHECK_FALSE(has(desk.queue(3), desk.sides.sought[0], desk.sides.held[0]));
}

TEST_CASE("the pairs that teach most come first; or the most probable") {
  Desk desk;
  LinkedSet& set = desk.linkage.sets[0];
  REQUIRE(set.pairs.size() > 3);
  for (std::size_t i = 0; i < set.pairs.size(); ++i) {
    set.pairs[i].standing = linkage::Standing::kQueued;
    set.pairs[i].doubts = {linkage::Doubt::kRival};
    set.pairs[i].teaches = static_cast<std::uint32_t>(i % 3 * 1'000);
    set.pairs[i].probability_ppm = static_cast<std::uint32_t>(900'000 - i * 10'000);
  }
  const View view = desk.sides.exchange.view();
  const auto queue = [&](ReviewOrder order) {
    std::vector<const LinkedPair*> out;
    for (const ReviewItem& item : review_queue(view, &desk.linkage, key(1), order)) {
      if (item.at && item.at->set == 0) out.push_back(&set.pairs[item.at->pair]);
    }
    return out;
  };
  const auto teaching = queue(ReviewOrder::kTeaching), probable = queue(ReviewOrder::kProbable);
  REQUIRE(teaching.size() == probable.size());
  REQUIRE(teaching.size() > 3);
  for (std::size_t i = 1; i < teaching.size(); ++i) {
    CHECK(teaching[i - 1]->teaches >= teaching[i]->teaches);
    if (teaching[i - 1]->teaches == teaching[i]->teaches) {
      CHECK(teaching[i - 1]->probability_ppm <= teaching[i]->probability_ppm);
    }
    CHECK(probable[i - 1]->probability_ppm >= probable[i]->probability_ppm);
  }
}

TEST_CASE("the blind queue tells nothing of what linkage found, whatever it found") {
  Desk desk;
  desk.say(Verdict::kSame, desk.sides.sought[0], desk.sides.held[1], 3);  // by hand
  const View view = desk.sides.exchange.view();
  const auto blind = [&](const Linkage& linkage) {
    return review_queue(view, &linkage, key(1), ReviewOrder::kBlind);
  };
  const auto before = blind(desk.linkage);
  REQUIRE(before.size() > 3);
  CHECK(std::is_sorted(before.begin(), before.end(), [](const auto& x, const auto& y) {
    return pair_code(x.a, x.b) < pair_code(y.a, y.b);
  }));
  Linkage other = desk.linkage;
  for (LinkedSet& set : other.sets) {
    std::reverse(set.pairs.begin(), set.pairs.end());
    for (LinkedPair& pair : set.pairs) {
      pair.teaches = 1'000'000 - pair.teaches;
      pair.millibits = -pair.millibits;
      pair.standing = pair.standing == linkage::Standing::kSure ? linkage::Standing::kQueued
                                                                 : linkage::Standing::kSure;
    }
  }
  const auto after = blind(other);
  CHECK(codes(after) == codes(before));
  for (const ReviewItem& item : before) {
    CHECK_FALSE(item.at);
    CHECK(item.kind != ReviewKind::kByHand);
  }
  const auto shown = *show_pairs(view, nullptr, before, 1'000, 1);
  for (const ShownPair& pair : shown) {
    CHECK_FALSE(pair.linked);
    CHECK_FALSE(pair.explained);
    CHECK(pair.others.empty());
  }
  const table::XlsxBook book = review_sheet(shown, "d", "o", 1, true);
  for (const table::XlsxColumn& column : book.sheets[0].columns) {
    for (const char* told : {"Bits", "Probability", "Agreement", "Not sure because",
                             "Other candidates"}) {
      CHECK(column.header != told);
    }
  }
  // What this key put off is last there too.
  desk.say(Verdict::kLater, before[0].a, before[0].b, 1);
  const View later = desk.sides.exchange.view();
  const auto queue = review_queue(later, &desk.linkage, key(1), ReviewOrder::kBlind);
  CHECK(queue.back().put_off);
  CHECK(pair_code(queue.back().a, queue.back().b) == pair_code(before[0].a, before[0].b));
}

TEST_CASE("one key cannot confirm twice") {
  Desk desk;
  desk.say(Verdict::kSame, desk.sides.sought[0], desk.sides.held[0], 1);
  desk.say(Verdict::kSame, desk.sides.sought[0], desk.sides.held[0], 1);
  const View view = desk.sides.exchange.view();
  CHECK_FALSE(view.identities.confirmed(desk.sides.sought[0], desk.sides.held[0]));
  const auto counts = count_confirmations(view, &desk.linkage);
  CHECK(counts.claims.by_one == 1);
  CHECK(counts.claims.by_two == 0);
}

TEST_CASE("one key that says different is not outvoted, and only it takes the word back") {
  Desk desk;
  const auto &a = desk.sides.sought[0], &b = desk.sides.held[0];
  const auto confirmed = [&] { return desk.sides.exchange.view().identities.confirmed(a, b); };
  desk.say(Verdict::kDifferent, a, b, 1);
  for (const std::uint8_t by : {std::uint8_t{2}, std::uint8_t{3}, std::uint8_t{4}}) {
    desk.say(Verdict::kSame, a, b, by);
  }
  CHECK_FALSE(confirmed());
  CHECK(desk.sides.exchange.view().identities.decided_different(a, b));
  desk.say(Verdict::kLater, a, b, 1);
  CHECK(confirmed());
}

TEST_CASE("different people leave everybody's queue; what is put off comes last") {
  Desk desk;
  desk.say(Verdict::kDifferent, desk.sides.sought[0], desk.sides.held[0], 1);
  CHECK_FALSE(has(desk.queue(2), desk.sides.sought[0], desk.sides.held[0]));
  desk.say(Verdict::kLater, desk.sides.sought[1], desk.sides.held[1], 1);
  const auto mine = desk.queue(1);
  REQUIRE_FALSE(mine.empty());
  CHECK(mine.back().a == desk.sides.sought[1]);
  CHECK(mine.back().put_off);
  CHECK(std::none_of(mine.begin(), mine.end() - 1,
                     [](const ReviewItem& item) { return item.put_off; }));
  CHECK(has(desk.queue(2), desk.sides.sought[1], desk.sides.held[1]));
}

TEST_CASE("a pair that is not of the lists its linkage names waits for nobody") {
  Desk desk;
  LinkedSet& set = desk.linkage.sets[0];
  REQUIRE_FALSE(set.pairs.empty());
  const LinkedPair odd = set.pairs[0];
  REQUIRE(has(desk.queue(1), odd.a, odd.b));
  set.pairs[0].b = desk.sides.sought[13];
  std::swap(set.pairs[1].a, set.pairs[1].b);
  const auto queue = desk.queue(1);
  CHECK_FALSE(has(queue, odd.a, desk.sides.sought[13]));
  CHECK_FALSE(has(queue, set.pairs[1].a, set.pairs[1].b));
}

TEST_CASE("a pair that somebody put by hand waits for a second key") {
  Desk desk;
  const auto& a = desk.sides.sought[12];
  const auto& b = desk.sides.held[13];
  REQUIRE_FALSE(has(desk.queue(2), a, b));
  desk.say(Verdict::kSame, b, a, 1);
  const auto queue = desk.queue(2);
  REQUIRE(has(queue, a, b));
  const auto item = std::find_if(queue.begin(), queue.end(),
                                 [&](const ReviewItem& one) { return one.a == a && one.b == b; });
  CHECK(item->kind == ReviewKind::kByHand);
  CHECK_FALSE(has(desk.queue(1), a, b));
}

TEST_CASE("a claim answered held, of whom no held list has a likely row, is there by itself") {
  Desk desk;
  const auto south = desk.sides.exchange.party("south");
  Round round;
  round.to = south;
  round.claims = {desk.sides.sought[12]};
  round.file = Bytes(32, 1);
  round.language = "en";
  desk.sides.exchange.say(round, key(1));
  Answer answer;
  answer.claim = desk.sides.sought[12];
  answer.by = south;
  answer.status = AnswerStatus::kHeld;
  desk.sides.exchange.say(answer, key(1));
  CHECK(desk.sides.exchange.view().claims.problems.empty());
  CHECK(has(desk.queue(1), desk.sides.sought[12], {}));
  desk.say(Verdict::kSame, desk.sides.sought[12], {}, 1);
  CHECK_FALSE(has(desk.queue(1), desk.sides.sought[12], {}));
  CHECK(has(desk.queue(2), desk.sides.sought[12], {}));
  desk.say(Verdict::kSame, desk.sides.sought[12], {}, 2);
  CHECK_FALSE(has(desk.queue(3), desk.sides.sought[12], {}));
  CHECK(count_confirmations(desk.sides.exchange.view(), &desk.linkage).as_answered.by_two == 1);
}

TEST_CASE("those nearest to even odds come first, the sure ones after them") {
  const Desk desk;
  const auto queue = desk.queue(1);
  const auto pair = [&](const ReviewItem& item) {
    return desk.linkage.sets[item.at->set].pairs[item.at->pair];
  };
  for (std::size_t i = 1; i < queue.size(); ++i) {
    const LinkedPair before = pair(queue[i - 1]), here = pair(queue[i]);
    const bool sure_before = before.standing == linkage::Standing::kSure;
    const bool sure = here.standing == linkage::Standing::kSure;
    CHECK(sure_before <= sure);
    const auto from_even = [](const LinkedPair& one) {
      return std::abs(static_cast<int>(one.probability_ppm) - 500'000);
    };
    if (sure_before == sure) CHECK(from_even(before) <= from_even(here));
  }
}

TEST_CASE("a review sheet: the same bytes, blank verdicts, marked, and read back") {
  const Desk desk;
  const auto pairs = desk.shown(1);
  REQUIRE_FALSE(pairs.empty());
  const auto book = review_sheet(pairs, "Test", "the first officer", 42);
  const auto bytes = table::write_xlsx(book);
  REQUIRE(bytes);
  CHECK(*table::write_xlsx(review_sheet(pairs, "Test", "the first officer", 42)) == *bytes);
  CHECK(book.sheets[0].lines[0].cells[0].find("FOR THE DESK ONLY") != std::string::npos);
  const auto read = table::read_sheets("review.xlsx", *bytes);
  REQUIRE(read);
  const auto answers = read_review_sheet(*read);
  REQUIRE(answers);
  CHECK(answers->verdicts.empty());
  CHECK(answers->remarks.empty());
  CHECK(answers->blank == pairs.size());
}

TEST_CASE("verdicts are read one by one; what cannot be taken is said with its row") {
  const auto coded = [](const char* id, std::string_view shown) {
    return text_of(
        SheetCode{pair_code(dossier::testing::id_of(id), {}), shown_code(bytes_of(shown))});
  };
  const std::string one = coded("1", "x"), two = coded("2", "x"), three = coded("3", "x");
  std::string damaged = one;
  damaged[0] = damaged[0] == '7' ? '8' : '7';
  const auto answers = read_review_sheet(file_of({{"a title"},
                                                  {"Verdict", "Name A", "Pair", "Reason"},
                                                  {"match", "", one, " seen by both "},
                                                  {"", "", two, ""},
                                                  {"Different ", "", three, ""},
                                                  {"match", "", damaged, ""},
                                                  {"perhaps", "", two, ""},
                                                  {"later", "", three, ""},
                                                  {"match", "", one, ""},
                                                  {"match", "", coded("1", "y"), ""}}));
  REQUIRE(answers);
  REQUIRE(answers->verdicts.size() == 2);  // shown twice, with other contents
  CHECK(answers->verdicts[0].code + ' ' + answers->verdicts[0].shown == one);
  CHECK(answers->verdicts[1].code == answers->verdicts[0].code);
  CHECK(answers->verdicts[1].shown == shown_code(bytes_of("y")));
  CHECK(answers->verdicts[0].verdict == Verdict::kSame);
  CHECK(answers->verdicts[0].reason == "seen by both");
  CHECK(answers->blank == 1);
  std::vector<std::uint64_t> rows;
  for (const SheetRemark& remark : answers->remarks) rows.push_back(remark.row);
  CHECK(rows == std::vector<std::uint64_t>{5, 6, 7, 8});
  CHECK_FALSE(read_review_sheet(file_of({{"Name", "Answer"}})));
}

}  // namespace parley::exchange
