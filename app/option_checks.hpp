// What a value of an option may not be. Each check gives what is wrong with it, or nothing.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace homeroom::app {

/// Nothing but blanks names nothing; a name that begins with = was meant for a long option.
std::string refuse_blank(const std::string& value);
/// An empty value: most often a variable of a script that is not set.
std::string refuse_empty(const std::string& value);
/// A flag right after an option that wants a value is a value forgotten.
std::string refuse_flag(const std::string& value);
/// Anything but a whole number of children above 0.
std::string refuse_no_number_of_children(const std::string& value);
/// Anything but a kind of scenario file.
std::string refuse_no_kind(const std::string& value);
/// Anything but an audit.
std::string refuse_no_audit(const std::string& value);
/// Anything but a way to adjust p values.
std::string refuse_no_adjustment(const std::string& value);
/// Anything but a group of controls.
std::string refuse_no_controls(const std::string& value);
/// Anything but a number above 0.
std::string refuse_not_above_0(const std::string& value);
/// Two numbers above 0 with a comma between them, the smaller first; nothing if it is no such text.
std::optional<std::pair<double, double>> cuts_in(const std::string& text);
/// Anything but such cuts.
std::string refuse_no_cuts(const std::string& value);
/// Anything but a way to hold chances equal.
std::string refuse_no_chance_control(const std::string& value);
/// Anything but a way to give seats.
std::string refuse_no_assignment(const std::string& value);
/// Anything but which outcomes are better.
std::string refuse_no_direction(const std::string& value);
/// Anything but a kind of standard errors.
std::string refuse_no_errors(const std::string& value);

}  // namespace homeroom::app
