// The levers of a city as a room meets them: under the report's headings, with plain names.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace homeroom::workshop {

struct Heading {
  const char *key, *title, *meaning;
};
const std::vector<Heading>& headings();

struct Lever {
  std::string key;  ///< "law.CHAPTER.NAME"; of school models "models.KEY.NAME"
  std::string heading, name, meaning, kind, unit;
  bool main = false;  ///< what a board talks about
  double low = 0, high = 0;
  std::vector<std::string> words;  ///< of a choice
};

/// Every lever, by heading: those that a board talks about first.
const std::vector<Lever>& levers();

/// The lever of a key of a state: of one model, of all autonomous schools, or of the law; null
/// where there is none. Whether the city has the model is for who knows the city.
const Lever* find_lever(const std::string& key);

/// "models.pilot.S1" in model and name of the field; nothing where it is no such key.
struct ModelLever {
  std::string model, name;
};
std::optional<ModelLever> model_lever(const std::string& key);

}  // namespace homeroom::workshop
