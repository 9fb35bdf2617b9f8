// What is wrong with a command line, in the words in which faults of scenarios are told.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace homeroom::app {

/// The fault of a first word that is no command; nothing where it is one, or an option.
std::string unknown_command(const CLI::App& app, const std::string& word);

/// CLI11's complaint: what is wrong, what is allowed, what was probably meant, a line each.
std::string in_our_words(const CLI::App& app, const CLI::ParseError& error);

}  // namespace homeroom::app
