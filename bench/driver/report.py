# SPDX-FileCopyrightText: The Praxis authors
# SPDX-License-Identifier: Apache-2.0
"""Figures as Markdown."""


from . import measuring


def added(before, now):
    """The figures of two runs over the same library, the later one where both have something."""
    if before["docs"] != now["docs"] or before["corpus"] != now["corpus"]:
        raise ValueError("the JSON file has figures of another library")
    rows = {row["name"]: row for row in before["classes"] + now["classes"]}
    order = [variant + name for variant in measuring.VARIANTS for name in measuring.CLASSES]
    return {**before, **now,
            **{key: {**before[key], **now[key]} for key in ("engines", "indexing")},
            "classes": sorted(rows.values(), key=lambda row: order.index(row["name"]))}


def cell(figures, name, praxis):
    if name not in figures:
        return "-"
    ratio = "" if name == "praxis" else f" ({figures[name] / praxis:.1f}x)"
    return f"{figures[name]:.1f}{ratio}"


def table(figures):
    names = list(figures["engines"])
    lines = [f"{figures['docs']} publications; {figures['corpus']}",
             f"{figures['date']}, commit {figures['commit']}, {figures['machine']}; load "
             f"{figures['load']}; `{figures['command']}`", "",
             "Microseconds a query, and how many times those of Praxis.", "",
             "| class | hits | " + " | ".join(names) + " | same totals |",
             "|---" * (len(names) + 3) + "|"]
    for row in figures["classes"]:
        times = row["microseconds"]
        cells = [cell(times, name, times.get("praxis", 1) or 1) for name in names]
        lines.append(f"| {row['name']} | {row['hits']:g} | " + " | ".join(cells) +
                     f" | {'yes' if row['same_totals'] else 'no'} |")
    lines += ["", "| indexing | publications a second | MB |", "|---|---|---|"]
    for name, done in figures["indexing"].items():
        lines.append(f"| {name} | {done['publications'] / max(done['seconds'], 1e-3):.0f} | "
                     f"{done.get('megabytes', '-')} |")
    lines += [f"\nMissing: {name}: {why}" for name, why in figures["missing"].items()]
    return "\n".join(lines)
