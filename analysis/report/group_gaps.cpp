#include "analysis/report/group_gaps.hpp"

#include "analysis/report/csv_rows.hpp"

namespace homeroom::report {

GroupMeans::GroupMeans(const Results& results, const char* table,
                       const std::vector<std::string>& columns) {
  std::vector<std::string> names = {"replicate", "year", "model", "group"};
  const std::size_t keys = names.size();
  names.insert(names.end(), columns.begin(), columns.end());
  CsvRows rows(results.file(table), names);
  while (rows.next()) {
    double sum = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) sum += rows.number(keys + c);
    groups_[std::string(rows.text(3))].add(rows.text(2), rows.whole(1), rows.whole(0),
                                           sum / static_cast<double>(columns.size()));
  }
}

Replicates GroupMeans::gap(const GroupGap& gap) const {
  Replicates gaps;
  const auto ahead = groups_.find(gap.ahead), behind = groups_.find(gap.behind);
  if (ahead == groups_.end() || behind == groups_.end()) return gaps;
  for (const std::string& model : ahead->second.groups()) {
    for (const int year : ahead->second.years()) {
      const Lives apart =
          difference_of(ahead->second.of(model, year), behind->second.of(model, year));
      for (const auto& [replicate, value] : apart) gaps.add(model, year, replicate, value);
    }
  }
  return gaps;
}

}  // namespace homeroom::report
