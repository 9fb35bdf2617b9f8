#include <fmt/format.h>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/explain.hpp"
#include "sim/year/chapters.hpp"

namespace homeroom {

namespace {

constexpr std::size_t kWidth = 100;

/// Last parts of the keys that begin with `beginning`, in lines of a readable width.
std::string keys_below(std::string_view heading, std::string_view beginning) {
  if (beginning.empty()) return {};
  std::string text, line = fmt::format("     {:<11}", heading);
  for (const Declared& field : declared_fields()) {
    if (!field.key.starts_with(beginning)) continue;
    const std::string name = last_part(field.key);
    if (line.size() + 1 + name.size() > kWidth) {
      text += line + '\n';
      line = std::string(16, ' ');
    }
    line += ' ' + name;
  }
  return text + line + '\n';
}

}  // namespace

std::string explain_mechanisms() {
  std::string text;
  int number = 0;
  for (const Chapter& chapter : chapters_of_the_year()) {
    text += fmt::format("{:>2}  {}: {}\n", ++number, chapter.name, chapter.says);
    text += keys_below("levers", chapter.levers);
    text += keys_below("parameters", chapter.parameters);
    text += fmt::format("     {:<11} docs/model/{}.md\n", "page", chapter.page);
  }
  return text +
         "\nhomeroom explain law.choice (nature.learning ...) shows each with meaning and value.\n";
}

}  // namespace homeroom
