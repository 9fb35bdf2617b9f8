// Where candidates apply: each looks at schools drawn for it, keeps those with an opening of its
// kind, and orders them by what it would be like to work there.
#include <algorithm>

#include "sim/core/parallel.hpp"
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
        wanted_(book.workplace.size() * kPostKinds),
        hits_(looking.size()) {
    for (std::size_t program = 0; program < wanted_.size(); ++program) {
      wanted_[program] =
          book.workplace[school_of(program)].open && book.openings.vacant(program) > 0;
    }
    for (std::uint32_t i = 0; i < looking.size(); ++i) {
      const auto kind = static_cast<std::size_t>(book.candidates[looking[i]].kind);
      kind_.push_back(static_cast<std::uint8_t>(kind));
      if (!by_kind_[kind].empty()) still_.push_back(i);
    }
  }

  /// Indices into `looking` of those whose lists are not full yet.
  const std::vector<std::uint32_t>& still() const { return still_; }

  /// Most look at schools without an opening, so that these are passed over without a branch.
  void look(const Look& words) {
    std::size_t hits = 0;
    for (std::uint32_t at = 0; at < still_.size(); ++at) {
      const std::uint8_t kind = kind_[still_[at]];
      const auto& schools = by_kind_[kind];
      const std::uint32_t school = schools[std::uint64_t{words.school[at]} * schools.size() >> 32];
      hits_[hits] = {at, school};
      hits += wanted_[program_of(school, static_cast<Post>(kind))];
    }
    draw_for(words, hits);
    for (std::size_t hit = 0; hit < hits; ++hit) {
      consider(still_[hits_[hit].at], hits_[hit].school, hit);
    }
    std::erase_if(still_, [&](std::uint32_t i) { return count_[i] == length_; });
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
    const std::size_t program = program_of(school, c.kind);
    if (school == c.former) return false;
    const Workplace& w = book_.workplace[school];
    const double outside = c.kind == Post::Mathematics ? w.outside_short : w.outside;
    if (c.reach > 0.0f && c.reach >= outside) return false;
    for (int k = 0; k < count_[i]; ++k) {
      if (bids_[i * length_ + k].program == program) return false;
    }
    return true;
  }

  /// Words of the first hits, and what they make, side by side.
  void draw_for(const Look& words, std::size_t hits) {
    for (auto* column : {&noise_word_, &fit_word_, &taste_word_}) column->resize(hits);
    for (auto* column : {&taste_, &noise_, &fit_}) column->resize(hits);
    for (std::size_t hit = 0; hit < hits; ++hit) {
      taste_word_[hit] = words.taste[hits_[hit].at];
      noise_word_[hit] = words.noise[hits_[hit].at];
      fit_word_[hit] = words.fit[hits_[hit].at];
    }
    const auto count = static_cast<int>(hits);
    gumbels_from(taste_word_.data(), count, taste_.data());
    normals_from(noise_word_.data(), count, noise_.data());
    normals_from(fit_word_.data(), count, fit_.data());
  }

  void consider(std::size_t i, std::size_t school, std::size_t hit) {
    const Candidate& c = book_.candidates[looking_[i]];
    if (!may_apply(c, i, school)) return;
    const StaffingParameters& p = book_.nature;
    const Workplace& w = book_.workplace[school];
    double utility = w.attraction + p.taste_spread * taste_[hit];
    double score =
        c.worth_seen + (c.row == kNobody ? 1.0 : p.noise_internal) * w.noise * noise_[hit];
    if (w.distinct > 0.0) {
      const double fit = fit_[hit];
      utility += p.attract_mission * w.distinct * fit;
      score += p.hire_fit * w.fit_weight * w.distinct * w.selection * fit;
    }
    if (!book_.world.places.distance.empty()) {
      utility -= p.attract_distance * book_.world.distance(c.home, SchoolId{school});
    }
    bids_[i * static_cast<std::size_t>(length_) + static_cast<std::size_t>(count_[i]++)] = {
        static_cast<std::uint32_t>(program_of(school, c.kind)), static_cast<float>(utility),
        fit_word_[hit], priority_of(static_cast<float>(score), noise_word_[hit])};
  }

  const Book& book_;
  const std::vector<std::uint32_t>& looking_;
  int length_;
  std::array<std::vector<std::uint32_t>, kPostKinds> by_kind_;
  std::vector<Bid> bids_;
  std::vector<int> count_;
  std::vector<std::uint8_t> kind_;    ///< of post, by place in `looking`
  std::vector<std::uint8_t> wanted_;  ///< by program: whether it has openings
  std::vector<std::uint32_t> still_;
  struct Hit {
    std::uint32_t at, school;
  };
  std::vector<Hit> hits_;  ///< of one look: wanted schools, and who looks at them
  std::vector<std::uint32_t> taste_word_, noise_word_, fit_word_;  ///< by hit
  std::vector<float> taste_, noise_, fit_;                         ///< by hit
};

/// Lists of some of those who look: nobody's hang on who else does.
Bids lists_of(const Book& book, const std::vector<std::uint32_t>& looking, int length,
              std::uint32_t first_alternative) {
  std::vector<std::uint64_t> person;
  for (const std::uint32_t candidate : looking) person.push_back(book.candidates[candidate].person);
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
      low[at] = static_cast<std::uint32_t>(person[still[at]]);
      high[at] = static_cast<std::uint32_t>(person[still[at]] >> 32);
    }
    book.dice.block(Die::ApplySchool, book.year, low.data(), high.data(),
                    first_alternative + static_cast<std::uint32_t>(look),
                    static_cast<int>(still.size()), lanes);
    applicants.look({lanes[0], lanes[1], lanes[2], lanes[3]});
  }
  return applicants.lists();
}

}  // namespace

Bids apply(const Book& book, const std::vector<std::uint32_t>& looking, int length,
           std::uint32_t first_alternative) {
  std::vector<Bids> slices(slices_of(looking.size()));
  for_slices(looking.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    const std::vector<std::uint32_t> some(looking.begin() + static_cast<std::ptrdiff_t>(first),
                                          looking.begin() + static_cast<std::ptrdiff_t>(past));
    slices[slice] = lists_of(book, some, length, first_alternative);
  });
  Bids bids;
  bids.first.push_back(0);
  for (const Bids& here : slices) {
    const auto before = static_cast<std::uint32_t>(bids.bid.size());
    bids.bid.insert(bids.bid.end(), here.bid.begin(), here.bid.end());
    for (std::size_t i = 1; i < here.first.size(); ++i) {
      bids.first.push_back(before + here.first[i]);
    }
  }
  return bids;
}

}  // namespace homeroom::staffing
