#include "sim/scenario/pattern_study.hpp"

#include <fmt/format.h>

#include <iterator>
#include <sstream>
#include <utility>

namespace homeroom {
namespace {

bool is_sign(const std::string& word) {
  const std::size_t equals = word.find('=');
  return equals != std::string::npos && equals > 0 && equals + 2 == word.size() &&
         std::string_view("+-0").find(word.back()) != std::string_view::npos;
}

bool is_whole(const std::string& word) {
  return word.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void add_study_faults(const PatternBand& band, const Spot& at, const std::string& prefix,
                      Faults& faults) {
  for (const auto& [key, text] : {std::pair{".years", band.years}, {".since", band.since}}) {
    for (const std::string& word : words_of(text)) {
      if (!is_whole(word)) {
        faults.add(at, prefix + key, fmt::format("{} is no whole number", word),
                   "years between spaces");
      }
    }
  }
  if (!band.subjects.empty() && band.subjects != "math" && band.subjects != "ela") {
    faults.add(at, prefix + ".subjects", fmt::format("{} is no subject", band.subjects),
               "math or ela, or nothing for both");
  }
  for (const std::string& word : words_of(band.signs)) {
    if (!is_sign(word)) {
      faults.add(at, prefix + ".signs", fmt::format("{} is no sign of a model", word),
                 "MODEL=+, MODEL=- or MODEL=0");
    }
  }
  const std::string_view kind = study_words()[static_cast<std::size_t>(band.study)];
  if (band.study != 0 && band.models.empty() && kind != "signs") {
    faults.add(at, prefix + ".models", "is missing", "models that a study is about");
  }
  if (band.study != 0 && band.against.empty() && kind != "novices") {
    faults.add(at, prefix + ".against", "is missing", "models that a study compares with");
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace homeroom
