#include "analysis/probes/raw_change.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"

namespace homeroom::probes {
namespace {

struct Mean {
  double sum = 0, weight = 0;
  double value() const {
    return weight > 0 ? sum / weight : std::numeric_limits<double>::quiet_NaN();
  }
};

bool is_of(const panel::Schools& schools, int row, const std::vector<std::string>& models) {
  if (row == panel::kNobody) return false;
  const std::string& model = schools.model[static_cast<std::size_t>(row)];
  return std::find(models.begin(), models.end(), model) != models.end();
}

struct Years {
  const panel::Schools &before, &after;
};

bool counts(const Years& years, int school, bool in_after, const std::vector<std::string>& models,
            Members members) {
  const int before = years.before.row_of(school), after = years.after.row_of(school);
  switch (members) {
    case Members::OfEachYear:
      return in_after ? is_of(years.after, after, models) : is_of(years.before, before, models);
    case Members::Throughout:
      return is_of(years.before, before, models) && is_of(years.after, after, models);
    case Members::InTheEnd:
      break;
  }
  return before != panel::kNobody && is_of(years.after, after, models);
}

double mean_of(const Years& years, bool in_after, const Contrast& contrast,
               const std::vector<std::string>& models, Members members) {
  const panel::Schools& schools = in_after ? years.after : years.before;
  Mean mean;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (!counts(years, schools.school[s], in_after, models, members)) continue;
    for (const int subject : contrast.subjects) {
      const double value = estimators::outcome_of(schools, s, subject, contrast.outcome);
      const double tested = schools.tested[subject][s];
      if (std::isnan(value) || !(tested > 0.0)) continue;
      mean.sum += tested * value;
      mean.weight += tested;
    }
  }
  return mean.value();
}

}  // namespace

const std::vector<std::string>& member_words() {
  static const std::vector<std::string> words = {"each_year", "throughout", "in_the_end"};
  return words;
}

double raw_change(const panel::Panel& panel, const Contrast& contrast, Members members) {
  try {
    const Years years = {estimators::year_of(panel, contrast.years.front()).schools,
                         estimators::year_of(panel, contrast.years.back()).schools};
    const auto change = [&](const std::vector<std::string>& models) {
      return mean_of(years, true, contrast, models, members) -
             mean_of(years, false, contrast, models, members);
    };
    return change(contrast.of) - change(contrast.against);
  } catch (const std::invalid_argument&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace homeroom::probes
