// Lists of strings and of tables in a file's tree.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom {

/// The strings of a list; what is none is a fault. No list: no strings.
std::vector<std::string> strings_of(const Node* list, const std::string& key, Faults& faults);

/// Visits every table of a list with its place, such as "tests.0"; what is none is a fault.
void for_each_table(const Node* list, const std::string& key, Faults& faults,
                    const std::function<void(const Node& table, const std::string& prefix)>& visit);

}  // namespace homeroom
