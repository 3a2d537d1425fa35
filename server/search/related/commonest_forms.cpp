// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/search/related/commonest_forms.h"

namespace praxis::search {

std::vector<index::Form> commonest_forms(const index::Image& image) {
    const auto frequencies = image.form_frequencies();
    const auto lists = image.form_lists();
    std::vector<index::Form> commonest(image.lists().size());
    std::vector<bool> is_known(commonest.size());
    for (index::Form form = 0; form < lists.size(); ++form) {
        const std::uint32_t list = lists[form].word;
        if (list == index::no_list ||
            (is_known[list] && frequencies[form] <= frequencies[commonest[list]]))
            continue;
        commonest[list] = form;
        is_known[list] = true;
    }
    return commonest;
}

} // namespace praxis::search
