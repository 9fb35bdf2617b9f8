// The rating: parts of 0 to 100 each, weighted by the city's framework.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/accountability_parts.hpp"
#include "sim/year/seats.hpp"

namespace homeroom::accountability {
namespace {

constexpr double kUnrated = 50;  // what is printed in the middle says nothing

/// A weighted mean over the parts that a school has.
struct Parts {
  double sum = 0, weight = 0;
  void add(double part, double weight_of_part) {
    sum += weight_of_part * part;
    weight += weight_of_part;
  }
};

double share_proficient(const SchoolYear& year) {
  const int tested = year.tested[kMath] + year.tested[kEla];
  return tested ? static_cast<double>(year.proficient[kMath] + year.proficient[kEla]) / tested
                : 0.0;
}

void add_growth(const SchoolYear& year, double weight, Parts& parts) {
  double sum = 0;
  int subjects = 0;
  for (int m = 0; m < kSubjects; ++m) {
    if (year.with_growth[m] == 0 || year.median_sgp[m] <= 0.0) continue;
    sum += year.median_sgp[m];
    ++subjects;
  }
  if (subjects) parts.add(sum / subjects, weight);
}

double share_of_seats(const World& world, const Law& law, SchoolId school) {
  int seats = 0;
  for (int grade = 0; grade < kGrades; ++grade) seats += seats_open(world, law, school, grade);
  const int enrolment = world.results.school[school].enrolment;
  return seats ? std::min(1.0, static_cast<double>(enrolment) / seats) : 0.0;
}

// False where nothing was tested this year: no index without a test. Schools of special education
// are judged by their children's plans, not ranked among the others.
bool index_of_year(const World& world, const Law& law, SchoolId school, double& index) {
  const SchoolYear& year = world.results.school[school];
  if (world.schools.special_school[school]) return false;
  if (year.tested[kMath] + year.tested[kEla] == 0) return false;
  Parts parts;
  parts.add(100.0 * share_proficient(year), law.accountability.weight_status.in(world.year));
  add_growth(year, law.accountability.weight_growth.in(world.year), parts);
  parts.add(100.0 * share_of_seats(world, law, school),
            law.accountability.weight_enrolment.in(world.year));
  if (year.entrants > 0) {
    parts.add(100.0 * year.first_choices / year.entrants,
              law.accountability.weight_satisfaction.in(world.year));
  }
  if (parts.weight <= 0.0) return false;
  index = parts.sum / parts.weight;
  return true;
}

void put_on_record(SchoolAccount& account, double index, int year) {
  account.history = {index, account.history[0], account.history[1]};
  account.rated_years = std::min(3, account.rated_years + 1);
  account.last_rated = year;
}

double mean_of(const SchoolAccount& account) {
  double sum = 0;
  for (int y = 0; y < account.rated_years; ++y) sum += account.history[y];
  return account.rated_years ? sum / account.rated_years : 0.0;
}

// Percentile among the rated, in the middle of its own step.
void rank(std::vector<SchoolAccount>& accounts) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    accounts[i].rating = kUnrated;
    if (accounts[i].rated_years > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double left = accounts[a].rating_index, right = accounts[b].rating_index;
    return left != right ? left < right : a < b;
  });
  for (std::size_t place = 0; place < order.size(); ++place) {
    accounts[order[place]].rating = 100.0 * (place + 0.5) / order.size();
  }
}

}  // namespace

void rate(const World& world, const Law& law, const AccountabilityParameters& nature,
          std::vector<SchoolAccount>& accounts) {
  for (SchoolAccount& account : accounts) {
    double index = 0;
    if (index_of_year(world, law, account.school, index)) {
      put_on_record(account, index, world.year);
    } else if (world.year - account.last_rated > nature.rating_kept_years) {
      account.rated_years = 0;
    }
    account.rating_index = mean_of(account);
  }
  rank(accounts);
  const double bar = 100.0 * law.accountability.bar.in(world.year);
  for (SchoolAccount& account : accounts) {
    account.below_bar = account.rated_years > 0 && account.rating < bar;
  }
}

}  // namespace homeroom::accountability
