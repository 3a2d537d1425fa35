// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/checks/structure_check.h"

#include "index/entry.h"

#include <fmt/format.h>

namespace praxis::index {

namespace {

constexpr std::size_t max_problems = 100;

class StructureCheck {
public:
    StructureCheck(const TextIndexReader& text, const Catalog& catalog)
        : text_(text), catalog_(catalog) {}

    void check_publications();
    void check_catalog();
    void check_field(const std::string& field);

    StructureReport report;

private:
    void complain(std::string problem) {
        if (report.problems.size() < max_problems)
            report.problems.push_back(std::move(problem));
    }

    void check_publication(std::uint32_t document);
    void check_postings(const std::string& field,
                        std::string_view term,
                        std::vector<std::uint32_t>& tokens);

    const TextIndexReader& text_;
    const Catalog& catalog_;
};

void StructureCheck::check_publication(std::uint32_t document) {
    const schemas::Publication publication = text_.publication(document);
    ++report.publications;
    if (text_.document_of(publication.id) != document)
        complain(fmt::format("{} is not found by its id, or twice in the index", publication.id));
    const CataloguedPublication* const known = catalog_.publication(publication.id);
    if (known == nullptr)
        complain(fmt::format("{} is in the index, not in the catalog", publication.id));
    else if (known->fingerprint != fingerprint_of(publication))
        complain(fmt::format("{} is not the publication that the catalog knows", publication.id));
}

void StructureCheck::check_publications() {
    for (std::uint32_t document = 0; document < text_.document_limit(); ++document)
        if (text_.is_live(document))
            check_publication(document);
    if (report.publications != text_.publication_count())
        complain(fmt::format("the index counts {} publications and holds {}",
                             text_.publication_count(),
                             report.publications));
}

void StructureCheck::check_catalog() {
    catalog_.visit_files("", [this](const CataloguedFile& file) {
        for (const CataloguedPublication& publication : file.publications)
            if (!text_.document_of(publication.id))
                complain(fmt::format("{} is in the catalog, not in the index", publication.id));
    });
}

void StructureCheck::check_postings(const std::string& field,
                                    std::string_view term,
                                    std::vector<std::uint32_t>& tokens) {
    const auto postings = text_.postings(field, term);
    bool sound = !postings.empty();
    for (std::size_t i = 0; i < postings.size(); ++i) {
        const Posting& posting = postings[i];
        sound = sound && text_.is_live(posting.document) &&
                (i == 0 || postings[i - 1].document < posting.document) &&
                std::is_sorted(posting.positions.begin(), posting.positions.end());
        if (posting.document < tokens.size())
            tokens[posting.document] += static_cast<std::uint32_t>(posting.positions.size());
    }
    if (!sound)
        complain(fmt::format("the postings of “{}” in {} are not in order", term, field));
}

void StructureCheck::check_field(const std::string& field) {
    std::vector<std::uint32_t> tokens(text_.document_limit(), 0);
    std::string last;
    text_.visit_terms(field, "", [&](std::string_view term) {
        if (++report.terms > 1 && term <= last && !last.empty())
            complain(fmt::format("“{}” stands behind “{}” in {}", term, last, field));
        last = term;
        check_postings(field, term, tokens);
        return true;
    });
    const auto& lengths = text_.lengths(field);
    for (std::uint32_t document = 0; document < text_.document_limit(); ++document)
        if (text_.is_live(document) && lengths[document] > tokens[document])
            complain(fmt::format("{} of document {} is said to be {} tokens long and has {}",
                                 field,
                                 document,
                                 lengths[document],
                                 tokens[document]));
}

} // namespace

StructureReport check_structure(const TextIndexReader& text,
                                const schemas::Library& library,
                                const Catalog& catalog) {
    StructureCheck check(text, catalog);
    check.check_publications();
    check.check_catalog();
    for (const schemas::Field& field : library.fields)
        check.check_field(field.name);
    return std::move(check.report);
}

} // namespace praxis::index
