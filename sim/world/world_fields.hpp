// The fields of a world and of all that it holds: see sim/core/fields.hpp.
#pragma once

#include "sim/core/fields.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

HOMEROOM_FIELDS(GradeSpan, first, last)
HOMEROOM_FIELDS(Offer, seat, arrived, school)
HOMEROOM_FIELDS(CentralOffice, buy_in, support_office, compliance_load, service_quality,
                service_price, cash, pool_cost, revenue, outlay, balance_before, customers_now,
                customers_norm, resources_now, resource_norm, norm_since)
HOMEROOM_FIELDS(Superintendent, person, commitment, years, is_new)
HOMEROOM_FIELDS(SchoolBoard, reform_share, seat_stance, closure_memory, closures, appointer_stance,
                city_mean, usual_share, usual_opposition, usual_rivals)
HOMEROOM_FIELDS(Union, strength, stance)
HOMEROOM_FIELDS(CityFacts, leave_rate, share_english_learner, learner_often, learner_seldom,
                share_special, share_special_severe, supply_per_vacancy, supply_quality,
                supply_novice_share, ordinary_vacancies, market_pay, leader_supply, founder_queue,
                growth_target)
HOMEROOM_FIELDS(SchoolYear, enrolment, by_grade, low_income, english_learners, special, severe,
                group, moved_in, moved_out, entrants, first_choices, tested, proficient,
                with_growth, mean_score, median_sgp, value_added, value_added_se, value_added_level,
                growth, mean_baseline, posts, teachers, novices, departures, vacancies, late_hires,
                forced, dismissed, recruited_away, staff_before, mean_effect, turnover,
                rated_bottom)
HOMEROOM_FIELDS(TeacherMove, teacher, person, before, after, from, to, tenured, why, how)
HOMEROOM_FIELDS(Event, kind, school, value)
HOMEROOM_FIELDS(Application, row, generation, market, rank, school, priority, lottery, offered,
                enrolled)
HOMEROOM_FIELDS(Cutoff, market, school, grade, seats, applicants, offers, lottery)
HOMEROOM_FIELDS(Results, school, events, moves, applications, cutoffs, placements_forced, pool_size,
                pool_entries, pool_exits, hires_outside, hires_novice, teachers_before,
                teachers_left, participants, choosers, got_first, got_top3, got_any, unassigned,
                separate_applicants, separate_offers, separate_enrolled, arrived, left_city,
                graduated)
HOMEROOM_FIELDS(Principals, person, leadership, skill, years_here, experience, frustration, is_new,
                time)
HOMEROOM_FIELDS(Schools, name, model, second_model, span, place, x, y, seats, opened,
                in_model_since, status, status_since, selective, special_school, zone, listed_zone,
                scheduled_model, scheduled_year, paper, honoured, held, used, friction, supervision,
                checking, partner, trimmed, first_effective, agreement_until, agreement_lapsed,
                unsigned_work, design_quality, distinctness, design_years, planned, climate,
                urgency, start_up, hours, pay, revenue, spending, fund_balance, debt_on_record,
                resources, service_quality, support_staff, rating, rating_index, rating_history,
                rated_years, last_rated, probation_years, next_review, reviewed_rating, support,
                credibility, replace_leader, may_replicate, under_enrolled, listed, picture,
                published_growth, principals)
HOMEROOM_FIELDS(Students, arrived, home, traits, information, housing, drive, grade, baseline,
                durable, fleeting, transient, score, score_before, engagement, school, section,
                arrival, rank, moved)
HOMEROOM_FIELDS(Teachers, person, place, school, grade, post, effect, experience, seniority,
                years_here, age, tenured, employer, fit, morale, seen_sum, seen_years, below_years,
                hired, bonus_years, pool_years, may_return)
HOMEROOM_FIELDS(Posts, school, grade, section, post, teacher, first)
HOMEROOM_FIELDS(SchoolZones, name, since)
HOMEROOM_FIELDS(Neighbourhoods, x, y, status, field, group_field, weight, distance, nearest, zoned)
HOMEROOM_FIELDS(Displaced, row, from)
HOMEROOM_FIELDS(Keep, applications)
HOMEROOM_FIELDS(World, year, record_until, founded, places, students, schools, zones, displaced,
                teachers, posts, office, superintendent, board, teachers_union, city, seat_stretch,
                anchor, raw_growth, results, last, keep, withheld)

}  // namespace homeroom
