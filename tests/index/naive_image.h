// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/library.h"
#include "schemas/publication.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/collation.h"
#include "index/entry.h"
#include "index/image/image.h"
#include "index/image/length_code.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace praxis::tests {

// What an image of some publications must say, by reading them again for every question, in plain
// loops: it shares the analysis with the builder and nothing else.
//
// Threads:  Thread-compatible
class NaiveImage {
public:
    // frequency, fields and positions of one document in a list
    struct Posting {
        std::uint32_t document = 0;
        std::uint32_t frequency = 0;
        std::uint32_t fields = 0;
        std::vector<std::uint32_t> positions;

        auto operator<=>(const Posting&) const = default;
    };

    struct FacetValue {
        std::string label;
        std::optional<std::string> parent;
        std::vector<std::uint32_t> documents;
        std::map<std::string, std::vector<std::uint32_t>> others; // labels that are not shown

        bool operator==(const FacetValue&) const = default;
    };

    // Where a form stands: field → document → positions in that field.
    using Places = std::map<std::uint32_t, std::map<std::uint32_t, std::vector<std::uint32_t>>>;

    NaiveImage(schemas::Library library, std::vector<schemas::Publication> publications)
        : library_(std::move(library)), analyzers_(library_),
          publications_(std::move(publications)) {
        std::sort(publications_.begin(), publications_.end(), [](const auto& a, const auto& b) {
            return std::tuple(!a.date, b.date ? b.date->date : Date{}, a.id) <
                   std::tuple(!b.date, a.date ? a.date->date : Date{}, b.id);
        });
        for (std::uint32_t document = 0; document < publications_.size(); ++document)
            read(document, index::make_entry(publications_[document], library_, analyzers_));
        for (const schemas::Facet& facet : library_.facets)
            if (facet.shape != schemas::FacetShape::Range && !library_.field(facet.name))
                for (const auto& [value, entry] : values(facet)) {
                    add_forms(entry.label, label_forms_);
                    for (const auto& [label, documents] : entry.others)
                        add_forms(label, other_label_forms_);
                }
    }

    // In the order in which an image numbers them.
    const std::vector<schemas::Publication>& publications() const { return publications_; }

    std::set<std::string> forms() const {
        std::set<std::string> forms = label_forms_;
        forms.insert(other_label_forms_.begin(), other_label_forms_.end());
        for (const auto& [form, places] : texts_)
            forms.insert(form);
        return forms;
    }

    bool in_labels(const std::string& form) const { return label_forms_.contains(form); }

    Places places(const std::string& form) const {
        const auto found = texts_.find(form);
        return found == texts_.end() ? Places{} : found->second;
    }

    std::map<std::string, std::set<std::string>> stems() const {
        std::map<std::string, std::set<std::string>> stems;
        for (const std::string& form : forms())
            for (const std::string& stem : analyzers_.stems(form))
                stems[stem].insert(form);
        return stems;
    }

    // The forms in fields of text, and in fields of names, that a bare word finds.
    std::pair<std::set<std::string>, std::set<std::string>> meaning(const std::string& form) const {
        std::pair<std::set<std::string>, std::set<std::string>> meaning;
        const auto stems = analyzers_.stems(form);
        for (const std::string& other : forms())
            for (const std::string& stem : analyzers_.stems(other))
                if (std::find(stems.begin(), stems.end(), stem) != stems.end() &&
                    stands(other, schemas::FieldAnalyzer::Text))
                    meaning.first.insert(other);
        if (stands(form, schemas::FieldAnalyzer::Name))
            meaning.second.insert(form);
        return meaning;
    }

    std::vector<Posting> word(const std::string& form) const {
        const auto [in_text, in_names] = meaning(form);
        std::map<std::uint32_t, Posting> postings;
        for (const std::string& member : in_text)
            add(postings, member, [](const schemas::Field& field) {
                return field.weight > 0 && field.analyzer == schemas::FieldAnalyzer::Text;
            });
        for (const std::string& member : in_names)
            add(postings, member, [](const schemas::Field& field) {
                return field.weight > 0 && field.analyzer == schemas::FieldAnalyzer::Name;
            });
        return listed(postings);
    }

    std::vector<Posting> exact(const std::string& form) const {
        std::map<std::uint32_t, Posting> postings;
        add(postings, form, [](const schemas::Field& field) { return field.weight > 0; });
        return listed(postings);
    }

    std::vector<Posting> unweighted(const std::string& form) const {
        std::map<std::uint32_t, Posting> postings;
        add(postings, form, [](const schemas::Field& field) { return field.weight <= 0; });
        std::vector<Posting> list = listed(postings);
        for (Posting& posting : list)
            posting.frequency = 1;
        return list;
    }

    std::uint8_t length_code(std::uint32_t document) const {
        double length = 0;
        for (const index::IndexedField& field : entries_[document].fields)
            if (const double weight = library_.field(field.name)->weight; weight > 0)
                length += weight * field.length;
        return index::length_code(length);
    }

    // field → where its text begins
    const std::map<std::uint32_t, std::uint32_t>& starts(std::uint32_t document) const {
        return starts_[document];
    }

    std::map<std::string, FacetValue> values(const schemas::Facet& facet) const {
        std::map<std::string, FacetValue> values;
        for (std::uint32_t document = 0; document < publications_.size(); ++document)
            for (const schemas::Term& term : schemas::facet_terms(publications_[document], facet))
                for (const auto& [value, label] : levels(term, facet)) {
                    auto& documents = values[value].documents;
                    if (!documents.empty() && documents.back() == document)
                        continue; // it has given it a label
                    documents.push_back(document);
                    values[value].others[label].push_back(document);
                }
        for (auto& [value, entry] : values) {
            std::size_t most = 0;
            for (const auto& [label, documents] : entry.others)
                if (documents.size() > most) {
                    most = documents.size();
                    entry.label = label;
                }
            entry.others.erase(entry.label);
            const std::size_t slash = value.rfind('/');
            if (facet.shape == schemas::FacetShape::Hierarchical && slash != std::string::npos)
                entry.parent = value.substr(0, slash);
        }
        return values;
    }

private:
    void add_forms(const std::string& label, std::set<std::string>& forms) const {
        for (const analyzers::Token& token : analyzers_.analyze(label))
            if (token.kind != analyzers::TokenKind::YearInRange)
                forms.insert(token.text);
    }

    static std::vector<std::pair<std::string, std::string>> levels(const schemas::Term& term,
                                                                   const schemas::Facet& facet) {
        if (facet.shape != schemas::FacetShape::Hierarchical)
            return {{term.value, term.label()}};
        std::vector<std::pair<std::string, std::string>> levels;
        for (std::size_t i = 0; i <= term.value.size(); ++i)
            if (i == term.value.size() || term.value[i] == '/') {
                const std::string path = term.value.substr(0, i);
                const std::size_t level = levels.size();
                levels.emplace_back(path, level < term.labels.size() ? term.labels[level] : path);
            }
        return levels;
    }

    void read(std::uint32_t document, index::Entry entry) {
        std::map<std::uint32_t, std::uint32_t>& starts = starts_.emplace_back();
        std::uint32_t next = 0;
        for (std::uint32_t field = 0; field < library_.fields.size(); ++field)
            for (const index::IndexedField& indexed : entry.fields) {
                if (indexed.name != library_.fields[field].name)
                    continue;
                starts[field] = next;
                std::uint32_t last = 0;
                for (const index::IndexedToken& token : indexed.tokens) {
                    texts_[token.text][field][document].push_back(token.position);
                    last = std::max(last, token.position);
                }
                next += last + 1 + 100;
            }
        entries_.push_back(std::move(entry));
    }

    bool stands(const std::string& form, schemas::FieldAnalyzer analyzer) const {
        for (const auto& [field, documents] : places(form))
            if (library_.fields[field].weight > 0 && library_.fields[field].analyzer == analyzer)
                return true;
        return false;
    }

    template <typename Wanted>
    void add(std::map<std::uint32_t, Posting>& postings,
             const std::string& form,
             Wanted&& wanted) const {
        for (const auto& [field, documents] : places(form)) {
            const schemas::Field& described = library_.fields[field];
            if (!wanted(described))
                continue;
            for (const auto& [document, positions] : documents) {
                Posting& posting = postings[document];
                posting.document = document;
                posting.fields |= 1U << field;
                for (const std::uint32_t position : positions) {
                    posting.frequency +=
                        static_cast<std::uint32_t>(std::lround(described.weight * 20));
                    posting.positions.push_back(starts_[document].at(field) + position);
                }
            }
        }
    }

    static std::vector<Posting> listed(const std::map<std::uint32_t, Posting>& postings) {
        std::vector<Posting> list;
        for (const auto& [document, posting] : postings) {
            list.push_back(posting);
            list.back().frequency = std::clamp<std::uint32_t>(posting.frequency, 1, 65535);
            std::sort(list.back().positions.begin(), list.back().positions.end());
        }
        return list;
    }

    schemas::Library library_;
    analyzers::AnalyzerSet analyzers_;
    std::vector<schemas::Publication> publications_;
    std::vector<index::Entry> entries_;
    std::vector<std::map<std::uint32_t, std::uint32_t>> starts_;
    std::map<std::string, Places> texts_;
    std::set<std::string> label_forms_;
    std::set<std::string> other_label_forms_;
};

} // namespace praxis::tests
