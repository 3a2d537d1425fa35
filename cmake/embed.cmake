# praxis_embed(FLOOR FILES...)
#
# Makes the text files part of the floor's library, so that a program needs no data folder:
# praxis::FLOOR::embedded_text("data/stop_words_en.txt") is the file as it was at build time.
# The floor declares the function in a header of its own.
function(praxis_embed floor)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_text.cpp)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  list(JOIN ARGN "|" names)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -D floor=${floor} -D folder=${CMAKE_CURRENT_SOURCE_DIR}
            -D "names=${names}" -D output=${generated}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake
    DEPENDS ${paths} ${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake
    COMMENT "Embedding the texts of ${floor}/"
    VERBATIM)
  target_sources(praxis_${floor} PRIVATE ${generated})
endfunction()
