// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::corpus {

// The rules of a library that hold for a source: the source's own first.
//
// Lifetime: library and source must outlive it.
// Threads:  Immutable
class PathRules {
public:
    PathRules(const schemas::Library& library, const schemas::Source& source);

    bool skips(std::string_view path) const;

    // What the path says of a property: the first rule that matches and has it, else the
    // source's default, else empty.
    std::string_view default_of(std::string_view path, const schemas::Property& property) const;

    // Every property that any rule or the source has a default for.
    const std::vector<schemas::Property>& properties() const { return properties_; }

private:
    std::vector<const schemas::PathRule*> rules_;
    const schemas::Source* source_;
    std::vector<schemas::Property> properties_;
};

} // namespace praxis::corpus
