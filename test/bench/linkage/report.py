"""What the benchmark of linkage found, as Markdown and as a picture."""

import math
import os
import platform
import time

GRID = [("pair", "pairs"), ("components", "components"), ("groups", "groups"), ("one_to_one", "one to one")]


def machine():
    """One line about where this ran."""
    name = ""
    with open("/proc/cpuinfo", encoding="utf-8") as text:
        for line in text:
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return (f"{name or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} "
            f"{platform.release()}, {time.strftime('%Y-%m-%d')}, load {os.getloadavg()[0]:.1f} at the start")


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def share(value):
    text = f"{value:.4f}"
    return text[1:] if text.startswith("0") else text


def counted(score):
    return f"{share(score['f1'])} ({score['wrong']}+{score['missed']})"


def table_of(entry):
    """One set: what each took, then how good each is."""
    lines = [f"### {entry['set']}: {entry['rows']:,} rows, {entry['true']:,} true pairs", ""]
    ways = [(key, name) for key, name in GRID if any(key in row.get("score", {}).get("given", {})
                                                     for row in entry["programs"])]
    lines.append("| | s | CPU s | MB | true pairs told | ECE | "
                 + " | ".join(name for _, name in ways) + " | best threshold: " + " | ".join(name for _, name in ways)
                 + " |")
    lines.append("|" + "---|" * (6 + 2 * len(ways)))
    for row in entry["programs"]:
        if row.get("outcome"):
            lines.append(f"| {row['name']} | {row['outcome']} |" + " |" * (4 + 2 * len(ways)))
            continue
        took, score = row["took"], row["score"]
        cells = [row["name"], number(took["wall"]), number(took["cpu"]), number(took["peak_mb"]),
                 share(score["told_recall"]), share(score["ece"])]
        cells += [counted(score["given"][key]) if key in score["given"] else "" for key, _ in ways]
        if row.get("tuned", True):
            cells += [counted(score["tuned"][key]) if key in score["tuned"] else "" for key, _ in ways]
        else:
            cells += ["" for _ in ways]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines + [""])


def growth(points):
    """Rows of people against time and memory of each program."""
    lines = ["### Growth, invented people", "", "| | rows | s | CPU s | MB | us a row |", "|---|---|---|---|---|---|"]
    for name, rows, took in points:
        lines.append(f"| {name} | {rows:,} | {number(took['wall'])} | {number(took['cpu'])} | {number(took['peak_mb'])}"
                     f" | {took['wall'] / rows * 1e6:.1f} |")
    return "\n".join(lines + [""])


COLOURS = ["#1b4f72", "#b03a2e", "#7d6608", "#4a235a"]


def picture(points):
    """Seconds against rows on logarithmic axes, as SVG."""
    width, height, left, bottom = 560, 360, 70, 50
    xs = [math.log10(rows) for _, rows, _ in points]
    ys = [math.log10(took["wall"]) for _, _, took in points]
    low_x, high_x = math.floor(min(xs)), math.ceil(max(xs))
    low_y, high_y = math.floor(min(ys)), max(math.ceil(max(ys)), math.floor(min(ys)) + 1)
    high_x = max(high_x, low_x + 1)

    def place(x, y):
        return (left + (x - low_x) / (high_x - low_x) * (width - left - 120),
                height - bottom - (y - low_y) / (high_y - low_y) * (height - bottom - 20))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
           f'font-size="12"><rect width="{width}" height="{height}" fill="white"/>']
    for x in range(low_x, high_x + 1):
        (across, top), (_, foot) = place(x, high_y), place(x, low_y)
        out.append(f'<path d="M{across:.0f} {top:.0f}V{foot:.0f}" stroke="#ddd"/>'
                   f'<text x="{across:.0f}" y="{foot + 18:.0f}" text-anchor="middle">{10 ** x:,}</text>')
    for y in range(low_y, high_y + 1):
        (begin, up), (end, _) = place(low_x, y), place(high_x, y)
        out.append(f'<path d="M{begin:.0f} {up:.0f}H{end:.0f}" stroke="#ddd"/>'
                   f'<text x="{begin - 8:.0f}" y="{up + 4:.0f}" text-anchor="end">{10.0 ** y:g} s</text>')
    for k, name in enumerate(dict.fromkeys(name for name, _, _ in points)):
        colour = COLOURS[k % len(COLOURS)]
        line = sorted((rows, took["wall"]) for each, rows, took in points if each == name)
        at = [place(math.log10(rows), math.log10(wall)) for rows, wall in line]
        out.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="'
                   + " ".join(f"{x:.1f},{y:.1f}" for x, y in at) + '"/>')
        out.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at)
        out.append(f'<text x="{at[-1][0] + 8:.0f}" y="{at[-1][1] + 4:.0f}" fill="{colour}">{name}</text>')
    out.append(f'<text x="{(left + width - 120) / 2:.0f}" y="{height - 10}" text-anchor="middle">rows</text></svg>')
    return "\n".join(out) + "\n"
