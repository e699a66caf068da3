# What `cmake --install` puts where, and the Debian package made of it (./dev package).

include(GNUInstallDirs)
set(doc_dir ${CMAKE_INSTALL_DATAROOTDIR}/doc/parley)

if(TARGET parley)
  install(TARGETS parley RUNTIME)

  # The manual page and the completions are written by the program, from its command tree, and put
  # beside it; the installation takes them from there.
  set(generated ${PROJECT_BINARY_DIR}/generated)
  file(MAKE_DIRECTORY ${generated})
  install(CODE "
    set(all TRUE)
    foreach(pair \"man>parley.1\" \"completion bash>parley.bash\"
                 \"completion zsh>_parley\" \"completion fish>parley.fish\")
      string(REGEX REPLACE \"(.*)>(.*)\" \"\\\\1\" arguments \"\${pair}\")
      string(REGEX REPLACE \"(.*)>(.*)\" \"\\\\2\" file \"\${pair}\")
      string(REPLACE \" \" \";\" arguments \"\${arguments}\")
      execute_process(COMMAND \"$<TARGET_FILE:parley>\" \${arguments}
                      OUTPUT_FILE \"${generated}/\${file}\"
                      RESULT_VARIABLE code ERROR_VARIABLE said)
      if(NOT code EQUAL 0)
        file(REMOVE \"${generated}/\${file}\")
        message(WARNING \"parley \${arguments} failed: \${said}\")
      endif()
    endforeach()
    # gzip -n: no time stamp, the same bytes every time.
    if(EXISTS \"${generated}/parley.1\")
      execute_process(COMMAND gzip -9nf \"${generated}/parley.1\")
    endif()")
  install(FILES ${generated}/parley.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
  install(FILES ${generated}/parley.bash RENAME parley OPTIONAL
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions)
  install(FILES ${generated}/_parley OPTIONAL
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/zsh/vendor-completions)
  install(FILES ${generated}/parley.fish OPTIONAL
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/fish/vendor_completions.d)
endif()

# The examples that a newcomer opens.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/ DESTINATION ${doc_dir}/examples OPTIONAL
        USE_SOURCE_PERMISSIONS
        PATTERN "out" EXCLUDE PATTERN "*.parley" EXCLUDE PATTERN "__pycache__" EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/SECURITY.md
        DESTINATION ${doc_dir} OPTIONAL)

# Debian's own files: the licence statement, and the changelog, compressed as policy asks.
set(debian ${PROJECT_SOURCE_DIR}/packaging/debian)
set(changelog ${PROJECT_BINARY_DIR}/changelog.gz)
file(READ ${debian}/changelog first_line LIMIT 80)
if(NOT first_line MATCHES "^parley \\(${PROJECT_VERSION}\\)")
  message(FATAL_ERROR "packaging/debian/changelog does not open with version ${PROJECT_VERSION}")
endif()
add_custom_command(OUTPUT ${changelog} COMMAND gzip -9nc ${debian}/changelog > ${changelog}
                   DEPENDS ${debian}/changelog VERBATIM)
add_custom_target(debian_changelog ALL DEPENDS ${changelog})
install(FILES ${changelog} ${debian}/copyright DESTINATION ${doc_dir})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME parley)
set(CPACK_PACKAGE_VENDOR parley)
set(CPACK_PACKAGE_CONTACT "parley maintainers <maintainers@parley.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "mediator's workbench with a record that can be checked")
set(CPACK_STRIP_FILES ON)
# Directories 0755 whatever the umask: lintian looks at each.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# Libraries as dpkg-shlibdeps finds them; fonts, which no linker sees, by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, fonts-noto-mono")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"parley keeps one record of what the sides of a negotiation said, listed,
promised and decided: by whom, when, on what source. Nothing in it is
overwritten, each entry is signed, and each side can verify what concerns
it with the entries it holds. Payloads are encrypted at rest, shown to the
audience they are meant for only, and can be erased without breaking the
record.

It runs without a network, on one file a dossier.")
include(CPack)
