// What a value of an option may not be. Each check gives what is wrong with it, or nothing.
#pragma once

#include <string>

namespace homeroom::app {

/// Nothing but blanks names nothing; a name that begins with = was meant for a long option.
std::string refuse_blank(const std::string& value);
/// A flag right after an option that wants a value is a value forgotten.
std::string refuse_flag(const std::string& value);
/// Anything but a whole number of children above 0.
std::string refuse_no_number_of_children(const std::string& value);
/// Anything but a kind of scenario file.
std::string refuse_no_kind(const std::string& value);
/// Anything but a kind of standard errors.
std::string refuse_no_audit(const std::string& value);
std::string refuse_no_errors(const std::string& value);

}  // namespace homeroom::app
