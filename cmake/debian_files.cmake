# What a Debian package has besides what is installed: its own log of versions. Called by cpack before it packs; dated by SOURCE_DATE_EPOCH.
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
string(TIMESTAMP day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${share}/doc/homeroom/changelog
"homeroom (${CPACK_PACKAGE_VERSION}) bookworm; urgency=medium

  * What changed stands in CHANGELOG.md beside this file.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
execute_process(COMMAND gzip -9nf ${share}/doc/homeroom/changelog COMMAND_ERROR_IS_FATAL ANY)
