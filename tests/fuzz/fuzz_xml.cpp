// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/reader_run.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    praxis::fuzz::run_reader(praxis::fuzz::text_of(bytes, size), "xml");
    return 0;
}
