#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
}  // namespace

const TableDefinition& hidden_sustainability_table() {
  static const TableDefinition table = {
      "truth_sustainability",
      with_key(
          {Field{"model", T, "", "key of the school model"}.or_empty("the whole city"),
           {"paper_autonomy", N, "share", "rank-weighted rights on paper, mean of schools"},
           {"held_autonomy", N, "share", "rank-weighted rights as far as they are honoured"},
           {"effective_autonomy", N, "share", "rank-weighted rights honoured and used"},
           {"first_effective_autonomy", N, "share",
            "in each school's first year in the model, or the first simulated"},
           Field{"effective_against_first", N, "", "effective over first: 1 is as it began"}
               .or_empty("nothing was effective at first"),
           {"friction", N, "share", "promised and fought over"},
           {"buy_in", N, "share", "of the central office"},
           {"commitment", N, "share", "of the superintendent"},
           {"champion", W, "0/1", "the superintendent is committed above the traditional mean"},
           Field{"years_since_champion", W, "years", "since the last champion's last year"}
               .or_empty("no champion left without another to follow"),
           Field{"held_against_champion", N, "",
                 "rights held against that year, in the same schools"}
               .or_empty("no champion left, or nothing was held then"),
           Field{"years_to_erosion", W, "years", "from that year to the first erosion"}.or_empty(
               "none so far"),
           {"eroded", W, "0/1", "rights have eroded since a champion left"}}),
      "school model, or the whole city, in a year"};
  return table;
}

}  // namespace homeroom
