// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "analyzers/topics/topic_training.h"

#include "base/fingerprint.h"
#include "analyzers/topics/linear_classifier.h"
#include "analyzers/topics/topic_thresholds.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <set>
#include <thread>
#include <utility>

namespace praxis::analyzers {

namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t fewest_of_a_topic = 2;
constexpr float least_weight = 0.03F;

// Raise it when the same publications would give another model.
constexpr std::string_view method = "3";

std::uint64_t place_of(const schemas::Publication& publication) {
    return fingerprint_of(publication.id);
}

// As many as can be learned from, always the same ones, in an order that is always the same.
void choose(std::vector<schemas::Publication>& labelled) {
    std::ranges::sort(labelled, {}, [](const schemas::Publication& publication) {
        return std::pair(place_of(publication), std::string_view(publication.id));
    });
    if (labelled.size() > most_labelled)
        labelled.resize(most_labelled);
}

// The topics that enough publications have: a topic has what its narrower topics have.
class Labels {
public:
    explicit Labels(const std::vector<schemas::Publication>& labelled) {
        for (const schemas::Publication& publication : labelled)
            for (const schemas::Topic& topic : publication.topics)
                add(topic.term);
        std::erase_if(terms_,
                      [](const auto& entry) { return entry.second.second < fewest_of_a_topic; });
    }

    std::vector<schemas::Term> terms() const {
        std::vector<schemas::Term> terms;
        for (const auto& [value, counted] : terms_)
            terms.push_back(counted.first);
        return terms;
    }

private:
    void add(const schemas::Term& term) {
        auto& counted = terms_[term.value];
        counted.first = term;
        ++counted.second;
    }

    std::map<std::string, std::pair<schemas::Term, std::size_t>> terms_;
};

bool lies_below(std::string_view value, std::string_view above) {
    return value.starts_with(above) && (value.size() == above.size() || value[above.size()] == '/');
}

bool has_topic(const schemas::Publication& publication, std::string_view value) {
    return std::ranges::any_of(publication.topics, [&](const schemas::Topic& topic) {
        return lies_below(topic.term.value, value);
    });
}

// The work on item 0, 1, ..., spread over the processors.
template <typename Work>
void for_each_in_parallel(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t item = next++; item < count; item = next++)
            work(item);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        others.emplace_back(run);
    run();
}

double name_share_for(std::size_t labelled) {
    if (labelled <= 100)
        return 0.6;
    return labelled <= 1000 ? 0.3 : 0.15;
}

// What every publication is turned into before anything is learned.
struct Rows {
    std::vector<std::uint64_t> terms; // of the columns, ascending
    std::vector<float> idfs;
    std::vector<SparseRow> rows;                  // the publications, then the concepts
    std::vector<std::vector<NameHits>> name_hits; // of the publications
};

using Scores = std::vector<std::vector<double>>; // by topic and labelled publication

class Training {
public:
    Training(const std::vector<schemas::Publication>& labelled,
             const schemas::Vocabulary* vocabulary,
             const AnalyzerSet& analyzers)
        : labelled_(labelled), analyzers_(analyzers), terms_(Labels(labelled).terms()),
          names_(vocabulary, terms_, analyzers), share_(name_share_for(labelled.size())) {}

    std::optional<TopicModel> run(std::uint64_t fingerprint) {
        if (terms_.size() < 2)
            return std::nullopt;
        count_rows();
        label_rows();
        std::vector<LinearClassifier> classifiers(terms_.size());
        Scores scores(terms_.size(), std::vector<double>(labelled_.size()));
        const std::size_t blocks = (terms_.size() + most_side_by_side - 1) / most_side_by_side;
        for_each_in_parallel(blocks * (folds + 1), [&](std::size_t task) {
            const std::size_t first = task / (folds + 1) * most_side_by_side;
            const std::size_t fold = task % (folds + 1);
            auto trained = train(first, fold);
            if (fold < folds)
                cross_validate(fold, first, trained, scores);
            else
                std::ranges::move(trained,
                                  classifiers.begin() + static_cast<std::ptrdiff_t>(first));
        });
        return assemble(classifiers, settle(scores), fingerprint);
    }

private:
    void count_rows() {
        const std::size_t concepts = names_.topics().size();
        std::vector<TermCounts> counts(labelled_.size() + concepts);
        rows_.name_hits.resize(labelled_.size());
        for_each_in_parallel(counts.size(), [&](std::size_t i) {
            const bool is_concept = i >= labelled_.size();
            const schemas::Publication described =
                is_concept ? description(names_.topics()[i - labelled_.size()])
                           : schemas::Publication();
            const auto stretches =
                topic_stretches(is_concept ? described : labelled_[i], analyzers_);
            const auto hits = names_.hits(stretches);
            counts[i] = count_terms(stretches, hits, names_);
            if (!is_concept)
                rows_.name_hits[i] = hits;
        });
        choose_columns(counts);
        rows_.rows.resize(counts.size());
        for_each_in_parallel(counts.size(), [&](std::size_t i) { rows_.rows[i] = row(counts[i]); });
    }

    static schemas::Publication description(const KnownTopic& topic) {
        schemas::Publication publication;
        publication.title = topic.term.label();
        publication.summary = topic.scope_note;
        for (std::size_t i = 1; i < topic.names.size(); ++i)
            publication.passages.push_back({{}, 0, {}, {}, topic.names[i]});
        return publication;
    }

    void choose_columns(const std::vector<TermCounts>& counts) {
        std::vector<std::uint64_t> all;
        for (const TermCounts& terms : counts)
            for (const TermCount& next : terms)
                all.push_back(next.term);
        std::ranges::sort(all);
        const auto documents = static_cast<double>(counts.size());
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin;
            while (end < all.size() && all[end] == all[begin])
                ++end;
            const auto found = static_cast<double>(end - begin);
            if (found >= 2) {
                rows_.terms.push_back(all[begin]);
                rows_.idfs.push_back(
                    static_cast<float>(std::log(1 + (documents - found + 0.5) / (found + 0.5))));
            }
            begin = end;
        }
    }

    SparseRow row(const TermCounts& counts) const {
        SparseRow row;
        double square = 0;
        std::size_t column = 0;
        for (const TermCount& next : counts) {
            while (column < rows_.terms.size() && rows_.terms[column] < next.term)
                ++column;
            if (column == rows_.terms.size() || rows_.terms[column] != next.term)
                continue;
            const double value = (1 + std::log(next.count)) * rows_.idfs[column];
            row.push_back({static_cast<std::uint32_t>(column), static_cast<float>(value)});
            square += value * value;
        }
        for (SparseValue& entry : row)
            entry.value /= static_cast<float>(std::sqrt(square));
        return row;
    }

    void label_rows() {
        positives_.resize(terms_.size());
        for (std::size_t topic = 0; topic < terms_.size(); ++topic) {
            std::vector<bool>& is_positive = positives_[topic];
            is_positive.resize(rows_.rows.size());
            for (std::size_t i = 0; i < labelled_.size(); ++i)
                is_positive[i] = has_topic(labelled_[i], terms_[topic].value);
            for (std::size_t i = labelled_.size(); i < rows_.rows.size(); ++i)
                is_positive[i] = lies_below(names_.topics()[i - labelled_.size()].term.value,
                                            terms_[topic].value);
        }
    }

    std::size_t fold_of(std::size_t row) const { return place_of(labelled_[row]) / 7 % folds; }

    // A block of topics, of all rows but those of one fold.
    std::vector<LinearClassifier> train(std::size_t first_topic, std::size_t left_out) const {
        std::vector<const SparseRow*> rows;
        std::vector<std::vector<bool>> positives(
            std::min(most_side_by_side, terms_.size() - first_topic));
        for (std::size_t i = 0; i < rows_.rows.size(); ++i) {
            if (i < labelled_.size() && fold_of(i) == left_out)
                continue;
            rows.push_back(&rows_.rows[i]);
            for (std::size_t topic = 0; topic < positives.size(); ++topic)
                positives[topic].push_back(positives_[first_topic + topic][i]);
        }
        return train_linear_classifiers(rows, positives, rows_.terms.size());
    }

    // A score for each labelled publication of a fold, by what was learned from the others.
    void cross_validate(std::size_t fold,
                        std::size_t first_topic,
                        const std::vector<LinearClassifier>& trained,
                        Scores& scores) const {
        for (std::size_t i = 0; i < labelled_.size(); ++i) {
            if (fold_of(i) != fold)
                continue;
            for (std::size_t topic = 0; topic < trained.size(); ++topic)
                scores[first_topic + topic][i] = trained[topic].score(rows_.rows[i]) +
                                                 share_ * name_score_of(i, first_topic + topic);
        }
    }

    double name_score_of(std::size_t row, std::size_t topic) const {
        const auto number = names_.find(terms_[topic].value);
        const auto& hits = rows_.name_hits[row];
        const auto found = std::ranges::lower_bound(hits, *number, {}, &NameHits::topic);
        return found != hits.end() && found->topic == *number ? name_score(*found) : 0;
    }

    std::vector<TopicModel::Topic> settle(const Scores& scores) const {
        std::vector<std::vector<ScoredExample>> examples(terms_.size());
        std::vector<ScoredExample> all;
        for (std::size_t topic = 0; topic < terms_.size(); ++topic) {
            for (std::size_t i = 0; i < labelled_.size(); ++i)
                examples[topic].push_back({scores[topic][i], positives_[topic][i]});
            all.insert(all.end(), examples[topic].begin(), examples[topic].end());
        }
        const double common = best_threshold(std::move(all)).value;
        std::vector<TopicModel::Topic> topics;
        for (std::size_t topic = 0; topic < terms_.size(); ++topic) {
            const auto positives = static_cast<std::size_t>(
                std::ranges::count_if(examples[topic], &ScoredExample::is_positive));
            const double threshold =
                settled_threshold(common, best_threshold(examples[topic]).value, positives);
            topics.push_back({terms_[topic],
                              static_cast<std::uint32_t>(positives),
                              threshold,
                              f1_at(examples[topic], threshold),
                              0});
        }
        return topics;
    }

    TopicModel assemble(const std::vector<LinearClassifier>& classifiers,
                        std::vector<TopicModel::Topic> topics,
                        std::uint64_t fingerprint) const {
        for (std::size_t topic = 0; topic < topics.size(); ++topic)
            topics[topic].bias = classifiers[topic].bias;
        TopicModelWriter writer(std::move(topics), share_, fingerprint);
        std::vector<TopicModel::Weight> weights;
        for (std::size_t column = 0; column < rows_.terms.size(); ++column) {
            weights.clear();
            for (std::size_t topic = 0; topic < classifiers.size(); ++topic)
                if (const float weight = classifiers[topic].weights[column];
                    std::abs(weight) >= least_weight)
                    weights.push_back({static_cast<std::uint32_t>(topic), weight});
            writer.add(rows_.terms[column], rows_.idfs[column], weights);
        }
        return writer.take();
    }

    const std::vector<schemas::Publication>& labelled_;
    const AnalyzerSet& analyzers_;
    std::vector<schemas::Term> terms_; // the topics that are learned, ascending by value
    TopicNames names_;
    double share_;
    Rows rows_;
    std::vector<std::vector<bool>> positives_; // by topic and row
};

} // namespace

std::uint64_t training_fingerprint(const std::vector<schemas::Publication>& labelled,
                                   const schemas::Vocabulary* vocabulary) {
    std::map<std::string_view, std::uint64_t> prints;
    for (const schemas::Publication& publication : labelled) {
        Fingerprint print;
        print.add_part(publication.title).add_part(publication.summary);
        for (const schemas::Passage& passage : publication.passages)
            print.add_part(passage.heading).add_part(passage.text);
        for (const schemas::Topic& topic : publication.topics)
            print.add_part(topic.term.value).add_part(topic.term.label());
        prints[publication.id] = print.value();
    }
    Fingerprint all;
    all.add_part(method);
    for (const auto& [id, print] : prints)
        all.add_part(id).add_part(to_hex(print));
    if (vocabulary != nullptr)
        for (const schemas::Concept& meant : vocabulary->concepts()) {
            all.add_part(vocabulary->term(meant).value).add_part(meant.label);
            all.add_part(meant.scope_note);
            for (const std::string& synonym : meant.synonyms)
                all.add_part(synonym);
        }
    return all.value();
}

std::optional<TopicModel> train_topics(std::vector<schemas::Publication> labelled,
                                       const schemas::Vocabulary* vocabulary,
                                       const AnalyzerSet& analyzers) {
    if (labelled.size() < fewest_labelled)
        return std::nullopt;
    choose(labelled);
    const std::uint64_t fingerprint = training_fingerprint(labelled, vocabulary);
    return Training(labelled, vocabulary, analyzers).run(fingerprint);
}

} // namespace praxis::analyzers
