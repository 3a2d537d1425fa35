// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "index/lucene/document_form_lucene.h"
#include "index/lucene/text_fields_lucene.h"

#include <algorithm>
#include <cstring>

namespace praxis::index {

namespace {

using Lucene::Field;
using Lucene::newLucene;

Lucene::ByteArray byte_array(std::string_view bytes) {
    auto array = Lucene::ByteArray::newInstance(static_cast<int32_t>(bytes.size()));
    std::memcpy(array.get(), bytes.data(), bytes.size());
    return array;
}

Lucene::FieldPtr replayed_field(const Lucene::String& name, const ReplayStreamPtr& stream) {
    auto field = newLucene<Field>(name, Lucene::TokenStreamPtr(stream));
    field->setOmitNorms(true);
    return field;
}

} // namespace

DocumentForm::DocumentForm()
    : id_(newLucene<Field>(id_field, L"", Field::STORE_NO, Field::INDEX_NOT_ANALYZED_NO_NORMS)),
      publication_(newLucene<Field>(publication_field, byte_array(" "), Field::STORE_YES)) {
    id_->setOmitTermFreqAndPositions(true);
    lengths_.stream = newLucene<ReplayStream>();
    lengths_.field = replayed_field(lengths_field, lengths_.stream);
}

DocumentForm::TextField& DocumentForm::text_field_of(const std::string& name) {
    TextField& text = texts_[name];
    if (text.stream == nullptr) {
        text.stream = newLucene<ReplayStream>();
        text.field = replayed_field(text_field(name), text.stream);
    }
    return text;
}

Lucene::DocumentPtr DocumentForm::fill(const Entry& entry) {
    auto document = newLucene<Lucene::Document>();
    id_->setValue(to_wide(entry.publication.id));
    document->add(id_);
    publication_->setValue(byte_array(entry.stored));
    document->add(publication_);
    length_tokens_.clear();
    for (const IndexedField& field : entry.fields) {
        length_tokens_.push_back({field.name, field.length});
        TextField& text = text_field_of(field.name);
        text.stream->replay(field.tokens);
        document->add(text.field);
    }
    std::sort(length_tokens_.begin(),
              length_tokens_.end(),
              [](const IndexedToken& a, const IndexedToken& b) { return a.position < b.position; });
    lengths_.stream->replay(length_tokens_);
    document->add(lengths_.field);
    return document;
}

std::unique_ptr<DocumentForm> DocumentForms::take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty())
        return std::make_unique<DocumentForm>();
    auto form = std::move(idle_.back());
    idle_.pop_back();
    return form;
}

void DocumentForms::give_back(std::unique_ptr<DocumentForm> form) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(form));
}

} // namespace praxis::index
