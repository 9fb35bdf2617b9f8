// Options that several commands have, and the commands that have a file of their own.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "app/options.hpp"

namespace homeroom::app {

CLI::Option* add_settings(CLI::App* command, std::vector<std::string>& settings,
                          const std::string& text);
void add_keeping(CLI::App* command, std::string& folder, const std::string& text);
void add_policies(CLI::App* command, PolicyOptions& o, const std::string& text);
CLI::Option* add_file(CLI::App* command, const std::string& name, std::string& file,
                      const std::string& text);
CLI::Option* add_several(CLI::App* command, const std::string& name, const char* type,
                         std::vector<std::string>& values, const std::string& text);
CLI::Option* add_column(CLI::App* command, const std::string& name, std::string& column,
                        const std::string& text);

void add_audit(CLI::App& app, AuditOptions& o);
void add_decide(CLI::App& app, DecideOptions& o);
void add_estimate(CLI::App& app, EstimateOptions& o);
void add_sweep(CLI::App& app, SweepOptions& o);
void add_collect(CLI::App& app, CollectOptions& o);
void add_sensitivity(CLI::App& app, SensitivityOptions& o);
void add_claims(CLI::App& app, ClaimsOptions& o);
void add_probes(CLI::App& app, ProbesOptions& o);
void add_report(CLI::App& app, ReportOptions& o);

}  // namespace homeroom::app
