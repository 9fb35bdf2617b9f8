#include "analysis/truth/comparison_tables.hpp"

#include <cmath>
#include <set>

#include "analysis/truth/measures.hpp"

namespace homeroom::truth {

namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;

std::vector<Code> measure_codes() {
  std::vector<Code> codes;
  for (const Measure& measure : measures()) codes.push_back({measure.name, measure.meaning});
  return codes;
}

std::vector<Code> how_codes() {
  return {{"stayed", "there since before the first policy year"},
          {"assigned", "a child that took no part, or got nothing on its list"},
          {"chosen", "a child that got a school of its list"},
          {"moved", "a child that moved within a year"},
          {"displaced", "a child whose school had closed"},
          {"hired", "a teacher from outside the city's schools"},
          {"placed", "a teacher who found a post out of the pool"},
          {"never_hired", "a candidate whom no school of the city has hired"},
          {"left", "a teacher who resigned"},
          {"moved_in_city", "a teacher who looked for another school of the city"},
          {"dismissed_performance", "a teacher removed for performance"},
          {"dismissed_fit", "a teacher removed for want of fit"},
          {"excess", "a teacher whose post was cut or given another use"},
          {"closure", "a teacher whose school closed"},
          {"reset", "a teacher not kept when all had to reapply"},
          {"recruited", "a teacher won by a recruiting school"},
          {"retired", "a teacher who retired"},
          {"released", "a teacher placed without consent, and sent back"}};
}

std::vector<Field> keys() {
  return {{"base", T, "", "scenario that is compared with"},
          {"alternative", T, "", "scenario or policies that are compared"},
          {"year", W, "year", "spring of the school year"}};
}

std::vector<Field> difference_columns() {
  std::vector<Field> columns = keys();
  const std::vector<Field> rest = {
      Field{"model", T, "", "key of the school model, as its schools are in that arm and year"}
          .or_empty("the whole city, schools without any freedom among them"),
      Field{"measure", T, "", "what is compared"}.in_words(measure_codes()),
      Field{"unit", T, "", "of the measure and of all numbers of the row but the last two"}
          .or_empty("a pure number"),
      Field{"base_mean", N, "by measure", "mean over replicates under the base"}.or_empty(
          "the base never has the model, or nothing to measure"),
      Field{"alternative_mean", N, "by measure", "mean over replicates under the alternative"}
          .or_empty("the alternative never has the model, or nothing to measure"),
      Field{"difference", N, "by measure",
            "alternative less base, mean over pairs of replicates with the same dice"}
          .or_empty("no replicate has both"),
      Field{"error", N, "by measure", "standard error of the difference"}.or_empty(
          "fewer than two pairs"),
      Field{"low", N, "by measure", "lower end of the 95 % confidence interval (Student's t)"}
          .or_empty("fewer than two pairs"),
      Field{"high", N, "by measure", "its upper end"}.or_empty("fewer than two pairs"),
      {"replicates", W, "replicates",
       "pairs that count: replicates in which both arms have the measure"},
      Field{"unpaired_replicates", N, "runs",
            "replicates of each arm after which runs with dice of their own would have had this "
            "error"}
          .or_empty("the difference is the same in every pair, or there is but one")};
  columns.insert(columns.end(), rest.begin(), rest.end());
  return columns;
}

std::vector<Field> moved_columns() {
  std::vector<Field> columns = keys();
  const std::vector<Field> rest = {
      Field{"who", T, "", "who is elsewhere"}.in_words(
          {{"child", "in another school"},
           {"teacher", "in another school, in the pool or outside the city's schools"}}),
      {"base_model", T, "",
       "key of the model of the school where it is under the base; of a teacher also pool or "
       "outside"},
      Field{"base_how", T, "", "how it came there"}.in_words(how_codes()),
      {"alternative_model", T, "", "the same under the alternative"},
      Field{"alternative_how", T, "", "how it came there"}.in_words(how_codes()),
      {"people", N, "people", "how many are elsewhere, mean over replicates"},
      Field{"people_error", N, "people", "its standard error"}.or_empty("but one replicate"),
      {"since_this_year", N, "people", "of these, who were in the same place a year ago"}};
  columns.insert(columns.end(), rest.begin(), rest.end());
  for (const char* part : move_parts()) {
    columns.push_back(Field{part, N, "people", "of these"}.or_empty("teachers"));
  }
  return columns;
}

void add_difference(const Measure& measure, const PairedDifference& of, Batch& batch) {
  batch.add(std::string_view(measure.name)).add(std::string_view(measure.unit));
  batch.add(of.base).add(of.alternative).add(of.difference).add(of.error).add(of.low).add(of.high);
  batch.add(of.pairs).add(of.unpaired);
  batch.end_row();
}

Batch& add_keys(const Comparison& comparison, std::size_t alternative, std::size_t year,
                Batch& batch) {
  return batch.add(std::string_view(comparison.base))
      .add(std::string_view(comparison.alternatives[alternative]))
      .add(comparison.years[year]);
}

/// One kind of move over replicates; where nobody moved so, the count is 0.
class MovesOfKind {
 public:
  MovesOfKind(const Comparison& comparison, std::size_t alternative, std::size_t year,
              const MoveKey& key) {
    for (const Replicate& replicate : comparison.replicates) {
      const Moved& moved = replicate.alternatives[alternative].moved[year];
      const auto found = moved.find(key);
      counts_.push_back(found == moved.end() ? MoveCount{} : found->second);
    }
  }
  template <class Of>
  MeanWithError mean(Of&& of) const {
    std::vector<double> values;
    for (const MoveCount& count : counts_) values.push_back(of(count));
    return mean_with_error(values);
  }

 private:
  std::vector<MoveCount> counts_;
};

void add_move(const MoveKey& key, const MovesOfKind& moves, Batch& batch) {
  const bool child = key.who == Who::Child;
  const MeanWithError people = moves.mean([](const MoveCount& count) { return count.people; });
  batch.add(std::string_view(child ? "child" : "teacher"))
      .add(std::string_view(key.base_model))
      .add(std::string_view(key.base_how))
      .add(std::string_view(key.alternative_model))
      .add(std::string_view(key.alternative_how))
      .add(people.mean)
      .add(people.error)
      .add(moves.mean([](const MoveCount& count) { return count.since_this_year; }).mean);
  for (std::size_t part = 0; part < MoveCount::kParts; ++part) {
    if (child) {
      batch.add(moves.mean([part](const MoveCount& count) { return count.parts[part]; }).mean);
    } else {
      batch.add_missing();
    }
  }
  batch.end_row();
}

std::set<MoveKey> kinds_in(const Comparison& comparison, std::size_t alternative,
                           std::size_t year) {
  std::set<MoveKey> kinds;
  for (const Replicate& replicate : comparison.replicates) {
    for (const auto& [key, count] : replicate.alternatives[alternative].moved[year]) {
      kinds.insert(key);
    }
  }
  return kinds;
}

}  // namespace

const TableDefinition& differences_table() {
  static const TableDefinition table = {
      "differences", difference_columns(),
      "alternative, year, school model or the whole city, and measure of a comparison"};
  return table;
}

const TableDefinition& moved_table() {
  static const TableDefinition table = {
      "moved", moved_columns(),
      "alternative, year and way in which children or teachers came to be elsewhere than under "
      "the base"};
  return table;
}

Batch differences_of(const Comparison& comparison) {
  Batch batch(differences_table());
  const std::vector<std::string> models = comparison.models();
  for (std::size_t a = 0; a < comparison.alternatives.size(); ++a) {
    for (std::size_t y = 0; y < comparison.years.size(); ++y) {
      for (const std::string& model : models) {
        for (std::size_t m = 0; m < measures().size(); ++m) {
          const PairedDifference of = comparison.difference(a, y, model, m);
          if (std::isnan(of.base) && std::isnan(of.alternative)) continue;
          add_keys(comparison, a, y, batch).add(std::string_view(model));
          add_difference(measures()[m], of, batch);
        }
      }
    }
  }
  return batch;
}

Batch moved_of(const Comparison& comparison) {
  Batch batch(moved_table());
  for (std::size_t a = 0; a < comparison.alternatives.size(); ++a) {
    for (std::size_t y = 0; y < comparison.years.size(); ++y) {
      for (const MoveKey& key : kinds_in(comparison, a, y)) {
        add_keys(comparison, a, y, batch);
        add_move(key, MovesOfKind(comparison, a, y, key), batch);
      }
    }
  }
  return batch;
}

}  // namespace homeroom::truth
