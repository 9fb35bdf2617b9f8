#include "sim/scenario/read_tree.hpp"
#include "sim/scenario/scenario_reading.hpp"

namespace homeroom {

Reading read_scenario(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                      const PolicyFiles& policies) {
  Faults faults;
  Written written = written_in(file, policies, faults);
  return reading_of(written, written.root, overrides, faults, For::People);
}

Reading read_scenario_text(std::string_view text, const std::string& name,
                           const std::vector<std::string>& overrides) {
  Faults faults;
  Written written = written_in_text(text, name, faults);
  return reading_of(written, written.root, overrides, faults, For::People);
}

Reading read_scenario_tree(Node root) {
  Faults faults;
  Written written(std::move(root), {}, {}, faults);
  return reading_of(written, written.root, {}, faults, For::People);
}

}  // namespace homeroom
