#include "sim/year/year.hpp"

namespace homeroom {

void ChapterTimes::add(std::string_view chapter, double seconds) {
  for (Entry& entry : entries_) {
    if (entry.chapter == chapter) {
      entry.seconds += seconds;
      return;
    }
  }
  entries_.push_back({chapter, seconds});
}

void ChapterTimes::add(const ChapterTimes& other) {
  for (const Entry& entry : other.entries_) add(entry.chapter, entry.seconds);
}

}  // namespace homeroom
