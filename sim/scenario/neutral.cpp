#include "sim/scenario/neutral.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/policy/school_model.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {

const std::vector<std::string>& classes_to_neutralise() {
  static const std::vector<std::string> classes = [] {
    std::vector<std::string> names;
    for (const ModelFieldClass& one : kModelFieldClasses) {
      if (one.name != kModelName.name) names.emplace_back(one.name);
    }
    return names;
  }();
  return classes;
}

std::set<std::string> neutral_classes(const Node& node, Faults& faults) {
  const std::vector<std::string>& known = classes_to_neutralise();
  const std::vector<Node> words = node.is(Node::Kind::Array) ? node.items : std::vector{node};
  std::set<std::string> classes;
  for (const Node& word : words) {
    const bool text = word.is(Node::Kind::String);
    if (text && std::find(known.begin(), known.end(), word.text) != known.end()) {
      classes.insert(word.text);
      continue;
    }
    faults.add(word.at, "every_model.neutral",
               text ? fmt::format("\"{}\" is no class of levers", word.text)
                    : fmt::format("wants classes of levers, not {}", in_words(word.kind)),
               listed(known), text ? nearest_of(word.text, known) : "");
  }
  if (words.empty()) {
    faults.add(node.at, "every_model.neutral", "names no class of levers", listed(known));
  }
  return classes;
}

}  // namespace homeroom
