// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/authority.h"

#include "base/utf8.h"
#include "schemas/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace praxis::schemas {

const AuthorityEntry* Authority::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entries_[found->second];
}

// A circle is a mistake that `check` reports; until then it must end.
const AuthorityEntry& Authority::final_body(const AuthorityEntry& entry) const {
    const AuthorityEntry* body = &entry;
    for (std::size_t steps = 0; steps < entries_.size() && !body->into.empty(); ++steps) {
        const AuthorityEntry* next = find(body->into);
        if (next == nullptr)
            break;
        body = next;
    }
    return *body;
}

const AuthorityEntry* Authority::match(AuthorityKind kind, std::string_view word) const {
    const auto found = by_name_.find(std::pair(kind, squeezed(word)));
    return found == by_name_.end() ? nullptr : &final_body(entries_[found->second]);
}

Term Authority::term(const AuthorityEntry& entry) const {
    Term term;
    const AuthorityEntry* level = &entry;
    for (std::size_t steps = 0; level != nullptr && steps < entries_.size(); ++steps) {
        term.value = term.value.empty() ? level->id : level->id + "/" + term.value;
        term.labels.insert(term.labels.begin(), level->label());
        const AuthorityEntry* whole = level->part_of.empty() ? nullptr : find(level->part_of);
        level = whole == nullptr ? nullptr : &final_body(*whole);
    }
    return term;
}

const std::string& Authority::name_on(const AuthorityEntry& entry, const Date& day) const {
    const auto holds = [&](const AuthorityName& name) {
        return !name.is_acronym && (name.from || name.until) &&
               (!name.from || name.from->first_day() <= day.first_day()) &&
               (!name.until || day.first_day() <= name.until->last_day());
    };
    const auto found = std::ranges::find_if(entry.names, holds);
    return found == entry.names.end() ? entry.label() : found->text;
}

std::vector<NameGroup> Authority::name_groups() const {
    std::map<std::size_t, NameGroup> groups;
    const auto add = [&](const AuthorityEntry& entry, NameGroup& group) {
        for (const AuthorityName& name : entry.names)
            if (std::ranges::find(group, name.text) == group.end())
                group.push_back(name.text);
    };
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (&final_body(entries_[i]) == &entries_[i])
            add(entries_[i], groups[i]);
    for (const AuthorityEntry& entry : entries_) {
        const AuthorityEntry& body = final_body(entry);
        if (&body != &entry)
            add(entry, groups[by_id_.at(body.id)]);
    }
    std::vector<NameGroup> all;
    for (auto& [place, group] : groups)
        if (group.size() > 1)
            all.push_back(std::move(group));
    return all;
}

Result<void> Authority::check(std::string_view path) const {
    const auto refuse = [&](const AuthorityEntry& entry, const std::string& text) {
        return failure(ErrorKind::InvalidInput, fmt::format("{}: \"{}\" {}", path, entry.id, text));
    };
    const auto leads_on = [&](const AuthorityEntry& entry, std::string AuthorityEntry::*link) {
        std::set<std::string_view> seen;
        for (const AuthorityEntry* body = &entry; body != nullptr && !(body->*link).empty();
             body = find(body->*link))
            if (!seen.insert(body->id).second)
                return false;
        return true;
    };
    for (const AuthorityEntry& entry : entries_) {
        for (const std::string& other : {entry.into, entry.part_of})
            if (!other.empty() && find(other) == nullptr)
                return refuse(entry, fmt::format("names \"{}\", which is not there", other));
        if (!leads_on(entry, &AuthorityEntry::into) || !leads_on(entry, &AuthorityEntry::part_of))
            return refuse(entry, "goes into itself, or is a part of itself");
    }
    return {};
}

} // namespace praxis::schemas
