#include "sim/founding/home_shares.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

GroupShares city_shares(const Place& place) {
  GroupShares shares = {place.share_black, place.share_hispanic, place.share_white,
                        place.share_asian, 0.0};
  shares[4] = std::max(0.0, 1.0 - shares[0] - shares[1] - shares[2] - shares[3]);
  return shares;
}

/// Shares of groups in each neighbourhood: log-odds of the city's shares, moved by poverty and by a
/// field of the group's own, and scaled until the city's shares hold.
class GroupMap {
 public:
  GroupMap(const Neighbourhoods& places, const Place& place, const HouseholdsParameters& nature)
      : places_(places), nature_(nature), target_(city_shares(place)) {
    for (std::size_t g = 0; g < kGroups; ++g) base_[g] = log_of(std::max(target_[g], 1e-6));
    for (int step = 0; step < 60; ++step) adjust(place.segregation_race);
  }

  GroupShares shares(std::size_t home, double segregation) const {
    const std::array<double, kGroups> slope = {nature_.minority_by_poverty,
                                               nature_.minority_by_poverty,
                                               nature_.white_by_poverty, 0.0, 0.0};
    GroupShares shares{};
    double total = 0.0;
    for (std::size_t g = 0; g < kGroups; ++g) {
      shares[g] =
          exp_of(base_[g] + segregation * (slope[g] * places_.status[home] +
                                           nature_.group_field * places_.group_field[g][home]));
      total += shares[g];
    }
    for (double& share : shares) share /= total;
    return shares;
  }

 private:
  void adjust(double segregation) {
    GroupShares mean{};
    for (std::size_t home = 0; home < places_.weight.size(); ++home) {
      const GroupShares here = shares(home, segregation);
      for (std::size_t g = 0; g < kGroups; ++g) mean[g] += places_.weight[home] * here[g];
    }
    for (std::size_t g = 0; g < kGroups; ++g) {
      if (target_[g] > 0.0) base_[g] += log_of(target_[g] / std::max(mean[g], 1e-12));
    }
  }

  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  GroupShares target_{}, base_{};
};

std::vector<GroupShares> shares_by_home(const GroupMap& map, const Neighbourhoods& places,
                                        double segregation) {
  std::vector<GroupShares> shares(places.weight.size());
  for (std::size_t home = 0; home < shares.size(); ++home) {
    shares[home] = map.shares(home, segregation);
  }
  return shares;
}

double low_income_odds(const HouseholdsParameters& nature, double constant, double by_poverty,
                       bool white) {
  return logistic(constant + by_poverty + (white ? nature.income_white : 0.0));
}

/// The constant at which the city's share of low income holds, by bisection.
double low_income_constant(const Neighbourhoods& places, const std::vector<GroupShares>& shares,
                           const Place& place, const HouseholdsParameters& nature) {
  double low = -12.0, high = 12.0;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (low + high);
    double share = 0.0;
    for (std::size_t home = 0; home < places.weight.size(); ++home) {
      const double white = shares[home][2];
      const double by_poverty = place.segregation_income * places.status[home];
      share += places.weight[home] *
               (white * low_income_odds(nature, middle, by_poverty, true) +
                (1.0 - white) * low_income_odds(nature, middle, by_poverty, false));
    }
    (share < place.share_low_income ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

/// Listed shares, scaled until the city's hold.
std::vector<GroupShares> scaled_to(const GroupShares& target, std::vector<GroupShares> shares,
                                   const std::vector<double>& weight) {
  for (int step = 0; step < 60; ++step) {
    GroupShares mean{};
    for (std::size_t home = 0; home < shares.size(); ++home) {
      for (std::size_t g = 0; g < kGroups; ++g) mean[g] += weight[home] * shares[home][g];
    }
    for (GroupShares& here : shares) {
      double total = 0.0;
      for (std::size_t g = 0; g < kGroups; ++g) {
        here[g] *= target[g] / std::max(mean[g], 1e-12);
        total += here[g];
      }
      for (double& share : here) share /= total;
    }
  }
  return shares;
}

/// Listed shares of low income, their odds scaled until the city's share holds.
std::vector<double> scaled_to(double target, const std::vector<double>& listed,
                              const std::vector<double>& weight) {
  double low = -12.0, high = 12.0;
  std::vector<double> shares = listed;
  for (int step = 0; step < 60; ++step) {
    const double shift = 0.5 * (low + high);
    double mean = 0.0;
    for (std::size_t home = 0; home < listed.size(); ++home) {
      shares[home] = logistic(logit(clamp_to(listed[home], 1e-4, 1.0 - 1e-4)) + shift);
      mean += weight[home] * shares[home];
    }
    (mean < target ? low : high) = shift;
  }
  return shares;
}

/// The odds of others in a neighbourhood where `white` are White and `share` of all are of low
/// income, by bisection.
double constant_of_home(double share, double white, const HouseholdsParameters& nature) {
  double low = -30.0, high = 30.0;
  for (int step = 0; step < 60; ++step) {
    const double middle = 0.5 * (low + high);
    const double here = white * low_income_odds(nature, middle, 0.0, true) +
                        (1.0 - white) * low_income_odds(nature, middle, 0.0, false);
    (here < share ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

void write_poor(const Neighbourhoods& places, const Place& place, const Settlement& settlement,
                const HouseholdsParameters& nature, HomeShares& homes) {
  std::vector<double> listed;
  double constant = 0.0;
  if (settlement.low_income.empty()) {
    constant = low_income_constant(places, homes.groups, place, nature);
  } else {
    listed = scaled_to(place.share_low_income, settlement.low_income, places.weight);
  }
  for (std::size_t home = 0; home < places.weight.size(); ++home) {
    const double from =
        listed.empty() ? constant : constant_of_home(listed[home], homes.groups[home][2], nature);
    const double by_poverty = listed.empty() ? place.segregation_income * places.status[home] : 0.0;
    for (const bool white : {false, true}) {
      homes.poor[white].push_back(low_income_odds(nature, from, by_poverty, white));
    }
  }
}

}  // namespace

HomeShares shares_of_homes(const Neighbourhoods& places, const Place& place,
                           const Settlement& settlement, const HouseholdsParameters& nature) {
  HomeShares homes;
  homes.groups =
      settlement.groups.empty()
          ? shares_by_home(GroupMap(places, place, nature), places, place.segregation_race)
          : scaled_to(city_shares(place), settlement.groups, places.weight);
  write_poor(places, place, settlement, nature, homes);
  return homes;
}

}  // namespace homeroom
