#include "sim/scenario/pattern_bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/pattern_study.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom {
namespace {

constexpr double kWidest = 1e6;

PatternBand read_band(const Node& entry, const std::string& prefix,
                      const std::vector<std::string>& figures, Faults& faults) {
  PatternBand band;
  Provenance unused;
  FieldReader reader(entry, prefix, Demand::Optional, faults, unused);
  band.describe(reader);
  reader.refuse_unknown_keys();
  const bool is_study = band.study != 0;
  refuse_missing_keys(entry, prefix, {"id", "says", "source"}, faults);
  for (const char* end : {"low", "high"}) {
    if (!entry.find(end) && band.unjudged.empty()) {
      faults.add(entry.at, prefix + "." + end, "is missing", "a number, or unjudged: why not");
    }
    if (entry.find(end) && !band.unjudged.empty()) {
      faults.add(entry.at, prefix + "." + end, "stands beside unjudged", "one of the two");
    }
  }
  const Node* figure = entry.find("figure");
  if (!figure && !is_study) {
    faults.add(entry.at, prefix + ".figure", "is missing", "a figure, or a study");
  }
  if (figure && is_study) {
    faults.add(entry.at, prefix + ".figure", "stands beside study", "one of the two");
  }
  if (figure && !is_study &&
      std::find(figures.begin(), figures.end(), band.figure) == figures.end()) {
    faults.add(figure->at, prefix + ".figure", fmt::format("nothing computes \"{}\"", band.figure),
               {}, nearest_of(band.figure, figures));
  }
  add_study_faults(band, entry.at, prefix, faults);
  if (band.low > band.high) {
    faults.add(entry.at, prefix + ".low",
               fmt::format("{} lies above high, {}", band.low, band.high));
  }
  return band;
}

}  // namespace

void PatternBand::describe(FieldVisitor& visit) {
  visit.text("id", "number in the list of stylised facts, or a word", id);
  visit.text("figure", "the name under which it is computed from records", figure);
  visit.text("says", "what the figure is", says);
  visit.text("unit", "of figure and band", unit);
  visit.text("source", "who says so", source);
  visit.text("absent", "why a city may not show it", absent);
  visit.text("given", "KEY=VALUE ...: the figure is that of the city with these settings", given);
  visit.text("unjudged", "why it is told without a band; empty: it has one", unjudged);
  visit.text("cities", "scenarios whose band this is; empty: of all without one of their own",
             cities);
  visit.text("over", "KEY=VALUE ...: the figure is the difference to the city with these", over);
  visit.flag("test", "told beside what was published, and never fitted to", test);
  visit.choice("study", study_words(), "what a study of named schools finds; none: a figure",
               study);
  visit.text("models", "of a study: school models that it is about", models);
  visit.text("against", "of a study: school models that they are compared with", against);
  visit.text("years", "of a study: of its outcome; of a path: in which its schools began", years);
  visit.text("since", "of a path: years since the first, averaged", since);
  visit.text("outcome", "of a path growth or level, of signs growth or proficiency", outcome);
  visit.text("subjects", "of signs: math, ela, or both if left out", subjects);
  visit.text("signs", "of signs: MODEL=SIGN or MODEL|MODEL=SIGN; +, - or 0, not significant",
             signs);
  visit.flag("listed", "of a path: compared with schools once on the state's list alone", listed);
  visit.number({"low", "as unit", -kWidest, kWidest, "lowest value in band"}, low);
  visit.number({"high", "as unit", -kWidest, kWidest, "highest value in band"}, high);
}

PatternBands read_pattern_bands(const std::filesystem::path& file,
                                const std::vector<std::string>& figures) {
  PatternBands read;
  Faults faults;
  const std::string name = file.generic_string();
  if (const std::optional<Node> root = read_toml_file(file, faults)) {
    refuse_unknown_keys(*root, "", {"pattern"}, faults);
    const Node* list = root->find("pattern");
    std::set<std::pair<std::string, std::string>> judged;  // figure and city
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      const std::string prefix = fmt::format("pattern.{}", i);
      PatternBand band = read_band(list->items[i], prefix, figures, faults);
      if (band.study != 0) {
        band.figure = fmt::format("{}_{}", study_words()[static_cast<std::size_t>(band.study)], i);
      }
      for (const std::string& city :
           band.cities.empty() ? std::vector<std::string>{""} : words_of(band.cities)) {
        if (!judged.insert({band.figure, city}).second) {
          faults.add(list->items[i].at, prefix + ".figure", "has a band already");
        }
      }
      read.bands.push_back(std::move(band));
    }
    if (read.bands.empty()) faults.add({name, 0, 0, "", "holds no [[pattern]]", "", ""});
  }
  read.faults = faults.sorted();
  return read;
}

std::vector<PatternBand> bands_of(const std::vector<PatternBand>& bands, const std::string& city) {
  const auto is_of = [&](const PatternBand& band) {
    const std::vector<std::string> cities = words_of(band.cities);
    return std::find(cities.begin(), cities.end(), city) != cities.end();
  };
  std::set<std::string> own;
  for (const PatternBand& band : bands) {
    if (is_of(band)) own.insert(band.figure);
  }
  std::vector<PatternBand> kept;
  for (const PatternBand& band : bands) {
    if (band.cities.empty() ? own.count(band.figure) == 0 : is_of(band)) kept.push_back(band);
  }
  return kept;
}

}  // namespace homeroom
