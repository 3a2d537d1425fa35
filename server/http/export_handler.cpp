// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/export_handler.h"

#include "server/http/citations/bibtex.h"
#include "server/http/citations/ris.h"
#include "server/http/csv.h"
#include "server/http/json/publication_json.h"
#include "server/http/scope_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::http {

namespace {

using schemas::Library;
using schemas::Publication;

constexpr std::array<std::string_view, 1> own = {"format"};
constexpr std::array<std::string_view, 2> ordering = {"sort", "rank"};
constexpr std::size_t piece_bytes = 64 * 1024;

struct ExportFormat {
    std::string_view name; // also the file's extension
    std::string_view media_type;
    std::string (*begin)();
    std::string (*write)(const Publication&, const Library&, std::uint64_t generation);
};

std::string nothing() {
    return {};
}

std::string
json_line(const Publication& publication, const Library& library, std::uint64_t number) {
    return publication_json(publication, library.base_url, number) + "\n";
}

std::string table_row(const Publication& publication, const Library& library, std::uint64_t) {
    return csv_row(publication, reference_of(publication, library));
}

template <std::string (*spell)(const Reference&)>
std::string spelled(const Publication& publication, const Library& library, std::uint64_t) {
    return spell(reference_of(publication, library));
}

constexpr std::array<ExportFormat, 4> formats = {{
    {"jsonl", "application/jsonl", nothing, json_line},
    {"csv", "text/csv", csv_header, table_row},
    {"ris", "application/x-research-info-systems", nothing, spelled<ris_record>},
    {"bib", "application/x-bibtex", nothing, spelled<bibtex_entry>},
}};

class ExportStream : public BodyStream {
public:
    ExportStream(std::unique_ptr<search::ResultList> list,
                 std::shared_ptr<const Library> library,
                 const ExportFormat& format)
        : list_(std::move(list)), library_(std::move(library)), format_(format),
          waiting_(format.begin()) {}

    bool read(std::string& piece) override {
        piece += std::exchange(waiting_, {});
        while (piece.size() < piece_bytes) {
            const std::optional<Publication> publication = list_->next();
            if (!publication)
                return false;
            piece += format_.write(*publication, *library_, list_->generation());
        }
        return true;
    }

private:
    std::unique_ptr<search::ResultList> list_;
    std::shared_ptr<const Library> library_;
    const ExportFormat& format_;
    std::string waiting_;
};

} // namespace

Admitted<Response> answer_export(const Call& call) {
    const auto library = call.searcher.library();
    Scope scope = decode_scope(call.target.parameters, own, ordering, *library);
    const auto named = call.target.parameters.first("format");
    const auto format = named ? std::ranges::find(formats, *named, &ExportFormat::name)
                              : std::ranges::find(formats, call.media, &ExportFormat::media_type);
    if (format == formats.end())
        scope.errors.push_back({"format", "must be one of jsonl, csv, ris, bib", {}});
    if (!scope.errors.empty())
        return tl::unexpected(Problem{ProblemType::InvalidParameter,
                                      "The parameters are not valid.",
                                      std::move(scope.errors)});
    auto list = call.searcher.list(scope.request);
    if (!list)
        return tl::unexpected(problem_of(std::move(list.error())));
    Response response = answer_with(format->media_type, {});
    response.headers.set("Content-Disposition",
                         fmt::format("attachment; filename=\"publications.{}\"", format->name));
    response.headers.set("X-Total-Count", std::to_string((*list)->total()));
    response.stream = std::make_unique<ExportStream>(std::move(*list), library, *format);
    return response;
}

} // namespace praxis::http
