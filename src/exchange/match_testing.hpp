// For this folder's tests of who is who: a small exchange of two sides, in two scripts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dossier/testing.hpp"
#include "exchange/view.hpp"

namespace parley::exchange::testing {

constexpr std::string_view kSides = R"(
[[party]]
key = "north"
kind = "party"
names = { en = "North", ar = "الشمال" }
[[party]]
key = "south"
kind = "party"
names = { en = "South" }
[[party]]
key = "south-guards"
kind = "faction"
part_of = "south"
names = { en = "Guards of the South" }
[[place]]
key = "land"
kind = "country"
names = { en = "Land" }
[[place]]
key = "saada"
kind = "region"
names = { en = "Saada", ar = "صعدة", ar-Latn = "Sa'dah" }
within = "land"
[[place]]
key = "hudaydah"
kind = "region"
names = { en = "Hudaydah", ar = "الحديدة", ar-Latn = "Al Hodeidah" }
within = "land"
[[place]]
key = "zabid"
kind = "town"
names = { en = "Zabid", ar = "زبيد" }
within = "hudaydah"
)";

class Exchange {
 public:
  // Each number of other entries before it gives every id of the exchange another value.
  explicit Exchange(int entries_before = 0) {
    for (int i = 0; i < entries_before; ++i) {
      record::Payload other;
      other.kind = "sample";
      dossier::testing::add(raw_, std::move(other));
    }
    dossier::testing::add_toml(raw_, kSides);
  }

  record::EntryId party(std::string_view handle) const {
    return *dossier::fold(raw_)->find(dossier::Kind::kParty, handle);
  }

  // A list with these columns; of its rows the first is row 2. Returns the rows' ids.
  std::vector<record::EntryId> list(std::string key, ListKind kind, std::string_view by,
                                    const std::vector<Field>& fields,
                                    const std::vector<std::vector<std::string>>& rows) {
    ListVersion version;
    version.key = std::move(key);
    version.kind = kind;
    version.by = party(by);
    if (kind == ListKind::kSought) version.holder = party(by == "north" ? "south" : "north");
    version.date = Date{2018, 12, 10};
    version.file = "a.csv";
    version.format = "csv";
    for (const Field field : fields) {
      version.reading.columns.push_back({std::string(name(field)), field});
    }
    version.rows = static_cast<std::int64_t>(rows.size());
    const record::EntryId id = dossier::testing::add(raw_, to_payload(version));
    std::vector<record::EntryId> out;
    std::int64_t number = 1;
    for (const auto& cells : rows) {
      out.push_back(dossier::testing::add(raw_, to_payload(ListRow{id, ++number, cells})));
    }
    return out;
  }

  template <class Body>
  record::EntryId say(const Body& body, const record::KeyId& by = {}) {
    const record::EntryId id = dossier::testing::add(raw_, to_payload(body));
    raw_.entries.back().author = by;
    return id;
  }

  View view() const { return *fold(raw_); }
  const record::View& raw() const { return raw_; }

 private:
  record::View raw_;
};

inline record::KeyId key(std::uint8_t number) {
  record::KeyId out;
  out.bytes[0] = number;
  return out;
}

// Lists of both sides in which a few stand twice: who is sought at n stands on the held list at
// n for n < kBoth. North writes Arabic, South Latin letters.
constexpr std::size_t kBoth = 12;

struct Sides {
  Exchange exchange;
  std::vector<record::EntryId> sought, held;

  explicit Sides(int entries_before = 0) : exchange(entries_before) {
    const std::vector<std::vector<std::string>> people = {
        {"محمود ناصر قاسم الجراحي", "1981-03-05", "صعدة"},
        {"خالد يوسف عمر المروني", "1990-11-20", "الحديدة"},
        {"سالم أحمد علي الوصابي", "1975-06-01", "زبيد"},
        {"حسين عبد الله صالح الريمي", "1988-02-14", "صعدة"},
        {"عمر فؤاد سعيد الحداد", "1993-07-30", "الحديدة"},
        {"ياسر عبد الرحمن محمد الخولاني", "1979-09-09", "صعدة"},
        {"كريم طارق حسن العمراني", "1985-12-25", "زبيد"},
        {"نبيل إبراهيم عادل الشامي", "1969-04-17", "الحديدة"},
        {"وليد جمال رشيد البيضاني", "1996-08-08", "صعدة"},
        {"فارس مصطفى كمال اليافعي", "1982-05-21", "زبيد"},
        {"بشير عبد القادر نعمان الصبري", "1991-10-02", "الحديدة"},
        {"جابر منصور حمود السقاف", "1977-01-28", "صعدة"},
        {"عصام توفيق راشد الهمداني", "1984-03-19", "زبيد"},
        {"زيد غالب مهدي الكبسي", "1998-06-11", "صعدة"},
    };
    const std::vector<std::vector<std::string>> latin = {
        {"Mahmoud", "Naser", "Qassem", "Al-Jarahi", "5/3/1981", "Sa'dah"},
        {"Khaled", "Yousef", "Omar", "al Marouni", "20/11/1990", "Hodeidah"},
        {"Salem", "Ahmed", "Ali", "Al-Wesabi", "1/6/1975", "Zabid"},
        {"Hussein", "Abdullah", "Saleh", "Al-Raimi", "14/2/1988", "Saada"},
        {"Omar", "Fouad", "Said", "Al-Haddad", "30/7/1993", "Hudaydah"},
        {"Yasser", "Abdulrahman", "Mohammed", "Al-Khawlani", "9/9/1979", "Saada"},
        {"Karim", "Tareq", "Hassan", "Al-Amrani", "25/12/1985", "Zabid"},
        {"Nabil", "Ibrahim", "Adel", "Al-Shami", "17/4/1969", "Hodeidah"},
        {"Walid", "Jamal", "Rashid", "Al-Baydani", "8/8/1996", "Saada"},
        {"Fares", "Mustafa", "Kamal", "Al-Yafei", "21/5/1982", "Zabid"},
        {"Bashir", "Abdulqader", "Noman", "Al-Sabri", "2/10/1991", "Hudaydah"},
        {"Jaber", "Mansour", "Hamoud", "Al-Saqqaf", "28/1/1977", "Saada"},
        {"Hani", "Zuhair", "Lutfi", "Al-Qadi", "3/4/1970", "Zabid"},
        {"Ayman", "Raafat", "Wahib", "Al-Dhamari", "16/9/1999", "Hodeidah"},
    };
    sought = exchange.list("north-sought", ListKind::kSought, "north",
                           {Field::kName, Field::kBorn, Field::kOrigin}, people);
    held = exchange.list("south-held", ListKind::kHeld, "south",
                         {Field::kGiven, Field::kFather, Field::kGrandfather, Field::kFamily,
                          Field::kBorn, Field::kOrigin},
                         latin);
  }
};

}  // namespace parley::exchange::testing
