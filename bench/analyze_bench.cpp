// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/file.h"
#include "analyzers/analyzer_set.h"
#include "analyzers/collation.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <random>
#include <string>
#include <vector>

// How fast is the analysis? Each sample is analysed as 200 texts of about 300 words, in rounds
// until a second has passed; the best round counts. Further samples are files given as arguments,
// of which every line is a text.
//
//   analyze_bench [FILE...]

namespace {

using namespace praxis;
using Clock = std::chrono::steady_clock;

struct Sample {
    std::string name;
    std::vector<std::string> texts;
};

struct Speed {
    double tokens = 0; // a second
    double bytes = 0;
};

constexpr const char* prose =
    "The council heard a report on the merger of the two fire districts, which had shared a "
    "dispatch center and a training ground for many years. Residents asked how long an engine "
    "would need to reach the farms beyond the river, and whether the volunteers would keep their "
    "station. The manager promised figures before the budget hearing in the spring. ";

constexpr const char* notation =
    "The City’s FY2019–20 plan (Section 508, M-23-22) cites H.R. 1234 & U.S. Dept. of Ed. data: "
    "$1,250,000 for e-mail, 3.5% for R&D, O'Neill's “right-sizing” at https://www.example.gov/"
    "plan-a/b.html?x=1, see 401(k), #OpenData, jane@example.gov, 2017 – 2020 and 202-555-0123. ";

constexpr const char* french =
    "Le conseil a étudié la fusion des deux centres d’incendie et de secours, qui partagent déjà "
    "l’école de formation. Les habitants ont demandé à être entendus avant l’été, et la maire "
    "s’est engagée à publier les coûts réels dès la rentrée, après l’avis du comité. ";

constexpr const char* chinese =
    "市议会听取了关于两个消防区合并的报告，这两个消防区多年来共用一个调度中心和一个训练场。"
    "居民询问消防车到达河对岸农场需要多长时间，以及志愿者是否能保留他们的消防站。";

Sample repeated(std::string name, const char* paragraph) {
    std::string text;
    while (text.size() < 1800)
        text += paragraph;
    return {std::move(name), std::vector<std::string>(200, text)};
}

// The paragraph's words in no order, so that no branch of the chain can be learned by heart.
Sample shuffled(std::string name, const std::string& paragraph) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < paragraph.size();) {
        const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
        words.push_back(paragraph.substr(at, end - at) + " ");
        at = end + 1;
    }
    std::minstd_rand random;
    Sample sample{std::move(name), std::vector<std::string>(200)};
    for (std::string& text : sample.texts)
        for (int i = 0; i < 300; ++i)
            text += words[random() % words.size()];
    return sample;
}

Sample lines_of(const std::string& path) {
    Sample sample{path, {}};
    const auto bytes = read_file(path, 1U << 30U);
    if (!bytes) {
        fmt::print(stderr, "{}\n", bytes.error().what());
        return sample;
    }
    for (std::size_t at = 0; at < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
        sample.texts.push_back(bytes->substr(at, end - at));
        at = end + 1;
    }
    return sample;
}

// The best round of `work`, which returns how much it did, in seconds of processor time.
template <typename Work>
double best_rate(Work&& work) {
    double best = 0;
    const auto deadline = Clock::now() + std::chrono::seconds(1);
    do {
        const std::clock_t start = std::clock();
        const auto done = static_cast<double>(work());
        const auto ticks = static_cast<double>(std::max<std::clock_t>(std::clock() - start, 1));
        best = std::max(best, done * CLOCKS_PER_SEC / ticks);
    } while (Clock::now() < deadline);
    return best;
}

Speed analysis_speed(const analyzers::AnalyzerSet& set, const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    std::size_t tokens = 0;
    for (const std::string& text : texts)
        bytes += text.size();
    const double rate = best_rate([&] {
        tokens = 0;
        for (const std::string& text : texts)
            tokens += set.analyze(text).size();
        return tokens;
    });
    return {rate, rate * static_cast<double>(bytes) / static_cast<double>(tokens)};
}

double stem_speed(const analyzers::AnalyzerSet& set, const std::vector<std::string>& texts) {
    std::vector<std::string> words;
    for (const std::string& text : texts)
        for (analyzers::Token& token : set.analyze(text))
            words.push_back(std::move(token.text));
    return best_rate([&] {
        std::size_t stems = 0;
        for (const std::string& word : words)
            stems += set.stems(word).size();
        return stems;
    });
}

double sort_key_speed(const std::vector<std::string>& texts) {
    return best_rate([&] {
        std::size_t keys = 0;
        for (const std::string& text : texts)
            keys += analyzers::sort_key(std::string_view(text).substr(0, 60)).empty() ? 0 : 1;
        return keys;
    });
}

void report(const analyzers::AnalyzerSet& set, const Sample& sample) {
    if (sample.texts.empty())
        return;
    const Speed speed = analysis_speed(set, sample.texts);
    fmt::print("| {} | {:.1f} | {:.0f} | {:.1f} |\n",
               sample.name,
               speed.tokens / 1e6,
               speed.bytes / 1e6,
               stem_speed(set, sample.texts) / 1e6);
}

} // namespace

int main(int argc, char** argv) {
    schemas::Library library;
    library.languages = {"en"};
    const analyzers::AnalyzerSet set(library);
    fmt::print("| sample | M tokens/s | MB/s | M stems/s |\n|---|---|---|---|\n");
    const Sample english = shuffled("English prose", prose);
    report(set, english);
    report(set, repeated("English full of notation", notation));
    report(set, shuffled("French", french));
    report(set, repeated("Chinese", chinese));
    for (int i = 1; i < argc; ++i)
        report(set, lines_of(argv[i]));
    fmt::print("\nSort keys of 60 letters: {:.1f} M/s\n", sort_key_speed(english.texts) / 1e6);
    return 0;
}
