// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "corpus/diagnostic.h"
#include "corpus/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The front matter of a text file and the body behind it.
//
// YAML between lines of "---" (a subset, read forgivingly: yaml_front_matter.h), TOML between
// lines of "+++", or a JSON object at the top. What is untidy is read as its author meant it and
// remarked with its line; text is never lost: what is no front matter is body.
//
// Shapes:   keys lower case, of nested maps "a.b"; a list gives its key once for each value.
// Units:    lines count from 1 in the whole file.
// Lifetime: `body` looks into the text that was split.
// Threads:  Immutable
struct FrontMatterRemark {
    Severity severity = Severity::Warning;
    int line = 0;
    std::string text;
};

struct FrontMatter {
    std::vector<KeyValue> values;
    std::vector<FrontMatterRemark> remarks;
    std::string_view body;
    int body_line = 1;
};

FrontMatter split_front_matter(std::string_view text);

} // namespace praxis::corpus
