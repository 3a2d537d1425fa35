// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string_view>

namespace praxis::schemas {

// The parts that every publication has, and what a library may do with each of them.
//
//   title, summary            text, searched
//   heading, body             text of the passages, searched
//   kind, topic, keyword, organization, place, audience, author, series, language, lens, licence
//                             values, searched and counted
//   source                    the source's name; counted
//   topic-by                  who gave its topics, "editor" or "analyzer"; counted
//   year                      of the period, else of the date; counted
//   id, url, parent           one value: the source's own id, where the source shows it, the issue
//   date, updated, expires    a date; `expires` is kept as an attribute
//   period                    "2017..2019"; or period-begin and period-end, each a date, where one
//                             that is missing is `date`; what has no date takes the begin for it
//   relation                  an id or URL; the role is the type, else "related"
//
// Threads:  Immutable
struct PropertyUse {
    std::string_view name;
    bool is_field = false; // can be searched
    bool is_facet = false; // can be counted
    bool is_fed = false;   // can be fed by keys
    bool is_given = false; // can have a default
};

std::span<const PropertyUse> all_properties();

// What can be done with a property, or null for a name that is an attribute of the library's own.
const PropertyUse* find_property(std::string_view name);

} // namespace praxis::schemas
