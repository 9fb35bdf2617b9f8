#include "app/workshop/life.hpp"

#include "analysis/panel/table_columns.hpp"
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

/// Takes a life year by year.
class LifeWriter {
 public:
  LifeWriter(const Scenario& scenario, bool first, const Places* against)
      : last_(scenario.run.last_year()), first_(first), against_(against) {}

  void add(const ReplicateRecords& record) {
    const truth::YearTables tables = app::tables_of(record);
    truth::CityYear now;
    now.model_of_school = truth::models_of_schools(tables.schools);
    now.values = truth::values_of_year(tables, now.model_of_school);
    read_children(tables.children, now);
    follow_children_of_base(against_ ? against_->years[life_->years.size()] : now, now);
    life_->years.push_back(shown_of(now.values));
    if (first_ && record.year() == last_) {
      life_->schools = truth::school_values(tables.schools, tables.children);
    }
    if (against_) return;
    truth::CityYear& places = places_->years.emplace_back();
    places.model_of_school = std::move(now.model_of_school);
    places.children.school = std::move(now.children.school);
  }

  Lived take(std::shared_ptr<const KeptCity> city) {
    if (first_) life_->city = std::move(city);
    return {life_, against_ ? nullptr : places_};
  }

 private:
  void read_children(const Batch& children, truth::CityYear& now) const {
    const panel::TableColumns table(children);
    if (!against_) {
      now.children.school.reserve(table.rows());
      for (const std::int64_t school : table.wholes("school_id")) {
        now.children.school.push_back(static_cast<std::uint16_t>(school));
      }
    }
    const auto level = [&](const char* column) {
      const auto& numbers = table.numbers(column);
      return std::vector<float>(numbers.begin(), numbers.end());
    };
    now.children.level[0] = level("level_math");
    now.children.level[1] = level("level_ela");
  }

  int last_;
  bool first_;
  const Places* against_;
  std::shared_ptr<Life> life_ = std::make_shared<Life>();
  std::shared_ptr<Places> places_ = std::make_shared<Places>();
};

}  // namespace

double bytes_of(const Life& life) {
  double bytes = 200.0 * static_cast<double>(life.schools.size());
  for (const OutcomeValues& year : life.years) {
    bytes += static_cast<double>(year.size() * (outcomes().size() * sizeof(double) + 128));
  }
  return bytes;
}

double bytes_of(const Places& places) {
  double bytes = 0.0;
  for (const truth::CityYear& year : places.years) {
    bytes += static_cast<double>(year.children.school.size() * sizeof(std::uint16_t));
    bytes += static_cast<double>(year.model_of_school.size() * sizeof(std::string));
  }
  return bytes;
}

double bytes_of(const KeptCity& city) {
  return bytes_of_city(static_cast<double>(city.city.world.students.size()));
}

double bytes_of_city(double children) { return kBytesPerChild * children; }

Lived live(const Arm& arm, std::uint32_t replicate, const Places* against, CityShelf& cities,
           const std::atomic<bool>& stop, const std::function<void()>& founded) {
  std::shared_ptr<const KeptCity> kept = cities.find(arm.burnt_in, replicate);
  ReplicatePlan plan;
  plan.replicate = replicate;
  plan.whereabouts = true;
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
  LifeWriter writer(*arm.scenario, replicate == 1, against);
  plan.read_year = [&](const ReplicateRecords& year) { writer.add(year); };
  if (!run_replicate(*arm.scenario, plan, stop, [] {})) return {};
  return writer.take(kept);
}

}  // namespace homeroom::workshop
