#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>

#include "app/command_line.hpp"
#include "app/find_scenario.hpp"
#include "app/memory.hpp"
#include "app/scenarios_folder.hpp"
#include "sim/core/failure.hpp"
#include "sim/scenario/shipped_bases.hpp"

namespace {

using namespace homeroom::app;

int run_command(const Asked& asked) {
  if (asked.command == "run") return run(asked.run, asked.words);
  if (asked.command == "check") return check(asked.check);
  if (asked.command == "explain") return explain(asked.explain);
  if (asked.command == "compare") return compare(asked.compare, asked.words);
  if (asked.command == "patterns") return show_patterns(asked.patterns);
  if (asked.command == "audit") return audit(asked.audit, asked.words);
  if (asked.command == "import") return import_lists(asked.import_lists);
  if (asked.command == "claims") return judge_claims(asked.claims);
  if (asked.command == "report") return make_report(asked.report);
  if (asked.command == "probes") return tell_probes(asked.probes);
  if (asked.command == "sensitivity") return sensitivity_of(asked.sensitivity);
  if (asked.command == "collect") return collect(asked.collect);
  if (asked.command == "sweep") return sweep(asked.sweep);
  if (asked.command == "estimate") return estimate(asked.estimate);
  if (asked.command == "decide") return decide(asked.decide);
  if (asked.command == "workshop") return open_workshop(asked.workshop);
  return schema(asked.schema);
}

/// Scenarios are looked for once; whoever misses them is told where they were looked for.
int with_scenarios(const Asked& asked) {
  if (const std::string fault = fault_of_variable(); !fault.empty()) {
    fmt::print(stderr, "{}", fault);
    return kBadInput;
  }
  homeroom::take_shipped_bases(scenarios_folder());
  const int status = run_command(asked);
  if (status == kBadInput && scenarios_folder().empty()) {
    fmt::print(stderr, "homeroom: {}", no_folder_text());
  }
  return status;
}

/// What is still in the buffer must get out, or the answer is not whole; but whoever closed a pipe,
/// as `head` does, has read what it wanted.
int with_output_written(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  if (errno == EPIPE) return status;
  fmt::print(stderr, "homeroom: standard output cannot be written\n");
  return status == kDone ? kFailed : status;
}

}  // namespace

int main(int argc, char** argv) {
  // A write past a limit or into a closed pipe shall come back as an error, not end the program.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  homeroom::app::take_stack_beforehand();
  homeroom::app::keep_freed_memory();
  try {
    const Parsed parsed = parse_command_line(argc, argv);
    return with_output_written(parsed.asked ? with_scenarios(*parsed.asked) : parsed.status);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::broken_pipe) return kDone;
    std::fprintf(stderr, "homeroom: %s\n", homeroom::explained(error).c_str());
    return kFailed;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "homeroom: %s\n", homeroom::explained(error).c_str());
    return kFailed;
  }
}
