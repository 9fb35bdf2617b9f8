// Numbers as sentences and tables say them.
#pragma once

#include <string>

namespace homeroom::report {

/// With decimals that fit its size: 21,450; 43.2; 0.15; 0.0031.
std::string number_text(double number);
/// With so many decimals, and thousands apart.
std::string fixed_text(double number, int decimals);
/// The same with its sign.
std::string signed_text(double number, int decimals);
/// Decimals that tell apart what differs by this much.
int decimals_for(double size);
/// "+0.012 (95 % interval 0.003 to 0.021)".
std::string with_interval(double number, double low, double high);
/// "0.15 ±0.02".
std::string with_error(double number, double error);

}  // namespace homeroom::report
