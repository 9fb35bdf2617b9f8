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
