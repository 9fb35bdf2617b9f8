#!/usr/bin/env bash
# Plants one violation of each kind in a copy of the rooms and sees scripts/check_rooms refuse it, in
# the right line and by the right rule; then what only looks like one, and sees it pass. The copy has
# the rooms, their link lines and our arithmetic, not the other sources: rooms.doors checks those.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy"/{analysis/panel,app,scenarios/nature} \
  "$copy"/sim/{core,chance,world,year,policy,mechanism,founding,records,observe}
cp "$root/sim/CMakeLists.txt" "$copy/sim/"
[[ ! -e $root/sim/core/arithmetic.hpp ]] || cp "$root/sim/core/arithmetic.hpp" "$copy/sim/core/"

planted=0
failed=0
fail() {
  printf 'FAILED: %s\n%s\n' "$1" "$report" >&2
  failed=$((failed + 1))
}

# plant FILE, text on standard input: writes the file, checks, and takes it away again.
plant() {
  local file=$copy/$1
  [[ ! -e $file ]] || { echo "FAILED: $1 exists already; choose another name" >&2 && exit 1; }
  cat >"$file"
  status=0
  report=$("$root/scripts/check_rooms" --root "$copy" 2>&1) || status=$?
  rm "$file"
  planted=$((planted + 1))
}

# refused FILE LINE RULE WORD: that line, that rule, and the word in the message.
refused() {
  plant "$1"
  [[ $status == 1 ]] || fail "$1: status is $status, not 1"
  grep -F "$1:$2: $3: " <<<"$report" | grep -qF -- "$4" || fail "$1:$2 is not refused by $3 ($4)"
}

accepted() {
  plant "$1"
  ! grep -F "$1:" <<<"$report" || fail "$1 is refused"
}

refused sim/world/planted.hpp 2 rooms 'sim/world may use sim/core, sim/vocabulary' <<'END'
#include "sim/core/ids.hpp"
#include "sim/year/learning.hpp"
END
refused sim/core/planted.hpp 1 rooms 'no other room' <<<'#include "sim/vocabulary/ids.hpp"'
refused sim/policy/planted.cpp 1 rooms 'sim/chance/dice.hpp' <<<'#  include "sim/chance/dice.hpp"'
refused analysis/panel/planted.cpp 1 rooms 'analysis may use' <<<'#include "sim/world/students.hpp"'
mkdir -p "$copy"/analysis/{estimators,truth}
refused analysis/estimators/planted.cpp 1 hidden 'an estimate may not see' <<<'#include "sim/records/hidden/hidden_tables.hpp"'
refused analysis/panel/planted.cpp 1 hidden 'analysis/truth alone' <<<'#include "analysis/truth/paired.hpp"'
accepted analysis/truth/planted.cpp <<<'#include "sim/records/hidden/hidden_tables.hpp"'
refused sim/year/planted.cpp 1 rooms 'app/main.hpp' <<<'#include "app/main.hpp"'
refused sim/year/planted.cpp 1 rooms "repository's root" <<<'#include "learning.hpp"'
mkdir -p "$copy/sim/helpers"
refused sim/helpers/planted.hpp 1 rooms 'no room' <<<'int help();'
rmdir "$copy/sim/helpers"

refused sim/policy/planted.cpp 1 'one door per library' 'toml++' <<<'#include <toml++/toml.h>'
refused sim/core/planted.cpp 1 'one door per library' oneTBB <<<'#include <tbb/parallel_for.h>'
refused sim/year/planted.cpp 1 'one door per library' oneTBB <<<'#include <oneapi/tbb.h>'
refused sim/year/planted.cpp 1 'one door per library' Boost <<<'#include <boost/version.hpp>'
refused sim/core/planted.cpp 1 'one door per library' Random123 <<<'#include <Random123/threefry.h>'
refused sim/policy/planted.cpp 1 'one door per library' CLI11 <<<'#include <CLI/CLI.hpp>'
refused app/planted.cpp 1 'one door per library' nlohmann <<<'#include <nlohmann/json.hpp>'
refused sim/year/planted.cpp 1 'one door per library' fmt <<<'#include <fmt/core.h>'
refused sim/year/planted.cpp 1 'one door per library' 'no door yet' <<<'#include <gsl/gsl_rng.h>'

refused app/planted.cpp 1 luck '<random>' <<<'#include <random>'
refused sim/chance/planted.cpp 2 luck 'std::shuffle' <<'END'
#include <algorithm>
void f() { std::shuffle(a, b, c); }
END

for room in chance world year founding mechanism observe; do
  refused "sim/$room/planted.cpp" 1 arithmetic 'std::exp' <<<'float f(float x) { return std::exp(x); }'
done
for call in 'std::log1p(x)' 'std::tanh(x)' 'std::pow(x, 2)' 'std::erf(x)' '::cosf(x)' 'expf(x)'; do
  refused sim/year/planted.cpp 2 arithmetic "${call%(*}" <<<"/* std::exp
   */ float f(float x) { return $call; }"
done
refused sim/chance/planted.cpp 1 arithmetic 'inverse CDF' \
  <<<'#include <boost/random/normal_distribution.hpp>'

for room in year mechanism world; do
  refused "sim/$room/planted.cpp" 1 names pilot <<<'bool is_pilot = true;'
done
for name in Horace turnaround IZONE charter affiliated luminary Boston memphis Denver springfield \
  indianapolis innovation Beacon ESBMM local_initiative LocalInitiative los_angeles LosAngeles ASD; do
  refused sim/year/planted.cpp 3 names "$name" <<<"// a comment

const char* name = \"$name\";"
done
accepted sim/year/planted.cpp <<<'bool hasDied, in_network;'
refused sim/world/pilot_schools.hpp 1 names pilot <<<'struct Schools;'

refused scenarios/nature/planted.toml 5 sources 'fading.rate has no source' <<'END'
title = "Learning"

# The rate.
[fading]
rate = 0.2
END
refused scenarios/nature/planted.toml 3 sources 'growth.teacher has no source' <<'END'
[growth]
leader = { value = 0.05, unit = "SD", source = "Grissom 2021, table 4", status = "measured" }
teacher = { value = 0.15, unit = "SD", source = "", status = "measured" }
END
refused scenarios/nature/planted.toml 1 sources 'measured, calibrated, assumed' <<'END'
[teacher]
value = 0.15
source = "Chetty 2014, table 2"
status = "guessed"
END
refused scenarios/nature/planted.toml 2 sources 'must be a TOML file' <<<'[teacher]
value 3'

mv "$copy/sim/CMakeLists.txt" "$copy/sim/CMakeLists.away"
refused sim/CMakeLists.txt 1 rooms 'may not link year' <<<'homeroom_room(world USES core year)'
mv "$copy/sim/CMakeLists.away" "$copy/sim/CMakeLists.txt"

mkdir -p "$copy"/{analysis/claims,sim/scenario}
for file in app/claims_planted.cpp analysis/claims/planted.cpp sim/scenario/claim_planted.cpp; do
  refused "$file" 2 claims 'Scenario is held as something to change' <<'END'
int f(const Scenario& scenario);
void please(Scenario& scenario) { scenario.nature.learning.leadership = 1; }
END
  refused "$file" 1 claims 'nothing here may' <<<'auto& city = const_cast<City&>(read);'
  refused "$file" 1 claims 'write const before it' <<<'std::optional<Law> kinder;'
  refused "$file" 1 claims 'writes a file' <<<'std::ofstream out(scenarios_folder() / "boston.toml");'
  refused "$file" 1 claims 'moves files' <<<'std::filesystem::copy_file(kinder, boston);'
  refused "$file" 1 claims 'sets keys' <<<'design.settings.push_back("nature.learning.leadership=1");'
done
accepted app/claims_planted.cpp <<'END'
// A Scenario that is looked at, and its settings.
#include "sim/scenario/scenario.hpp"
const Scenario& city = *ScenarioSource(file).base().scenario;
int judged(const Law& law);
END
accepted app/claims_assumptions.cpp <<<'design.settings.push_back(neutral);'
accepted app/workshop_planted.cpp <<<'Scenario scenario; design.settings = {};'
rmdir "$copy"/{analysis/claims,sim/scenario}

accepted sim/year/planted.cpp <<'END'
// Pilot and charter schools of Boston; std::exp would differ between machines.
#include <cmath>
#include <vector>
#include "sim/chance/dice.hpp"
#include "sim/core/ids.hpp"
#include "sim/year/learning.hpp"
float f(float x) { return std::sqrt(x) + std::fabs(x) + std::floor(x) + homeroom::exp(x); }
const char* slashes = "// no comment"; /* horace */ int thousand = 1'000;
END
refused sim/chance/dice.hpp 4 luck 'Second is First once more' <<'END'
enum class Die {
  First = 7,  ///< what it is for
  Other = 8,
  Second = 7,
};
END
accepted sim/chance/dice.hpp <<<'enum class Die { First = 7, Other = 8 };'
accepted sim/core/parallel_sums.cpp <<<'#include "sim/core/parallel.hpp"'

# Types of one name in one namespace, in one program; what is hidden or nested may have any name.
cat >"$copy/app/first.hpp" <<'END'
namespace homeroom::app {
struct Arms { int base = 0; struct Inner {}; };
template <class Value> struct Held { Value value; };
}
END
refused app/second.hpp 3 'one name' 'homeroom::app::Arms is defined in app/first.hpp:2 as well' <<'END'
namespace homeroom {
namespace app {
class Arms final : public Base { std::string brace = "{"; };
}
}
END
accepted app/second.hpp <<'END'
namespace homeroom {
struct Arms {};
namespace { struct Held {}; }
namespace app {
class Arms;
struct Other { struct Inner {}; struct Arms {}; };
namespace { struct Arms {}; }
template <> struct Held<int> { int value; };
}
}
END
mkdir -p "$copy"/tests/unit "$copy"/tests/laws
refused tests/unit/planted.cpp 1 'one name' 'homeroom::app::Arms' <<<'namespace homeroom::app { struct Arms {}; }'
printf 'struct Desk {};\n' >"$copy/tests/unit/desk.cpp"
accepted tests/laws/planted.cpp <<<'struct Desk {};'
refused tests/unit/planted.cpp 1 'one name' 'Desk is defined in tests/unit/desk.cpp:1' <<<'struct Desk {};'
rm -r "$copy"/tests "$copy"/app/first.hpp
accepted sim/records/planted.cpp <<<'#include <nlohmann/json.hpp>'
accepted app/planted.cpp <<'END'
#include <CLI/CLI.hpp>
#include <sys/stat.h>
#include "analysis/panel/panel.hpp"
#include "sim/run/experiment.hpp"
END
accepted scenarios/nature/planted.toml <<'END'
title = "Learning"
[growth.teacher]
value = 0.15
unit = "SD"
source = "Chetty 2014, table 2"
status = "measured"
[exits]
source = "Ingersoll 2018, figure 3"
status = "measured"
by_experience = [0.44, 0.16, 0.2]
END

((failed == 0)) || { echo "$failed of $planted plantings came out wrong" >&2 && exit 1; }
echo "$planted plantings, each seen for what it is"
