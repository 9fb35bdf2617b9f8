// How long something was watched, and whether it ended: the rows of survival.
#pragma once

namespace homeroom::estimators {

struct Spell {
  double from = 0;     ///< age at which it came under watch; it is at risk after it
  double until = 0;    ///< age at which it ended or was last seen, above `from`
  bool ended = false;  ///< false: still there when last seen
};

}  // namespace homeroom::estimators
