include(GNUInstallDirs)
if(TARGET parley)
  install(TARGETS parley RUNTIME)
endif()
