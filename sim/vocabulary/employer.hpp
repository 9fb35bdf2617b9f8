// Who pays the teachers of a school.
#pragma once

namespace homeroom {

/// Decides seniority, tenure, the pool, and who protests at a closure.
enum class Employer { District, School, State };

}  // namespace homeroom
