// How the tables write what the world counts in enumerations.
#pragma once

#include <string_view>

#include "sim/world/world.hpp"

namespace homeroom {

std::string_view name_of(Level level);
std::string_view name_of(SchoolStatus status);
std::string_view name_of(EventKind kind);
/// Why or how it happened, where the kind alone does not say; else nothing.
std::string_view detail_of(const Event& event);
/// True where the event's value is a count or a share, rather than a code or nothing.
bool counts_something(const Event& event);
std::string_view name_of(Group group);
std::string_view name_of(Arrival arrival);
std::string_view name_of(Hire hire);
std::string_view name_of(Departure departure);
std::string_view name_of(Post post);
std::string_view name_of(TeacherPlace place);

}  // namespace homeroom
