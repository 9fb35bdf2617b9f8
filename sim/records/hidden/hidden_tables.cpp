#include "sim/records/hidden/hidden_tables.hpp"

#include <array>

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
        {"name", T, "", "name of the school"},
        {"model", T, "", "key of its school model this year"},
        {"latent_growth_math", N, kGrowth,
         "mean growth of the school's children: sum of the terms"},
        {"latent_growth_ela", N, kGrowth, "the same in ELA"}};
    static constexpr std::array<std::string_view, 12> kNames[2] = {
        {"teacher_math", "leadership_math", "program_math", "time_math", "resources_math",
         "class_size_math", "climate_math", "effort_math", "fit_math", "peers_math",
         "disruption_math", "anchor_math"},
        {"teacher_ela", "leadership_ela", "program_ela", "time_ela", "resources_ela",
         "class_size_ela", "climate_ela", "effort_ela", "fit_ela", "peers_ela", "disruption_ela",
         "anchor_ela"}};
    static constexpr std::array<std::string_view, 12> kMeanings = {
        "growth from teachers",
        "growth from the principal's leadership",
        "growth from the school's own program",
        "growth from extra hours",
        "growth from spending beyond staff",
        "growth from classes smaller than the reference, or lost in larger ones",
        "growth from climate",
        "growth from effort: urgency and engagement",
        "growth from the match of learners with a distinct design",
        "growth from peers",
        "growth lost by moves, closures, starts and turnover",
        "growth's one constant per place, seed and replicate"};
    for (const auto& subject : kNames) {
      for (std::size_t term = 0; term < subject.size(); ++term) {
        columns.push_back({subject[term], N, kGrowth, kMeanings[term]});
      }
    }
    const std::vector<ColumnDefinition> rest = {
        {"paper_autonomy", N, "share", "rank-weighted rights on paper"},
        {"effective_autonomy", N, "share", "rank-weighted rights honoured and used"},
        {"first_effective_autonomy", N, "share",
         "in the model's first year, or the first simulated"},
        {"years_in_model", W, "years", "since opening in, or conversion to, the model"},
        {"agreement_lapsed", W, "0/1", "1: the zone's or network's agreement was let end"},
        {"friction", N, "share", "of rights, promised and fought over"},
        {"mean_baseline", N, "state SD", "mean family baseline of the children"},
        {"teacher_effect", N, kGrowth, "mean true effectiveness, mathematics"},
        {"leadership", N, "SD", "true, of the principal"},
        {"autonomy_skill", N, "SD", "true, of the principal"},
        {"design_quality", N, "SD", "of the school's own design"},
        {"climate", N, "", "slow state of the school, about -1 to 1; 0: typical"},
        {"urgency", N, "share", "perceived probability of loss"},
        {"extra_hours", N, "hours/day", "effective extra hours"},
        {"resources", N, "USD/student", "useful spending beyond staff, against the city's norm"},
        {"buy_in", N, "share", "of the central office, to autonomy"},
        {"commitment", N, "share", "of the superintendent, to autonomy"},
        {"service_quality", N, "share", "quality of the district's services, 0 to 1"}};
    columns.insert(columns.end(), rest.begin(), rest.end());
    return TableDefinition{"truth", with_key(columns),
                           "school that taught in the year; no analyst could know this"};
  }();
  return table;
}

}  // namespace homeroom
