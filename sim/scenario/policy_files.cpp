#include "sim/scenario/policy_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom {

namespace {

namespace fs = std::filesystem;

/// The names in a list of strings; whatever is no string is a fault.
std::vector<const Node*> strings_in(const PolicyFile& file, const char* key, Faults& faults) {
  std::vector<const Node*> found;
  const Node* list = file.root.find(key);
  if (!list) return found;
  if (!list->is(Node::Kind::Array)) {
    faults.add(list->at, key, fmt::format("wants a list, not {}", in_words(list->kind)),
               fmt::format("{} = [\"...\"]", key));
    return found;
  }
  for (const Node& item : list->items) {
    if (item.is(Node::Kind::String) && !item.text.empty()) {
      found.push_back(&item);
    } else {
      faults.add(item.at, key, fmt::format("wants names, not {}", in_words(item.kind)));
    }
  }
  return found;
}

class Reader {
 public:
  explicit Reader(Faults& faults) : faults_(faults) {}

  void read(const fs::path& path, const Spot& asked) {
    const bool known = std::any_of(files_.begin(), files_.end(), [&](const PolicyFile& file) {
      return same_file(file.path, path);
    });
    if (known) return;  // by two routes, or in a circle: it is laid once
    std::error_code error;
    if (!fs::exists(path, error) && asked.file) {
      faults_.add_unread({asked.file_name(), asked.line, asked.column, "parts",
                          "there is no policy " + path.generic_string(), "", ""});
      return;
    }
    std::optional<Node> root = read_toml_file(path, faults_);
    if (!root) return;
    files_.push_back({path.stem().string(), path, std::move(*root)});
    // A copy: reading the parts makes the list grow.
    const PolicyFile file = files_.back();
    refuse_other_keys(file.root, "",
                      {"description", "parts", "brings", "law", "models", "every_model"}, faults_);
    for (const Node* part : strings_in(file, "parts", faults_)) {
      const fs::path name = part->text.ends_with(".toml") ? part->text : part->text + ".toml";
      read((path.parent_path() / name).lexically_normal(), part->at);
    }
  }

  std::vector<PolicyFile> take() {
    std::sort(files_.begin(), files_.end(), [](const PolicyFile& one, const PolicyFile& other) {
      return one.name != other.name ? one.name < other.name : one.path < other.path;
    });
    return std::move(files_);
  }

 private:
  Faults& faults_;
  std::vector<PolicyFile> files_;
};

}  // namespace

void refuse_other_keys(const Node& policy, const std::string& prefix,
                       const std::vector<std::string>& known, Faults& faults) {
  for (const auto& [key, member] : policy.members) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const bool of_scenario = key == "place" || key == "nature" || key == "run" || key == "nation";
    faults.add(member.at, prefix + key,
               of_scenario ? "is no matter of a policy: it changes the law and the models"
                           : "is no part of a policy",
               listed(known), nearest_of(key, known));
  }
}

std::vector<PolicyFile> read_policy_files(const std::vector<fs::path>& files, Faults& faults) {
  Reader reader(faults);
  for (const fs::path& file : files) reader.read(file, Spot{});
  return reader.take();
}

std::vector<std::string> bring_models(const std::vector<PolicyFile>& files, Node& root,
                                      Faults& faults) {
  std::vector<std::string> brought;
  const Node* own = root.find("models");
  const Node::Members there = own ? own->members : Node::Members{};
  for (const PolicyFile& file : files) {
    for (const Node* name : strings_in(file, "brings", faults)) {
      const fs::path source = (file.path.parent_path() / name->text).lexically_normal();
      std::error_code error;
      if (!fs::exists(source, error)) {
        faults.add_unread({name->at.file_name(), name->at.line, name->at.column, "brings",
                           "there is no file " + source.generic_string(), "", ""});
        continue;
      }
      FileTree tree(faults);
      tree.lay(source);
      const Node* models = tree.root().find("models");
      if (!models && faults.all_files_read()) {
        faults.add(name->at, "brings", fmt::format("\"{}\" holds no school model", name->text));
      }
      if (!models) continue;
      Node& all = root.members.try_emplace("models", table_node(root.at)).first->second;
      for (const auto& [key, model] : models->members) {
        if (there.count(key) > 0) continue;
        if (all.members.insert_or_assign(key, model).second) brought.push_back(key);
      }
    }
  }
  std::sort(brought.begin(), brought.end());
  return brought;
}

}  // namespace homeroom
