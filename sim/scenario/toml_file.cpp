#include "sim/scenario/toml_file.hpp"

#include <utility>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/toml_document.hpp"

namespace homeroom {

std::optional<Node> read_toml_file(const std::filesystem::path& file, Faults& faults) {
  const std::string name = file.generic_string();
  const FileText content = read_file_text(file);
  if (!content.problem.empty()) {
    faults.add_unread({name, content.line, content.column, "", content.problem, "", ""});
    return std::nullopt;
  }
  ParsedToml parsed = parse_toml(content.text, name);
  if (!parsed.root) faults.add_unread(parsed.fault);
  return std::move(parsed.root);
}

}  // namespace homeroom
