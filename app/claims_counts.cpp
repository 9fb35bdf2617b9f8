#include "app/claims_counts.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "sim/run/outcome.hpp"

namespace homeroom::app {
namespace {

constexpr std::string_view kCounted[] = {"schools", "students", "teachers", "posts"};  // units
constexpr const char* kSummed = ".fund_balance";  // dollars of all schools of a model

}  // namespace

double whole_of_part(const std::string& outcome, int divide) {
  if (divide == 1) return 1.0;
  const std::string_view unit = read_outcome(outcome).outcome.unit;
  const bool counted =
      std::find(std::begin(kCounted), std::end(kCounted), unit) != std::end(kCounted);
  return counted || outcome.find(kSummed) != std::string::npos ? divide : 1.0;
}

}  // namespace homeroom::app
