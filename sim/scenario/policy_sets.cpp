#include "sim/scenario/policy_sets.hpp"

#include <optional>

#include "sim/scenario/toml_file.hpp"

namespace homeroom {

namespace fs = std::filesystem;

std::vector<fs::path> parts_of_policy(const fs::path& file) {
  Faults unsaid;  // told when the policy is laid
  const std::optional<Node> root = read_toml_file(file, unsaid);
  const Node* parts = root ? root->find("parts") : nullptr;
  std::vector<fs::path> files;
  if (!parts) return files;
  for (const char* own : {"law", "models", "every_model", "brings"}) {
    if (root->find(own)) return files;
  }
  for (const Node& part : parts->items) {
    const fs::path name = part.text.ends_with(".toml") ? part.text : part.text + ".toml";
    files.push_back((file.parent_path() / name).lexically_normal());
  }
  return files;
}

PolicyLadders read_policy_ladders(const fs::path& file) {
  PolicyLadders ladders;
  Faults faults;
  const Node root = read_toml_file(file, faults).value_or(Node{});
  for (const auto& [name, list] : root.members) {
    std::vector<std::string>& sets = ladders.sets[name];
    for (const Node& item : list.items) sets.push_back(item.text);
    const bool sound = list.is(Node::Kind::Array) && !sets.empty();
    if (sound) continue;
    faults.add(list.at, name, "wants a list of policies", "[\"R1\", \"R1+R6\"]");
  }
  ladders.faults = faults.sorted();
  return ladders;
}

}  // namespace homeroom
