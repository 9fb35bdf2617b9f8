#include "sim/scenario/node_lists.hpp"

#include <fmt/format.h>

namespace homeroom {

std::vector<std::string> strings_of(const Node* list, const std::string& key, Faults& faults) {
  std::vector<std::string> found;
  if (!list) return found;
  if (!list->is(Node::Kind::Array)) {
    faults.add(list->at, key, fmt::format("wants a list, not {}", in_words(list->kind)));
  }
  for (const Node& item : list->items) {
    if (item.is(Node::Kind::String) && !item.text.empty()) {
      found.push_back(item.text);
    } else {
      faults.add(item.at, key, fmt::format("wants strings, not {}", in_words(item.kind)));
    }
  }
  return found;
}

void for_each_table(
    const Node* list, const std::string& key, Faults& faults,
    const std::function<void(const Node& table, const std::string& prefix)>& visit) {
  if (!list) return;
  if (!list->is(Node::Kind::Array) || list->items.empty()) {
    faults.add(list->at, key, "wants a list of tables", fmt::format("[[{}]]", key));
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& item = list->items[i];
    if (item.is(Node::Kind::Table)) {
      visit(item, fmt::format("{}.{}", key, i));
    } else {
      faults.add(item.at, key, fmt::format("wants tables, not {}", in_words(item.kind)));
    }
  }
}

}  // namespace homeroom
