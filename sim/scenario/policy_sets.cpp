#include "sim/scenario/policy_sets.hpp"

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/toml_document.hpp"

namespace homeroom {

namespace {

namespace fs = std::filesystem;

/// The file as a tree; faults say why there is none.
std::optional<Node> tree_of(const fs::path& file, std::vector<Fault>& faults) {
  const FileText content = read_file_text(file);
  if (!content.problem.empty()) {
    faults.push_back(
        {file.generic_string(), content.line, content.column, "", content.problem, "", ""});
    return std::nullopt;
  }
  ParsedToml parsed = parse_toml(content.text, file.generic_string());
  if (!parsed.root) faults.push_back(parsed.fault);
  return std::move(parsed.root);
}

}  // namespace

std::vector<fs::path> parts_of_policy(const fs::path& file) {
  std::vector<Fault> faults;  // told when the policy is laid
  const std::optional<Node> root = tree_of(file, faults);
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
  const std::optional<Node> root = tree_of(file, ladders.faults);
  if (!root) return ladders;
  for (const auto& [name, list] : root->members) {
    std::vector<std::string>& sets = ladders.sets[name];
    for (const Node& item : list.items) sets.push_back(item.text);
    const bool sound = list.is(Node::Kind::Array) && !sets.empty();
    if (sound) continue;
    ladders.faults.push_back({list.at.file_name(), list.at.line, list.at.column, name,
                              "wants a list of policies", "[\"R1\", \"R1+R6\"]", ""});
  }
  return ladders;
}

}  // namespace homeroom
