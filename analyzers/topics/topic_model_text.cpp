// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_model.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <utility>

// One line a topic, then one line a term; parts are separated by tabs, a term's weights by blanks:
//
//   M  training fingerprint (hexadecimal)  name share
//   T  value  labelled  threshold  F1  bias  label of each level ...
//   W  term (hexadecimal)  idf  topic:weight topic:weight ...

namespace praxis::analyzers {

namespace {

// Takes parts off the front of a line.
class Line {
public:
    explicit Line(std::string_view text) : rest_(text) {}

    std::string_view next(char separator = '\t') {
        const std::size_t end = rest_.find(separator);
        const std::string_view part = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
        return part;
    }

    // A number, all of the next part.
    template <typename Number>
    Number number(char separator = '\t') {
        const std::string_view part = next(separator);
        Number value{};
        const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
        is_sound_ = is_sound_ && read.ec == std::errc() && read.ptr == part.data() + part.size();
        return value;
    }

    std::uint64_t fingerprint() {
        const std::string_view part = next();
        std::uint64_t value = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), value, 16);
        is_sound_ = is_sound_ && part.size() == 16 && read.ptr == part.data() + part.size();
        return value;
    }

    bool is_empty() const { return rest_.empty(); }

    bool is_sound() const { return is_sound_; }

private:
    std::string_view rest_;
    bool is_sound_ = true;
};

TopicModel::Topic read_topic(Line& line) {
    TopicModel::Topic topic;
    topic.term.value = line.next();
    topic.labelled = line.number<std::uint32_t>();
    topic.threshold = line.number<double>();
    topic.f1 = line.number<double>();
    topic.bias = line.number<double>();
    while (!line.is_empty())
        topic.term.labels.emplace_back(line.next());
    return topic;
}

std::vector<TopicModel::Weight> read_weights(Line& line) {
    std::vector<TopicModel::Weight> weights;
    while (!line.is_empty()) {
        const auto topic = line.number<std::uint32_t>(':');
        weights.push_back({topic, line.number<float>(' ')});
    }
    return weights;
}

tl::unexpected<Error> unreadable(std::size_t line) {
    return failure(ErrorKind::Corrupt, fmt::format("line {} of a topic model is damaged", line));
}

} // namespace

std::string topic_model_to_text(const TopicModel& model) {
    std::string text = fmt::format("M\t{:016x}\t{}\n", model.training(), model.name_share());
    const auto out = std::back_inserter(text);
    for (const TopicModel::Topic& topic : model.topics()) {
        fmt::format_to(out,
                       "T\t{}\t{}\t{}\t{}\t{}",
                       topic.term.value,
                       topic.labelled,
                       topic.threshold,
                       topic.f1,
                       topic.bias);
        for (const std::string& label : topic.term.labels)
            fmt::format_to(out, "\t{}", label);
        text += '\n';
    }
    model.visit_terms([&](std::uint64_t term, const TopicModel::TermWeights& known) {
        fmt::format_to(out, "W\t{:016x}\t{}\t", term, static_cast<float>(known.idf));
        for (std::size_t i = 0; i < known.weights.size(); ++i)
            fmt::format_to(
                out, "{}{}:{}", i == 0 ? "" : " ", known.weights[i].topic, known.weights[i].weight);
        text += '\n';
    });
    return text;
}

Result<TopicModel> topic_model_from_text(std::string_view text) {
    Line lines(text);
    Line head(lines.next('\n'));
    if (head.next() != "M")
        return unreadable(1);
    const std::uint64_t training = head.fingerprint();
    const auto share = head.number<double>();
    std::vector<TopicModel::Topic> topics;
    std::optional<TopicModelWriter> writer;
    std::size_t number = 1;
    for (bool is_sound = head.is_sound(); !lines.is_empty() || !is_sound; ++number) {
        if (!is_sound)
            return unreadable(number);
        Line line(lines.next('\n'));
        const std::string_view kind = line.next();
        if (kind == "T" && !writer) {
            topics.push_back(read_topic(line));
            is_sound = line.is_sound() && !topics.back().term.labels.empty();
        } else if (kind == "W") {
            if (!writer)
                writer.emplace(topics, share, training);
            const std::uint64_t term = line.fingerprint();
            const auto idf = line.number<float>();
            const auto weights = read_weights(line);
            is_sound = line.is_sound();
            for (const TopicModel::Weight& weight : weights)
                is_sound = is_sound && weight.topic < topics.size();
            writer->add(term, idf, weights);
        } else {
            is_sound = false;
        }
        if (!is_sound)
            return unreadable(number + 1);
    }
    if (!writer)
        writer.emplace(std::move(topics), share, training);
    return writer->take();
}

} // namespace praxis::analyzers
