// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/utf8.h"
#include "corpus/html_text.h"
#include "tests/fuzz/reader_run.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = praxis::fuzz::text_of(bytes, size);
    praxis::fuzz::run_reader(text, "html");
    praxis::corpus::html_to_plain_text(praxis::repair_utf8(text));
    return 0;
}
