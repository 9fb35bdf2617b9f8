# What `cmake --install` lays down beside the program: scenarios, manual page, completions, documents.
# Page and completions are told by the program itself, so that no option is missing in them.
set(share ${CMAKE_CURRENT_BINARY_DIR}/share)
add_custom_command(TARGET homeroom POST_BUILD
  COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:homeroom> -DTO=${share}
          -P ${PROJECT_SOURCE_DIR}/cmake/told_files.cmake
  VERBATIM)
# The licences of all that is in the program, its pages' scripts among it.
set(licences ${PROJECT_SOURCE_DIR}/packaging/copyright ${HOMEROOM_PAGES_LICENCES})
add_custom_command(OUTPUT ${share}/copyright
  COMMAND ${CMAKE_COMMAND} -E make_directory ${share}
  COMMAND ${CMAKE_COMMAND} -E cat ${licences} > ${share}/copyright
  DEPENDS ${licences})
target_sources(homeroom PRIVATE ${share}/copyright)
set_source_files_properties(${share}/copyright PROPERTIES HEADER_FILE_ONLY ON)

set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
install(TARGETS homeroom)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION share/homeroom)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION share/doc/homeroom)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${share}/copyright
        DESTINATION share/doc/homeroom)
install(FILES ${share}/homeroom.1.gz DESTINATION share/man/man1)
install(FILES ${share}/homeroom.bash DESTINATION share/bash-completion/completions RENAME homeroom)
install(FILES ${share}/homeroom.fish DESTINATION share/fish/vendor_completions.d)
# Debian's zsh looks for what packages bring and for what is local in folders of different names.
install(CODE "
  set(zsh site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL \"/usr\")
    set(zsh vendor-completions)
  endif()
  file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/share/zsh/\${zsh}\" TYPE FILE
       FILES \"${share}/_homeroom\")")
