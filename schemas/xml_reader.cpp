// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "base/expects.h"
#include "base/file.h"
#include "schemas/xml.h"
#include "schemas/xml_events.h"
#include "schemas/xml_tree.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace praxis::schemas {

namespace {

constexpr std::size_t piece_bytes = 65'536;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

using File = std::unique_ptr<std::FILE, CloseFile>;

} // namespace

struct XmlReader::State {
    File file;
    std::filesystem::path path;
    std::string shown_path;
    XmlEventParser parser;
    std::optional<XmlEvent> current; // the Start that next_element gave last
    int depth = 0;                   // of elements that are open
    bool is_at_end = false;          // of the file
    std::optional<Error> error;

    void read_piece();
    std::optional<XmlEvent> next_event();
};

void XmlReader::State::read_piece() {
    std::array<char, piece_bytes> buffer{};
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (std::ferror(file.get()) != 0) {
        error = error_of_errno(errno, "read", path);
        return;
    }
    is_at_end = count < buffer.size();
    parser.feed({buffer.data(), count}, is_at_end);
}

std::optional<XmlEvent> XmlReader::State::next_event() {
    while (parser.events().empty() && !is_at_end && !parser.error() && !error)
        read_piece();
    if (parser.events().empty()) {
        if (!error)
            error = parser.error();
        return std::nullopt;
    }
    XmlEvent event = std::move(parser.events().front());
    parser.events().pop_front();
    return event;
}

XmlReader::XmlReader(std::unique_ptr<State> state) : state_(std::move(state)) {}

XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader& XmlReader::operator=(XmlReader&&) noexcept = default;
XmlReader::~XmlReader() = default;

Result<XmlReader> XmlReader::open(const std::filesystem::path& file, std::string_view shown_path) {
    File opened(std::fopen(file.c_str(), "rbe"));
    if (!opened)
        return tl::unexpected<Error>(error_of_errno(errno, "open", file));
    return XmlReader(std::make_unique<State>(State{.file = std::move(opened),
                                                   .path = file,
                                                   .shown_path = std::string(shown_path),
                                                   .parser = XmlEventParser(shown_path),
                                                   .current = std::nullopt,
                                                   .error = std::nullopt}));
}

std::optional<XmlReader::Element> XmlReader::next_element() {
    State& state = *state_;
    while (auto event = state.next_event()) {
        if (event->kind == XmlEvent::Kind::End)
            --state.depth;
        if (event->kind != XmlEvent::Kind::Start)
            continue;
        state.current = std::move(event);
        const XmlNode& node = state.current->node;
        return Element{node.name, node.name_space, state.depth++, node.line};
    }
    state.current.reset();
    return std::nullopt;
}

Result<XmlNode> XmlReader::read_subtree() {
    State& state = *state_;
    expects(state.current.has_value(), "read_subtree follows next_element");
    const std::uint64_t begin = state.current->offset;
    const SourcePosition place{
        state.shown_path, state.current->node.line, state.current->node.column};
    XmlTreeBuilder tree;
    bool is_too_large = false;
    tree.add(*std::exchange(state.current, std::nullopt));
    while (!tree.is_complete()) {
        auto event = state.next_event();
        if (!event)
            return tl::unexpected<Error>(
                state.error.value_or(Error(ErrorKind::InvalidInput, "the file ends here", place)));
        tree.add(std::move(*event));
        if (!is_too_large &&
            state.parser.fed_bytes() > begin + max_subtree_bytes + 2 * piece_bytes) {
            is_too_large = true;
            tree.discard();
        }
    }
    --state.depth;
    if (is_too_large || tree.is_too_large())
        return failure(ErrorKind::InvalidInput,
                       "this element is too large: at most 16 MB and 1,000,000 elements and texts; "
                       "split it",
                       place);
    return tree.take();
}

const std::optional<Error>& XmlReader::error() const {
    return state_->error;
}

const std::vector<Error>& XmlReader::remarks() const {
    return state_->parser.remarks();
}

} // namespace praxis::schemas
