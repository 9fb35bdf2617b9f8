// Closures send everybody away; at a reset every teacher reapplies, and the best are kept.
//
// Whoever already employs the staff has seen their evaluations and keeps the best by them. A new
// employer has not: who stays is chance.
#include <algorithm>

#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

bool begins_now(const Book& book, SchoolId school) {
  return book.workplace[school.row()].open &&
         book.world.schools.in_model_since[school] == book.year;
}

/// Staff reapply at a restart, and at any new start (opening, conversion, selection) under a model
/// that asks for it.
bool resets_now(const Book& book, SchoolId school) {
  return begins_now(book, school) && (book.workplace[school.row()].model->staff_reset ||
                                      book.world.schools.status[school] == SchoolStatus::Restart);
}

double share_kept(const Book& book, const SchoolModel& model) {
  return model.staff_reset ? model.reset_keep_share.in(book.year) : book.nature.restart_keep;
}

/// Teachers of the schools marked, side by side by school.
std::vector<std::vector<std::uint32_t>> staffs_of(const Book& book,
                                                  const std::vector<std::uint8_t>& marked) {
  std::vector<std::vector<std::uint32_t>> staffs(book.schools());
  const Teachers& t = book.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (t.in_school(row) && marked[t.school[row]]) {
      staffs[t.school[row]].push_back(static_cast<std::uint32_t>(row));
    }
  }
  return staffs;
}

void reset(Book& book, std::size_t school, std::vector<std::uint32_t>& staff) {
  const SchoolModel& model = *book.workplace[school].model;
  Teachers& t = book.teachers;
  std::vector<std::pair<float, std::uint32_t>> order;
  for (std::uint32_t row : staff) {
    const bool known = t.employer[row] == model.employer;
    const double chance = book.dice.uniform(Die::ResetKeep, book.year, t.person[row]);
    order.emplace_back(known ? book.seen_mean[row] : static_cast<float>(chance), row);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : t.person[a.second] < t.person[b.second];
  });
  const double share = share_kept(book, model);
  const auto kept = static_cast<std::size_t>(share * static_cast<double>(order.size()) + 0.5);
  for (std::size_t i = kept; i < order.size(); ++i) {
    const std::size_t row = order[i].second;
    book.leave(row, book.home_of_surplus(row), Departure::Reset);
  }
}

/// Those who stay under another employer lose what the old contract gave them.
void change_employers(Book& book) {
  Teachers& t = book.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (!t.in_school(row)) continue;
    const SchoolModel& model = *book.at(row).model;
    if (t.employer[row] == model.employer) continue;
    t.employer[row] = model.employer;
    t.seniority[row] = 0;
    if (!model.tenure) t.tenured[row] = 0;
  }
}

}  // namespace

void close_and_reset(Book& book) {
  std::vector<std::uint8_t> marked(book.schools(), 0);
  bool any = false;
  for (std::size_t s = 0; s < book.schools(); ++s) {
    marked[s] = resets_now(book, SchoolId{s});
    any = any || marked[s];
  }
  Teachers& t = book.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (t.in_school(row) && !book.at(row).open) {
      book.leave(row, book.home_of_surplus(row), Departure::Closure);
    }
  }
  if (any) {
    auto staffs = staffs_of(book, marked);
    for (std::size_t s = 0; s < book.schools(); ++s) {
      if (marked[s]) reset(book, s, staffs[s]);
    }
  }
  change_employers(book);
}

}  // namespace homeroom::staffing
