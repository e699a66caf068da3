#include "table/header_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace parley::table {
namespace {

TEST_CASE("what makes no difference") {
  CHECK(fold_header("  First_NAME: ") == "first name");
  CHECK(fold_header("Prénom") == "prenom");
  CHECK(fold_header("اسم الأُمّ") == fold_header("اسم الام"));
  CHECK(fold_header("الكنيـــة") == fold_header("الكنيه"));
  CHECK(fold_header("الاسم") == fold_header("إسم"));
  CHECK(fold_header("شماره ملی کد") == fold_header("شماره ملي كد"));
  CHECK(fold_header("Ім'я") == fold_header("ІМ’Я"));
  CHECK(fold_header("Ещё") == "еще");
  CHECK(fold_header("ﺍﻻﺳﻢ") == fold_header("الاسم"));  // presentation forms
  CHECK(fold_header("Ｎａｍｅ") == "name");
  CHECK(fold_header("—  *") == "");
  CHECK(fold_header("\xFF") == "");
  CHECK(fold_header("أب") == "اب");
}

TEST_CASE("readings of a header") {
  using Texts = std::vector<std::string>;
  CHECK(header_readings("DOB (dd/mm/yyyy)") == Texts{"dob", "dd mm yyyy"});
  CHECK(header_readings("Name (mother)") == Texts{"name mother", "name", "mother"});
  CHECK(header_readings("Name /\nNom") == Texts{"name nom", "name", "nom"});
  CHECK(header_readings("a (b") == Texts{"a b", "a", "b"});
  CHECK(header_readings("a)b") == Texts{"a b"});
  CHECK(header_readings("()").empty());
}

TEST_CASE("property: folding twice changes nothing more") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("aB _-(\xD8\xA7\xD9\x84\xD8\xA9\xC3\xA9")));
    const std::string once = fold_header(text);
    // An article bared by the loss of another would go too: "الالاسم".
    const std::string twice = fold_header(once);
    RC_ASSERT(twice.size() <= once.size());
    for (const std::string& reading : header_readings(text)) RC_ASSERT(!reading.empty());
  }));
}

}  // namespace
}  // namespace parley::table
