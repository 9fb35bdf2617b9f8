#include "tests/support/staff_faults.hpp"

#include <fmt/format.h>

#include <map>

namespace homeroom::testing {
namespace {

/// Columns by name, so that a new one moves nothing here.
struct Columns {
  const Batch& batch;
  std::size_t at(std::string_view name) const {
    const auto& columns = batch.definition().columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].name == name) return c;
    }
    return columns.size();
  }
  const std::vector<std::int64_t>& wholes(std::string_view name) const {
    return batch.wholes(at(name));
  }
  const std::vector<std::string>& texts(std::string_view name) const {
    return batch.texts(at(name));
  }
};

using Where = std::pair<std::string, std::int64_t>;
using Staff = std::map<std::string, Where>;  ///< by teacher

struct Counts {
  std::int64_t in_schools = 0, in_pool = 0, hired = 0;
  bool operator==(const Counts&) const = default;
};

std::string row_fault(const Columns& teachers, std::size_t row, const Staff& before) {
  const std::string& id = teachers.texts("teacher_id")[row];
  const Where was{teachers.texts("place_before")[row], teachers.wholes("school_before")[row]};
  const Where is{teachers.texts("place")[row], teachers.wholes("school_id")[row]};
  const std::string& move = teachers.texts("move")[row];
  const auto known = before.find(id);
  if (was.first == "outside" ? known != before.end()
                             : known == before.end() || known->second != was) {
    return "teacher " + id + " was not where the row says";
  }
  const std::string expected = was.first == "outside"  ? "hired"
                               : is.first == "outside" ? "left"
                               : was == is             ? "stayed"
                                                       : "moved";
  if (move != expected) return "teacher " + id + " " + expected + ", not " + move;
  const bool says_why = !teachers.texts("reason")[row].empty();
  const bool left = move != "stayed" && (was.first == "school" || move == "left");
  if (left && move != "hired" && !says_why) return "teacher " + id + " left without a reason";
  if (!left && says_why) return "teacher " + id + " gives a reason without having left";
  return {};
}

}  // namespace

std::string staff_fault(const ReplicateRecords& records) {
  const Columns teachers{records.microdata->teachers}, district{records.district};
  Staff before;
  std::size_t row = 0;
  for (std::size_t year = 0; year < records.district.rows(); ++year) {
    Staff now;
    Counts counted;
    std::size_t known = 0;
    for (; row < teachers.batch.rows() &&
           teachers.wholes("year")[row] == district.wholes("year")[year];
         ++row) {
      // Of the years before the first nothing was written.
      const std::string fault = year > 0 ? row_fault(teachers, row, before) : "";
      if (!fault.empty()) return fault;
      const std::string& place = teachers.texts("place")[row];
      known += teachers.texts("place_before")[row] != "outside";
      counted.in_schools += place == "school";
      counted.in_pool += place == "pool";
      counted.hired += teachers.texts("move")[row] == "hired";
      if (place == "outside") continue;
      now[teachers.texts("teacher_id")[row]] = {place, teachers.wholes("school_id")[row]};
    }
    if (year > 0 && known != before.size()) return "a teacher of last year has no row";
    const Counts expected{district.wholes("teachers")[year], district.wholes("pool")[year],
                          district.wholes("hired_outside")[year]};
    if (counted != expected) return "teachers.csv and district.csv count differently";
    before = std::move(now);
  }
  return row == teachers.batch.rows() ? "" : "a teacher's year is not in district.csv";
}

}  // namespace homeroom::testing
