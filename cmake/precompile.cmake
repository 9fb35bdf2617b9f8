# Compiles headers once for a target, in a way that ccache can still answer for. Used for the tests,
# where it saves a second a file; the rooms include little, and show what they include.
function(homeroom_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(${target} PUBLIC "SHELL:-Xclang -fno-pch-timestamp")
  else()
    target_compile_options(${target} PUBLIC -fpch-preprocess)
  endif()
endfunction()

# Builds that look for faults are made by every run of all tests, where a third of the time went into
# reading the same headers again: there each room has those that most of its files include.
function(homeroom_precompile_room target)
  if(HOMEROOM_SANITIZE)
    set(headers <algorithm> <functional> <map> <memory> <optional> <string> <vector>)
    if(fmt::fmt IN_LIST ARGN)
      list(APPEND headers <fmt/format.h>)
    endif()
    homeroom_precompile(${target} ${headers})
  endif()
endfunction()
