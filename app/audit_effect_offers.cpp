#include "app/audit_effect_offers.hpp"

#include <algorithm>

#include "analysis/estimators/offer_scores.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::app {
namespace {

constexpr double kShareWithheld = 0.2;

/// By student of the panel, the chance of an offer at once; 0 of those who sit no test a year
/// later.
std::vector<double> chances(const panel::Panel& panel, const panel::Year& year,
                            const std::set<int>& schools, const truth::EffectQuestion& question) {
  std::vector<double> chance(static_cast<std::size_t>(panel.students), 0.0);
  const auto scores = estimators::offer_scores(year, schools, question.assignment);
  for (const estimators::OfferScore& one : scores.applicants) {
    if (is_tested(one.grade + 1)) chance[static_cast<std::size_t>(one.student)] = one.at_once;
  }
  return chance;
}

}  // namespace

Withheld withheld_offers(const Offers& made, const panel::Panel& panel,
                         const truth::EffectQuestion& question, std::uint64_t seed,
                         std::uint32_t replicate) {
  const panel::Year& year = estimators::year_of(panel, made.year);
  const std::set<int> schools = estimators::schools_of_models(year, {question.model});
  const std::vector<double> chance = chances(panel, year, schools, question);
  const auto chance_of = [&](const Offer& offer) {
    return chance[static_cast<std::size_t>(year.students.student[offer.seat])];
  };
  Withheld withheld;
  for (const int school : schools) {
    withheld.count.schools.push_back(SchoolId{static_cast<std::size_t>(school)});
  }
  withheld.offers = made;
  std::erase_if(withheld.offers.all, [&](const Offer& offer) {
    return chance_of(offer) <= 0.0 || chance_of(offer) >= 1.0;
  });
  withheld.offers =
      at_all_of(share_of(withheld.offers, kShareWithheld, seed, replicate), withheld.count.schools);
  for (const Offer& offer : withheld.offers.all) {
    withheld.count.weights.push_back(1.0 - chance_of(offer));
  }
  return withheld;
}

}  // namespace homeroom::app
