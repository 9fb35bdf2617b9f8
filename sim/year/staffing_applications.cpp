// Where candidates apply: each looks at schools drawn for it, keeps those with an opening of its
// kind, and orders them by what it would be like to work there.
#include <algorithm>

#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// Schools looked at for each application: some have no opening of the kind.
constexpr int kLooksPerApplication = 3;

/// The words of one look of every candidate.
struct Look {
  const std::uint32_t *school, *taste, *noise, *fit;
};

/// Scores lie within four SD/year around 0; the low bits are the candidate's own noise, so that no
/// two are equal.
std::uint64_t priority_of(float score, std::uint32_t tie) {
  const double from_top = std::clamp((4.0 - static_cast<double>(score)) / 8.0, 0.0, 0.999999);
  return static_cast<std::uint64_t>(from_top * 4294967296.0) << 32 | tie;
}

class Applicants {
 public:
  Applicants(const Book& book, const std::vector<std::uint32_t>& looking, int length)
      : book_(book),
        looking_(looking),
        length_(length),
        bids_(looking.size() * length),
        count_(looking.size(), 0) {}

  void look(const Look& words) {
    for (std::size_t i = 0; i < looking_.size(); ++i) {
      if (count_[i] == length_) continue;
      const std::uint64_t word = words.school[i];
      consider(i, static_cast<std::size_t>(word * book_.schools() >> 32), words);
    }
  }

  Bids lists() {
    Bids bids;
    bids.first.push_back(0);
    for (std::size_t i = 0; i < looking_.size(); ++i) {
      const auto first = bids_.begin() + static_cast<std::ptrdiff_t>(i) * length_;
      std::stable_sort(first, first + count_[i],
                       [](const Bid& a, const Bid& b) { return a.utility > b.utility; });
      bids.bid.insert(bids.bid.end(), first, first + count_[i]);
      bids.first.push_back(static_cast<std::uint32_t>(bids.bid.size()));
    }
    return bids;
  }

 private:
  bool may_apply(const Candidate& c, std::size_t i, std::size_t school) const {
    const Workplace& w = book_.workplace[school];
    const std::size_t program = program_of(school, c.kind);
    if (!w.open || school == c.former || book_.openings.vacant(program) == 0) return false;
    if (c.reach > 0.0f && c.reach >= w.outside) return false;
    for (int k = 0; k < count_[i]; ++k) {
      if (bids_[i * length_ + k].program == program) return false;
    }
    return true;
  }

  void consider(std::size_t i, std::size_t school, const Look& words) {
    const Candidate& c = book_.candidates[looking_[i]];
    if (!may_apply(c, i, school)) return;
    const StaffingParameters& p = book_.nature;
    const Workplace& w = book_.workplace[school];
    const float fit = normal_from(words.fit[i]);
    double utility = w.attraction + p.taste_spread * gumbel_from(words.taste[i]) +
                     p.attract_mission * w.distinct * fit;
    if (!book_.world.places.distance.empty()) {
      utility -= p.attract_distance * book_.world.distance(c.home, SchoolId{school});
    }
    const double noise = w.noise * (c.row == kNobody ? 1.0 : p.noise_internal);
    const double score = c.worth_seen + noise * normal_from(words.noise[i]) +
                         p.hire_fit * w.distinct * w.selection * fit;
    bids_[i * length_ + count_[i]++] = {static_cast<std::uint32_t>(program_of(school, c.kind)),
                                        static_cast<float>(utility), fit,
                                        priority_of(static_cast<float>(score), words.noise[i])};
  }

  const Book& book_;
  const std::vector<std::uint32_t>& looking_;
  int length_;
  std::vector<Bid> bids_;
  std::vector<int> count_;
};

}  // namespace

Bids apply(const Book& book, const std::vector<std::uint32_t>& looking, int length,
           std::uint32_t first_alternative) {
  const std::size_t rows = looking.size();
  std::vector<std::uint32_t> low(rows), high(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint64_t person = book.candidates[looking[i]].person;
    low[i] = static_cast<std::uint32_t>(person);
    high[i] = static_cast<std::uint32_t>(person >> 32);
  }
  std::array<std::vector<std::uint32_t>, 4> lane;
  std::uint32_t* lanes[4];
  for (std::size_t l = 0; l < 4; ++l) {
    lane[l].resize(rows);
    lanes[l] = lane[l].data();
  }
  Applicants applicants(book, looking, length);
  for (int look = 0; look < length * kLooksPerApplication; ++look) {
    book.dice.block(Die::ApplySchool, book.year, low.data(), high.data(),
                    first_alternative + static_cast<std::uint32_t>(look), static_cast<int>(rows),
                    lanes);
    applicants.look({lanes[0], lanes[1], lanes[2], lanes[3]});
  }
  return applicants.lists();
}

}  // namespace homeroom::staffing
