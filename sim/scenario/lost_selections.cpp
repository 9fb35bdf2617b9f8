// A list replaces the list below it whole. Where that leaves out schools which a base selects, it
// is said: the base is often extended for them.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/file_tree.hpp"
#include "sim/scenario/purpose.hpp"
#include "sim/scenario/toml_document.hpp"

namespace homeroom {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_at(const fs::path& base) {
  std::vector<fs::path> files;
  std::error_code error;
  if (!fs::is_directory(base, error)) return {base};
  for (fs::directory_iterator entry(base, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_at(const Node& selection, const char* key) {
  const Node* node = selection.find(key);
  return node ? node->text : "";
}

int number_at(const Node& selection, const char* key) {
  const Node* node = selection.find(key);
  if (node && node->is(Node::Kind::Table)) node = node->find("value");
  return node ? static_cast<int>(node->as_number()) : 0;
}

/// The same change of the same year, whatever its size.
bool same_change(const Node& one, const Node& other) {
  return text_at(one, "model") == text_at(other, "model") &&
         text_at(one, "from") == text_at(other, "from") &&
         number_at(one, "year") == number_at(other, "year");
}

}  // namespace

std::vector<Node> selections_of_bases(const fs::path& file) {
  const ParsedToml own = parse_toml(read_file_text(file).text, file.generic_string());
  const Node* extends = own.root ? own.root->find("extends") : nullptr;
  if (!extends) return {};
  Faults unheard;  // the scenario was read without any
  FileTree below(unheard);
  const bool many = extends->is(Node::Kind::Array);
  for (const Node& entry : many ? extends->items : std::vector<Node>{*extends}) {
    if (entry.text.empty()) continue;
    for (const fs::path& base : files_at((file.parent_path() / entry.text).lexically_normal())) {
      below.lay(base);
    }
  }
  const Node* selections = find_path(below.root(), "law.selections");
  return selections ? selections->items : std::vector<Node>{};
}

void warn_of_lost_selections(const std::vector<Node>& lower, const Node& root, Faults& warnings) {
  const Node* list = find_path(root, "law.selections");
  if (!list) return;
  std::string lost, file;
  int count = 0;
  for (const Node& selection : lower) {
    const bool kept = std::any_of(list->items.begin(), list->items.end(),
                                  [&](const Node& own) { return same_change(own, selection); });
    if (kept) continue;
    ++count;
    file = selection.at.file_name();
    const int schools = number_at(selection, "count");
    lost += fmt::format("{}{} school{} to {} in {}", lost.empty() ? "" : "; ", schools,
                        schools == 1 ? "" : "s", text_at(selection, "model"),
                        number_at(selection, "year"));
  }
  if (count == 0) return;
  warnings.add(list->at, "law.selections",
               fmt::format("replaces {} selection{} of {} ({}); a list is replaced whole", count,
                           count == 1 ? "" : "s", file, lost));
}

}  // namespace homeroom
