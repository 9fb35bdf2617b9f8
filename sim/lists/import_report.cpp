#include "sim/lists/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/core/counted.hpp"

namespace homeroom::lists {

namespace {

struct OfModel {
  int schools = 0;
  double students = 0;
};

std::string by_model(const PlaceFacts& facts) {
  std::map<std::string, OfModel> models;
  for (const FoundSchool& found : facts.schools) {
    OfModel& model = models[found.school.model];
    ++model.schools;
    model.students += listed_students({found});
  }
  std::string text = fmt::format("  {:<26} {:>8} {:>10}\n", "model", "schools", "students");
  for (const auto& [name, model] : models) {
    text += fmt::format("  {:<26} {:>8} {:>10.0f}\n", name, model.schools, model.students);
  }
  return text;
}

std::string teachers_text(const PlaceFacts& facts) {
  double teachers = 0.0, students = 0.0;
  for (const FoundSchool& found : facts.schools) {
    if (!found.row->teachers) continue;
    teachers += *found.row->teachers;
    students += found.school.students();
  }
  if (teachers <= 0.0) return {};
  return fmt::format("  {:.1f} teachers (full-time equivalents), {:.1f} students to each\n",
                     teachers, students / teachers);
}

std::string remark_line(const Remark& remark, const std::string& tail) {
  const Fault fault = as_fault(remark);
  std::string text = "  " + format_fault(fault);
  if (remark.students > 0.0) text += fmt::format(" ({:.0f} students)", remark.students);
  return text + tail + "\n";
}

std::string section(const Remarks& remarks, Weight weight, const std::string& title) {
  std::string text;
  for (const Remark& remark : remarks.all()) {
    if (remark.weight == weight) text += remark_line(remark, "");
  }
  return text.empty() ? text : title + "\n" + text;
}

}  // namespace

std::string report_text(const ListCounts& counts, const PlaceFacts& facts, const Remarks& remarks) {
  double young = 0.0, ungraded = 0.0, founded = 0.0;
  for (const FoundSchool& found : facts.schools) {
    young += found.school.prekindergarten;
    ungraded += found.school.ungraded;
    founded += found.school.students();
  }
  std::string text = fmt::format("{}: {} taken, {:.0f} students\n", facts.title,
                                 counted(counts.rows, "row"), counts.students);
  text += fmt::format(
      "{}, {:.0f} students: {:.0f} in kindergarten to grade 12, who are founded, {:.0f} "
      "before it and {:.0f} in no grade\n",
      counted(facts.schools.size(), "school"), listed_students(facts.schools), founded, young,
      ungraded);
  text += by_model(facts) + teachers_text(facts);
  const std::ptrdiff_t placed =
      std::count_if(facts.schools.begin(), facts.schools.end(),
                    [](const auto& found) { return found.school.has_place(); });
  text += fmt::format("  {} {} coordinates\n", counted(static_cast<std::size_t>(placed), "school"),
                      placed == 1 ? "has" : "have");
  text += section(remarks, Weight::LeftOut, "left out, since they are no schools of the kind:");
  return text + section(remarks, Weight::Note, "worth knowing:");
}

std::string dropped_text(const Remarks& remarks) {
  std::string text;
  for (const Remark& remark : remarks.all()) {
    if (remark.weight != Weight::Fault) continue;
    text += remark_line(remark, remark.dropped.empty() ? "" : "; dropped: " + remark.dropped);
  }
  return text;
}

}  // namespace homeroom::lists
