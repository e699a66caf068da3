// Documents as files: which renderer a file's ending asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "report/fonts.hpp"

namespace parley::cli {

// "html", "pdf" or "xlsx". Error (kUsage): another form.
Result<std::string> rendered(const document::Document& document, std::string_view form,
                             const report::Fonts& fonts);

bool is_form(std::string_view form);  // one of these three

// The form a file's name ends in. Error (kUsage): none of the three.
Result<std::string> form_of(const std::string& output);

}  // namespace parley::cli
