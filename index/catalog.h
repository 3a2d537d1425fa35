// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/file.h"
#include "base/result.h"
#include "index/generation.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace praxis::index {

// What the indexer remembers of its sources: which file, seen when, gave which publications.
//
// It is what makes a second sync cheap (unchanged files are not read) and honest (what vanished is
// known, what was rejected is reported again). Each generation has its own, so that a roll-back
// rolls it back too. Server and search need only the names: aliases and tombstones.
//
// Shapes:   a file is known by source and path, a publication by its id; an id belongs to one file.
// Errors:   Conflict from `put`, when an id belongs to another file: names both places.
// Threads:  Thread-compatible

// What was remarked when a file was read, kept to be reported again (corpus/diagnostic.h).
struct Remark {
    int severity = 0; // of corpus::Severity
    int line = 0;
    int column = 0;
    std::string text;

    bool operator==(const Remark&) const = default;
};

struct CataloguedPublication {
    std::string id;
    std::uint64_t fingerprint = 0; // Entry::fingerprint (index/entry.h)
    std::string title;

    bool operator==(const CataloguedPublication&) const = default;
};

struct CataloguedFile {
    std::string source;
    std::string path; // relative to the source's folder
    FileStamp stamp;
    std::uint64_t content = 0; // fingerprint of the bytes
    std::uint64_t reading = 0; // Library::reading_fingerprint() with which it was read
    std::vector<Remark> remarks;
    std::vector<CataloguedPublication> publications;

    bool operator==(const CataloguedFile&) const = default;
};

using Aliases = std::map<std::string, std::string, std::less<>>; // former id → current one
using Tombstones = std::map<std::string, Tombstone, std::less<>>;

// The part that is read for answering.
struct Names {
    Aliases aliases;
    Tombstones tombstones;

    bool operator==(const Names&) const = default;
};

class Catalog {
public:
    Catalog() = default;
    Catalog(const Catalog&) = delete; // a million entries are not copied by accident
    Catalog& operator=(const Catalog&) = delete;
    Catalog(Catalog&&) = default;
    Catalog& operator=(Catalog&&) = default;

    // Null where unknown. Pointers hold until that file is put or removed.
    const CataloguedFile* file(std::string_view source, std::string_view path) const;

    // The file that gave a publication, and the publication.
    const CataloguedFile* file_of(std::string_view id) const;
    const CataloguedPublication* publication(std::string_view id) const;

    // Adds a file, or replaces what is known of it. Nothing changes on failure.
    Result<void> put(CataloguedFile file);

    // Forgets a file and its publications; false: it was not known.
    bool remove(std::string_view source, std::string_view path);

    // Makes room for that many publications at once.
    void expect_publications(std::size_t count) { by_id_.reserve(count); }

    // Every file of a source ("": of all), by source and path ascending; the catalog must not be
    // changed meanwhile.
    void visit_files(std::string_view source,
                     const std::function<void(const CataloguedFile&)>& visit) const;

    std::size_t file_count() const { return files_.size(); }

    std::size_t publication_count() const { return by_id_.size(); }

    Names names;

private:
    using Place = std::pair<std::string_view, std::string_view>; // source and path

    static Place place_of(const CataloguedFile& file) { return {file.source, file.path}; }

    static Place place_of(const Place& place) { return place; }

    struct InOrder {
        using is_transparent = void;

        bool operator()(const auto& a, const auto& b) const { return place_of(a) < place_of(b); }
    };

    using Files = std::set<CataloguedFile, InOrder>;

    const CataloguedPublication* index_ids(const CataloguedFile& file);
    void forget_ids(const CataloguedFile& file);
    Result<void> refuse(Files::iterator added, const CataloguedPublication& twice);

    Files files_;
    // Ids as views into files_, whose nodes never move.
    std::unordered_map<std::string_view, std::pair<const CataloguedFile*, std::uint32_t>> by_id_;
};

} // namespace praxis::index
