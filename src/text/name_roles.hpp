// What each part of a name is, by its form, its place and the custom.
#pragma once

#include <span>
#include <vector>

#include "text/name_elements.hpp"

namespace parley::text {

// Петрович, Iванівна, Petrovych: a father's name by its ending.
bool is_patronymic(std::string_view folded);

// `family`: how many elements at the front stood before a comma. One role an element.
std::vector<NameRole> name_roles(std::span<const NameElement> elements, std::size_t family,
                                 NameOrder order);

}  // namespace parley::text
