#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
constexpr std::string_view kGrowth = "SD/year";
}  // namespace

const TableDefinition& truth_table() {
  static const TableDefinition table = [] {
    std::vector<ColumnDefinition> columns = {
        {"school_id", W, "", "as in schools"},
        {"name", T, "", "name"},
        {"model", T, "", "school model"},
        {"latent_growth_math", N, kGrowth,
         "mean growth of the school's children: sum of the terms"},
        {"latent_growth_ela", N, kGrowth, "the same in ELA"}};
    static constexpr std::string_view kNames[2][11] = {
        {"teacher_math", "leadership_math", "program_math", "time_math", "resources_math",
         "climate_math", "effort_math", "fit_math", "peers_math", "disruption_math", "anchor_math"},
        {"teacher_ela", "leadership_ela", "program_ela", "time_ela", "resources_ela", "climate_ela",
         "effort_ela", "fit_ela", "peers_ela", "disruption_ela", "anchor_ela"}};
    for (const auto& subject : kNames) {
      for (std::string_view name : subject) columns.push_back({name, N, kGrowth, "term of growth"});
    }
    const std::vector<ColumnDefinition> rest = {
        {"paper_autonomy", N, "share", "rank-weighted rights on paper"},
        {"effective_autonomy", N, "share", "rank-weighted rights honoured and used"},
        {"first_effective_autonomy", N, "share",
         "in the model's first year, or the first simulated"},
        {"years_in_model", W, "years", "since opening in, or conversion to, the model"},
        {"agreement_lapsed", W, "0/1", "the zone's or network's agreement was let end"},
        {"friction", N, "share", "promised and fought over"},
        {"mean_baseline", N, "state SD", "mean family baseline of the children"},
        {"teacher_effect", N, kGrowth, "mean true effectiveness, mathematics"},
        {"leadership", N, "SD", "of the principal"},
        {"autonomy_skill", N, "SD", "of the principal"},
        {"design_quality", N, "SD", "of the school's own design"},
        {"climate", N, "", "slow state"},
        {"urgency", N, "share", "perceived probability of loss"},
        {"extra_hours", N, "hours/day", "effective"},
        {"resources", N, "USD/student", "useful spending beyond staff, against the city's norm"},
        {"buy_in", N, "share", "of the central office"},
        {"commitment", N, "share", "of the superintendent"},
        {"service_quality", N, "share", "of the district's services"}};
    columns.insert(columns.end(), rest.begin(), rest.end());
    return TableDefinition{"truth", with_key(columns)};
  }();
  return table;
}

}  // namespace homeroom
