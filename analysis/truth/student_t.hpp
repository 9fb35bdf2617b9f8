// Student's t.
#pragma once

namespace homeroom::truth {

/// The value that |t| stays below with `probability`; `degrees` of freedom, 1 or more.
double t_within(double probability, int degrees);

}  // namespace homeroom::truth
