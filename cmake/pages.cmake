# Scripts and styles of the pages, made from app/web by its own tools and compiled into the program:
# a source file per page. Asked again where a file of app/web is newer; the network never.
find_program(NODE NAMES node nodejs REQUIRED)

function(homeroom_pages target)
  set(web ${PROJECT_SOURCE_DIR}/app/web)
  file(GLOB made_from CONFIGURE_DEPENDS ${web}/*.json ${web}/*.mjs ${web}/charts/*.ts ${web}/charts/*.css
    ${web}/node_modules/.installed)
  foreach(page ${ARGN})
    file(GLOB own CONFIGURE_DEPENDS ${web}/${page}/*.ts ${web}/${page}/*.css)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/app/web/${page}_page.cpp)
    add_custom_command(OUTPUT ${output}
      COMMAND ${NODE} ${web}/build.mjs ${page} ${output} ${page}
      DEPENDS ${made_from} ${own}
      COMMENT "Making the page ${page}" VERBATIM)
    target_sources(${target} PRIVATE ${output})
  endforeach()
endfunction()
