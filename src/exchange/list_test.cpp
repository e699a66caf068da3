#include "exchange/list.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "dossier/testing.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using dossier::testing::id_of;

std::string some_text() {
  std::string out;
  for (const std::string& piece : *gen::container<std::vector<std::string>>(
           gen::elementOf(std::vector<std::string>{"a", "Z", " ", "\n", "é", "الاسم", "Ж", "7"}))) {
    out += piece;
  }
  return out;
}

std::string some_line() { return "x" + some_text(); }

std::vector<std::string> some_cells() {
  std::vector<std::string> cells(*gen::inRange<std::size_t>(0, 6));
  for (std::string& cell : cells) cell = *gen::arbitrary<bool>() ? some_text() : std::string();
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

record::EntryId some_id() { return id_of(std::to_string(*gen::inRange(0, 5))); }

ListVersion some_version() {
  ListVersion version;
  version.key = *gen::elementOf(std::vector<std::string>{"a", "north-held", "x-2"});
  version.kind = *gen::elementOf(std::vector<ListKind>{ListKind::kHeld, ListKind::kSought});
  version.by = some_id();
  if (*gen::arbitrary<bool>()) version.holder = some_id();
  if (*gen::arbitrary<bool>()) version.date = Date{2018, *gen::inRange(0, 13), 0};
  version.file = "f" + std::to_string(*gen::inRange(0, 9)) + ".csv";
  version.format = some_line();
  version.reading.columns.push_back({some_text(), {}});
  for (int i = *gen::inRange(0, 5); i > 0; --i) {
    const auto at = *gen::inRange<std::size_t>(0, kFieldCount);
    version.reading.columns.push_back({some_text(), fields()[at].field});
  }
  version.reading.order = *gen::elementOf(
      std::vector<text::DayOrder>{text::DayOrder::kDayFirst, text::DayOrder::kMonthFirst});
  version.reading.order_known = *gen::arbitrary<bool>();
  version.reading.calendar = *gen::elementOf(std::vector<std::optional<text::Calendar>>{
      {}, text::Calendar::kGregorian, text::Calendar::kHijri, text::Calendar::kPersian});
  version.reading.reader = *gen::inRange(1, 4);
  version.consent = *gen::arbitrary<bool>();
  for (int i = *gen::inRange(0, 4); i > 0; --i) {
    version.dropped.push_back(id_of("row " + std::to_string(i)));
  }
  version.rows = *gen::inRange(0, 100'000);
  return version;
}

// The same entry as it comes back from the record.
record::Payload again(const record::Payload& payload) {
  return *record::decode_payload(record::encode(payload));
}

ListVersion plain_version() {
  ListVersion version;
  version.key = "north-held";
  version.kind = ListKind::kHeld;
  version.by = id_of("north");
  version.file = "held.csv";
  version.format = "csv";
  version.reading.columns = {{"Name", Field::kName}, {"Nr", {}}};
  version.rows = 2;
  return version;
}

}  // namespace

TEST_CASE("lists: what is written is what is read") {
  CHECK(rc::check("list-version", [] {
    const ListVersion value = some_version();
    RC_ASSERT(*list_version_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("list-row", [] {
    const ListRow value{some_id(), *gen::inRange(1, 30'000), some_cells()};
    RC_ASSERT(*list_row_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("list-unread", [] {
    const ListUnread value{some_id(), *gen::inRange(1, 30'000), some_cells(), some_line()};
    RC_ASSERT(*list_unread_from(again(to_payload(value))) == value);
  }));
}

TEST_CASE("lists: the refs are what the body names") {
  ListVersion version = plain_version();
  version.holder = id_of("south");
  version.dropped = {id_of("row 1"), id_of("north")};
  CHECK(to_payload(version).refs == std::vector{id_of("north"), id_of("south"), id_of("row 1")});
  CHECK(to_payload(ListRow{id_of("v"), 7, {"a"}}).refs == std::vector{id_of("v")});
}

TEST_CASE("lists: empty cells at the end of a row are not kept") {
  CHECK(to_payload(ListRow{id_of("v"), 7, {"a", "", ""}}) ==
        to_payload(ListRow{id_of("v"), 7, {"a"}}));
}

TEST_CASE("lists: nothing else is read") {
  const auto refused = [](std::int64_t field, std::optional<cbor::Value> value) {
    record::Payload payload = to_payload(plain_version());
    payload.body.erase(field);
    if (value) payload.body.emplace(field, *value);
    const auto read = list_version_from(payload);
    return !read && read.error().fault == Fault::kBadInput;
  };
  const auto column = [](cbor::Array pair) {
    return cbor::Value(cbor::Array{cbor::Value(std::move(pair))});
  };
  CHECK(refused(1, "Not A Handle"));
  CHECK(refused(1, {}));
  CHECK(refused(2, "lost"));
  CHECK(refused(3, {}));
  CHECK(refused(3, "north"));
  CHECK(refused(5, "01.12.2018"));
  CHECK(refused(6, "folder/held.csv"));
  CHECK(refused(7, ""));
  CHECK(refused(8, {}));
  CHECK(refused(8, cbor::Value(cbor::Array{})));
  CHECK(refused(8, column({cbor::Value("Name"), cbor::Value("no-such-field")})));
  CHECK(refused(8, column({})));
  CHECK(refused(8, column({cbor::Value("Name"), cbor::Value("name"), cbor::Value("name")})));
  CHECK(refused(9, false));
  CHECK(refused(10, false));
  CHECK(refused(11, "julian"));
  CHECK(refused(12, 0));
  CHECK(refused(13, false));
  const record::EntryId id = id_of("row");
  CHECK(refused(14, cbor::Array{cbor::Value(id.view()), cbor::Value(id.view())}));
  CHECK(refused(15, -1));
  CHECK(refused(15, {}));
  CHECK(refused(16, 1));

  record::Payload row = to_payload(ListRow{id_of("v"), 7, {"a"}});
  CHECK(list_row_from(row));
  row.body.at(2) = cbor::Value(0);
  CHECK_FALSE(list_row_from(row));
  row.body.at(2) = cbor::Value(7);
  row.body.at(3) = cbor::Array{cbor::Value("a"), cbor::Value("")};
  CHECK_FALSE(list_row_from(row));
  row.body.at(3) = cbor::Array{cbor::Value("a"), cbor::Value(1)};
  CHECK_FALSE(list_row_from(row));
  CHECK_FALSE(list_unread_from(to_payload(ListUnread{id_of("v"), 7, {"a"}, ""})));
  CHECK_FALSE(list_unread_from(to_payload(ListRow{id_of("v"), 7, {"a"}})));
  record::Payload newer = to_payload(ListRow{id_of("v"), 7, {"a"}});
  newer.version = 2;
  CHECK(list_row_from(newer).error().fault == Fault::kUnsupported);
}

}  // namespace parley::exchange
