#include "app/pattern_studies.hpp"

#include "sim/core/number_from.hpp"
#include "sim/scenario/pattern_study.hpp"

namespace homeroom::app {
namespace {

/// Whole numbers between spaces; what is none was refused when the bands were read.
std::vector<int> numbers_of(const std::string& text) {
  std::vector<int> numbers;
  for (const std::string& word : words_of(text)) {
    numbers.push_back(number_from<int>(word).value_or(0));
  }
  return numbers;
}

}  // namespace

Studies studies_of(const std::vector<PatternBand>& bands) {
  Studies studies;
  for (const PatternBand& band : bands) {
    if (band.study == 0) continue;
    patterns::Study& study = studies[band.figure];
    study.kind = static_cast<patterns::StudyKind>(band.study);
    study.models = words_of(band.models);
    study.against = words_of(band.against);
    study.years = numbers_of(band.years);
    study.since = numbers_of(band.since);
    study.outcome = band.outcome;
    study.listed = band.listed;
    if (band.subjects == "math") study.subjects = {kMath};
    if (band.subjects == "ela") study.subjects = {kEla};
    study.signs = words_of(band.signs);
  }
  return studies;
}

}  // namespace homeroom::app
