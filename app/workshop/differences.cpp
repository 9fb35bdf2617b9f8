#include "app/workshop/differences.hpp"

#include <cmath>
#include <set>

#include "analysis/truth/paired.hpp"
#include "app/workshop/json.hpp"
#include "app/workshop/outcomes.hpp"
#include "sim/records/table.hpp"

namespace homeroom::workshop {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

using Lives = std::vector<LifePointer>;

/// The city first, then models in alphabetical order.
std::set<std::string> models_in(const Lives& a, const Lives& b) {
  std::set<std::string> models;
  for (const Lives* lives : {&a, &b}) {
    for (const LifePointer& life : *lives) {
      for (const OutcomeValues& year : life->years) {
        for (const auto& [model, values] : year) models.insert(model);
      }
    }
  }
  return models;
}

void values_of(const Lives& lives, std::size_t year, const std::string& model, std::size_t outcome,
               std::vector<double>& values) {
  values.clear();
  for (const LifePointer& life : lives) {
    const auto row = life->years[year].find(model);
    values.push_back(row == life->years[year].end() ? kUnknown : row->second[outcome]);
  }
}

/// Lists of one outcome of one model, by year.
struct Series {
  std::vector<double> a, b, d, low, high, pairs;

  void add(const truth::PairedDifference& of) {
    a.push_back(of.base);
    b.push_back(of.alternative);
    d.push_back(of.difference);
    low.push_back(of.low);
    high.push_back(of.high);
    pairs.push_back(of.pairs);
  }
  bool knows_anything() const {
    for (std::size_t year = 0; year < a.size(); ++year) {
      if (!std::isnan(a[year]) || !std::isnan(b[year])) return true;
    }
    return false;
  }
  bool lacks_pairs(std::size_t of) const {
    for (const double count : pairs) {
      if (count != static_cast<double>(of)) return true;
    }
    return false;
  }
};

void append(const Series& series, const Outcome& outcome, const std::string& model,
            std::size_t pairs, JsonWriter& json) {
  json.begin_object().member("o", outcome.key).member("m", model);
  // Columns of differences.csv have no unit of their own, and the decimals of such.
  static const int decimals = decimals_of("by measure");
  json.numbers("a", series.a, decimals).numbers("b", series.b, decimals);
  json.numbers("d", series.d, decimals).numbers("low", series.low, decimals);
  json.numbers("high", series.high, decimals);
  if (series.lacks_pairs(pairs)) json.numbers("pairs", series.pairs, 0);
  json.end_object();
}

}  // namespace

std::string differences_json(const Lives& a, const Lives& b, int of) {
  JsonWriter json;
  json.begin_object();
  json.key("n").whole(static_cast<long long>(a.size())).key("of").whole(of);
  json.key("series").begin_list();
  const std::size_t years = a.front()->years.size();
  std::vector<double> before, after;
  const std::set<std::string> models = models_in(a, b);
  for (std::size_t outcome = 0; outcome < outcomes().size(); ++outcome) {
    for (const std::string& model : models) {
      Series series;
      for (std::size_t year = 0; year < years; ++year) {
        values_of(a, year, model, outcome, before);
        values_of(b, year, model, outcome, after);
        series.add(truth::paired_difference(before, after));
      }
      if (series.knows_anything()) append(series, outcomes()[outcome], model, a.size(), json);
    }
  }
  return json.end_list().end_object().take();
}

}  // namespace homeroom::workshop
