// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "schemas/xml_decoder.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace praxis::schemas {

using namespace std::string_view_literals;

namespace {

// Where the declaration must have said which encoding it is.
constexpr std::size_t declaration_bytes = 1024;

// An encoding by name; `skip` bytes of byte-order mark stand in front of the text.
struct Detected {
    std::string encoding;
    std::size_t skip = 0;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> byte_order_marks = {{
    {"\xEF\xBB\xBF"sv, "utf-8"sv},
    {"\xFF\xFE\0\0"sv, "utf-32le"sv},
    {"\0\0\xFE\xFF"sv, "utf-32be"sv},
    {"\xFF\xFE"sv, "utf-16le"sv},
    {"\xFE\xFF"sv, "utf-16be"sv},
}};

// How '<' begins a document in the wide encodings.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> first_bytes = {{
    {"<\0\0\0"sv, "utf-32le"sv},
    {"\0\0\0<"sv, "utf-32be"sv},
    {"<\0"sv, "utf-16le"sv},
    {"\0<"sv, "utf-16be"sv},
}};

bool is_encoding_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || c == ':';
    });
}

// The encoding that the XML declaration names, in lower case; empty: none.
std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml"))
        return {};
    std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t key = declaration.find("encoding");
    if (key == std::string_view::npos)
        return {};
    declaration.remove_prefix(key);
    const std::size_t open = declaration.find_first_of("\"'");
    if (open == std::string_view::npos)
        return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    return to_lower_ascii(declaration.substr(open + 1, close - open - 1));
}

bool is_wide(std::string_view encoding) {
    return encoding.starts_with("utf-16") || encoding.starts_with("utf-32") ||
           encoding.starts_with("utf16") || encoding.starts_with("utf32") ||
           encoding.starts_with("ucs") || encoding.starts_with("iso-10646");
}

std::optional<Detected> detect_by_bytes(std::string_view bytes) {
    for (const auto& [mark, encoding] : byte_order_marks)
        if (bytes.starts_with(mark))
            return Detected{std::string(encoding), mark.size()};
    for (const auto& [start, encoding] : first_bytes)
        if (bytes.starts_with(start))
            return Detected{std::string(encoding), 0};
    return std::nullopt;
}

// An iconv conversion to UTF-8.
class Converter {
public:
    explicit Converter(const std::string& encoding)
        : handle_(::iconv_open("UTF-8", encoding.c_str())) {}

    Converter(Converter&& other) noexcept : handle_(std::exchange(other.handle_, closed())) {}

    Converter& operator=(Converter&&) = delete;

    ~Converter() {
        if (is_open())
            ::iconv_close(handle_);
    }

    bool is_open() const { return handle_ != closed(); }

    // Converts what it can, moves `bytes` behind that, and returns 0, EINVAL or EILSEQ.
    int convert(std::string_view& bytes, std::string& utf8) {
        std::array<char, 16'384> buffer{};
        while (!bytes.empty()) {
            char* in = const_cast<char*>(bytes.data()); // iconv does not write through it
            std::size_t in_left = bytes.size();
            char* out = buffer.data();
            std::size_t out_left = buffer.size();
            const bool stopped =
                ::iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
            const int reason = stopped ? errno : 0;
            utf8.append(buffer.data(), buffer.size() - out_left);
            bytes.remove_prefix(bytes.size() - in_left);
            if (reason != 0 && reason != E2BIG)
                return reason;
        }
        return 0;
    }

private:
    // What iconv_open returns on failure.
    static iconv_t closed() {
        return reinterpret_cast<iconv_t>(-1); // NOLINT: POSIX wants it so
    }

    iconv_t handle_;
};

// The number of bytes at the end that begin a character but do not end it.
std::size_t cut_character_bytes(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

// The place of the first malformed byte, or the length of the text.
std::size_t first_malformed(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (next_code_point(text, at) == replacement_character &&
            text.substr(start, at - start) != "\uFFFD")
            return start;
    }
    return text.size();
}

} // namespace

struct XmlDecoder::State {
    std::string waiting; // bytes not yet decoded
    std::string encoding;
    std::optional<Converter> converter; // nothing: UTF-8
    bool is_started = false;
    std::optional<std::string> problem;

    void start();
    void decode(std::string_view bytes, bool last, std::string& utf8);
    void decode_utf8(std::string_view bytes, bool last, std::string& utf8);
    void decode_other(std::string_view bytes, bool last, std::string& utf8);
    void report_bad_bytes(std::string_view bytes);
};

void XmlDecoder::State::start() {
    is_started = true;
    if (const auto detected = detect_by_bytes(waiting)) {
        waiting.erase(0, detected->skip);
        encoding = detected->encoding;
    } else {
        encoding = declared_encoding(waiting);
        if (is_wide(encoding)) {
            problem = fmt::format("the declaration says encoding=\"{}\", but the bytes are not; "
                                  "correct the declaration or save the file as UTF-8",
                                  encoding);
            return;
        }
    }
    if (encoding.empty() || encoding == "utf8")
        encoding = "utf-8";
    if (encoding == "utf-8")
        return;
    const std::string name = encoding == "iso-8859-1" ? "windows-1252" : encoding;
    if (is_encoding_name(name))
        converter.emplace(name);
    if (!converter || !converter->is_open())
        problem = fmt::format("the declaration says encoding=\"{}\", which is not known here; "
                              "save the file as UTF-8",
                              first_code_points(repair_utf8(encoding), 40));
}

void XmlDecoder::State::report_bad_bytes(std::string_view bytes) {
    problem = bytes.empty()
                  ? fmt::format("the text ends in the middle of a character ({})", encoding)
                  : fmt::format("the byte 0x{:02X} does not fit here: the text is not {}; declare "
                                "the encoding it has or save the file as UTF-8",
                                static_cast<unsigned char>(bytes.front()),
                                encoding);
}

void XmlDecoder::State::decode_utf8(std::string_view bytes, bool last, std::string& utf8) {
    const std::size_t cut = last ? 0 : cut_character_bytes(bytes);
    const std::string_view whole = bytes.substr(0, bytes.size() - cut);
    const std::size_t good = first_malformed(whole);
    utf8.append(whole.substr(0, good));
    if (good < whole.size())
        report_bad_bytes(whole.substr(good));
    waiting.assign(bytes.substr(bytes.size() - cut));
}

void XmlDecoder::State::decode_other(std::string_view bytes, bool last, std::string& utf8) {
    const int reason = converter->convert(bytes, utf8);
    if (reason == EILSEQ || (reason != 0 && last))
        report_bad_bytes(reason == EILSEQ ? bytes : std::string_view());
    waiting.assign(bytes);
}

void XmlDecoder::State::decode(std::string_view bytes, bool last, std::string& utf8) {
    if (converter)
        decode_other(bytes, last, utf8);
    else
        decode_utf8(bytes, last, utf8);
}

XmlDecoder::XmlDecoder() : state_(std::make_unique<State>()) {}

XmlDecoder::XmlDecoder(XmlDecoder&&) noexcept = default;
XmlDecoder& XmlDecoder::operator=(XmlDecoder&&) noexcept = default;
XmlDecoder::~XmlDecoder() = default;

void XmlDecoder::feed(std::string_view bytes, bool last, std::string& utf8) {
    State& state = *state_;
    if (state.problem)
        return;
    state.waiting.append(bytes);
    if (!state.is_started) {
        if (!last && state.waiting.size() < declaration_bytes)
            return;
        state.start();
        if (state.problem)
            return;
    }
    const std::string pending = std::exchange(state.waiting, {});
    state.decode(pending, last, utf8);
}

const std::optional<std::string>& XmlDecoder::problem() const {
    return state_->problem;
}

} // namespace praxis::schemas
