// Every die that is thrown, one enumerator each, numbered for ever.
// A die's number is 4 * block + lane: the four dice of a block come from one call of the generator,
// so loops over students read four draws for the price of one. Never reuse or renumber.
#pragma once

#include <cstdint>

namespace homeroom {

enum class Die : std::uint32_t {
  // Founding (blocks 0-49): a city's first state.
  NeighbourhoodStatus = 0,  ///< socioeconomic status of a neighbourhood
  NeighbourhoodField = 1,   ///< field orthogonal to demographics
  NeighbourhoodPlaceX = 2,  ///< where a neighbourhood lies
  NeighbourhoodPlaceY = 3,
  SchoolPlace = 4,         ///< the neighbourhood in which a school stands
  SchoolSize = 5,          ///< relative size within its group
  SchoolFounder = 6,       ///< engine: founders of schools of the burn-in's start
  SchoolOpened = 7,        ///< year within the group's range
  TeacherEffect = 8,       ///< effectiveness in mathematics
  TeacherEffectEla = 9,    ///< the part of ELA that mathematics does not share
  TeacherExperience = 10,  ///< place in the stationary renewal distribution
  TeacherFit = 11,         ///< fit with the present school's mission
  PrincipalLead = 12,      ///< instructional leadership
  PrincipalSkill = 13,     ///< autonomy skill
  PrincipalYears = 14,     ///< years in school at the start
  SchoolDesign = 15,       ///< quality of a school's own design
  HouseholdHome = 16,      ///< the household's neighbourhood
  HouseholdGroup = 17,     ///< race/ethnicity group
  HouseholdIncome = 18,    ///< low income
  HouseholdSibling = 19,   ///< whether a pair of slots is one family
  SchoolCohort = 20,       ///< shock of a school, grade and year
  SchoolCohortEla = 21,
  ClassYear = 22,  ///< shock of a class and year
  ClassYearEla = 23,
  SchoolDistinct = 24,  ///< distinctness of a school's design
  SchoolZone = 25,
  InitialSchool = 26,  ///< seats of the first year
  ConversionOrder = 27,
  ClassStart = 28,    ///< section with which a cell begins to count
  SchoolPlaceX = 29,  ///< where in its neighbourhood a school stands
  SchoolPlaceY = 30,
  TeacherSeniority = 31,     ///< when a teacher of the first staff came to the city
  NeighbourhoodGroup = 32,   ///< smooth field of a group (alternative: group)
  NeighbourhoodWeight = 33,  ///< relative population
  TeacherPlaced = 34,        ///< a teacher of the first staff had been placed without consent

  // A district of a nation (blocks 40-49), thrown with the district's own dice.
  DistrictSize = 160,         ///< place within its part of the class's sizes
  DistrictPoverty = 161,      ///< how poor its families are
  DistrictGroup = 162,        ///< weight of a group (alternative: group)
  DistrictPay = 163,          ///< pay around it
  DistrictSegregation = 164,  ///< how far its neighbourhoods differ
  DistrictArea = 165,         ///< settled area
  DistrictSchools = 166,      ///< size of its schools
  DistrictChoice = 167,       ///< whether it has schools of choice

  // The child at birth or arrival (blocks 50-69).
  ChildLanguage = 200,     ///< English learner
  ChildSpecial = 201,      ///< special education and its severity
  ChildLearner = 202,      ///< learner type
  ChildInformation = 203,  ///< how well the family knows its options
  ChildBaseline = 204,     ///< individual part of the family baseline, shared by subjects
  ChildBaselineEla = 205,  ///< part of one subject
  ChildEngagement = 206,   ///< part of first engagement not shared with the baseline
  ChildHousing = 207,      ///< how settled the family's housing is
  ChildShockMath = 208,    ///< first transient state
  ChildShockEla = 209,

  // The child's year (blocks 70-99).
  YearShockMath = 280,  ///< transient, mathematics
  YearShockEla = 281,
  YearDriftMath = 282,  ///< drift of the baseline
  YearDriftEla = 283,
  TestErrorMath = 284,  ///< measurement error, mathematics
  TestErrorEla = 285,
  TestAbsent = 286,  ///< did not sit the test
  YearEngagement = 287,
  LeaveCity = 288,      ///< the family leaves the city before the year
  MidYearMove = 289,    ///< moves school within the year
  Transfer = 291,       ///< wants another school though the present one goes on
  CounselledOut = 292,  ///< a child with special needs is urged to leave within the year

  // Choice (blocks 100-119).
  Taste = 400,        ///< Gumbel taste for a school: all four lanes, see sim/year/choice_taste.hpp
  Participate = 404,  ///< takes part in choice
  SeparateApply = 405,  ///< applies to separate lotteries
  Lottery = 406,        ///< single tie-breaking lottery of the district
  LotteryOwn = 408,     ///< a school's own lottery (alternative: school)
  ExamScore = 409,      ///< noise of an admission examination
  ExamApply = 410,
  SiblingClaim = 411,     ///< a family claims sibling priority (alternative: school)
  LateArrival = 413,      ///< a newcomer arrives after the year began
  MidYearTarget = 416,    ///< which school a mover likes (alternative: school)
  MidYearBackfill = 417,  ///< a lottery school offers a mover a seat (alternative: school)
  Backfill = 420,         ///< the district places a child left over where seats are empty
  SpecialPlaced = 421,    ///< the district places special needs beyond the zone
  OfferWithheld = 422,    ///< an analyst withholds a child's offers, to see what they were worth
  SpecialReferred = 423,  ///< whom a plan sends to a special school first

  // Governance (blocks 120-139): numbers 480-559.
  ElectionMood = 480,     ///< what else moves an election
  SeatWon = 481,          ///< whether reform wins a seat (alternative: seat)
  AppointerChange = 482,  ///< a new mayor, or whoever appoints
  AppointerStance = 483,
  SuperintendentLeaves = 484,
  SuccessorCommitment = 485,
  OfficeDissolved = 486,   ///< a successor reorganises the support office away
  AgreementRenewal = 487,  ///< one draw a year: all agreements meet the same parties
  Partner = 488,           ///< a school's contact in the central office
  PartnerLeaves = 489,
  // Authorization (blocks 140-159): numbers 560-639.
  OpeningCount = 560,       ///< a fraction of an opening
  FounderLeadership = 564,  ///< of an applicant (alternative: which applicant)
  FounderSkill = 565,
  FounderDesign = 566,
  FounderDistinct = 567,
  FounderSignal = 568,         ///< what one body sees (alternative: applicant * 8 + body)
  ConversionCount = 569,       ///< a fraction of a conversion
  ConversionInitiative = 570,  ///< who seeks to convert
  VoteLean = 571,              ///< a teacher's own leaning in a staff vote
  Vote = 572,                  ///< the ballot
  Replicate = 573,
  ReplicaDesign = 574,
  ZoneVoice = 575,            ///< a frustrated leader joins in founding a zone
  NewLeaderLeadership = 576,  ///< leader who comes with a restart or a reset
  NewLeaderSkill = 577,
  NewDesign = 578,
  NewDistinct = 579,
  StateTakesOver = 580,  ///< the state takes a school on its list
  ListEscaped = 581,     ///< the district moves a listed school in time
  WorkAgreement = 584,   ///< a teacher signs the year's work agreement
  NetworkJoined = 588,   ///< a separate school joins the district's network
  SlotReoffered = 592,   ///< the slot of a closed school is offered to another operator
  // Budget (blocks 160-169): numbers 640-679.
  FinanceShock = 640,  ///< what goes wrong or right in the books of a separate school
  // Staffing (blocks 170-199): numbers 680-799.
  // Staffing (blocks 170-199): numbers 680-799. The teacher's year.
  StaffExit = 680,     ///< leaves the school
  StaffMove = 681,     ///< of those who leave: looks for another school of the city
  StaffSeen = 682,     ///< noise of the yearly evaluation
  StaffDismiss = 683,  ///< removed by a right to dismiss, or not renewed
  StaffRemoval = 684,  ///< a removal without the right: begun, and its end
  PoolLeave = 685,     ///< leaves the pool for good
  PoolSearch = 686,    ///< a pool teacher applies to schools
  PoolPlace = 687,     ///< a pool teacher is to be placed without consent
  // What a candidate from outside always was.
  CandidateKind = 688,    ///< licence: elementary, mathematics or ELA
  CandidateListed = 689,  ///< stands on the district's list
  CandidateHome = 690,    ///< neighbourhood
  CandidateAge = 691,     ///< age at the start of the career
  // An application (alternative: its number).
  ApplySchool = 692,  ///< which school
  ApplyTaste = 693,   ///< Gumbel taste of the candidate for it
  ApplySeen = 694,    ///< noise of the school's judgement
  ApplyFit = 695,     ///< fit with the school's mission
  // Openings and posts.
  OpeningLate = 696,       ///< how many of a school's openings come late (alternative: kind)
  OpeningSeniority = 697,  ///< how many are filled by seniority (alternative: kind)
  StaffPost = 698,         ///< which of a school's posts a hire gets
  ResetKeep = 699,         ///< who stays at a takeover that cannot see evaluations
  RecruitView = 700,       ///< a zone's recruiters look at the teacher
  RecruitSeen = 701,       ///< noise of their judgement
  RecruitAccept = 702,     ///< the teacher says yes
  RecruitSchool = 703,     ///< which recruiting school looks (alternative: school)
  CandidateLate = 704,     ///< still looking for a post in late summer
  StaffReturn = 705,       ///< a displaced teacher reclaims a post of the old school
  PlacedReleased = 706,    ///< a school that may refuse sends back whom it had to take
  // Leadership (blocks 200-219): numbers 800-879.
  PrincipalExit = 800,
  SuccessorLead = 801,
  SuccessorSkill = 802,
  // Climate (blocks 220-229): numbers 880-919.
  // Accountability (blocks 230-249): numbers 920-999.
  ProbationAction = 920,   ///< the district acts after probation
  ReviewAction = 921,      ///< the reviewing body acts at a failed review
  EnrolmentClosure = 922,  ///< an under-enrolled school is closed
  FinanceClosure = 923,    ///< an insolvent separate school is closed
  Mismanagement = 924,     ///< a separate school closes for what no table here shows

  // What an analyst draws again of what has been lived (blocks 320-329): numbers 1280-1319.
  ResampleFuture = 1280,     ///< a future of a sweep (who: the resample; alternative: place in it)
  ResampleReplicate = 1281,  ///< a replicate of all of its futures, the same
  ShuffleLosses = 1284,      ///< futures change places (who: the shuffle; alternative: future)
  FutureFold = 1285,         ///< which futures are held out together (alternative: future)
};

}  // namespace homeroom
