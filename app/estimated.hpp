// What `homeroom estimate` makes of a table, one file for each kind of estimate.
#pragma once

#include <string>
#include <vector>

#include "app/estimate_table.hpp"
#include "app/options.hpp"

namespace homeroom::app {

struct Estimated {
  std::vector<std::string> warnings;
  std::string text, csv;
  std::vector<Fault>
      faults;  ///< of values, with lines; where there are any, nothing else is of use
};

/// Each throws std::invalid_argument, in a sentence for the user, where the table as a whole tells
/// nothing.
Estimated estimate_regression(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_survival(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_growth(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_difference(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_value_added(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_index(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_report(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_children(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_twins(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_lottery(const EstimateOptions& options, const EstimateTable& table);
Estimated estimate_chances(const EstimateOptions& options, const EstimateTable& table);

/// Faults of values that make no spells, or no units and years; of a table with other faults, too.
std::vector<Fault> survival_faults(const EstimateOptions& options, const EstimateTable& table);
std::vector<Fault> difference_faults(const EstimateOptions& options, const EstimateTable& table);

/// Throws where the numbers of a column are all one: "y is 3 in every row; there is nothing to
/// ...".
void refuse_constant(const TableColumn& column, const std::string& to_do);

/// How the files of -o begin, in the same order.
inline constexpr const char* kEstimateHeads[] = {"outcome,term,estimate,standard_error,",
                                                 "group,time,at_risk,events,survival,",
                                                 "line,growth_percentile,",
                                                 "since,cohorts,units,controls,estimate,",
                                                 "school,children,value_added,",
                                                 "line,estimate,error,level",
                                                 "compared,children,matched,",
                                                 "quantity,estimate,standard_error,",
                                                 "student,grade,chance,"};

/// Faults of a column's values, told with their lines.
class ValueFaults {
 public:
  ValueFaults(const EstimateOptions& options, const EstimateTable& table)
      : file_(options.table), table_(table) {}
  void at(std::size_t row, const std::string& column, std::string what, std::string allowed) {
    faults_.push_back(
        {file_, table_.lines[row], 1, column, std::move(what), std::move(allowed), ""});
  }
  std::vector<Fault> take() { return std::move(faults_); }
  bool any() const { return !faults_.empty(); }

 private:
  const std::string& file_;
  const EstimateTable& table_;
  std::vector<Fault> faults_;
};

}  // namespace homeroom::app
