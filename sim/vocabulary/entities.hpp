// The kinds of rows there are, each with an id of its own.
#pragma once

#include "sim/core/ids.hpp"

namespace homeroom {

struct StudentRow;
struct TeacherRow;
struct PositionRow;
struct PrincipalRow;
struct SchoolRow;
struct NeighbourhoodRow;
struct ModelRow;
struct ZoneRow;

using StudentId = Id<StudentRow>;
using TeacherId = Id<TeacherRow>;    ///< a row of the teacher table
using PositionId = Id<PositionRow>;  ///< a class section's post: school, grade, section, subject
using PrincipalId = Id<PrincipalRow>;
using SchoolId = Id<SchoolRow>;
using NeighbourhoodId = Id<NeighbourhoodRow>;
using ModelId = Id<ModelRow>;  ///< a school model: a bundle of levers
using ZoneId = Id<ZoneRow>;    ///< a zone or network of schools

}  // namespace homeroom
