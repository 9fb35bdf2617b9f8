#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
using Field = ColumnDefinition;
}  // namespace

// Numbers only, and no key columns, as in the table of children.
const TableDefinition& hidden_learning_table() {
  static const TableDefinition table = {
      "truth_learning",
      {{"seat", W, "", "row of the child in the city, its name together with `arrived`"},
       {"arrived", W, "year", "first school year in the city"},
       {"school_id", W, "", "school in May, as in schools"},
       {"family_math", N, "state SD", "family baseline in mathematics"},
       {"family_ela", N, "state SD", "family baseline in ELA"},
       {"durable_math", N, "state SD", "what schools taught to last, mathematics"},
       {"durable_ela", N, "state SD", "what schools taught to last, ELA"},
       {"fleeting_math", N, "state SD", "what schools taught and soon fades, mathematics"},
       {"fleeting_ela", N, "state SD", "what schools taught and soon fades, ELA"},
       {"passing_math", N, "state SD", "the year's passing state, mathematics"},
       {"passing_ela", N, "state SD", "the year's passing state, ELA"},
       Field{"score_math", N, "state SD", "measured score"}.or_empty("not tested"),
       Field{"score_ela", N, "state SD", "measured score"}.or_empty("not tested"),
       Field{"peers_math", N, "SD/year", "the year's growth from peers"}.or_empty(
           "the year was not lived here"),
       Field{"peers_ela", N, "SD/year", "the year's growth from peers"}.or_empty(
           "the year was not lived here")},
      "child in May"};
  return table;
}

}  // namespace homeroom
