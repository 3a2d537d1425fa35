// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "index/entry.h"
#include "index/lucene/replay_stream_lucene.h"
#include "index/lucene/wide_lucene.h"

#include <lucene++/Document.h>
#include <lucene++/Field.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace praxis::index {

// Turns entries into Lucene++ documents, its fields and streams used again and again: making them
// anew for each publication costs a tenth of the indexing.
//
// Threads:  Thread-compatible
// Lifetime: the document is valid until the next `fill`; the entry must outlive its indexing.
class DocumentForm {
public:
    DocumentForm();

    Lucene::DocumentPtr fill(const Entry& entry);

private:
    struct TextField {
        Lucene::FieldPtr field;
        ReplayStreamPtr stream;
    };

    TextField& text_field_of(const std::string& name);

    Lucene::FieldPtr id_;
    Lucene::FieldPtr publication_;
    TextField lengths_;
    std::vector<IndexedToken> length_tokens_;
    std::map<std::string, TextField> texts_;
};

// The forms that no thread uses just now.
//
// Threads:  Thread-safe
class DocumentForms {
public:
    std::unique_ptr<DocumentForm> take();
    void give_back(std::unique_ptr<DocumentForm> form);

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<DocumentForm>> idle_;
};

} // namespace praxis::index
