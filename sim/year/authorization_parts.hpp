// The parts of the authorization chapter, each a file of its own, in the order in which they
// happen.
#pragma once

#include "sim/year/authorization.hpp"

namespace homeroom::authorization {

/// Openings and conversions whose year is on record.
void follow_record(const World& world, const Law& law, const AuthorizationParameters& nature,
                   const Dice& dice, AuthorizationOutcome& outcome);
/// Restarts decided last year are carried out; those of the year before are ordinary schools again.
void carry_out_restarts(const World& world, const Law& law, const AuthorizationParameters& nature,
                        const Dice& dice, AuthorizationOutcome& outcome);
/// The selections of the law whose year this is.
void select_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                    const Dice& dice, AuthorizationOutcome& outcome);
/// What follows the state's list: an escape in time, or the state.
void follow_state_list(const World& world, const Law& law, const AuthorizationParameters& nature,
                       const Dice& dice, AuthorizationOutcome& outcome);
/// Schools that seek to convert, and their votes.
void convert_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, AuthorizationOutcome& outcome);
/// A share of the district's autonomous schools takes up the selection's model of itself.
void take_volunteers(const World& world, const Law& law, const Selection& selection,
                     AuthorizationOutcome& outcome);
/// Frustrated leaders found a zone.
void found_zone(const World& world, const Law& law, const AuthorizationParameters& nature,
                const Dice& dice, AuthorizationOutcome& outcome);
/// Separate schools that join the district's network for what it gives them in kind.
void join_network(const World& world, const Law& law, const AuthorizationParameters& nature,
                  const Dice& dice, AuthorizationOutcome& outcome);
/// Staff who sign their school's work agreement for the year, or refuse.
void sign_agreements(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, AuthorizationOutcome& outcome);
/// Says in which zone each changed school is from now on; comes last.
void settle_zones(const World& world, const Law& law, AuthorizationOutcome& outcome);
/// Planned schools open; new ones apply for slots; schools at the top open another campus.
void open_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                  const Dice& dice, AuthorizationOutcome& outcome);

/// Mean of the two newest yearly ratings, noise and all; of a school that was rated.
double two_year_rating(const Schools& schools, SchoolId school);
/// A running school on which `into` is imposed, with what that model resets.
Change imposed_start(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, SchoolId school, ModelId into,
                     const AuthorizationOutcome& outcome);
/// Makes of `change` a beginning anew under its model: another leader, a new design, staff that
/// reapply.
void begin_again(const World& world, const Law& law, const AuthorizationParameters& nature,
                 const Dice& dice, Change& change);
/// True if a change of this year already concerns the school.
bool is_changed(const AuthorizationOutcome& outcome, SchoolId school);
/// Growth since the city was founded of the share of children outside the district's employ.
double rivals_gained(const World& world, const Law& law);
/// A whole number near `expected`, its fraction decided by chance.
int whole_number(double expected, const Dice& dice, Die die, int year);

/// Effect of preparation on design [SD]: a rushed start costs; a running school can only gain.
double planning_effect(const AuthorizationParameters& nature, double weeks, bool running);
/// Leader and design that come when a running school takes up a model or begins again.
Founding new_start(const World& world, const SchoolModel& model,
                   const AuthorizationParameters& nature, const Dice& dice, SchoolId school,
                   bool new_leader);
/// Disruption of a running school that takes up `model`.
double conversion_start_up(const SchoolModel& model, const AuthorizationParameters& nature,
                           int year);
/// Quality of a design that leaders of this skill make, standardised among unselected leaders.
double design_of(const AuthorizationParameters& nature, double skill, double noise);
double distinctness_of(const SchoolModel& model, const AuthorizationParameters& nature, int year,
                       double noise);

}  // namespace homeroom::authorization
