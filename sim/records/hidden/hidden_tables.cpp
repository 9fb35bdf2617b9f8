#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/hidden/growth_columns.hpp"

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
        {"children", W, "students",
         "children taught: the weight of the school in means of several"}};
    append_growth(columns);
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
