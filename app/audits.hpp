// The audits, each on a scenario that was read.
#pragma once

#include <string>

#include "app/options.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// The part of the options that says which scenario to read, and how.
RunOptions reading_options(const AuditOptions& options);

/// What an audit found: its exit status, what is printed, and the file of -o.
struct Audited {
  int status = kDone;
  std::string text, csv;
};

/// A policy that restates every lever; other names of models; other numbers of threads.
Audited audit_null(const AuditOptions& options, const Scenario& scenario);
Audited audit_relabel(const AuditOptions& options, const Scenario& scenario);
Audited audit_threads(const AuditOptions& options, const Scenario& scenario);
/// A quarter of the city, and four of it; with `cities` of as many of it in one.
Audited audit_scale(const AuditOptions& options, const Scenario& scenario);

/// The most cities that are laid together: four times as many schools still fit their numbers.
inline constexpr int kMostCities = 16;

/// How the files of -o begin.
inline constexpr const char* kExactHead = "audit,scenario,check,";
inline constexpr const char* kScaleHead = "audit,scenario,size,";

}  // namespace homeroom::app
