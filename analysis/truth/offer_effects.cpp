#include <algorithm>

#include "analysis/truth/offers.hpp"

namespace homeroom::truth {

namespace {

/// The replicates' values at a number of years after the application.
struct Column {
  std::vector<OfferYear> replicates;

  template <class Value>
  std::vector<double> values(Value&& of) const {
    std::vector<double> all;
    for (const OfferYear& one : replicates) all.push_back(of(one));
    return all;
  }
  template <class Value>
  MeanWithError mean(Value&& of) const {
    return mean_with_error(values(of));
  }
};

MeanWithError ratio(const std::vector<double>& above, const std::vector<double>& below) {
  return mean_with_error(values_of_ratio(above, below));
}

OfferEffect effect_in(const Column& column, int years_after) {
  OfferEffect effect;
  effect.years_after = years_after;
  effect.children = column.mean([](const OfferYear& one) { return one.children; }).mean;
  effect.elsewhere = column.mean([](const OfferYear& one) { return one.elsewhere; }).mean;
  const auto attended = column.values([](const OfferYear& one) { return one.attended; });
  effect.attended = mean_with_error(attended);
  for (std::size_t m = 0; m < 2; ++m) {
    const auto level = column.values([m](const OfferYear& one) { return one.level[m]; });
    const auto taught = column.values([m](const OfferYear& one) { return one.taught[m]; });
    effect.level[m] = mean_with_error(level);
    effect.taught[m] = mean_with_error(taught);
    effect.others[m] = column.mean([m](const OfferYear& one) { return one.others[m]; });
    effect.level_per_year[m] = ratio(level, attended);
    effect.taught_per_year[m] = ratio(taught, attended);
  }
  return effect;
}

}  // namespace

std::vector<OfferEffect> effect_of_offers(const std::vector<std::vector<OfferYear>>& replicates) {
  std::size_t years = 0;
  for (const auto& replicate : replicates) years = std::max(years, replicate.size());
  std::vector<OfferEffect> effects;
  for (std::size_t n = 0; n < years; ++n) {
    Column column;
    for (const auto& replicate : replicates) {
      if (n < replicate.size() && replicate[n].children > 0) {
        column.replicates.push_back(replicate[n]);
      }
    }
    effects.push_back(effect_in(column, static_cast<int>(n)));
  }
  return effects;
}

}  // namespace homeroom::truth
