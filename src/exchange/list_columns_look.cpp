#include "exchange/list_columns_look.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

#include "exchange/list_columns.hpp"
#include "exchange/vocabulary_words.hpp"
#include "table/header_text.hpp"
#include "text/digits.hpp"
#include "text/personal_name.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kRows = 2'000;

// First words of names that are one part with the next word.
bool binds(const std::string& word) {
  static const std::set<std::string> kAll = [] {
    std::set<std::string> out;
    for (const char* one :
         {"عبد", "أبو",  "ابو", "أبي", "ابن", "بن",  "أم",  "آل",  "abd", "abdul",
          "abu", "abou", "umm", "al",  "el",  "ibn", "bin", "ben", "de",  "van"}) {
      out.insert(plain_words(one));
    }
    return out;
  }();
  return kAll.contains(word);
}

bool is_kunya_word(const std::string& word) {
  static const std::set<std::string> kAll = [] {
    std::set<std::string> out;
    for (const char* one : {"أبو", "أبي", "أبا", "أم", "abu", "abou", "abo", "umm", "um", "oum",
                            "абу", "умм", "абу-"}) {
      out.insert(plain_words(one));
    }
    return out;
  }();
  return kAll.contains(word);
}

void count_words(const std::string& words, Look& look) {
  std::size_t parts = 0;
  bool bound = false;
  std::string first;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    if (at == 0) first = word;
    parts += !bound;
    bound = binds(word);
    at = end + 1;
  }
  look.single_words += parts == 1;
  look.kunyas += is_kunya_word(first);
}

bool is_whole_number(std::string_view text) {
  const std::string digits = text::ascii_digits(text);
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
}

bool is_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0xD0;  // Latin letters come before U+0400
  });
}

// Words that ask for a number, and none that asks for a name.
bool is_number_of_somebody(std::string_view header) {
  static const std::set<std::string> kNumbers = [] {
    std::set<std::string> out;
    for (const char* one : {"no", "nos", "nr", "num", "number", "id", "code", "ref", "n", "n°",
                            "numéro", "رقم", "رمز", "كود", "номер", "№", "код"}) {
      out.insert(table::fold_header(one));
    }
    return out;
  }();
  static const std::set<std::string> kNames = [] {
    std::set<std::string> out;
    for (const char* one : {"name", "names", "surname", "اسم", "أسماء", "nom", "noms", "prénom",
                            "имя", "фамилия", "фио", "ім'я", "прізвище", "піб"}) {
      out.insert(table::fold_header(one));
    }
    return out;
  }();
  const std::string words = table::fold_header(header);
  bool number = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    if (kNames.contains(word)) return false;
    number = number || kNumbers.contains(word);
    at = end + 1;
  }
  return number;
}

class Looker {
 public:
  Looker(const table::Sheet& sheet, ListKind kind, table::Columns& columns)
      : sheet_(sheet), kind_(kind), columns_(columns) {}

  void run() {
    take_numbers_of_people();
    take_serials();
    take_kunya_for_family();
    take_second_names();
    take_part_of_name();
    take_holder_for_force();
  }

 private:
  table::Column* find(Field field) {
    for (table::Column& column : columns_.columns) {
      if (column.field == name(field)) return &column;
    }
    return nullptr;
  }

  bool is_said(const table::Column& column) const {
    return column.how == table::Recognised::kMapping;
  }

  Look look(const table::Column& column) const {
    return look_at(sheet_, columns_.first_data, column.number - 1, kRows);
  }

  void take(table::Column& column, Field field, std::string_view why) {
    std::erase_if(columns_.problems,
                  [&](const auto& problem) { return problem.column == column.number; });
    columns_.problems.push_back({column.number, fmt::format("taken for {}: {}", name(field), why)});
    column.field = name(field);
    if (column.how == table::Recognised::kNot) column.how = table::Recognised::kContains;
  }

  // By a part of its header; another column may have been taken for the name.
  static bool reads_as_name(const table::Column& column) {
    if (!column.field.empty()) {
      return column.field == name(Field::kName) && column.how == table::Recognised::kContains;
    }
    const auto match = list_vocabulary().match(column.header);
    return match && !match->rival && match->how == table::Recognised::kContains &&
           list_vocabulary().field(match->field).token == name(Field::kName);
  }

  // "Missing person no": whose number it is, is no name.
  void take_numbers_of_people() {
    for (table::Column& column : columns_.columns) {
      if (!reads_as_name(column) || !is_number_of_somebody(column.header)) continue;
      if (find(Field::kReference) == nullptr) {
        take(column, Field::kReference, "its header asks for a number");
      } else {
        column.field.clear();
        column.how = table::Recognised::kNot;
        columns_.problems.push_back({column.number, "is no name: its header asks for a number"});
      }
    }
  }

  // "No." over GH-00001 is the reference; over 1, 2, 3 it only counts.
  void take_serials() {
    for (table::Column& column : columns_.columns) {
      if (column.field != kSerialToken) continue;
      if (column.how == table::Recognised::kContains) {  // "No" within another header
        column.field.clear();
        column.how = table::Recognised::kNot;
        continue;
      }
      if (is_said(column) || find(Field::kReference) != nullptr) continue;
      const Look seen = look(column);
      if (seen.cells > 0 && seen.whole_numbers * 10 < seen.cells &&
          seen.different * 20 >= seen.cells * 19) {
        take(column, Field::kReference, "its cells are codes, each another");
      }
    }
  }

  // In Syria "الكنية" heads the family name, elsewhere the kunya.
  void take_kunya_for_family() {
    static const std::string kKunya = table::fold_header("الكنية");
    table::Column* alias = find(Field::kAlias);
    if (alias == nullptr || is_said(*alias) || find(Field::kFamily) != nullptr) return;
    if (table::fold_header(alias->header) != kKunya) return;
    const Look seen = look(*alias);
    if (seen.cells > 0 && seen.kunyas * 5 < seen.cells && seen.mostly(seen.single_words)) {
      take(*alias, Field::kFamily, "few of its cells begin with Abu or Umm");
    }
  }

  // "Name (1)" and "Name (2)", or the name in another script.
  void take_second_names() {
    table::Column* whole = find(Field::kName);
    table::Column* other = find(Field::kNameOther);
    if (whole == nullptr && find(Field::kGiven) == nullptr && other != nullptr &&
        !is_said(*other)) {
      take(*other, Field::kName, "no other column has the name");
      return;
    }
    if (whole == nullptr || other != nullptr) return;
    for (table::Column& column : columns_.columns) {
      if (!column.field.empty() || &column == whole) continue;
      const auto match = list_vocabulary().match(column.header);
      if (!match || match->rival ||
          list_vocabulary().field(match->field).token != name(Field::kName)) {
        continue;
      }
      const Look seen = look(column), first = look(*whole);
      if (seen.mostly(seen.arabic) == first.mostly(first.arabic)) continue;
      take(column, Field::kNameOther, "the name again, in another script");
      return;
    }
  }

  // "Name, father, family", or "Nom, prénom".
  void take_part_of_name() {
    table::Column* whole = find(Field::kName);
    if (whole == nullptr || is_said(*whole)) return;
    const bool given = find(Field::kGiven) != nullptr;
    const bool family = find(Field::kFamily) != nullptr;
    if (given == family && find(Field::kFather) == nullptr) return;
    const Look seen = look(*whole);
    if (!seen.mostly(seen.single_words)) return;
    if (given && !family) {
      take(*whole, Field::kFamily, "single words beside a given name");
    } else if (!given) {
      take(*whole, Field::kGiven, "single words beside other parts of the name");
    }
  }

  // "الجهة" is the holder in a list of people sought, the person's own side in one of people held.
  void take_holder_for_force() {
    static const std::string kSide = table::fold_header("الجهة");
    table::Column* holder = find(Field::kAllegedHolder);
    if (kind_ != ListKind::kHeld || holder == nullptr || is_said(*holder) ||
        find(Field::kForce) != nullptr || table::fold_header(holder->header) != kSide) {
      return;
    }
    take(*holder, Field::kForce, "in a list of people held");
  }

  const table::Sheet& sheet_;
  ListKind kind_;
  table::Columns& columns_;
};

}  // namespace

Look look_at(const table::Sheet& sheet, std::size_t first_data, std::size_t column,
             std::size_t rows) {
  Look look;
  std::set<std::string> texts;
  const std::size_t end = first_data + std::min(rows, sheet.rows.size() - first_data);
  for (std::size_t i = first_data; i < end; ++i) {
    if (column >= sheet.rows[i].cells.size()) continue;
    const table::Cell& cell = sheet.rows[i].cells[column];
    const std::string_view text = trimmed(cell.text);
    if (text.empty()) continue;
    const std::string words = plain_words(text);
    if (words.empty()) continue;
    ++look.cells;
    texts.insert(words);
    count_words(words, look);
    look.whole_numbers += is_whole_number(text);
    look.arabic += !is_latin(text);
    if (cell.kind == table::CellKind::kDate) {
      constexpr std::size_t kIso = 10;  // 1980-03-05
      ++look.date_cells;
      look.days_over_12 += cell.text.size() >= kIso && cell.text.substr(kIso - 2, 2) > "12";
    } else {
      look.date_texts.emplace_back(text);
    }
  }
  look.different = texts.size();
  return look;
}

void look_below(const table::Sheet& sheet, ListKind kind, table::Columns& columns) {
  Looker(sheet, kind, columns).run();
}

}  // namespace parley::exchange
