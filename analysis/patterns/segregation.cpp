// How far schools differ in the children they have.
#include <cmath>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// SD between schools of the share of low-income children, each school counted once.
double income_spread(const panel::Schools& schools, bool with_selective) {
  estimators::Moments shares;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const double share = schools.low_income[s];
    if (std::isnan(share) || (schools.selective[s] && !with_selective)) continue;
    shares.add(share, share);
  }
  return std::sqrt(shares.variance_y());
}

}  // namespace

void add_segregation(const panel::Panel& panel, Figures& figures) {
  Average open, all;
  for (const panel::Year& year : panel.years) {
    open.add(income_spread(year.schools, false));
    all.add(income_spread(year.schools, true));
  }
  figures["low_income_spread"] = open.value();
  figures["low_income_spread_all"] = all.value();
}

}  // namespace homeroom::patterns
