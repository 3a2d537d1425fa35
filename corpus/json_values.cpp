// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/json_values.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace praxis::corpus {

namespace {

constexpr std::size_t deepest = 64;

// Takes the parser's events, so that no tree of foreign depth is ever built.
class ValueCollector : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit ValueCollector(int line) : line_(line) {}

    bool null() override { return scalar({}); }

    bool boolean(bool value) override { return scalar(value ? "true" : "false"); }

    bool number_integer(number_integer_t value) override { return scalar(std::to_string(value)); }

    bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value)); }

    bool number_float(number_float_t, const string_t& written) override { return scalar(written); }

    bool string(string_t& value) override { return scalar(value); }

    bool binary(binary_t&) override { return refuse("binary data"); }

    bool start_object(std::size_t) override {
        if (is_list_open_at_top())
            return refuse("a list where an object was expected");
        return open(Level{prefix_, false});
    }

    bool end_object() override { return close(); }

    bool start_array(std::size_t) override {
        if (levels_.empty())
            return refuse("a list where an object was expected");
        return open(Level{prefix_, true});
    }

    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const std::string& above = levels_.back().prefix;
        const std::string own = to_lower_ascii(trim(repair_utf8(name)));
        prefix_ = above.empty() ? own : above + "." + own;
        return true;
    }

    bool parse_error(std::size_t position,
                     const std::string&,
                     const nlohmann::detail::exception& error) override {
        position_ = position;
        std::string_view what = error.what();
        what.remove_prefix(std::min(what.find(": "), what.size() - 2) + 2);
        return refuse(std::string(what.substr(0, what.find("; last read"))));
    }

    std::vector<KeyValue> take() { return std::move(values_); }

    const std::string& reason() const { return reason_; }

    std::size_t position() const { return position_; }

private:
    struct Level {
        std::string prefix;
        bool is_list;
    };

    bool is_list_open_at_top() const { return levels_.size() == 1 && levels_.front().is_list; }

    bool refuse(std::string reason) {
        reason_ = std::move(reason);
        return false;
    }

    bool open(Level level) {
        if (levels_.size() >= deepest)
            return refuse(fmt::format("nested more than {} deep", deepest));
        levels_.push_back(std::move(level));
        return true;
    }

    bool close() {
        prefix_ = levels_.back().prefix;
        levels_.pop_back();
        return true;
    }

    bool scalar(std::string_view value) {
        if (levels_.empty())
            return refuse("a single value where an object was expected");
        if (!trim(value).empty())
            values_.push_back({.key = prefix_, .value = repair_utf8(trim(value)), .line = line_});
        return true;
    }

    int line_;
    std::vector<Level> levels_;
    std::string prefix_;
    std::vector<KeyValue> values_;
    std::string reason_;
    std::size_t position_ = 0;
};

} // namespace

Result<std::vector<KeyValue>> read_json_values(std::string_view json, int line) {
    ValueCollector collector(line);
    if (nlohmann::json::sax_parse(json.begin(), json.end(), &collector))
        return collector.take();
    return failure(ErrorKind::InvalidInput,
                   collector.reason(),
                   {.path = {}, .line = line, .column = static_cast<int>(collector.position())});
}

std::size_t json_object_length(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            at += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return 0;
}

} // namespace praxis::corpus
