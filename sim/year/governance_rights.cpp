// What a school's rights are worth: on paper, honoured, held, used, fought over.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom {
namespace {

double power(double base, double exponent) { return base <= 0.0 ? 0.0 : power_of(base, exponent); }

bool is_rated(const Schools& schools, SchoolId school) { return schools.rated_years[school] > 0; }

bool gate_is_shut(const World& world, const SchoolModel& model, SchoolId school) {
  return is_rated(world.schools, school) &&
         world.schools.rating[school] < 100.0 * model.curriculum_gate.in(world.year);
}

// The larger of both models' rights where a school has two, less what decline has withdrawn.
PerRight<double> paper_of(const World& world, const Law& law, const GovernanceParameters& nature,
                          const Papers& papers, SchoolId school, double trimmed) {
  const PerRight<double>& ordinary = papers[law.ordinary.row()];
  const ModelId first = world.schools.model[school], other = world.schools.second_model[school];
  PerRight<double> paper = papers[first.row()];
  for (int r = 0; r < kRights; ++r) {
    if (other) paper[r] = std::max(paper[r], papers[other.row()][r]);
    const double beyond = std::max(0.0, paper[r] - ordinary[r]) * (1.0 - trimmed);
    paper[r] = std::min(paper[r], ordinary[r]) + beyond;
  }
  if (gate_is_shut(world, law.model(first), school)) {
    for (Right gated : {Right::C1, Right::C2}) paper[index_of(gated)] *= 1.0 - nature.gate_lapse;
  }
  return paper;
}

double guarantee_of(const GovernanceParameters& nature, const SchoolModel& model) {
  return nature.protect[static_cast<std::size_t>(model.guarantee)];
}

// Two shields miss together only where both miss, so that a full one needs no second.
double protection_of(const World& world, const Law& law, const GovernanceParameters& nature,
                     SchoolId school, const Standing& standing) {
  const ModelId other = world.schools.second_model[school];
  double guarantee = guarantee_of(nature, law.model(world.schools.model[school]));
  if (standing.agreement_lapsed) guarantee = 0.0;
  if (other) guarantee = std::max(guarantee, guarantee_of(nature, law.model(other)));
  return 1.0 - (1.0 - guarantee) * (1.0 - nature.office_protect * standing.support_office);
}

PerAutonomy<double> honoured_shares(const GovernanceParameters& nature, const Standing& standing,
                                    double protect, double register_of_rights) {
  const double exposed = (1.0 - protect) * power(1.0 - standing.buy_in, nature.buy_in_power);
  const double spread =
      nature.partner_spread * (1.0 - nature.register_narrows * register_of_rights);
  const double luck = (1.0 - protect) * spread * standing.partner;
  PerAutonomy<double> h{};
  for (int d = 0; d < kAutonomies; ++d) {
    h[d] = clamp_to(1.0 - exposed * nature.reach[d] + luck * nature.reach[d], 0, 1);
  }
  return h;
}

// Rights outside the six are let stand like the six on average.
double honoured_for(const PerAutonomy<double>& h, int right) {
  const int autonomy = kRightNames[right].autonomy;
  if (autonomy >= 0) return h[autonomy];
  double sum = 0;
  for (double share : h) sum += share;
  return sum / kAutonomies;
}

// The right to decline services lives by price lists and contracts: refused, it is void as far as
// nobody protects the school; rules of purchase that somebody wrote restore it.
double honoured_optout(const Law& law, const GovernanceParameters& nature, double protect, double h,
                       int year) {
  const double refused =
      nature.optout_void * law.governance.optout_refused.in(year) * (1.0 - protect);
  const double left = h * (1.0 - refused);
  return left + (1.0 - left) * nature.optout_rules * law.governance.optout_honoured.in(year);
}

bool is_separate(const SchoolModel& model) { return model.guarantee == Guarantee::Separate; }

// How far those whom a school answers to help rather than check: the district's office, or, for an
// organisation of its own, its own board, which no policy of the office changes.
double orientation_over(const World& world, const Law& law, const GovernanceParameters& nature,
                        SchoolId school) {
  return is_separate(law.model(world.schools.model[school]))
             ? nature.separate_orientation
             : law.governance.office_orientation.in(world.year);
}

// A principal's time that rules and reports ask for.
double checking_of(const GovernanceParameters& nature, const SchoolModel& model, double office_load,
                   int year) {
  const double load = is_separate(model)
                          ? nature.compliance_load * (1.0 - nature.separate_orientation)
                          : office_load;
  const double excused = nature.excused[static_cast<std::size_t>(model.guarantee)];
  return load * (1.0 - excused) * (1.0 - nature.results_relief * model.results_oversight.in(year));
}

// A school learns to use its freedom; a new principal starts with part of what was learnt.
double take_up(const World& world, const Law& law, const GovernanceParameters& nature,
               SchoolId school) {
  const double in_model = std::max(0, world.year - world.schools.in_model_since[school]);
  const double in_post = world.schools.principals.years_here[school] + nature.take_up_carried;
  const double years = std::min(in_model, in_post);
  const double habit =
      nature.compliance_habit * (1.0 - orientation_over(world, law, nature, school));
  return (1.0 - habit) * (1.0 - exp_of(-(years + 0.5) / nature.take_up_years));
}

}  // namespace

Papers papers_in(const Law& law, int year) {
  Papers papers(law.models.size());
  for (std::size_t m = 0; m < papers.size(); ++m) {
    for (int r = 0; r < kRights; ++r) papers[m][r] = law.models[m].paper[r].in(year);
  }
  return papers;
}

Rights rights_of(const World& world, const Law& law, const GovernanceParameters& nature,
                 const Papers& papers, SchoolId school, const Standing& standing) {
  const int year = world.year;
  const PerRight<double>& ordinary = papers[law.ordinary.row()];
  const SchoolModel& model = law.model(world.schools.model[school]);
  PerRight<double> used{}, fought{};
  Rights rights;
  rights.paper = paper_of(world, law, nature, papers, school, standing.trimmed);
  const double protect = protection_of(world, law, nature, school, standing);
  rights.honoured =
      honoured_shares(nature, standing, protect, law.governance.rights_register.in(year));
  const double taken = take_up(world, law, nature, school);
  for (int r = 0; r < kRights; ++r) {
    const double usual = std::min(rights.paper[r], ordinary[r]);
    const double beyond = std::max(0.0, rights.paper[r] - ordinary[r]);
    double h = honoured_for(rights.honoured, r);
    if (r == index_of(Right::B4)) h = honoured_optout(law, nature, protect, h, year);
    rights.held[r] = usual + beyond * h;
    used[r] = usual + beyond * h * taken;
    fought[r] = beyond * (1.0 - h);
  }
  rights.used = means_by_autonomy(used);
  rights.friction = clamp_to(autonomy_score(fought), 0, 1);
  rights.supervision = nature.supervisor_hours * std::max(0.0, model.supervisors.in(year)-1.0);
  rights.checking = checking_of(nature, model, standing.compliance_load, year);
  return rights;
}

Rights rights_of(const World& world, const Law& law, const GovernanceParameters& nature,
                 SchoolId school) {
  const Standing standing{
      world.office.buy_in,           world.office.support_office,
      world.office.compliance_load,  world.schools.partner[school],
      world.schools.trimmed[school], world.schools.agreement_lapsed[school] != 0};
  return rights_of(world, law, nature, papers_in(law, world.year), school, standing);
}

double effective_autonomy(const Schools& schools, SchoolId school) {
  double sum = 0;
  for (int d = 0; d < kAutonomies; ++d) sum += kAutonomyWeight[d] * schools.used[school][d];
  return sum;
}

double paper_autonomy(const Schools& schools, SchoolId school) {
  return autonomy_score(schools.paper[school]);
}

}  // namespace homeroom
