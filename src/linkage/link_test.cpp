// The rules of link() and dedupe(): what is sure, what is not, and that nothing else matters.
#include "linkage/link.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

Records records(std::vector<Record> rows) {
  return *Records::of(invented::schema(), std::move(rows));
}

constexpr std::size_t kName = 0, kMother = 1, kBirth = 3, kDocument = 5;

Record row(std::uint32_t index, std::string_view name, const char* born = "", bool alias = false) {
  Record out;
  out.index = index;
  out.values.resize(invented::schema().size());
  if (!std::string_view(name).empty()) out.values[kName] = {Name{text::parse_name(name), alias}};
  if (*born != '\0') out.values[kBirth] = {span_of(*parse_date(born))};
  return out;
}

// A pair of rows among lists of others, so that there is something to learn from.
struct Among {
  invented::Lists lists = invented::lists(11, 400, 400, 50);
  std::uint32_t next_a = 0, next_b = 0;

  Among() {
    next_a = static_cast<std::uint32_t>(lists.sought.size());
    next_b = static_cast<std::uint32_t>(lists.held.size());
  }
  std::uint32_t sought(Record record) {
    record.index = next_a++;
    lists.sought.push_back(std::move(record));
    return next_a - 1;
  }
  std::uint32_t held(Record record) {
    record.index = next_b++;
    lists.held.push_back(std::move(record));
    return next_b - 1;
  }
  Links run(const Options& options = {}) const {
    return *link(records(lists.sought), records(lists.held), options);
  }
};

Pair pair_of(const Links& links, std::uint32_t a, std::uint32_t b) {
  for (const Pair& pair : links.pairs) {
    if (pair.a == a && pair.b == b) return pair;
  }
  return {};
}

bool has(const Pair& pair, Doubt doubt) {
  return std::find(pair.doubts.begin(), pair.doubts.end(), doubt) != pair.doubts.end();
}

using Result3 = std::tuple<std::uint32_t, std::uint32_t, std::int32_t, std::uint32_t, Standing>;

std::vector<Result3> results(const Links& links, bool flipped = false) {
  std::vector<Result3> out;
  for (const Pair& pair : links.pairs) {
    const std::uint32_t a = flipped ? pair.b : pair.a, b = flipped ? pair.a : pair.b;
    out.emplace_back(a, b, pair.millibits, pair.probability_ppm, pair.standing);
  }
  std::sort(out.begin(), out.end());
  return out;
}

template <class T>
void shuffle(invented::Dice& dice, std::vector<T>& all) {
  for (std::size_t i = all.size(); i > 1; --i) {
    std::swap(all[i - 1], all[dice.below(static_cast<std::uint32_t>(i))]);
  }
}

}  // namespace

TEST_CASE("a name and a birth that agree, and no rival: sure") {
  Among among;
  const auto a = among.sought(row(0, "محمود ناصر قاسم الجراحي", "1981-03-05"));
  const auto b = among.held(row(0, "Mahmoud Nasser Qasim al-Jarahi", "1981-03-05"));
  const Pair pair = pair_of(among.run(), a, b);
  CHECK(pair.standing == Standing::kSure);
  CHECK(pair.doubts.empty());
  CHECK(pair.assigned);
  CHECK(pair.rank_a == 1);
  CHECK(pair.rank_b == 1);
}

TEST_CASE("only names agree: never sure, however rare they are") {
  Among among;
  const auto a = among.sought(row(0, "محمود ناصر قاسم الجراحي"));
  const auto b = among.held(row(0, "Mahmoud Nasser Qasim al-Jarahi"));
  const Pair pair = pair_of(among.run(), a, b);
  CHECK(pair.standing == Standing::kQueued);
  CHECK(has(pair, Doubt::kOnlyNames));
}

TEST_CASE("a second candidate within the margin: neither is sure") {
  Among among;
  const auto a = among.sought(row(0, "محمود ناصر قاسم الجراحي", "1981"));
  const auto b = among.held(row(0, "Mahmoud Nasser Qasim al-Jarahi", "1981"));
  const auto c = among.held(row(0, "Mahmud Nasir Kassem al-Jarahi", "1982"));
  const Links links = among.run();
  CHECK(has(pair_of(links, a, b), Doubt::kRival));
  CHECK(pair_of(links, a, c).standing != Standing::kSure);
  CHECK(pair_of(links, a, b).rival_gap < 6'000);
}

TEST_CASE("something that speaks strongly against it: not sure") {
  Among among;
  Record sought = row(0, "محمود ناصر قاسم الجراحي", "1981-03-05");
  Record held = row(0, "Mahmoud Khaled Qasim al-Jarahi", "1982");
  const auto a = among.sought(sought);
  const auto b = among.held(held);
  // Another given name is for a person to see, whatever else agrees.
  sought = row(0, "خالد حسن صالح العولقي", "1979-02-11");
  held = row(0, "Yusuf Hassan Salih al-Awlaqi", "1979-02-11");
  sought.values[kDocument] = held.values[kDocument] = {std::string("AB 9914471")};
  const auto c = among.sought(sought);
  const auto d = among.held(held);
  const Links links = among.run();
  for (const Pair& pair : {pair_of(links, a, b), pair_of(links, c, d)}) {
    CHECK(pair.standing == Standing::kQueued);
    CHECK(has(pair, Doubt::kContradiction));
  }
}

TEST_CASE("another father's name is outweighed by a document and the day of birth") {
  Among among;
  Record sought = row(0, "محمود ناصر قاسم الجراحي", "1981-03-05");
  Record held = row(0, "Mahmoud Khaled Qasim al-Jarahi", "1981-03-05");
  sought.values[kDocument] = held.values[kDocument] = {std::string("AB 9914471")};
  const auto a = among.sought(sought);
  const auto b = among.held(held);
  CHECK(pair_of(among.run(), a, b).standing == Standing::kSure);
}

TEST_CASE("a kunya or an alias never contradicts the legal name, nor makes a pair sure alone") {
  Among among;
  Record sought = row(0, "أبو الوليد", "1981-03-05", true);
  Record held = row(0, "Mahmoud Nasser al-Jarahi", "1981-03-05");
  sought.values[kDocument] = held.values[kDocument] = {std::string("AB 9914471")};
  held.values[kName].push_back(Name{text::parse_name("Abu al-Walid"), true});
  const auto a = among.sought(sought);
  const auto b = among.held(held);
  const Pair pair = pair_of(among.run(), a, b);
  CHECK(pair.standing == Standing::kQueued);
  CHECK(has(pair, Doubt::kOnlyAlias));
  for (const Contribution& said : pair.contributions) CHECK(said.millibits >= 0);
}

TEST_CASE("brothers are not one person") {
  Among among;
  Record sought = row(0, "محمود ناصر قاسم الجراحي", "1981-03-05");
  Record held = row(0, "Khaled Nasser Qasim al-Jarahi", "1985-10-20");
  const Name mother{text::parse_name_part("Zainab", text::NameRole::kGiven), false};
  sought.values[kMother] = held.values[kMother] = {mother};
  const auto a = among.sought(sought);
  const auto b = among.held(held);
  Options options;
  options.keep_unlikely = true;
  const Pair pair = pair_of(among.run(options), a, b);
  CHECK(pair.standing != Standing::kSure);
  CHECK(has(pair, Doubt::kContradiction));
  CHECK(pair.contributions.back().feature == kKinship);
  CHECK(pair.probability_ppm < 500'000);
}

TEST_CASE("at most so many pairs of each person are returned") {
  Among among;
  for (int i = 0; i < 8; ++i) {
    among.sought(row(0, "محمود ناصر الجراحي", "1981"));
    among.held(row(0, "Mahmoud Nasser al-Jarahi", "1981"));
  }
  Options options;
  options.per_person = 3;
  const Links links = among.run(options);
  std::map<std::uint32_t, int> of_a, of_b;
  for (const Pair& pair : links.pairs) {
    CHECK(++of_a[pair.a] <= 3);
    CHECK(++of_b[pair.b] <= 3);
    CHECK((pair.standing == Standing::kSure) == pair.doubts.empty());
  }
}

TEST_CASE("lists of nobody, and lists of another schema") {
  const Records nobody = records({});
  CHECK(link(nobody, nobody)->pairs.empty());
  CHECK(link(nobody, records({row(0, "Ali Saleh")}))->pairs.empty());
  CHECK(dedupe(nobody)->pairs.empty());
  CHECK(dedupe(records({row(0, "Ali Saleh")}))->clusters.empty());
  const Records other = *Records::of({{"name", Kind::kName, true, false, 0}}, {});
  CHECK(link(nobody, other).error().fault == Fault::kUsage);
  Options options;
  options.fitted = Fitted{};
  CHECK(link(nobody, nobody, options).error().fault == Fault::kUsage);
}

TEST_CASE("the same bytes at one and two threads, and from recorded parameters") {
  const invented::Lists lists = invented::lists(12, 700, 600);
  const Records a = records(lists.sought), b = records(lists.held);
  Options options;
  options.keep_unlikely = true;
  const Links one = *link(a, b, options);
  options.threads = 2;
  const Links two = *link(a, b, options);
  CHECK(one.pairs == two.pairs);
  CHECK(one.fitted == two.fitted);
  CHECK(one.blocks == two.blocks);
  options.fitted = one.fitted;
  CHECK(link(a, b, options)->pairs == one.pairs);
  options = {};
  const Links dedupe_one = *dedupe(a, options);
  options.threads = 2;
  const Links dedupe_two = *dedupe(a, options);
  CHECK(dedupe_one.pairs == dedupe_two.pairs);
  CHECK(dedupe_one.clusters == dedupe_two.clusters);
}

TEST_CASE("the order of the rows, and which list comes first, do not matter") {
  CHECK(rc::check("order", [] {
    const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
    invented::Lists lists = invented::lists(seed, 60, *rc::gen::inRange<std::size_t>(20, 90));
    const Links before = *link(records(lists.sought), records(lists.held));
    const Links flipped = *link(records(lists.held), records(lists.sought));
    RC_ASSERT(results(before) == results(flipped, true));
    invented::Dice dice(seed);
    shuffle(dice, lists.sought);
    shuffle(dice, lists.held);
    const Links after = *link(records(lists.sought), records(lists.held));
    RC_ASSERT(results(before) == results(after));
    RC_ASSERT(before.fitted == after.fitted);
  }));
}

TEST_CASE("a field that nobody has changes nothing") {
  CHECK(rc::check("absent", [] {
    const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
    invented::Lists lists = invented::lists(seed, 60, 50);
    const Links before = *link(records(lists.sought), records(lists.held));
    Schema schema = invented::schema();
    const Kind kind = *rc::gen::element(Kind::kDate, Kind::kCode, Kind::kTerm, Kind::kName);
    schema.push_back({"more", kind, false, false, 0});
    for (auto* rows : {&lists.sought, &lists.held}) {
      for (Record& record : *rows) record.values.emplace_back();
    }
    const Links after = *link(*Records::of(schema, lists.sought), *Records::of(schema, lists.held));
    RC_ASSERT(before.pairs == after.pairs);
  }));
}

TEST_CASE("one person's rows in a list are one cluster; brothers are not in it") {
  invented::Lists lists = invented::lists(13, 300, 1, 0);
  auto next = static_cast<std::uint32_t>(lists.sought.size());
  const std::uint32_t first = next;
  lists.sought.push_back(row(next++, "محمود ناصر قاسم الجراحي", "1981-03-05"));
  lists.sought.push_back(row(next++, "محمود ناصر الجراحي", "1981-03-05"));
  lists.sought.push_back(row(next++, "محمود قاسم الجراحي", "1981-05-03"));
  lists.sought.push_back(row(next++, "خالد ناصر قاسم الجراحي", "1985-10-20"));
  const Links links = *dedupe(records(lists.sought));
  std::set<std::uint32_t> with;
  for (const auto& cluster : links.clusters) {
    CHECK(cluster.size() >= 2);
    CHECK(std::is_sorted(cluster.begin(), cluster.end()));
    if (cluster.back() >= first) with.insert(cluster.begin(), cluster.end());
  }
  CHECK(with.contains(first));
  CHECK(with.contains(first + 1));
  CHECK_FALSE(with.contains(first + 3));
  for (const Pair& pair : links.pairs) CHECK(pair.a < pair.b);
}

}  // namespace parley::linkage
