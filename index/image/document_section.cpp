// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/document_section.h"

#include "analyzers/collation.h"
#include "index/image/image.h"
#include "index/image/image_sections.h"
#include "index/image/string_table.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace praxis::index {

namespace {

std::vector<std::uint32_t> numbers_below(std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

} // namespace

std::string source_key(std::string_view source, std::string_view source_id) {
    std::string key(source);
    key.push_back('\0');
    key.append(source_id);
    return key;
}

DocumentSection::Text DocumentSection::keep(std::string_view text) {
    texts_.append(text);
    return {texts_.size() - text.size(), static_cast<std::uint32_t>(text.size())};
}

std::string_view DocumentSection::text(const Text& kept) const {
    return std::string_view(texts_).substr(kept.begin, kept.size);
}

void DocumentSection::add(std::uint32_t stored_number, const schemas::Publication& publication) {
    Row row{.stored = stored_number,
            .date = undated,
            .first_day = 0,
            .last_day = -1,
            .id = keep(publication.id),
            .title = keep(publication.title),
            .title_key = keep(analyzers::sort_key(publication.title, true)),
            .source_key = {}};
    if (publication.date) {
        const Date& date = publication.date->date;
        row.date = date.year * 10000 + date.month * 100 + date.day;
        row.first_day = date.first_day().day_number();
        row.last_day = date.last_day().day_number();
    }
    if (publication.period) {
        row.first_day = publication.period->begin.first_day().day_number();
        row.last_day = publication.period->end.last_day().day_number();
    }
    const schemas::Provenance& provenance = publication.provenance;
    if (!provenance.source_id.empty())
        row.source_key = keep(source_key(provenance.source, provenance.source_id));
    rows_.push_back(row);
}

void DocumentSection::settle() {
    order_ = numbers_below(rows_.size());
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Row& left = rows_[a];
        const Row& right = rows_[b];
        return left.date != right.date ? left.date > right.date : text(left.id) < text(right.id);
    });
}

std::vector<std::uint32_t> DocumentSection::stored_numbers() const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(order_.size());
    for (const std::uint32_t row : order_)
        numbers.push_back(rows_[row].stored);
    return numbers;
}

std::vector<std::uint32_t> DocumentSection::document_of_stored(std::uint32_t limit) const {
    std::vector<std::uint32_t> documents(limit, no_document);
    for (std::uint32_t document = 0; document < order_.size(); ++document)
        documents[rows_[order_[document]].stored] = document;
    return documents;
}

void DocumentSection::write_ids(SectionWriter& file) const {
    StringTableWriter ids;
    for (const std::uint32_t row : order_)
        ids.add(text(rows_[row].id));
    ids.write(file, image_section::ids);
    std::vector<std::uint32_t> documents = numbers_below(order_.size());
    std::sort(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
        return text(rows_[order_[a]].id) < text(rows_[order_[b]].id);
    });
    file.section(image_section::by_id, documents);
}

void DocumentSection::write_sources(SectionWriter& file) const {
    std::vector<std::uint32_t> documents;
    for (std::uint32_t document = 0; document < order_.size(); ++document)
        if (rows_[order_[document]].source_key.size > 0)
            documents.push_back(document);
    const auto key = [&](std::uint32_t document) {
        const Row& row = rows_[order_[document]];
        return std::tuple(text(row.source_key), row.stored);
    };
    std::sort(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
        return key(a) < key(b);
    });
    const auto repeated =
        std::unique(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::get<0>(key(a)) == std::get<0>(key(b));
        });
    documents.erase(repeated, documents.end());
    StringTableWriter keys;
    for (const std::uint32_t document : documents)
        keys.add(std::get<0>(key(document)));
    keys.write(file, image_section::source_keys);
    file.section(image_section::by_source, documents);
}

std::vector<std::uint32_t> DocumentSection::title_ranks() const {
    std::vector<std::uint32_t> documents = numbers_below(order_.size());
    const auto key = [&](std::uint32_t document) {
        return text(rows_[order_[document]].title_key);
    };
    std::sort(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
        return key(a) < key(b);
    });
    std::vector<std::uint32_t> ranks(documents.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        rank += i > 0 && key(documents[i]) != key(documents[i - 1]) ? 1 : 0;
        ranks[documents[i]] = rank;
    }
    return ranks;
}

void DocumentSection::write(SectionWriter& file) const {
    const auto column = [&](std::uint32_t section, auto member) {
        std::vector<std::decay_t<decltype(Row{}.*member)>> values;
        values.reserve(order_.size());
        for (const std::uint32_t row : order_)
            values.push_back(rows_[row].*member);
        file.section(section, values);
    };
    const auto texts = [&](std::uint32_t section, auto member) {
        StringTableWriter table;
        for (const std::uint32_t row : order_)
            table.add(text(rows_[row].*member));
        table.write(file, section);
    };
    write_ids(file);
    write_sources(file);
    column(image_section::dates, &Row::date);
    column(image_section::first_days, &Row::first_day);
    column(image_section::last_days, &Row::last_day);
    file.section(image_section::title_ranks, title_ranks());
    texts(image_section::title_keys, &Row::title_key);
    texts(image_section::titles, &Row::title);
}

} // namespace praxis::index
