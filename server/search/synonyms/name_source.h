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

// A word that is found in one form only: "cip", written CIP.
struct ExactName {
    std::string form;
    std::string written;
};

// What a name also stands for.
struct OtherNames {
    std::vector<std::string> names; // found gently, as if they had been typed
    std::vector<ExactName> exact;
    std::string why; // what a note says besides: ", as texts of the library explain"
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
