// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// A word of a query, or several side by side, that may be a name.
struct TypedName {
    std::string typed; // "Fire Engines"
    std::string exact; // "fire engines": analyzers::exact_key
    std::string stems; // "fire engin": analyzers::stem_key
};

// What a name also stands for.
struct OtherNames {
    std::vector<std::string> names; // found gently, as if they had been typed
    std::vector<std::string> forms; // words that are found in this form only
    std::string why;                // of a note: "as its texts explain it"
};

// Whoever knows other names: editors, the library's authority file, its own texts.
//
// Threads:  Immutable
class NameSource {
public:
    virtual ~NameSource() = default;

    virtual OtherNames others(const TypedName& name) const = 0;

    // Whether some name begins with these words and goes on; nothing longer is asked for else.
    virtual bool has_longer(std::string_view stems) const = 0;

protected:
    NameSource() = default;
    NameSource(const NameSource&) = default;
    NameSource& operator=(const NameSource&) = default;
    NameSource(NameSource&&) = default;
    NameSource& operator=(NameSource&&) = default;
};

} // namespace praxis::search
