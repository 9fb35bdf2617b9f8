// What a run's tables say by model and year, the whole city as the model "".
#pragma once

#include <string>
#include <vector>

#include "analysis/report/replicates.hpp"
#include "analysis/report/results.hpp"

namespace homeroom::report {

/// Means of columns of one table that has a row for each model and year.
Replicates by_model(const Results& results, const char* table,
                    const std::vector<std::string>& columns);
/// Adds the whole city, of a table that has a row for each year.
void add_city(Replicates& values, const Results& results, const char* table,
              const std::vector<std::string>& columns);
/// Both, of models.csv and district.csv, by the same columns.
Replicates by_model_and_city(const Results& results, const std::vector<std::string>& columns);
/// Growth, or one term of it, mean of mathematics and ELA.
Replicates growth_of(const Results& results, const std::string& column);

/// Proficient of tested children, mean of both subjects.
inline const std::vector<std::string> kProficiency = {"proficiency_math", "proficiency_ela"};

}  // namespace homeroom::report
