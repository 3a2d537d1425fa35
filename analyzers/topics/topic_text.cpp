// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_text.h"

#include "base/fingerprint.h"
#include "schemas/evidence_place.h"

#include <string>
#include <unordered_map>

namespace praxis::analyzers {

namespace {

bool is_capital_letter(char c) {
    return c >= 'A' && c <= 'Z';
}

// The words of one publication: each form is stemmed once.
class WordReader {
public:
    explicit WordReader(const AnalyzerSet& analyzers) : analyzers_(analyzers) {}

    std::vector<TopicWord> read(std::string_view text) {
        std::vector<TopicWord> words;
        for (const Token& token : analyzers_.analyze(text)) {
            if (token.kind != TokenKind::Word && token.kind != TokenKind::Part)
                continue;
            const Form& form = form_of(token.text);
            const bool is_capital = token.end - token.begin > 1 &&
                                    is_capital_letter(text[token.begin]) &&
                                    is_capital_letter(text[token.begin + 1]);
            words.push_back({form.stem, token.begin, token.end, form.is_stop, is_capital});
        }
        return words;
    }

private:
    struct Form {
        std::uint64_t stem = 0;
        bool is_stop = false;
    };

    const Form& form_of(const std::string& exact) {
        const auto [place, is_new] = forms_.try_emplace(exact);
        if (is_new)
            place->second = {fingerprint_of(analyzers_.stems(exact).front()),
                             analyzers_.is_stop_word(exact)};
        return place->second;
    }

    const AnalyzerSet& analyzers_;
    std::unordered_map<std::string, Form> forms_;
};

} // namespace

std::vector<TopicWord> topic_words(std::string_view text, const AnalyzerSet& analyzers) {
    return WordReader(analyzers).read(text);
}

std::vector<Stretch> topic_stretches(const schemas::Publication& publication,
                                     const AnalyzerSet& analyzers) {
    WordReader reader(analyzers);
    std::vector<Stretch> stretches;
    const auto add = [&](TextPart part,
                         bool is_quotable,
                         std::size_t passage,
                         std::string_view text) {
        if (!text.empty())
            stretches.push_back(
                {part, is_quotable, static_cast<std::uint32_t>(passage), text, reader.read(text)});
    };
    add(TextPart::Title, true, schemas::evidence_in_title, publication.title);
    add(TextPart::Summary, true, schemas::evidence_in_summary, publication.summary);
    for (std::size_t i = 0; i < publication.passages.size(); ++i) {
        add(TextPart::Body, false, i, publication.passages[i].heading);
        add(TextPart::Body, true, i, publication.passages[i].text);
    }
    return stretches;
}

} // namespace praxis::analyzers
