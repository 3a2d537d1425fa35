// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/parts/catalog_text.h"

#include "base/fingerprint.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace praxis::index {

namespace {

constexpr std::uint64_t lines_in_a_chunk = 32'768; // on average; a power of two
constexpr std::size_t max_chunk_bytes = 32 * 1024 * 1024;

void append_escaped(std::string& line, std::string_view text) {
    while (true) {
        const std::size_t special = text.find_first_of("\t\n\\");
        line += text.substr(0, special);
        if (special == std::string_view::npos)
            return;
        const char c = text[special];
        line += c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\\\";
        text.remove_prefix(special + 1);
    }
}

std::string unescaped(std::string_view text) {
    std::size_t escape = text.find('\\');
    if (escape == std::string_view::npos)
        return std::string(text);
    std::string plain;
    while (escape != std::string_view::npos && escape + 1 < text.size()) {
        plain += text.substr(0, escape);
        const char c = text[escape + 1];
        plain += c == 't' ? '\t' : c == 'n' ? '\n' : c;
        text.remove_prefix(escape + 2);
        escape = text.find('\\');
    }
    return plain.append(text);
}

// Collects lines and hands out chunks.
class Chunker {
public:
    explicit Chunker(const ChunkVisitor& visit) : visit_(visit) {}

    Result<void> end_line() {
        text_ += '\n';
        const std::uint64_t print = fingerprint_of(std::string_view(text_).substr(line_begin_));
        line_begin_ = text_.size();
        if (print % lines_in_a_chunk == 0 || text_.size() >= max_chunk_bytes)
            return flush();
        return {};
    }

    Result<void> flush() {
        if (text_.empty())
            return {};
        auto visited = visit_(text_);
        text_.clear();
        line_begin_ = 0;
        return visited;
    }

    Chunker& begin(char kind) {
        text_ += kind;
        return *this;
    }

    Chunker& part(std::string_view text) {
        text_ += '\t';
        append_escaped(text_, text);
        return *this;
    }

    Chunker& number(auto value) {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        text_ += '\t';
        text_.append(digits.data(), end);
        return *this;
    }

private:
    const ChunkVisitor& visit_;
    std::string text_;
    std::size_t line_begin_ = 0;
};

Result<void> write_file(const CataloguedFile& file, Chunker& out) {
    auto written = out.begin('F')
                       .part(file.source)
                       .part(file.path)
                       .number(file.stamp.size)
                       .number(file.stamp.modified)
                       .number(file.stamp.changed)
                       .number(file.stamp.inode)
                       .number(file.content)
                       .number(file.reading)
                       .end_line();
    for (const Remark& remark : file.remarks)
        if (written)
            written = out.begin('R')
                          .number(remark.severity)
                          .number(remark.line)
                          .number(remark.column)
                          .part(remark.text)
                          .end_line();
    for (const CataloguedPublication& publication : file.publications)
        if (written)
            written = out.begin('P')
                          .part(publication.id)
                          .number(publication.fingerprint)
                          .part(publication.title)
                          .end_line();
    return written;
}

// A line cut at its tabs; parts are asked for one after the other.
class Line {
public:
    explicit Line(std::string_view line) : rest_(line) {}

    std::string text() { return unescaped(next()); }

    template <typename Number>
    Number number() {
        Number value{};
        const std::string_view part = next();
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        is_sound_ = is_sound_ && error == std::errc() && end == part.data() + part.size();
        return value;
    }

    // Whether every part was there and what it should be, and nothing is left.
    Result<void> end() const {
        if (is_sound_ && is_over_)
            return {};
        return failure(ErrorKind::Corrupt, "the catalog has a line that is none of ours");
    }

private:
    std::string_view next() {
        is_sound_ = is_sound_ && !is_over_;
        const std::size_t tab = rest_.find('\t');
        const std::string_view part = rest_.substr(0, tab);
        is_over_ = tab == std::string_view::npos;
        rest_.remove_prefix(is_over_ ? rest_.size() : tab + 1);
        return part;
    }

    std::string_view rest_;
    bool is_over_ = false;
    bool is_sound_ = true;
};

Result<void> each_line(std::string_view chunk,
                       const std::function<Result<void>(std::string_view)>& read) {
    while (!chunk.empty()) {
        const std::size_t end = chunk.find('\n');
        if (auto done = read(chunk.substr(0, end)); !done || end == std::string_view::npos)
            return done;
        chunk.remove_prefix(end + 1);
    }
    return {};
}

tl::unexpected<Error> unknown_line() {
    return failure(ErrorKind::Corrupt, "the catalog has a line of unknown kind");
}

Result<void> read_name_line(std::string_view text, Names& names) {
    Line line(text);
    const std::string kind = line.text();
    if (kind == "A") {
        std::string former = line.text();
        names.aliases.emplace_hint(names.aliases.end(), std::move(former), line.text());
    } else if (kind == "T") {
        Tombstone stone;
        stone.id = line.text();
        stone.title = line.text();
        stone.removed = line.text();
        std::string id = stone.id;
        names.tombstones.emplace_hint(names.tombstones.end(), std::move(id), std::move(stone));
    } else {
        return unknown_line();
    }
    return line.end();
}

} // namespace

Result<void> visit_chunks(const Catalog& catalog, const ChunkVisitor& visit) {
    Chunker out(visit);
    Result<void> written;
    catalog.visit_files("", [&](const CataloguedFile& file) {
        if (written)
            written = write_file(file, out);
    });
    return written ? out.flush() : written;
}

Result<void> visit_chunks(const Names& names, const ChunkVisitor& visit) {
    Chunker out(visit);
    for (const auto& [former, current] : names.aliases)
        if (auto written = out.begin('A').part(former).part(current).end_line(); !written)
            return written;
    for (const auto& [id, stone] : names.tombstones)
        if (auto written = out.begin('T').part(id).part(stone.title).part(stone.removed).end_line();
            !written)
            return written;
    return out.flush();
}

Result<void> CatalogParser::read(std::string_view chunk) {
    return each_line(chunk, [this](std::string_view line) { return read_line(line); });
}

Result<void> CatalogParser::read_line(std::string_view text) {
    Line line(text);
    const std::string kind = line.text();
    if (kind == "F") {
        if (auto put = put_file(); !put)
            return put;
        has_file_ = true;
        file_.source = line.text();
        file_.path = line.text();
        file_.stamp.size = line.number<std::uint64_t>();
        file_.stamp.modified = line.number<std::int64_t>();
        file_.stamp.changed = line.number<std::int64_t>();
        file_.stamp.inode = line.number<std::uint64_t>();
        file_.content = line.number<std::uint64_t>();
        file_.reading = line.number<std::uint64_t>();
    } else if (kind == "R" && has_file_) {
        Remark& remark = file_.remarks.emplace_back();
        remark.severity = line.number<int>();
        remark.line = line.number<int>();
        remark.column = line.number<int>();
        remark.text = line.text();
    } else if (kind == "P" && has_file_) {
        CataloguedPublication& publication = file_.publications.emplace_back();
        publication.id = line.text();
        publication.fingerprint = line.number<std::uint64_t>();
        publication.title = line.text();
    } else {
        return unknown_line();
    }
    return line.end();
}

Result<void> CatalogParser::put_file() {
    if (!has_file_)
        return {};
    auto put = catalog_.put(std::move(file_));
    if (!put)
        return failure(ErrorKind::Corrupt, put.error().message());
    file_ = {};
    return {};
}

Result<Catalog> CatalogParser::finish() {
    if (auto put = put_file(); !put)
        return tl::unexpected(put.error());
    return std::move(catalog_);
}

Result<void> read_names(std::string_view chunk, Names& names) {
    return each_line(chunk,
                     [&names](std::string_view line) { return read_name_line(line, names); });
}

} // namespace praxis::index
