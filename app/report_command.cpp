#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <set>

#include "analysis/report/documents.hpp"
#include "app/options.hpp"
#include "app/output_file.hpp"
#include "app/report_folder.hpp"
#include "app/report_provenance.hpp"
#include "app/report_stated.hpp"
#include "app/report_words.hpp"
#include "app/web_pages.hpp"
#include "app/write_text.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

report::Document document_of(ResultsOf kind, const report::Results& results) {
  switch (kind) {
    case ResultsOf::Compare:
      return report::compare_document(results);
    case ResultsOf::Effect:
      return report::effect_document(results);
    case ResultsOf::Claims:
      return report::claims_document(results);
    case ResultsOf::Sweep:
      return report::sweep_document(results);
    case ResultsOf::Run:
      break;
  }
  return report::run_document(results);
}

report::Results results_of(const ReportOptions& options, const ReportFolder& folder) {
  report::Results results;
  results.folder = options.folder;
  if (folder.manifest.ours) results.stated = stated_in(folder.manifest);
  if (folder.kind == ResultsOf::Claims) results.claims = claims_said();
  if (folder.kind == ResultsOf::Sweep) {
    results.design = design_said(results.folder / "design.toml");
    results.outcomes = outcomes_said(results.folder / "design.toml");
  }
  results.scenario = folder.manifest.scenario.name;
  results.models = report::models_by_size(results);
  return results;
}

int refuse(const std::string& why) {
  fmt::print(stderr, "homeroom report: {}\n", why);
  return kBadInput;
}

/// Tables that are not as the program wrote them, once each: the page has what rests on the others.
void tell_tables_unread(const report::Document& document) {
  std::set<std::string> told;
  for (const report::Section& section : document.sections) {
    for (const std::string& why : section.missing) {
      if (why.find(".csv") == std::string::npos || !told.insert(why).second) continue;
      fmt::print(stderr, "homeroom report: {} What rests on it is left out.\n", why);
    }
  }
}

}  // namespace

int make_report(const ReportOptions& options) {
  const std::string file =
      options.output.empty() ? (fs::path(options.folder) / "report.html").string() : options.output;
  if (report_script().empty()) {
    return refuse(
        "this program was built without its pages, since their tools were not there; "
        "scripts/npm_tools pages installs them from the npm registry, then build again");
  }
  const ReportFolder folder = look_at_results(options.folder);
  if (!folder.refused.empty()) return refuse(folder.refused);
  const std::string why = why_not_written({file, "", {report::kPageHead}, "report", options.force});
  if (!why.empty()) return refuse(fmt::format("{}: {}", file, why));

  const report::Results results = results_of(options, folder);
  report::Document document = document_of(folder.kind, results);
  add_provenance(document, folder, results);
  if (!write_text(file, report::page_html(document, report_script(), report_styles()))) {
    return kFailed;
  }
  tell_tables_unread(document);
  for (const std::string& sentence : document.answer) fmt::print("{}\n", sentence);
  fmt::print("{}The report is {}\n", document.answer.empty() ? "" : "\n", file);
  return kDone;
}

}  // namespace homeroom::app
