#include "analysis/estimators/win_shares.hpp"

#include <map>
#include <tuple>

namespace homeroom::estimators {
namespace {

struct Cell {
  double applicants = 0, at_once = 0, ever = 0;
};

}  // namespace

WinShares win_shares(const panel::Applications& lotteries) {
  std::map<std::tuple<int, int, int>, Cell> cells;
  std::vector<const Cell*> of_line;
  for (std::size_t i = 0; i < lotteries.size(); ++i) {
    Cell& cell = cells[{lotteries.school[i], lotteries.grade[i], lotteries.served[i]}];
    ++cell.applicants;
    cell.at_once += lotteries.offered[i];
    cell.ever += lotteries.offered_ever[i];
    of_line.push_back(&cell);
  }
  WinShares shares;
  for (const Cell* cell : of_line) {
    shares.at_once.push_back(cell->at_once / cell->applicants);
    shares.ever.push_back(cell->ever / cell->applicants);
  }
  return shares;
}

}  // namespace homeroom::estimators
