// Hiring: transfers by seniority where the contract says so, then mutual consent, then late summer.
//
// Consent is a two-sided market: candidates apply to the schools they like best, schools hold the
// best of those who apply, until no one is refused any more (Gale and Shapley 1962; Roth 1984 for
// markets of labour). The result does not depend on the order of applications, so hires hang on the
// persons and not on their place in a list.
#include <algorithm>

#include "sim/mechanism/deferred_acceptance_asking.hpp"
#include "sim/year/staffing_book.hpp"
#include "sim/year/staffing_outside.hpp"

namespace homeroom::staffing {
namespace {

/// Alternatives of ApplySchool: in time from 0 on, in late summer from here on.
constexpr std::uint32_t kLateSummer = 4096;

using Seats = std::vector<std::uint32_t>;

/// Whole openings for an expected number: the fraction is drawn.
std::uint32_t whole_of(const Book& book, Die die, std::size_t program, double expected) {
  const auto kind = static_cast<std::uint32_t>(program % kPostKinds);
  return static_cast<std::uint32_t>(expected +
                                    book.dice.uniform(die, book.year, school_of(program), kind));
}

/// Openings that come too late for the ordinary round.
std::uint32_t late_openings(const Book& book, std::size_t program) {
  const StaffingParameters& p = book.nature;
  const Workplace& w = book.workplace[school_of(program)];
  const double start = book.law.staffing.hiring_start.in(book.year);
  const double share = p.late_share * (1.0 - start) * (1.0 - p.late_right * w.early);
  const std::uint32_t vacant = book.openings.vacant(program);
  return std::min(vacant, whole_of(book, Die::OpeningLate, program, share * vacant));
}

/// Openings that go to the most senior who wants them.
std::uint32_t seniority_openings(const Book& book, std::size_t program, std::uint32_t seats) {
  const Workplace& w = book.workplace[school_of(program)];
  if (w.model->employer != Employer::District) return 0;
  const double share =
      book.law.staffing.seniority_transfers.in(book.year) * (1.0 - w.free_of_seniority);
  return std::min(seats, whole_of(book, Die::OpeningSeniority, program, share * seats));
}

std::vector<std::uint32_t> unplaced(const Book& book, bool late) {
  std::vector<std::uint32_t> looking;
  for (std::uint32_t i = 0; i < book.candidates.size(); ++i) {
    const Candidate& c = book.candidates[i];
    const bool seated = c.row != kNobody && book.teachers.in_school(c.row);
    if (!c.placed && !seated && (c.late || !late)) looking.push_back(i);
  }
  return looking;
}

/// The most senior first, each takes the best of its list that is filled this way.
void transfer_by_seniority(Book& book, const std::vector<std::uint32_t>& looking, const Bids& bids,
                           Seats& seats, Seats& by_seniority) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < looking.size(); ++i) {
    const Candidate& c = book.candidates[looking[i]];
    if (c.district && c.seniority > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Candidate &x = book.candidates[looking[a]], &y = book.candidates[looking[b]];
    return x.seniority != y.seniority ? x.seniority > y.seniority : x.person < y.person;
  });
  for (std::uint32_t i : order) {
    for (std::uint32_t k = bids.first[i]; k < bids.first[i + 1]; ++k) {
      const Bid& bid = bids.bid[k];
      if (by_seniority[bid.program] == 0) continue;
      --by_seniority[bid.program];
      --seats[bid.program];
      book.hire(book.candidates[looking[i]], bid, Hire::Seniority);
      break;
    }
  }
}

/// The lists of those who have not found a post yet.
class BidLists final : public mechanism::PreferenceLists {
 public:
  BidLists(const Book& book, const std::vector<std::uint32_t>& looking, const Bids& bids,
           const Seats& seats)
      : bids_(bids), seats_(seats) {
    list_.reserve(looking.size());
    for (std::uint32_t i = 0; i < looking.size(); ++i) {
      if (!book.candidates[looking[i]].placed) list_.push_back(i);
    }
  }
  std::uint32_t applicants() const override { return static_cast<std::uint32_t>(list_.size()); }
  std::uint32_t programs() const override { return static_cast<std::uint32_t>(seats_.size()); }
  std::uint32_t capacity(std::uint32_t program) const override { return seats_[program]; }
  bool read(std::uint32_t applicant, std::uint32_t place, mechanism::Line& line) const override {
    const std::uint32_t at = bid_at(applicant, place);
    if (at >= bids_.first[list_[applicant] + 1]) return false;
    line = {bids_.bid[at].program, bids_.bid[at].priority};
    return true;
  }
  bool find_below(const std::vector<std::uint64_t>& cutoff, std::uint32_t applicant,
                  std::uint32_t& place, mechanism::Line& line) const override {
    const std::uint32_t past = bids_.first[list_[applicant] + 1];
    for (std::uint32_t at = bid_at(applicant, place); at < past; ++at, ++place) {
      const Bid& bid = bids_.bid[at];
      if (!mechanism::is_below(bid.priority, cutoff[bid.program])) continue;
      line = {bid.program, bid.priority};
      return true;
    }
    return false;
  }
  /// Index into `looking`, and the bid at a place of the list.
  std::uint32_t who(std::uint32_t applicant) const { return list_[applicant]; }
  std::uint32_t bid_at(std::uint32_t applicant, std::uint32_t place) const {
    return bids_.first[list_[applicant]] + place;
  }

 private:
  const Bids& bids_;
  const Seats& seats_;
  std::vector<std::uint32_t> list_;
};

struct Match {
  std::uint64_t person;
  std::uint32_t candidate, bid;
};

void match_by_consent(Book& book, const std::vector<std::uint32_t>& looking, const Bids& bids,
                      const Seats& seats, Hire how) {
  const BidLists lists(book, looking, bids, seats);
  const auto result = mechanism::deferred_acceptance_of(lists);
  std::vector<Match> matched;
  for (std::uint32_t a = 0; a < lists.applicants(); ++a) {
    const std::int32_t rank = result.matching.rank[a];
    if (rank == mechanism::kUnmatched) continue;
    const std::uint32_t candidate = looking[lists.who(a)];
    matched.push_back({book.candidates[candidate].person, candidate,
                       lists.bid_at(a, static_cast<std::uint32_t>(rank))});
  }
  // Which post of a school it is goes by person: the order of the list must not matter.
  std::sort(matched.begin(), matched.end(),
            [](const Match& a, const Match& b) { return a.person < b.person; });
  for (const Match& match : matched) {
    book.hire(book.candidates[match.candidate], bids.bid[match.bid], how);
  }
}

}  // namespace

void fill_in_time(Book& book) {
  const std::size_t programs = book.schools() * kPostKinds;
  Seats seats(programs, 0), by_seniority(programs, 0);
  for (std::size_t program = 0; program < programs; ++program) {
    const std::uint32_t vacant = book.openings.vacant(program);
    if (vacant == 0) continue;
    seats[program] = vacant - late_openings(book, program);
    by_seniority[program] = seniority_openings(book, program, seats[program]);
  }
  const std::vector<std::uint32_t> looking = unplaced(book, false);
  const Bids bids = apply(book, looking, book.nature.applications, 0);
  transfer_by_seniority(book, looking, bids, seats, by_seniority);
  match_by_consent(book, looking, bids, seats, Hire::Consent);
}

void fill_late(Book& book) {
  Seats seats(book.schools() * kPostKinds, 0);
  for (std::size_t program = 0; program < seats.size(); ++program) {
    seats[program] = book.openings.vacant(program);
  }
  const std::vector<std::uint32_t> looking = unplaced(book, true);
  const Bids bids = apply(book, looking, book.nature.late_applications, kLateSummer);
  match_by_consent(book, looking, bids, seats, Hire::Late);
}

std::size_t Book::row_for_newcomer() {
  // Rows that were free when the year began; those who leave now keep theirs until next year.
  const std::size_t before = world.teachers.size();
  while (next_free < before && (world.teachers.place[next_free] != TeacherPlace::Outside ||
                                teachers.place[next_free] != TeacherPlace::Outside)) {
    ++next_free;
  }
  if (next_free < before) return next_free++;
  const std::size_t row = teachers.free_row(teachers.size()).row();
  why.push_back(Departure::None);
  seen_mean.push_back(0.0f);
  return row;
}

void Book::hire(Candidate& candidate, const Bid& bid, Hire how) {
  candidate.placed = true;
  if (candidate.row == kNobody) {
    const std::size_t row = row_for_newcomer();
    candidate.row = static_cast<std::uint32_t>(row);
    const TeacherDraft& draft = outside[candidate.outside];
    teachers.person[row] = draft.person;
    for (int m = 0; m < kSubjects; ++m) teachers.effect[m][row] = draft.effect[m];
    teachers.experience[row] = draft.experience;
    teachers.age[row] = age_from(outside_age[candidate.outside], nature, draft.experience);
    teachers.post[row] = candidate.kind;
    teachers.seniority[row] = 0;
    teachers.tenured[row] = 0;
    teachers.morale[row] = 0.0f;
    teachers.seen_sum[row] = 0.0f;
    teachers.seen_years[row] = 0;
    teachers.below_years[row] = 0;
    teachers.bonus_years[row] = 0;
    teachers.employer[row] = workplace[school_of(bid.program)].model->employer;
  }
  seat(candidate.row, school_of(bid.program), normal_from(bid.fit), how);
}

void Book::seat(std::size_t row, std::size_t in_school, float fit, Hire how) {
  const std::size_t post = openings.take(program_of(in_school, teachers.post[row]));
  const SchoolModel& model = *workplace[in_school].model;
  posts.teacher[post] = TeacherId{row};
  teachers.place[row] = TeacherPlace::School;
  teachers.school[row] = static_cast<std::uint16_t>(in_school);
  teachers.grade[row] = posts.grade[post];
  teachers.fit[row] = fit;
  teachers.hired[row] = how;
  teachers.years_here[row] = 0;
  teachers.bonus_years[row] = 0;
  teachers.pool_years[row] = 0;
  teachers.may_return[row] = 0;
  if (teachers.employer[row] == model.employer) return;
  teachers.employer[row] = model.employer;
  teachers.seniority[row] = 0;
  teachers.tenured[row] = 0;
}

}  // namespace homeroom::staffing
