// Words of several languages mean one token, and the words do not contradict each other.
#include "linkage/role.hpp"

#include <doctest/doctest.h>

namespace parley::linkage {
namespace {

std::string token_of(std::string_view header) {
  const auto match = role_vocabulary().match(header);
  return match && !match->rival ? role_vocabulary().field(match->field).token : "";
}

}  // namespace

TEST_CASE("headers of several languages") {
  CHECK(token_of("First Name") == "given");
  CHECK(token_of("first_name") == "given");
  CHECK(token_of("prénom") == "given");
  CHECK(token_of("имя") == "given");
  CHECK(token_of("اسم الأب") == "father");
  CHECK(token_of("по батькові") == "father");
  CHECK(token_of("Фамилия") == "family");
  CHECK(token_of("שם משפחה") == "family");
  CHECK(token_of("الاسم الكامل") == "name");
  CHECK(token_of("ФИО") == "name");
  CHECK(token_of("تاريخ الولادة") == "birth");
  CHECK(token_of("Date de naissance (jj/mm/aaaa)") == "birth");
  CHECK(token_of("postcode_fake") == "postcode");
  CHECK(token_of("soc_sec_id") == "document");
  CHECK(token_of("rec_id") == "id");
  CHECK(token_of("Село") == "city");
  CHECK(token_of("shoe size") == "");
}

TEST_CASE("a token has a role; generic ones are a field for each header") {
  CHECK(role_of("birth") == Role::kDate);
  CHECK(role_of("phone") == Role::kCode);
  CHECK(role_of("no such token") == Role::kIgnored);
  CHECK(is_generic("term"));
  CHECK_FALSE(is_generic("birth"));
  CHECK(is_own_name(Role::kAlias));
  CHECK_FALSE(is_own_name(Role::kOtherName));
  CHECK_FALSE(is_compared(Role::kRowId));
}

}  // namespace parley::linkage
