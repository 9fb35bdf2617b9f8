#include "analysis/estimators/admission_thresholds.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace homeroom::estimators {
namespace {

enum class Answer : std::uint8_t { NotAsked, Served, Refused };

std::vector<Answer> answers(const panel::Applications& made, const PreferenceLists& lists) {
  std::vector<Answer> answer(made.size(), Answer::NotAsked);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (const std::size_t line : lists.list(i)) {
      answer[line] = made.offered[line] ? Answer::Served : Answer::Refused;
      if (made.offered[line]) break;
    }
  }
  return answer;
}

/// Lines of one school, grade, class (and rank), in the order of their numbers.
struct Cell {
  std::size_t from = 0, past = 0;
  bool same_school = false;  ///< and grade as the cell before
  int served = 0, refused = 0;
  double last_served = 0.0, first_refused = 1.0;
};

class Orders {
 public:
  Orders(const panel::Applications& made, const PreferenceLists& lists, Assignment assignment)
      : made_(made), by_rank_(assignment == Assignment::ImmediateAcceptance) {
    answer_ = answers(made, lists);
    order_.resize(made.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(place(a), made_.number[a]) < std::tuple(place(b), made_.number[b]);
    });
    gather();
    fill_unasked();
  }

  AdmissionThresholds thresholds(const std::vector<std::uint8_t>& examined) const;

 private:
  std::tuple<int, int, int, int> place(std::size_t line) const {
    return {made_.school[line], made_.grade[line], by_rank_ ? made_.rank[line] : 0,
            made_.served[line]};
  }
  void gather();
  void fill_unasked();

  const panel::Applications& made_;
  const bool by_rank_;
  std::vector<Answer> answer_;
  std::vector<std::size_t> order_;
  std::vector<Cell> cells_;
  std::vector<double> taken_;  ///< by cell
};

void Orders::gather() {
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::size_t line = order_[i];
    if (i == 0 || place(line) != place(order_[i - 1])) {
      Cell next;
      next.from = i;
      next.same_school = i > 0 && made_.school[line] == made_.school[order_[i - 1]] &&
                         made_.grade[line] == made_.grade[order_[i - 1]];
      cells_.push_back(next);
    }
    Cell& cell = cells_.back();
    cell.past = i + 1;
    const double number = made_.number[line];
    if (answer_[line] == Answer::Served) {
      ++cell.served;
      cell.last_served = number;
    } else if (answer_[line] == Answer::Refused && cell.refused++ == 0) {
      cell.first_refused = number;
    }
  }
  for (const Cell& cell : cells_) {
    taken_.push_back(cell.refused == 0  ? 1.0
                     : cell.served == 0 ? 0.0
                                        : 0.5 * (cell.last_served + cell.first_refused));
  }
}

/// Cells in which nobody asked; they stand as 1 so far.
void Orders::fill_unasked() {
  bool refused = false;  // in a better class of the school
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    if (!cells_[c].same_school) refused = false;
    if (cells_[c].served + cells_[c].refused > 0) {
      refused = cells_[c].refused > 0;
      continue;
    }
    bool served = false;  // in a worse one
    for (std::size_t d = c + 1; d < cells_.size() && cells_[d].same_school; ++d) {
      served |= cells_[d].served > 0;
    }
    if (refused && !served) taken_[c] = 0.0;
  }
}

AdmissionThresholds Orders::thresholds(const std::vector<std::uint8_t>& examined) const {
  AdmissionThresholds found;
  found.taken.resize(made_.size());
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    for (std::size_t i = cells_[c].from; i < cells_[c].past; ++i) {
      const std::size_t line = order_[i];
      found.taken[line] =
          examined[line] ? (made_.number[line] <= taken_[c] ? 1.0 : 0.0) : taken_[c];
      found.passed_over += cells_[c].served > 0 && answer_[line] == Answer::Refused &&
                           made_.number[line] < cells_[c].last_served;
    }
  }
  return found;
}

}  // namespace

AdmissionThresholds admission_thresholds(const panel::Applications& made,
                                         const PreferenceLists& lists,
                                         const std::vector<std::uint8_t>& examined,
                                         Assignment assignment) {
  return Orders(made, lists, assignment).thresholds(examined);
}

}  // namespace homeroom::estimators
