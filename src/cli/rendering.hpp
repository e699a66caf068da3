// Documents as files: which renderer a file's ending asks for.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "report/fonts.hpp"

namespace parley::cli {

struct Rendered {
  std::string bytes;
  std::set<char32_t> spelled;  // in no font: stands on paper as its code
};

// "html", "pdf" or "xlsx". Error (kUsage): another form.
Result<Rendered> rendered(const document::Document& document, std::string_view form,
                          const report::Fonts& fonts);

// "no font has U+1F9FF, U+6C49 and 3 more: they stand as their codes"; "" of none.
std::string spelled_text(const std::set<char32_t>& spelled);

bool is_form(std::string_view form);  // one of these three

// The form a file's name ends in. Error (kUsage): none of the three.
Result<std::string> form_of(const std::string& output);

}  // namespace parley::cli
