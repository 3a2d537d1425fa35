// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/result.h"
#include "schemas/library.h"
#include "index/image/image.h"
#include "index/image/section_file.h"

#include <memory>

namespace praxis::index {

// A mapped file of sections → the image it holds, with its bounds checked.
//
// Errors:   Corrupt
// Threads:  Immutable
Result<std::shared_ptr<const Image>> image_of(SectionFile file, const schemas::Library& library);

} // namespace praxis::index
