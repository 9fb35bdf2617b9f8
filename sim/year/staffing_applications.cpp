// Where candidates apply: each looks at schools drawn for it, keeps those with an opening of its
// kind, and orders them by what it would be like to work there.
#include <algorithm>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/staffing_posting.hpp"

namespace homeroom::staffing {
namespace {

/// Candidates whose lists are made together: few enough that all they touch stays at hand.
constexpr std::size_t kTogether = 256;

/// Scores lie within four SD/year around 0; the low bits are the candidate's own noise, so that no
/// two are equal.
std::uint64_t priority_of(float score, std::uint32_t tie) {
  const double from_top = std::clamp((4.0 - static_cast<double>(score)) / 8.0, 0.0, 0.999999);
  return static_cast<std::uint64_t>(from_top * 4294967296.0) << 32 | tie;
}

/// The lists of some who look.
class Applicants {
 public:
  Applicants(const Book& book, const Posting& posting, const std::uint32_t* looking,
             std::size_t count, int length)
      : book_(book),
        posting_(posting),
        length_(static_cast<std::uint32_t>(length)),
        one_(count),
        programs_(count * length_, kNobody),
        bids_(count * length_),
        hit_(count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const Candidate& c = book.candidates[looking[i]];
      const auto kind = static_cast<std::uint8_t>(c.kind);
      one_[i] = {c.person, c.reach, c.worth_seen, c.home, c.former, kind, c.row == kNobody, 0};
      if (!posting.schools[kind].empty()) still_.push_back(i);
    }
    for (auto* column : {&low_, &high_, &taste_word_, &noise_word_, &fit_word_}) {
      *column = Buffer<std::uint32_t>(count);
    }
    for (auto& lane : lane_) lane = Buffer<std::uint32_t>(count);
    for (auto* column : {&taste_, &noise_, &fit_, &away_}) *column = Buffer<float>(count);
  }

  /// One more school for everyone whose list is not full yet.
  void look(std::uint32_t alternative) {
    for (std::size_t at = 0; at < still_.size(); ++at) {
      const std::uint64_t person = one_[still_[at]].person;
      low_[at] = static_cast<std::uint32_t>(person);
      high_[at] = static_cast<std::uint32_t>(person >> 32);
    }
    std::uint32_t* const lanes[4] = {lane_[0].data(), lane_[1].data(), lane_[2].data(),
                                     lane_[3].data()};
    book_.dice.block(Die::ApplySchool, book_.year, low_.data(), high_.data(), alternative,
                     static_cast<int>(still_.size()), lanes);
    const std::size_t hits = find_hits();
    draw_for(hits);
    for (std::size_t hit = 0; hit < hits; ++hit) consider(hit);
    drop_full();
  }

  /// Adds the lists, best first, to `bid`, and where each ends to `past`.
  void write(std::vector<Bid>& bid, std::vector<std::uint32_t>& past) {
    for (std::size_t i = 0; i < one_.size(); ++i) {
      Bid* const first = bids_.data() + i * length_;
      std::sort(first, first + one_[i].count, [](const Bid& a, const Bid& b) {
        return a.utility != b.utility ? a.utility > b.utility : a.program < b.program;
      });
      bid.insert(bid.end(), first, first + one_[i].count);
      past.push_back(static_cast<std::uint32_t>(bid.size()));
    }
  }

 private:
  struct One {
    std::uint64_t person;
    float reach, worth_seen;
    std::uint16_t home, former;
    std::uint8_t kind;
    bool stranger;
    std::uint32_t count;  ///< applications so far
  };
  struct Hit {
    std::uint32_t at, school;
  };

  /// Most look at schools without an opening, so that these are passed over without a branch, as
  /// are the school just left and those that may not see whom they do not find on the list.
  std::size_t find_hits() {
    std::size_t hits = 0;
    for (std::uint32_t at = 0; at < still_.size(); ++at) {
      const One& one = one_[still_[at]];
      const auto& schools = posting_.schools[one.kind];
      const std::uint32_t found = schools[std::uint64_t{lane_[0][at]} * schools.size() >> 32];
      const std::uint32_t school = found & ~Posting::kWanted;
      const Terms& terms = posting_.terms[program_of(school, static_cast<Post>(one.kind))];
      const bool unseen = (one.reach > 0.0f) & (one.reach >= terms.outside);
      hit_[hits] = {at, school};
      hits +=
          static_cast<std::size_t>((found >= Posting::kWanted) & (school != one.former) & !unseen);
    }
    return hits;
  }

  /// Whose list is full tells nothing about the next one.
  void drop_full() {
    std::size_t kept = 0;
    for (const std::uint32_t i : still_) {
      still_[kept] = i;
      kept += one_[i].count != length_;
    }
    still_.resize(kept);
  }

  /// Words of the hits and what they make, and ways to the schools, side by side.
  void draw_for(std::size_t hits) {
    for (std::size_t hit = 0; hit < hits; ++hit) {
      taste_word_[hit] = lane_[1][hit_[hit].at];
      noise_word_[hit] = lane_[2][hit_[hit].at];
      fit_word_[hit] = lane_[3][hit_[hit].at];
    }
    const auto count = static_cast<int>(hits);
    gumbels_from(taste_word_.data(), count, taste_.data());
    normals_from(noise_word_.data(), count, noise_.data());
    normals_from(fit_word_.data(), count, fit_.data());
    if (book_.world.places.distance.empty()) {
      std::fill_n(away_.data(), hits, 0.0f);
      return;
    }
    for (std::size_t hit = 0; hit < hits; ++hit) {
      away_[hit] =
          book_.world.distance(one_[still_[hit_[hit].at]].home, SchoolId{hit_[hit].school});
    }
  }

  /// Adds the school to the list, unless it stands there: without branches, since how long lists
  /// are and what is on them tells nothing about the next one.
  void consider(std::size_t hit) {
    const std::uint32_t i = still_[hit_[hit].at];
    One& one = one_[i];
    const auto program =
        static_cast<std::uint32_t>(program_of(hit_[hit].school, static_cast<Post>(one.kind)));
    std::uint32_t* const programs = programs_.data() + i * std::size_t{length_};
    bool is_listed = false;
    for (std::uint32_t k = 0; k < length_; ++k) is_listed |= programs[k] == program;
    const StaffingParameters& p = book_.nature;
    const Terms& terms = posting_.terms[program];
    const double fit = fit_[hit];
    double utility = terms.attraction + p.taste_spread * taste_[hit];
    double score = one.worth_seen + terms.noise[one.stranger] * noise_[hit];
    utility += terms.mission * fit;
    score += terms.fit * fit;
    utility -= p.attract_distance * away_[hit];
    programs[one.count] = program;
    bids_[i * std::size_t{length_} + one.count] = {
        program, static_cast<float>(utility), fit_word_[hit],
        priority_of(static_cast<float>(score), noise_word_[hit])};
    one.count += !is_listed;
  }

  const Book& book_;
  const Posting& posting_;
  std::uint32_t length_;
  std::vector<One> one_;
  std::vector<std::uint32_t> programs_;  ///< of the applications so far
  Buffer<Bid> bids_;
  std::vector<std::uint32_t> still_;
  Buffer<Hit> hit_;  ///< of one look: wanted schools, and who looks at them
  Buffer<std::uint32_t> low_, high_, taste_word_, noise_word_, fit_word_;
  std::array<Buffer<std::uint32_t>, 4> lane_;  ///< words of one look, by place in `still_`
  Buffer<float> taste_, noise_, fit_, away_;   ///< by hit
};

}  // namespace

Bids apply(const Book& book, const std::vector<std::uint32_t>& looking, int length,
           std::uint32_t first_alternative) {
  const Posting posting(book);
  const std::size_t parts = (looking.size() + kTogether - 1) / kTogether;
  // Nobody's list hangs on who else looks.
  std::vector<Bids> part(parts);
  for_each_index(parts, [&](std::size_t n) {
    const std::size_t first = n * kTogether;
    const std::size_t count = std::min(kTogether, looking.size() - first);
    Applicants applicants(book, posting, looking.data() + first, count, length);
    for (int look = 0; look < length * book.nature.looks; ++look) {
      applicants.look(first_alternative + static_cast<std::uint32_t>(look));
    }
    part[n].bid.reserve(count * static_cast<std::size_t>(length));
    part[n].first.reserve(count);
    applicants.write(part[n].bid, part[n].first);
  });
  Bids bids;
  std::size_t all = 0;
  for (const Bids& here : part) all += here.bid.size();
  bids.bid.reserve(all);
  bids.first.reserve(looking.size() + 1);
  bids.first.push_back(0);
  for (const Bids& here : part) {
    const auto before = static_cast<std::uint32_t>(bids.bid.size());
    bids.bid.insert(bids.bid.end(), here.bid.begin(), here.bid.end());
    for (const std::uint32_t past : here.first) bids.first.push_back(before + past);
  }
  return bids;
}

}  // namespace homeroom::staffing
