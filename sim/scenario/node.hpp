// A scenario file as a light tree: what was written, and where. Nothing here knows TOML's library,
// so that only one source file pays for compiling it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom {

/// Where something was written; line 0 says "the file as a whole" or a setting of the command line.
struct Spot {
  std::shared_ptr<const std::string> file;
  int line = 0;
  int column = 0;

  std::string file_name() const { return file ? *file : std::string(); }
};

struct Node {
  enum class Kind { Table, Array, String, Integer, Float, Boolean, Date };
  using Members = std::map<std::string, Node, std::less<>>;

  Kind kind = Kind::Table;
  Spot at;  ///< of the key that names this node
  Members members;
  std::vector<Node> items;
  std::string text;
  std::int64_t integer = 0;
  double real = 0.0;
  bool flag = false;

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_number() const { return kind == Kind::Integer || kind == Kind::Float; }
  double as_number() const { return kind == Kind::Integer ? static_cast<double>(integer) : real; }
  /// The member of a table, or null.
  const Node* find(std::string_view key) const;
};

Node string_node(std::string text, const Spot& at);
Node table_node(const Spot& at);

/// "a number", "a table", ...: what was written, in words.
std::string_view in_words(Node::Kind kind);

/// "a.b.c" in its parts.
std::vector<std::string> split_key(std::string_view key);
/// The position in an array that a part of a key names, or -1 when it is not a plain number.
int index_in(std::string_view part);
/// The node at a dotted key (array items by index), or null.
const Node* find_path(const Node& root, std::string_view key);
/// Where `key` stands, or the closest table around it that was written.
Spot locate(const Node& root, std::string_view key);

}  // namespace homeroom
