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

}  // namespace homeroom::app
