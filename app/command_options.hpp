// Options that several commands have, and the commands.
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/workshop_options.hpp"

namespace homeroom::app {

/// The results that a command reads.
void add_folder(CLI::App* command, std::string& folder, const std::string& text);
/// -o of a command that writes a folder; `otherwise`: where it writes without.
void add_output_folder(CLI::App* command, std::string& folder, const std::string& otherwise);
void add_threads(CLI::App* command, std::optional<int>& threads);
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

void add_run(CLI::App& app, RunOptions& o);
void add_compare(CLI::App& app, CompareOptions& o);
void add_patterns(CLI::App& app, PatternsOptions& o);
void add_workshop(CLI::App& app, WorkshopOptions& o);
void add_check(CLI::App& app, CheckOptions& o);
void add_explain(CLI::App& app, ExplainOptions& o);
void add_schema(CLI::App& app, SchemaOptions& o);
void add_import(CLI::App& app, ImportOptions& o);
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
