# One dialect for g++ 12 and clang 14; equal bytes from both: no contraction, no fast-math.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3")
# Paths are cached relative to the repository, so that two clones share what either compiled;
# the sloppiness is what precompiled headers need (cmake/precompile.cmake).
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
      CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
# Messages that name a source name it from the repository's root, whoever built it and where; ccache
# hands the compiler the same path relative to the build.
file(RELATIVE_PATH HOMEROOM_ROOT ${CMAKE_BINARY_DIR} ${PROJECT_SOURCE_DIR})
add_compile_options(-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/= -fmacro-prefix-map=${HOMEROOM_ROOT}=)
add_compile_options(-Wall -Wextra -ffp-contract=off -fno-math-errno -fno-trapping-math)
