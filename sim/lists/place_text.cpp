#include "sim/lists/place_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/scenario/toml_text.hpp"

namespace homeroom::lists {

namespace {

using Out = std::back_insert_iterator<std::string>;

/// To a ten-thousandth: a child in 10,000.
double rounded(double share) { return std::round(share * 10000.0) / 10000.0; }

using Share = std::optional<double> ListedSchool::*;

/// Mean of a share over the children of the schools that tell it; nothing where none does.
std::optional<double> mean(const std::vector<FoundSchool>& schools, Share share) {
  double sum = 0.0, children = 0.0;
  for (const FoundSchool& found : schools) {
    const std::optional<double>& told = found.school.*share;
    if (!told) continue;
    const double here =
        found.school.students() + found.school.prekindergarten + found.school.ungraded;
    sum += here * *told;
    children += here;
  }
  if (children <= 0.0) return std::nullopt;
  return rounded(sum / children);
}

struct Named {
  const char* key;
  Share share;
};
constexpr Named kShares[] = {
    {"black", &ListedSchool::black},           {"hispanic", &ListedSchool::hispanic},
    {"white", &ListedSchool::white},           {"asian", &ListedSchool::asian},
    {"low_income", &ListedSchool::low_income}, {"english_learner", &ListedSchool::english_learner},
    {"special", &ListedSchool::special}};

void write_shares(const PlaceFacts& facts, Out out) {
  for (const Named& named : kShares) {
    const std::optional<double> share = mean(facts.schools, named.share);
    if (!share) continue;
    fmt::format_to(out, "share_{} = {{ value = {}, status = \"measured\", source = {} }}\n",
                   named.key, toml_literal(*share), toml_string(facts.source));
  }
}

/// Schools of young children: around each lies a neighbourhood.
int neighbourhoods(const std::vector<FoundSchool>& schools) {
  constexpr int kMost = 2000;
  const auto young = std::count_if(schools.begin(), schools.end(), [](const FoundSchool& found) {
    return stage_of(found.school.first_grade) == 0;
  });
  return std::clamp(static_cast<int>(young), 1, kMost);
}

void write_text(const char* key, const std::string& text, Out out) {
  if (!text.empty()) fmt::format_to(out, ", {} = {}", key, toml_string(text));
}

void write_school(const ListedSchool& school, Out out) {
  fmt::format_to(out, "  {{ id = {}, name = {}, model = {}", toml_string(school.id),
                 toml_string(school.name), toml_string(school.model));
  write_text("second_model", school.second_model, out);
  write_text("zone", school.zone, out);
  fmt::format_to(out, ", first_grade = {}, last_grade = {}, enrolment = {}", school.first_grade,
                 school.last_grade, toml_literal(school.enrolment));
  if (school.prekindergarten > 0) {
    fmt::format_to(out, ", prekindergarten = {}", school.prekindergarten);
  }
  if (school.ungraded > 0) fmt::format_to(out, ", ungraded = {}", school.ungraded);
  for (const Named& named : kShares) {
    const std::optional<double>& share = school.*named.share;
    if (share) fmt::format_to(out, ", {} = {}", named.key, toml_literal(rounded(*share)));
  }
  if (school.has_place()) {
    fmt::format_to(out, ", x_km = {}, y_km = {}", toml_literal(*school.x_km),
                   toml_literal(*school.y_km));
  }
  if (school.opened != ListedSchool{}.opened) fmt::format_to(out, ", opened = {}", school.opened);
  if (school.selective) fmt::format_to(out, ", selective = true");
  if (school.special_school) fmt::format_to(out, ", special_school = true");
  if (school.further_seats > 0.0) {
    fmt::format_to(out, ", further_seats = {}", toml_literal(school.further_seats));
  }
  fmt::format_to(out, " }},\n");
}

constexpr const char* kHead =
    "# {}: {} schools and {:.0f} children, of whom {:.0f} are in kindergarten to grade 12 and are\n"
    "# founded. Written by homeroom import from\n"
    "#   {}\n"
    "# Rows of official lists are their publishers': keep this file out of what you publish, or "
    "name\n"
    "# them. What is not said here, a scenario takes from the other files that it extends.\n";

constexpr const char* kSpread =
    "# No list has enrolment by grade: totals are spread evenly over the grades of a school.\n";

}  // namespace

double listed_students(const std::vector<FoundSchool>& schools) {
  double sum = 0.0;
  for (const FoundSchool& found : schools) {
    sum += found.school.students() + found.school.prekindergarten + found.school.ungraded;
  }
  return sum;
}

std::string place_text(const PlaceFacts& facts) {
  double founded = 0.0;
  for (const FoundSchool& found : facts.schools) founded += found.school.students();
  std::string text;
  const Out out = std::back_inserter(text);
  fmt::format_to(out, kHead, toml_comment(facts.title), facts.schools.size(),
                 listed_students(facts.schools), founded, toml_comment(facts.source));
  if (std::any_of(facts.schools.begin(), facts.schools.end(),
                  [](const FoundSchool& found) { return found.spread; })) {
    text += kSpread;
  }
  fmt::format_to(out, "\n[place]\ntitle = {}\n", toml_string(facts.title));
  write_shares(facts, out);
  fmt::format_to(out,
                 "# One around each school that teaches kindergarten to grade 5.\n"
                 "neighbourhoods = {}\n"
                 "# In place of the groups of a file below this one.\n"
                 "schools = []\n\n"
                 "school_list = [\n",
                 neighbourhoods(facts.schools));
  for (const FoundSchool& found : facts.schools) write_school(found.school, out);
  return text + "]\n";
}

}  // namespace homeroom::lists
