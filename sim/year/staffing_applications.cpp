// Where candidates apply: each looks at schools drawn for it, keeps those with an opening of its
// kind, and orders them by what it would be like to work there.
#include <algorithm>
#include <numeric>

#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// The words of one look, by place among those who still look.
struct Look {
  const std::uint32_t *school, *taste, *noise, *fit;
};

/// Schools whose grades have posts of a kind, open or not: the list does not depend on policy.
std::array<std::vector<std::uint32_t>, kPostKinds> schools_by_kind(const Schools& schools) {
  std::array<std::vector<std::uint32_t>, kPostKinds> by_kind;
  for (std::uint32_t s = 0; s < schools.size(); ++s) {
    const GradeSpan span = schools.span[SchoolId{s}];
    if (span.first <= kLastElementaryGrade) by_kind[0].push_back(s);
    if (span.last <= kLastElementaryGrade) continue;
    by_kind[static_cast<std::size_t>(Post::Mathematics)].push_back(s);
    by_kind[static_cast<std::size_t>(Post::Ela)].push_back(s);
  }
  return by_kind;
}

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
        by_kind_(schools_by_kind(book.world.schools)),
        bids_(looking.size() * static_cast<std::size_t>(length)),
        count_(looking.size(), 0),
        still_(looking.size()) {
    std::iota(still_.begin(), still_.end(), 0u);
  }

  /// Indices into `looking` of those whose lists are not full yet.
  const std::vector<std::uint32_t>& still() const { return still_; }

  void look(const Look& words) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < still_.size(); ++at) {
      const std::uint32_t i = still_[at];
      const Post kind = book_.candidates[looking_[i]].kind;
      const auto& schools = by_kind_[static_cast<std::size_t>(kind)];
      if (schools.empty()) continue;
      const std::uint64_t word = words.school[at];
      consider(i, schools[word * schools.size() >> 32], words, at);
      if (count_[i] < length_) still_[kept++] = i;
    }
    still_.resize(kept);
  }

  Bids lists() {
    Bids bids;
    bids.bid.reserve(bids_.size());
    bids.first.reserve(looking_.size() + 1);
    bids.first.push_back(0);
    for (std::size_t i = 0; i < looking_.size(); ++i) {
      const auto first = bids_.begin() + static_cast<std::ptrdiff_t>(i) * length_;
      std::sort(first, first + count_[i], [](const Bid& a, const Bid& b) {
        return a.utility != b.utility ? a.utility > b.utility : a.program < b.program;
      });
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

  void consider(std::size_t i, std::size_t school, const Look& words, std::size_t at) {
    const Candidate& c = book_.candidates[looking_[i]];
    if (!may_apply(c, i, school)) return;
    const StaffingParameters& p = book_.nature;
    const Workplace& w = book_.workplace[school];
    double utility = w.attraction + p.taste_spread * gumbel_from(words.taste[at]);
    double score = c.worth_seen + (c.row == kNobody ? 1.0 : p.noise_internal) * w.noise *
                                      normal_from(words.noise[at]);
    if (w.distinct > 0.0) {
      const double fit = normal_from(words.fit[at]);
      utility += p.attract_mission * w.distinct * fit;
      score += p.hire_fit * w.distinct * w.selection * fit;
    }
    if (!book_.world.places.distance.empty()) {
      utility -= p.attract_distance * book_.world.distance(c.home, SchoolId{school});
    }
    bids_[i * static_cast<std::size_t>(length_) + static_cast<std::size_t>(count_[i]++)] = {
        static_cast<std::uint32_t>(program_of(school, c.kind)), static_cast<float>(utility),
        words.fit[at], priority_of(static_cast<float>(score), words.noise[at])};
  }

  const Book& book_;
  const std::vector<std::uint32_t>& looking_;
  int length_;
  std::array<std::vector<std::uint32_t>, kPostKinds> by_kind_;
  std::vector<Bid> bids_;
  std::vector<int> count_;
  std::vector<std::uint32_t> still_;
};

}  // namespace

Bids apply(const Book& book, const std::vector<std::uint32_t>& looking, int length,
           std::uint32_t first_alternative) {
  std::vector<std::uint32_t> low(looking.size()), high(looking.size());
  std::array<std::vector<std::uint32_t>, 4> lane;
  std::uint32_t* lanes[4];
  for (std::size_t l = 0; l < 4; ++l) {
    lane[l].resize(looking.size());
    lanes[l] = lane[l].data();
  }
  Applicants applicants(book, looking, length);
  for (int look = 0; look < length * book.nature.looks; ++look) {
    const std::vector<std::uint32_t>& still = applicants.still();
    for (std::size_t at = 0; at < still.size(); ++at) {
      const std::uint64_t person = book.candidates[looking[still[at]]].person;
      low[at] = static_cast<std::uint32_t>(person);
      high[at] = static_cast<std::uint32_t>(person >> 32);
    }
    book.dice.block(Die::ApplySchool, book.year, low.data(), high.data(),
                    first_alternative + static_cast<std::uint32_t>(look),
                    static_cast<int>(still.size()), lanes);
    applicants.look({lanes[0], lanes[1], lanes[2], lanes[3]});
  }
  return applicants.lists();
}

}  // namespace homeroom::staffing
