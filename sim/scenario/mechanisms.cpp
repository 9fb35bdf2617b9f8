#include "sim/scenario/mechanisms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/toml_file.hpp"
#include "sim/year/chapters.hpp"

namespace homeroom {
namespace {

/// "effort; exits" in its parts.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return parts;
}

/// Reads one [[mechanism]]; what is wrong goes to the faults.
class Entry {
 public:
  Entry(const Node& node, std::string prefix, Faults& faults)
      : node_(node), prefix_(std::move(prefix)), faults_(faults) {}

  Mechanism read() {
    Mechanism one;
    one.id = text("id");
    one.cause = text("cause");
    one.effect = text("effect");
    one.agents = text("agents");
    one.chapter = chapter();
    one.levers = keys("levers");
    one.strength = keys("strength");
    one.source = text("source");
    if (node_.find("paths")) one.paths = parts_of(text("paths"));
    refuse_unknown_keys(node_, prefix_, known_keys(), faults_);
    return one;
  }

 private:
  std::vector<std::string> known_keys() const {
    std::vector<std::string> known;
    for (const char* key :
         {"id", "cause", "effect", "agents", "chapter", "levers", "strength", "source", "paths"}) {
      known.push_back(prefix_ + "." + key);
    }
    return known;
  }

  std::string text(const std::string& key) {
    const Node* found = node_.find(key);
    if (!found) {
      faults_.add(node_.at, prefix_ + "." + key, "is missing");
    } else if (!found->is(Node::Kind::String) || found->text.empty()) {
      faults_.add(found->at, prefix_ + "." + key, "must be a text that says something");
    } else {
      return found->text;
    }
    return {};
  }

  std::string chapter() {
    const std::string name = text("chapter");
    std::vector<std::string> known;
    for (const Chapter& one : chapters_of_the_year()) known.emplace_back(one.name);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return name;
    faults_.add(node_.find("chapter")->at, prefix_ + ".chapter",
                fmt::format("\"{}\" is no chapter of the year", name), listed(known),
                nearest_of(name, known));
    return {};
  }

  std::vector<std::string> keys(const std::string& key) {
    const Node* found = node_.find(key);
    if (!found || !found->is(Node::Kind::Array) || found->items.empty()) {
      faults_.add(found ? found->at : node_.at, prefix_ + "." + key, "must be a list of keys");
      return {};
    }
    std::vector<std::string> all;
    for (const Node& item : found->items) {
      if (item.is(Node::Kind::String) && find_declared(item.text)) {
        all.push_back(item.text);
      } else {
        faults_.add(item.at, prefix_ + "." + key, fmt::format("\"{}\" is no known key", item.text),
                    {}, nearest_key(item.text, {}));
      }
    }
    return all;
  }

  const Node& node_;
  std::string prefix_;
  Faults& faults_;
};

void read_entries(const Node& root, const std::string& name, Mechanisms& read, Faults& faults) {
  refuse_unknown_keys(root, "", {"mechanism"}, faults);
  const Node* list = root.find("mechanism");
  std::set<std::string> ids;
  for (std::size_t i = 0; list && i < list->items.size(); ++i) {
    const std::string prefix = fmt::format("mechanism.{}", i);
    read.all.push_back(Entry(list->items[i], prefix, faults).read());
    if (!ids.insert(read.all.back().id).second) {
      faults.add(list->items[i].at, prefix + ".id", "stands twice");
    }
  }
  if (read.all.empty()) faults.add({name, 0, 0, "", "holds no [[mechanism]]", "", ""});
}

bool same_letters(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
    return std::toupper(static_cast<unsigned char>(a)) ==
           std::toupper(static_cast<unsigned char>(b));
  });
}

}  // namespace

Mechanisms read_mechanisms(const std::filesystem::path& file) {
  Mechanisms read;
  Faults faults;
  if (const std::optional<Node> root = read_toml_file(file, faults)) {
    read_entries(*root, file.generic_string(), read, faults);
  }
  read.faults = faults.sorted();
  return read;
}

const Mechanism* find_mechanism(const Mechanisms& mechanisms, std::string_view id) {
  for (const Mechanism& one : mechanisms.all) {
    if (same_letters(one.id, id)) return &one;
  }
  return nullptr;
}

}  // namespace homeroom
