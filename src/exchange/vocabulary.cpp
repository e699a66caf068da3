#include "exchange/vocabulary.hpp"

#include <array>

#include "exchange/vocabulary_tables.hpp"

namespace parley::exchange {
namespace {

constexpr std::array<std::string_view, 33> kSerialHeaders = {"م",
                                                             "ت",
                                                             "№",
                                                             "no",
                                                             "nr",
                                                             "n",
                                                             "sn",
                                                             "s n",
                                                             "sr",
                                                             "sr no",
                                                             "s no",
                                                             "serial",
                                                             "serial no",
                                                             "serial number",
                                                             "row",
                                                             "row number",
                                                             "line",
                                                             "number",
                                                             "الرقم",
                                                             "رقم",
                                                             "مسلسل",
                                                             "المسلسل",
                                                             "تسلسل",
                                                             "التسلسل",
                                                             "الرقم المسلسل",
                                                             "الرقم التسلسلي",
                                                             "الرقم المتسلسل",
                                                             "العدد",
                                                             "n°",
                                                             "п п",
                                                             "№ п п",
                                                             "номер",
                                                             "з п"};

}  // namespace

const std::vector<FieldWords>& field_words() {
  static const std::vector<FieldWords> kAll = [] {
    std::vector<FieldWords> out = identity_words();
    for (FieldWords& one : custody_words()) out.push_back(std::move(one));
    return out;
  }();
  return kAll;
}

std::span<const std::string_view> serial_headers() { return kSerialHeaders; }

}  // namespace parley::exchange
