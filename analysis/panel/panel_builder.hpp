// Records become a panel, one year after the other.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/panel/panel.hpp"
#include "sim/records/table.hpp"

namespace homeroom::panel {

/// A year's public tables.
struct YearTables {
  const Batch &schools, &district, &events, &students, &applications, &cutoffs, &teachers,
      &neighbourhoods;
};

class PanelBuilder {
 public:
  /// Appends a year; the tables hold that year alone.
  void add(int year, const YearTables& tables);
  const Panel& panel() const { return panel_; }

 private:
  using Ids = std::unordered_map<std::string, int>;
  static int id_of(Ids& ids, const std::string& name);
  Students read_students(const Batch& batch);
  Teachers read_teachers(const Batch& batch);
  Applications read_applications(const Batch& batch, std::string_view of_market);

  Panel panel_;
  Ids student_ids_, teacher_ids_;
};

}  // namespace homeroom::panel
