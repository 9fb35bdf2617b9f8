// Which levers a board talks about, under which heading, and in which words.
#pragma once

#include <string_view>
#include <vector>

namespace homeroom::workshop {

struct LeverName {
  std::string_view key;      ///< "law.CHAPTER.NAME", or the name of a school model's lever
  std::string_view heading;  ///< key of the heading
  std::string_view name;     ///< empty: its meaning is its name
  bool main;                 ///< what a board talks about: about six under a heading
};

const std::vector<LeverName>& lever_names();

}  // namespace homeroom::workshop
