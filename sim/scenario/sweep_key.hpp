// Which keys may vary in a sweep, and what their columns are called.
#pragma once

#include <string>

#include "sim/scenario/declared.hpp"

namespace homeroom {

/// The name of a key's column where none is given: its last word, or the whole key where tables
/// have a column of that name anyway (run.seed).
std::string column_of(const std::string& key);

/// As SQL reads the names of columns.
std::string in_small_letters(std::string name);

/// True where tables of runs have a column of that name, in capitals or not as SQL reads them.
bool is_column_of_runs(const std::string& name);

/// The declaration of a key that may vary: a lever or parameter, or after "policy." a lever of the
/// law or of models from the first policy year on. Null where it is none: it would change nothing.
const Declared* find_sweep_key(const std::string& key);

/// Why find_sweep_key finds none, to stand behind the key.
std::string why_no_sweep_key(const std::string& key);

/// The key that was probably meant by one that is none; empty where none comes near.
std::string near_sweep_key(const std::string& key);

}  // namespace homeroom
