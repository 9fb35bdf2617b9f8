// What a failure says to whoever runs the program: the system's words, and what can be tried.
#pragma once

#include <exception>
#include <string>

namespace homeroom {

/// Why the system refused, by its error number, and what lets it do it after all.
std::string words_of_error(int number);

/// What an exception says; of those that the language itself throws, in words for a user.
std::string explained(const std::exception& failure);

}  // namespace homeroom
