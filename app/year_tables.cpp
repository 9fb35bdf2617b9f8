#include "app/year_tables.hpp"

namespace homeroom::app {

truth::YearTables tables_of(const ReplicateRecords& year) {
  return {year.schools,
          year.models,
          year.district,
          year.truth_models,
          year.sustainability,
          year.hidden_sustainability,
          year.whereabouts->children,
          year.whereabouts->teachers};
}

int year_of(const ReplicateRecords& year) {
  return static_cast<int>(year.district.wholes(2).at(0));
}

}  // namespace homeroom::app
