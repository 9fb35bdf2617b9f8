// The public picture: levels and peers, standardised in the city. Families see this next year.
//
// Source: families choose by peers, not effectiveness, Abdulkadiroglu et al. (2020), American
// Economic Review.
#include "sim/core/arithmetic.hpp"
#include "sim/year/accountability_parts.hpp"

namespace homeroom::accountability {
namespace {

/// One number per account, some of them missing; standardised over those that are there.
struct Measure {
  std::vector<double> value;
  std::vector<char> known;
  explicit Measure(std::size_t rows) : value(rows, 0.0), known(rows, 0) {}
  void set(std::size_t row, double x) {
    value[row] = x;
    known[row] = 1;
  }
  void standardise();
};

void Measure::standardise() {
  double sum = 0, squares = 0, count = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!known[i]) continue;
    sum += value[i];
    count += 1;
  }
  const double mean = count > 0 ? sum / count : 0.0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (known[i]) squares += (value[i] - mean) * (value[i] - mean);
  }
  const double sd = count > 0 ? sqrt_of(squares / count) : 0.0;
  for (double& x : value) x = sd > 1e-9 ? (x - mean) / sd : 0.0;
}

Measure proficiency(const World& world, const std::vector<SchoolAccount>& accounts) {
  Measure measure(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const SchoolYear& year = world.results.school[accounts[i].school];
    const int tested = year.tested[kMath] + year.tested[kEla];
    const double proficient = year.proficient[kMath] + year.proficient[kEla];
    if (tested > 0) measure.set(i, proficient / tested);
  }
  measure.standardise();
  return measure;
}

Measure peers(const World& world, const std::vector<SchoolAccount>& accounts) {
  Measure measure(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const SchoolYear& year = world.results.school[accounts[i].school];
    // What can be seen of classmates: their mean score.
    const int tested = year.tested[kMath] + year.tested[kEla];
    if (tested == 0) continue;
    measure.set(i, (year.mean_score[kMath] * year.tested[kMath] +
                    year.mean_score[kEla] * year.tested[kEla]) /
                       tested);
  }
  measure.standardise();
  return measure;
}

Measure value_added(const World& world, const std::vector<SchoolAccount>& accounts) {
  Measure measure(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const SchoolYear& year = world.results.school[accounts[i].school];
    double sum = 0;
    int subjects = 0;
    for (int m = 0; m < kSubjects; ++m) {
      if (year.median_sgp[m] <= 0.0) continue;  // too few to be published
      sum += year.value_added[m];
      ++subjects;
    }
    if (subjects) measure.set(i, sum / subjects);
  }
  measure.standardise();
  return measure;
}

// In a year without any test the last picture hangs on.
bool any_known(const Measure& measure) {
  for (char known : measure.known) {
    if (known) return true;
  }
  return false;
}

}  // namespace

void publish(const World& world, const AccountabilityParameters& nature,
             std::vector<SchoolAccount>& accounts) {
  const Measure levels = proficiency(world, accounts);
  if (!any_known(levels)) return;
  const Measure company = peers(world, accounts), growth = value_added(world, accounts);
  Measure picture(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    if (!company.known[i]) continue;
    const double level = levels.known[i] ? levels.value[i] : company.value[i];
    picture.set(i, 0.5 * (level + company.value[i]));
  }
  picture.standardise();
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    SchoolAccount& account = accounts[i];
    account.picture = picture.known[i] ? picture.value[i] : account.picture * nature.picture_fade;
    account.published_growth =
        growth.known[i] ? growth.value[i] : account.published_growth * nature.picture_fade;
  }
}

}  // namespace homeroom::accountability
