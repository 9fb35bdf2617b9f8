#include "analysis/probes/rule.hpp"

#include <algorithm>
#include <cmath>

namespace homeroom::probes {

std::string_view words_of(Word word) {
  switch (word) {
    case Word::Misleads:
      return "misleads";
    case Word::Holds:
      return "holds";
    case Word::CannotTell:
      return "cannot tell";
    case Word::NoRule:
      break;
  }
  return "";
}

Word word_of_error(const Told& error, double smallest) {
  if (std::isnan(error.low) || std::isnan(error.high)) return Word::CannotTell;
  if (error.low > smallest || error.high < -smallest) return Word::Misleads;
  return error.low >= -smallest && error.high <= smallest ? Word::Holds : Word::CannotTell;
}

Word word_of_share(const Told& share, double most) {
  if (std::isnan(share.low)) return Word::CannotTell;
  if (share.low > most) return Word::Misleads;
  return share.high <= most ? Word::Holds : Word::CannotTell;
}

Word word_of(const std::vector<Word>& words) {
  const auto any = [&](Word asked) {
    return std::find(words.begin(), words.end(), asked) != words.end();
  };
  if (any(Word::Misleads)) return Word::Misleads;
  if (any(Word::CannotTell)) return Word::CannotTell;
  return any(Word::Holds) ? Word::Holds : Word::NoRule;
}

}  // namespace homeroom::probes
