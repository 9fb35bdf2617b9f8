#include "sim/scenario/pattern_bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
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
  for (const char* needed : {"id", "figure", "says", "source"}) {
    if (!entry.find(needed)) faults.add(entry.at, prefix + "." + needed, "is missing");
  }
  for (const char* end : {"low", "high"}) {
    if (!entry.find(end) && band.unjudged.empty()) {
      faults.add(entry.at, prefix + "." + end, "is missing", "a number, or unjudged: why not");
    }
    if (entry.find(end) && !band.unjudged.empty()) {
      faults.add(entry.at, prefix + "." + end, "stands beside unjudged", "one of the two");
    }
  }
  const Node* figure = entry.find("figure");
  if (figure && std::find(figures.begin(), figures.end(), band.figure) == figures.end()) {
    faults.add(figure->at, prefix + ".figure", fmt::format("nothing computes \"{}\"", band.figure),
               {}, nearest_of(band.figure, figures));
  }
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
    std::set<std::string> judged;
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      const std::string prefix = fmt::format("pattern.{}", i);
      read.bands.push_back(read_band(list->items[i], prefix, figures, faults));
      if (!judged.insert(read.bands.back().figure).second) {
        faults.add(list->items[i].at, prefix + ".figure", "has a band already");
      }
    }
    if (read.bands.empty()) faults.add({name, 0, 0, "", "holds no [[pattern]]", "", ""});
  }
  read.faults = faults.sorted();
  return read;
}

}  // namespace homeroom
