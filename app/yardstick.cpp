#include "app/yardstick.hpp"

#include <algorithm>
#include <ctime>
#include <limits>
#include <numeric>
#include <vector>

#include "app/measured_costs.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::app {
namespace {

constexpr int kChildren = 4096, kCells = 1 << 16, kSorted = 512;
constexpr int kSlices = 16, kPieces = 30;

class Piece {
 public:
  Piece() : row_(kChildren), generation_(kChildren, 2011), normals_(kChildren), sums_(kCells) {
    std::iota(row_.begin(), row_.end(), 0u);
    for (auto& lane : lanes_) lane.resize(kChildren);
  }

  /// Other dice each time: a processor learns by heart how branches went before.
  void live() {
    ++slice_;
    std::uint32_t* const lanes[4] = {lanes_[0].data(), lanes_[1].data(), lanes_[2].data(),
                                     lanes_[3].data()};
    dice_.block(Die::YearShockMath, slice_, row_.data(), generation_.data(), 0, kChildren, lanes);
    normals_from(lanes[0], kChildren, normals_.data());
    for (int i = 0; i < kChildren; ++i) sums_[lanes[1][i] % kCells] += normals_[i];
    std::sort(lanes[2], lanes[2] + kSorted);
    found_ += lanes[2][kSorted / 2] > lanes[3][0] ? 1 : 0;
  }
  int found() const { return found_; }

 private:
  Dice dice_{7, 1};
  std::vector<std::uint32_t> row_, generation_, lanes_[4];
  std::vector<float> normals_, sums_;
  int slice_ = 0, found_ = 0;
};

}  // namespace

double yardstick() {
  Piece piece;
  piece.live();
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < kPieces; ++i) {
    const std::clock_t before = std::clock();
    for (int slice = 0; slice < kSlices; ++slice) piece.live();
    least = std::min(least, static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
  }
  // What nobody reads the compiler may leave out.
  return piece.found() >= 0 ? least : 0.0;
}

double slowness_here() { return yardstick() / measured::kCosts.yardstick; }

}  // namespace homeroom::app
