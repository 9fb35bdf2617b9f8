#include "app/workshop/life.hpp"

#include "analysis/truth/city_year.hpp"
#include "app/workshop/outcomes.hpp"
#include "app/year_tables.hpp"

namespace homeroom::workshop {
namespace {

// What a burnt-in city takes with its teachers and schools (4.3 MB of Boston's 55,000).
constexpr double kBytesPerChild = 78.0;

OutcomeValues shown_of(const truth::YearValues& values) {
  OutcomeValues shown;
  for (const auto& [model, row] : values) {
    std::vector<double>& of_model = shown[model];
    of_model.reserve(outcomes().size());
    for (const Outcome& outcome : outcomes()) of_model.push_back(row[outcome.measure]);
  }
  return shown;
}

}  // namespace

double bytes_of(const Life& life) {
  double bytes = 200.0 * static_cast<double>(life.schools.size());
  for (const OutcomeValues& year : life.years) {
    bytes += static_cast<double>(year.size() * (outcomes().size() * sizeof(double) + 128));
  }
  return bytes;
}

double bytes_of(const KeptCity& city) {
  return bytes_of_city(static_cast<double>(city.city.world.students.size()));
}

double bytes_of_city(double children) { return kBytesPerChild * children; }

LifePointer live(const Arm& arm, std::uint32_t replicate, CityShelf& cities,
                 const std::atomic<bool>& stop, const std::function<void()>& founded) {
  std::shared_ptr<const KeptCity> kept = cities.find(arm.burnt_in, replicate);
  ReplicatePlan plan;
  plan.replicate = replicate;
  plan.whereabouts = true;
  auto life = std::make_shared<Life>();
  if (kept) {
    plan.burnt_in = &kept->city;
    plan.zeros = &kept->zeros;
  } else {
    plan.read_burnt_in = [&](const BurntIn& city, const std::vector<GrowthZero>& zeros) {
      kept = std::make_shared<const KeptCity>(KeptCity{city, zeros, arm.scenario});
      cities.keep(arm.burnt_in, replicate, kept, bytes_of(*kept));
      founded();
    };
  }
  truth::CityYears years;
  plan.read_year = [&](const ReplicateRecords& year) {
    const truth::CityYear& now = years.add(app::year_of(year), app::tables_of(year));
    life->years.push_back(shown_of(now.values));
    if (replicate == 1) life->schools = now.schools;
  };
  if (!run_replicate(*arm.scenario, plan, stop, [] {})) return nullptr;
  if (replicate == 1) life->city = kept;
  return life;
}

}  // namespace homeroom::workshop
