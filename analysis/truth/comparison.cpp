#include "analysis/truth/comparison.hpp"

#include <limits>
#include <set>
#include <stdexcept>

#include "analysis/truth/year_values.hpp"

namespace homeroom::truth {

namespace {

double value_in(const YearValues& values, const std::string& model, std::size_t measure) {
  const auto row = values.find(model);
  return row == values.end() ? std::numeric_limits<double>::quiet_NaN() : row->second[measure];
}

}  // namespace

void AlternativeLife::add(int year, const YearTables& tables) {
  const CityYear& base = base_.at(pair_.values.size());
  CityYear now = life_.add(year, tables);
  if (now.children.arrived != base.children.arrived) {
    throw std::logic_error("a base and its alternative have other children");
  }
  follow_children_of_base(base, now);
  pair_.moved.push_back(counter_.count(base, now, tables.children));
  pair_.schools.push_back(std::move(now.schools));
  pair_.values.push_back(std::move(now.values));
}

std::vector<YearValues> values_of(const BaseLife& base) {
  std::vector<YearValues> values;
  for (std::size_t i = 0; i < base.years(); ++i) values.push_back(base.at(i).values);
  return values;
}

std::vector<SchoolValues> schools_of(const BaseLife& base) {
  std::vector<SchoolValues> schools;
  for (std::size_t i = 0; i < base.years(); ++i) schools.push_back(base.at(i).schools);
  return schools;
}

std::vector<std::string> Comparison::models() const {
  std::set<std::string> keys;
  const auto note = [&](const std::vector<YearValues>& years) {
    for (const YearValues& values : years) {
      for (const auto& [model, row] : values) keys.insert(model);
    }
  };
  for (const Replicate& replicate : replicates) {
    note(replicate.base);
    for (const Pair& pair : replicate.alternatives) note(pair.values);
  }
  return {keys.begin(), keys.end()};
}

PairedDifference Comparison::mean_difference(std::size_t alternative, std::size_t year,
                                             const std::string& model,
                                             const std::vector<std::size_t>& measures) const {
  const auto mean = [&](const YearValues& values) {
    double sum = 0.0;
    for (const std::size_t measure : measures) sum += value_in(values, model, measure);
    return sum / static_cast<double>(measures.size());
  };
  std::vector<double> before, after;
  for (const Replicate& replicate : replicates) {
    before.push_back(mean(replicate.base[year]));
    after.push_back(mean(replicate.alternatives[alternative].values[year]));
  }
  return paired_difference(before, after);
}

}  // namespace homeroom::truth
