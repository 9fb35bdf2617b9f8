// Reads the lists. A row's keys are asked for by name; what is left over is a mistake.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/toml_document.hpp"
#include "sim/scenario/toml_text.hpp"
#include "tests/signs/sign.hpp"

namespace homeroom::signs {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(HOMEROOM_SOURCE_DIR) / "tests" / "signs";

const std::map<std::string, Direction> kDirections = {
    {"up", Direction::Up}, {"down", Direction::Down}, {"any", Direction::Any}};

Node parsed(const fs::path& file) {
  const ParsedToml toml = parse_toml(read_file_text(file).text, file.filename().string());
  if (!toml.root) throw std::invalid_argument(format_fault(toml.fault));
  return *toml.root;
}

/// One table of a list; every key is asked for by name, so that what is left over is a mistake.
class Row {
 public:
  Row(const Node& node, std::string file) : node_(node), file_(std::move(file)) {}

  const Node* find(const std::string& key) {
    asked_.insert(key);
    return node_.find(key);
  }
  const Node& need(const std::string& key) {
    const Node* found = find(key);
    if (found == nullptr) refuse(key + " is missing");
    return *found;
  }
  std::string text(const std::string& key) {
    const Node& node = need(key);
    if (!node.is(Node::Kind::String) || node.text.empty()) refuse(key + " must be a text");
    return node.text;
  }
  std::string text_or(const std::string& key, const std::string& other) {
    return find(key) == nullptr ? other : text(key);
  }
  double number(const std::string& key) {
    const Node& node = need(key);
    if (!node.is_number()) refuse(key + " must be a number");
    return node.as_number();
  }
  template <class Value>
  Value one_of(const std::string& word, const std::map<std::string, Value>& words) {
    const auto found = words.find(word);
    if (found == words.end()) refuse("\"" + word + "\" is not known here");
    return found->second;
  }
  [[noreturn]] void refuse(const std::string& what) const {
    throw std::invalid_argument(fmt::format("{}:{}: {}", file_, node_.at.line, what));
  }
  void end() const {
    for (const auto& [key, member] : node_.members) {
      if (asked_.count(key) == 0) refuse("unknown key " + key);
    }
  }
  int line() const { return node_.at.line; }

 private:
  const Node& node_;
  std::string file_;
  std::set<std::string> asked_;
};

/// A value as `--set` takes it.
std::string literal(const Node& node) { return toml_literal(node); }

Sign read_sign(const Node& node, const std::string& list) {
  Row row(node, list + ".toml");
  Sign sign;
  sign.list = list;
  sign.line = row.line();
  sign.cause = row.text("cause");
  sign.to = literal(row.need("to"));
  if (const Node* from = row.find("from")) sign.from = literal(*from);
  sign.question = {row.text("outcome"), row.one_of(row.text_or("statistic", "mean"), statistics()),
                   row.text_or("by", ""), row.text_or("where", ""), row.text_or("among", "")};
  sign.direction = row.one_of(row.text("direction"), kDirections);
  sign.at_least = row.number("at_least");
  sign.replicates = static_cast<int>(row.number("replicates"));
  sign.city = row.text_or("city", "harbour");
  if (const Node* given = row.find("given")) {
    for (const Node& item : given->items) sign.given.push_back(item.text);
  }
  if (const Node* cut = row.find("cut")) {
    for (const auto& [key, neutral] : cut->members) sign.cut.push_back({key, literal(neutral)});
  }
  if (const Node* through = row.find("through")) {
    Row carrier(*through, list + ".toml");
    sign.through = Carrier{carrier.text("key"), literal(carrier.need("neutral"))};
    carrier.end();
  }
  sign.why = row.text("why");
  sign.mechanism = row.text_or("mechanism", "");
  row.end();
  return sign;
}

std::vector<Sign> read_signs() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    const fs::path stem = entry.path().stem();
    if (entry.path().extension() == ".toml" && stem != "not_used") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Sign> all;
  for (const fs::path& file : files) {
    const Node root = parsed(file);
    const Node* rows = root.find("sign");
    if (rows == nullptr) throw std::invalid_argument(file.string() + ": no [[sign]]");
    for (const Node& node : rows->items) all.push_back(read_sign(node, file.stem().string()));
  }
  return all;
}

std::vector<Excuse> read_excuses() {
  const Node root = parsed(kFolder / "not_used.toml");
  std::vector<Excuse> all;
  const Node* rows = root.find("not_used");
  if (rows == nullptr) return all;
  for (const Node& node : rows->items) {
    Row row(node, "not_used.toml");
    all.push_back({row.text("key"), row.text("why"), row.line()});
    row.end();
  }
  return all;
}

}  // namespace

const std::vector<Sign>& signs() {
  static const std::vector<Sign> all = read_signs();
  return all;
}

const std::vector<Excuse>& not_used() {
  static const std::vector<Excuse> all = read_excuses();
  return all;
}

}  // namespace homeroom::signs
