// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/date.h"
#include "base/result.h"
#include "schemas/publication.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::schemas {

// Who the organisations and people of a library are, under all the names they have had.
//
// Read from authority XML (grammar: schemas/authority.rng). The facet shows one value for one
// body, whatever a source calls it; a search for any of its names finds what was written under
// the others; the texts themselves stay as they are.
//
// Shapes:   ids unique over all files; an entry's first name is the one shown today; names of
//           one entry differ. A body that went into another is that body's, with all its names.
// Errors:   InvalidInput with line and column: what the grammar does not allow, two equal ids, a
//           name that two entries claim, an `into` or `part-of` that leads nowhere or in a circle.
// Threads:  Immutable

enum class AuthorityKind { Organization, Person };

struct AuthorityName {
    std::string text;
    bool is_acronym = false;
    std::optional<Date> from;  // first day under this name
    std::optional<Date> until; // last day

    bool operator==(const AuthorityName&) const = default;
};

struct AuthorityEntry {
    std::string id;
    AuthorityKind kind = AuthorityKind::Organization;
    std::vector<AuthorityName> names; // at least one
    std::string note;
    std::string part_of; // id of the body it is a part of, or empty
    std::string into;    // id of the body it went into, or empty

    const std::string& label() const { return names.front().text; }
};

// Names that mean the same body: any of them may stand for any other.
using NameGroup = std::vector<std::string>;

class Authority {
public:
    Authority() = default;

    const std::vector<AuthorityEntry>& entries() const { return entries_; }

    const AuthorityEntry* find(std::string_view id) const;

    // The body that a source's word means: its id or one of its names, compared as `squeezed`
    // (words.h) says; a body that went into another means that one.
    const AuthorityEntry* match(AuthorityKind kind, std::string_view word) const;

    // The body as a facet term; a part stands below its whole.
    Term term(const AuthorityEntry& entry) const;

    // What it was called on that day; its first name where no name is dated so.
    const std::string& name_on(const AuthorityEntry& entry, const Date& day) const;

    // For each body with more than one name, all of them, and those of bodies that went into it;
    // the name shown today first.
    std::vector<NameGroup> name_groups() const;

    // Adds the entries of one file's text; `path` is what errors show.
    Result<void> add(std::string_view xml, std::string_view path);

    // Whether what the entries say of each other holds; to be asked when every file is added.
    Result<void> check(std::string_view path) const;

private:
    const AuthorityEntry& final_body(const AuthorityEntry& entry) const;

    std::vector<AuthorityEntry> entries_;
    std::map<std::string, std::size_t, std::less<>> by_id_;                             // places
    std::map<std::pair<AuthorityKind, std::string>, std::size_t, std::less<>> by_name_; // squeezed
};

} // namespace praxis::schemas
