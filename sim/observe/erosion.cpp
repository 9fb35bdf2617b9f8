#include "sim/observe/erosion.hpp"

#include <limits>

#include "sim/observe/tally.hpp"

namespace homeroom {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Means over the open schools of a model.
struct MeanAutonomy {
  int schools = 0;
  double paper = 0, held = 0, effective = 0, first = 0, friction = 0;

  void add(const Schools& table, SchoolId school) {
    ++schools;
    paper += paper_autonomy(table, school);
    held += autonomy_score(table.held[school]);
    effective += effective_autonomy(table, school);
    first += table.first_effective[school];
    friction += table.friction[school];
  }
};

std::vector<MeanAutonomy> autonomy_of(const World& world, const Law& law) {
  std::vector<MeanAutonomy> sums(law.models.size() + 1);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.taught_in(school, world.year)) continue;
    sums[world.schools.model[school].row()].add(world.schools, school);
    sums.back().add(world.schools, school);
  }
  return sums;
}

}  // namespace

// Schools that were there under the same model then and now; each counts with what it held.
void Erosion::compare(const World& world, const Law& law) {
  const Schools& schools = world.schools;
  const std::size_t models = law.models.size();
  std::vector<double> then(models + 1), now(models + 1);
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    const ModelId model = schools.model[school];
    if (!schools.taught_in(school, world.year) || model_then_[row] != model) continue;
    for (const std::size_t m : {model.row(), models}) {
      then[m] += held_then_[row];
      now[m] += autonomy_score(schools.held[school]);
    }
  }
  for (std::size_t m = 0; m <= models; ++m) {
    kept_[m] = then[m] > 0.0 ? now[m] / then[m] : kMissing;
    if (eroded_[m] == 0 && kept_[m] < 1.0 - nature_->erosion) eroded_[m] = world.year - last_year_;
  }
}

void Erosion::note(const World& world, const Law& law) {
  const Schools& schools = world.schools;
  kept_.assign(law.models.size() + 1, kMissing);
  eroded_.resize(law.models.size() + 1, 0);
  const bool before = champion_;
  champion_ = world.superintendent.commitment > nature_->traditional;
  if (champion_) {
    last_year_ = 0;
  } else if (before && world.year >= world.record_until) {
    last_year_ = world.year - 1;
    held_then_ = held_;
    model_then_ = model_;
  }
  if (last_year_ > 0) compare(world, law);
  held_.assign(schools.size(), 0.0);
  model_.assign(schools.size(), ModelId{});
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (!schools.is_open(school)) continue;
    held_[row] = autonomy_score(schools.held[school]);
    model_[row] = schools.model[school];
  }
}

namespace {

void add_unless_none(int years, Batch& batch) {
  if (years == 0) {
    batch.add_missing();
  } else {
    batch.add(years);
  }
}

}  // namespace

void observe_erosion(const World& world, const Law& law, const Erosion& erosion, const RowKey& key,
                     Batch& batch) {
  const std::vector<MeanAutonomy> sums = autonomy_of(world, law);
  for (std::size_t m = 0; m < sums.size(); ++m) {
    const MeanAutonomy& of = sums[m];
    if (of.schools == 0) continue;
    add_key(batch, key)
        .add(m < law.models.size() ? std::string_view(law.models[m].key) : std::string_view());
    for (const double sum : {of.paper, of.held, of.effective, of.first}) {
      batch.add(ratio_of(sum, of.schools));
    }
    batch.add(ratio_of(of.effective, of.first))
        .add(ratio_of(of.friction, of.schools))
        .add(world.office.buy_in)
        .add(world.superintendent.commitment)
        .add(static_cast<int>(erosion.champion_in_office()));
    add_unless_none(erosion.years_since(world.year), batch);
    batch.add(erosion.kept(m));
    add_unless_none(erosion.years_to_erosion(m), batch);
    batch.add(static_cast<int>(erosion.years_to_erosion(m) > 0));
    batch.end_row();
  }
}

}  // namespace homeroom
