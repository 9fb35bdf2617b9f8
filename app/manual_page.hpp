// The manual page, made from the commands and options there are.
#pragma once

#include <string>

#include "app/command_facts.hpp"

namespace homeroom::app {

/// The page in the language of man (man-pages(7)); `date` is that of the source, or empty.
std::string manual_page(const ProgramFacts& program, const std::string& version,
                        const std::string& date);

}  // namespace homeroom::app
