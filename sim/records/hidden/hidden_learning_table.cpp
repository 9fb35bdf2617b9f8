#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
using Field = ColumnDefinition;
constexpr std::string_view kElsewhere = "the year was not lived here";
constexpr std::string_view kDrive = "the year's growth from the engagement the child came with";
constexpr std::string_view kChoices =
    "the year's growth from what years did to its engagement, a design that suits it, moves";
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
       Field{"peers_math", N, "SD/year", "the year's growth from peers"}.or_empty(kElsewhere),
       Field{"peers_ela", N, "SD/year", "the year's growth from peers"}.or_empty(kElsewhere),
       Field{"drive_math", N, "SD/year", kDrive}.or_empty(kElsewhere),
       Field{"drive_ela", N, "SD/year", kDrive}.or_empty(kElsewhere),
       Field{"choices_math", N, "SD/year", kChoices}.or_empty(kElsewhere),
       Field{"choices_ela", N, "SD/year", kChoices}.or_empty(kElsewhere)},
      "child in May"};
  return table;
}

}  // namespace homeroom
