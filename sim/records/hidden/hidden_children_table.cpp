#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
using Field = ColumnDefinition;
}  // namespace

// Numbers only, and no key columns: a city has too many children for words.
const TableDefinition& hidden_children_table() {
  static const TableDefinition table = {
      "truth_children",
      {{"seat", W, "", "row of the child in the city, its name together with `arrived`"},
       {"arrived", W, "year", "first school year in the city"},
       {"grade", W, "grade", "kindergarten is 0"},
       {"school_id", W, "", "school in May, as in schools"},
       {"arrival", W, "", "how it came there: position among the words of students.csv"},
       {"group", W, "", "race/ethnicity: position among the words of students.csv"},
       {"low_income", W, "0/1", "1: of a low-income family"},
       {"english_learner", W, "0/1", "1: English learner"},
       {"special_education", W, "0/1", "1: in special education"},
       {"level_math", N, "state SD", "true achievement in mathematics"},
       {"level_ela", N, "state SD", "true achievement in ELA"},
       {"taught_math", N, "state SD",
        "part of it that years of growth have made and that has not faded, the luck of a year left "
        "out"},
       {"taught_ela", N, "state SD", "the same in ELA"},
       Field{"score_math", N, "state SD", "measured score"}.or_empty("a grade without a test"),
       Field{"score_ela", N, "state SD", "measured score"}.or_empty("a grade without a test")},
      "child in May"};
  return table;
}

}  // namespace homeroom
