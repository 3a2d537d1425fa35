// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/image/joined_forms.h"

#include "index/entry.h"

#include <algorithm>
#include <limits>

// Three passes over all occurrences: which places have more than one form; the shortest form at
// each of these; who is longer. A bit for each place tells the few shared ones from the others.

namespace praxis::index {

namespace {

using Place = std::uint64_t; // of a position, all publications in a row

class JoinedForms {
public:
    JoinedForms(const FormSection& forms,
                const PostingStore& store,
                const FieldRows& rows,
                std::string_view bytes,
                std::uint32_t limit,
                std::size_t fields)
        : forms_(forms), rows_(rows), bytes_(bytes), begins_(limit) {
        Place next = 0;
        for (std::uint32_t stored = 0; stored < limit; ++stored) {
            begins_[stored] = next;
            for (std::size_t field = 0; field < fields; ++field)
                next += store.extent(stored, field) + field_gap;
        }
        marked_.resize(next);
    }

    std::vector<Form> find() {
        find_shared_places();
        std::vector<std::size_t> shortest(shared_.size(), std::numeric_limits<std::size_t>::max());
        visit_shared([&](Form form, std::size_t place) {
            shortest[place] = std::min(shortest[place], forms_.text(form).size());
        });
        std::vector<Form> joined;
        visit_shared([&](Form form, std::size_t place) {
            if (forms_.text(form).size() > shortest[place] &&
                (joined.empty() || joined.back() != form))
                joined.push_back(form);
        });
        return joined;
    }

private:
    template <typename Visit>
    void visit_all(Visit&& visit) const {
        for (Form form = 0; form < forms_.size(); ++form)
            for (const FormSection::FieldRun& run : forms_.runs(form)) {
                RunReader reader(bytes_, run.run);
                while (reader.next()) {
                    const Place begin =
                        begins_[reader.stored()] + rows_.start(reader.stored(), run.field);
                    for (std::uint32_t left = reader.size(); left > 0; --left)
                        visit(form, begin + reader.next_position());
                }
            }
    }

    void find_shared_places() {
        visit_all([&](Form, Place place) {
            if (marked_[place])
                shared_.push_back(place);
            marked_[place] = true;
        });
        std::sort(shared_.begin(), shared_.end());
        shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
        marked_.assign(marked_.size(), false);
        for (const Place place : shared_)
            marked_[place] = true;
    }

    template <typename Visit>
    void visit_shared(Visit&& visit) const {
        if (shared_.empty())
            return;
        visit_all([&](Form form, Place place) {
            if (marked_[place])
                visit(
                    form,
                    static_cast<std::size_t>(
                        std::lower_bound(shared_.begin(), shared_.end(), place) - shared_.begin()));
        });
    }

    const FormSection& forms_;
    const FieldRows& rows_;
    std::string_view bytes_;
    std::vector<Place> begins_; // by stored number
    std::vector<bool> marked_;
    std::vector<Place> shared_;
};

} // namespace

std::vector<Form> joined_forms(const FormSection& forms,
                               const PostingStore& store,
                               const FieldRows& rows,
                               std::string_view bytes,
                               std::uint32_t limit,
                               std::size_t fields) {
    return JoinedForms(forms, store, rows, bytes, limit, fields).find();
}

} // namespace praxis::index
