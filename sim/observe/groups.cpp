#include "sim/observe/groups.hpp"

#include "sim/observe/tally.hpp"

namespace homeroom {
namespace {

/// Writes a row for every group with children; `add` writes what comes after the group's name.
template <class Add>
void add_rows(const std::vector<SumsByGroup>& sums, const Law& law, const RowKey& key, Batch& batch,
              Add&& add) {
  for (std::size_t m = 0; m < sums.size(); ++m) {
    const bool city = m == law.models.size();
    for (std::size_t g = 0; g < sums[m].size(); ++g) {
      const ChildrenSums& of = sums[m][g];
      if (of.children == 0) continue;
      add_key(batch, key)
          .add(city ? std::string_view() : std::string_view(law.models[m].key))
          .add(kChildrenGroups[g].name)
          .add(of.children);
      add(of);
      batch.end_row();
    }
  }
}

}  // namespace

void observe_groups(const std::vector<SumsByGroup>& sums, const Law& law, const RowKey& key,
                    Batch& batch) {
  add_rows(sums, law, key, batch, [&](const ChildrenSums& of) {
    for (int m = 0; m < kSubjects; ++m) batch.add(of.tested[m]);
    for (int m = 0; m < kSubjects; ++m) batch.add(percent_of(of.proficient[m], of.tested[m]));
    for (int m = 0; m < kSubjects; ++m) {
      batch.add(ratio_of(static_cast<double>(of.points[m]) / static_cast<double>(kScorePoints),
                         of.tested[m]));
    }
  });
}

void observe_truth_groups(const std::vector<SumsByGroup>& sums, const Law& law, const RowKey& key,
                          Batch& batch) {
  add_rows(sums, law, key, batch, [&](const ChildrenSums& of) {
    for (int m = 0; m < kSubjects; ++m) batch.add(of.level[m] / of.children);
  });
}

}  // namespace homeroom
