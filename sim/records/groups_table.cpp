#include "sim/records/children_groups.hpp"
#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
using Field = ColumnDefinition;

constexpr std::string_view kNobodyTested = "nobody was tested";

}  // namespace

const TableDefinition& groups_table() {
  static const TableDefinition table = [] {
    std::vector<ColumnDefinition> columns = columns_of_groups();
    for (Field& field : std::vector<Field>{
             {"tested_math", W, "students", "of them, who sat the test in mathematics"},
             {"tested_ela", W, "students", "the same in ELA"},
             Field{"proficiency_math", N, "%", "at or above the state's cut, of tested"}.or_empty(
                 kNobodyTested),
             Field{"proficiency_ela", N, "%", "the same in ELA"}.or_empty(kNobodyTested),
             Field{"mean_score_math", N, "state SD", "mean measured score of tested children"}
                 .or_empty(kNobodyTested),
             Field{"mean_score_ela", N, "state SD", "the same in ELA"}.or_empty(kNobodyTested)}) {
      columns.push_back(std::move(field));
    }
    return TableDefinition{"groups", with_key(columns),
                           "group of children of a school model, or of the whole city, in May"};
  }();
  return table;
}

}  // namespace homeroom
