#include "app/workshop/life.hpp"

#include "analysis/truth/models_of_schools.hpp"
#include "analysis/truth/year_values.hpp"
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
  const int last = arm.scenario->run.last_year();
  plan.read_year = [&](const ReplicateRecords& year) {
    const truth::YearTables tables = app::tables_of(year);
    const auto values = truth::values_of_year(tables, truth::models_of_schools(tables.schools));
    life->years.push_back(shown_of(values));
    if (replicate == 1 && app::year_of(year) == last) {
      life->schools = truth::school_values(tables.schools, tables.children);
    }
  };
  if (!run_replicate(*arm.scenario, plan, stop, [] {})) return nullptr;
  if (replicate == 1) life->city = kept;
  return life;
}

}  // namespace homeroom::workshop
