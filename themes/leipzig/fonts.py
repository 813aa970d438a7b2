#!/usr/bin/env python3
"""Makes the fonts of the theme anew: assets/fonts/*.woff2, assets/css/fonts.css and cards/*.ttf.

    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 brotli==1.2.1
    venv/bin/python fonts.py [FOLDER]

FOLDER keeps the packages (*.tgz); those missing there are fetched with `npm pack`. The same in, the same bytes out.
FONTLOG, in short (the whole is assets/fonts/FONTLOG.txt): Leipzig Serif and Leipzig Sans are modified versions of
Source Serif 4 and Source Sans 3, Copyright Adobe, SIL Open Font License 1.1. "Source" is a reserved font name, so they
carry another. Changed: names, letters, OpenType features, range of weights, optical size, hinting."""
import io, subprocess, sys, tarfile, tempfile
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

THEME = Path(__file__).resolve().parent
FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
SERIF, SANS = "source-serif@4.5.1", "source-sans@3.52.0"
FACES = {  # name: package, file in it, axes, subsets
    "serif": (SERIF, "VAR/SourceSerif4Variable-Roman.ttf", {"wght": (400, 700), "opsz": 20}, "core vi ext"),
    "serif-italic": (SERIF, "VAR/SourceSerif4Variable-Italic.ttf", {"wght": (400, 400), "opsz": 20}, "core vi"),
    "sans": (SANS, "VF/SourceSans3VF-Upright.ttf", {"wght": (400, 700)}, "core vi ext"),
    "sans-italic": (SANS, "VF/SourceSans3VF-Italic.ttf", {"wght": (400, 600)}, "core vi"),
}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "pnum", "tnum"]
# ế and ệ are in the core for "Tiếng Việt" in every language switcher. The marks of vi are for decomposed text.
CORE = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’‚“”„…•†€−‹›←↑→↓ếệ\u2011\u202f")}
VI = {*map(ord, "ĂăĐđĨĩŨũƠơƯư₫\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"), *range(0x1EA0, 0x1EFA)} - CORE
EXT = {*range(0x100, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), *map(ord, "Əəẞ™‰′″")} - CORE - VI
SUBSETS = {"core": CORE, "vi": VI, "ext": EXT}
# Social cards: one weight of each family, in one file with every letter. Their text is composed, so marks are not needed.
CARDS = {"serif": ({"wght": 600, "opsz": 20}, "SemiBold"), "sans": ({"wght": 500}, "Medium")}
CARD = {point for point in CORE | VI | EXT if not 0x300 <= point < 0x370}

FALLBACKS = [  # face, name, local fonts of one width, a free font of that width to measure (Gelasio is like Georgia)
    ("serif", "Georgia", "Georgia|Gelasio|Gelasio Regular", "gelasio"),
    ("serif", "Times", "Times New Roman|TimesNewRomanPSMT|Liberation Serif|Tinos|Tinos Regular", "tinos"),
    ("serif", "Noto", "Noto Serif|NotoSerif-Regular|NotoSerif", "noto-serif"),
    ("sans", "Arial", "Arial|ArialMT|Liberation Sans|Arimo|Arimo Regular|Helvetica", "arimo"),
    ("sans", "Roboto", "Roboto|Roboto-Regular|Roboto Regular", "roboto"),
]
# Letters per thousand in German, English and Vietnamese text, a third each, without diacritics; "_" is the space.
FREQUENCY = """_167 e88 n71 i62 a59 t56 h45 o45 r33 s30 u29 g27 d27 c26 m20 p17 l16 214 .12 b10 v9 y8 C8 f8 08 ,7 z7
-6 w6 k6 H5 L4 M4 44 S4 D4 T4 14 B3 V2 52 x2 N2 G2 A2 q2 W1 P1 31 F1 Y1 I1 61 91 E1 K1 O1 R1 71 81 U1""".split()
HEAD = """/* The fonts. Made by ../../fonts.py: change that, not this. Leipzig Serif and Leipzig Sans are subsets of
   Source Serif 4 and Source Sans 3 by Adobe, renamed as their licence asks (SIL Open Font License 1.1, see ../fonts).
   Why subsets: a browser loads a file only where a letter of its unicode-range occurs. core is for German and English,
   vi adds the letters of Vietnamese, ext those of the other European names. The fallback faces are fonts of the
   reader's device, made as wide and as high as ours, so that little moves when ours arrive. */
"""


def font(package, path):
    file = FOLDER / (package.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz")
    if not file.exists():
        subprocess.run(["npm", "pack", "--silent", package], cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(file) as packed:
        return TTFont(io.BytesIO(packed.extractfile(f"package/{path}").read()), recalcTimestamp=False)


def rename(face, family, style):
    version, bare = face["name"].getDebugName(5).split(";")[0], f"{family.replace(' ', '')}-{style}"
    full, prefix = f"{family} {style}".removesuffix(" Regular"), bare.replace("-", "").removesuffix("Regular")
    for number, text in {1: family, 2: style, 3: f"{version};{bare}", 4: full, 5: version, 6: bare, 25: prefix}.items():
        face["name"].setName(text, number, 3, 1, 0x409)
    if "fvar" in face:
        face["fvar"].instances = []  # their PostScript names hold the reserved name


def cut(whole, points, features=FEATURES, flavor="woff2"):
    options = subset.Options(hinting=False, layout_features=features, layout_scripts=["DFLT", "latn"],
                             name_IDs=[*range(8), 13, 14, 25], flavor=flavor, notdef_outline=True)
    options.drop_tables += ["BASE", "DSIG"]
    piece, cutter = TTFont(io.BytesIO(whole), recalcTimestamp=False), subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(piece)
    return piece, options


def ranges(points):
    ends = (sorted(point for point in points if point + step not in points) for step in (-1, 1))
    return ", ".join(f"U+{a:04X}" + (f"-{b:04X}" if b > a else "") for a, b in zip(*ends))


def width(face):
    """Mean advance of a letter of our text, in em."""
    glyphs, counts = face.getBestCmap(), [(item[0].replace("_", " "), int(item[1:])) for item in FREQUENCY]
    total = sum(face["hmtx"][glyphs[ord(letter)]][0] * count for letter, count in counts)
    return total / sum(count for _, count in counts) / face["head"].unitsPerEm


def rule(**descriptors):
    return "\n".join(["@font-face {", *(f"  {k.replace('_', '-')}: {v};" for k, v in descriptors.items()), "}\n"])


def hyphen(face):
    for table in face["cmap"].tables:
        if table.isUnicode():
            table.cmap.setdefault(0x2011, table.cmap[0x2D])  # the non-breaking hyphen, where it is missing


rules, faces = [HEAD], {}
for name, (package, path, axes, parts) in FACES.items():
    family, style = f"Leipzig {name.split('-')[0].title()}", "Italic" if "italic" in name else "Regular"
    faces[name] = whole = instantiateVariableFont(font(package, path), axes)
    hyphen(whole)
    rename(whole, family, style)
    whole.save(buffer := io.BytesIO())
    for part in parts.split():
        piece, options = cut(buffer.getvalue(), SUBSETS[part])
        file = THEME / f"assets/fonts/leipzig-{name}-{part}.woff2"
        subset.save_font(piece, file, options)
        print(f"{file.stat().st_size:6} {file.name}")
        rules.append(rule(
            font_family=f'"{family}"', font_style=style.lower().replace("regular", "normal"),
            font_weight=" ".join(map(str, sorted(set(axes["wght"])))), font_display="swap",
            src=f'url("../fonts/{file.name}") format("woff2")', unicode_range=ranges(set(piece.getBestCmap()))))
for name, other, local, free in FALLBACKS:
    adjust = width(faces[name]) / width(font(f"@fontsource/{free}@5.3.0", f"files/{free}-latin-400-normal.woff2"))
    hhea, em = faces[name]["hhea"], faces[name]["head"].unitsPerEm * adjust
    rules.append(rule(
        font_family=f'"Leipzig {name.title()} Fallback {other}"',
        src=", ".join(f'local("{each}")' for each in local.split("|")), size_adjust=f"{adjust:.2%}",
        ascent_override=f"{hhea.ascent / em:.2%}", descent_override=f"{-hhea.descent / em:.2%}",
        line_gap_override=f"{hhea.lineGap / em:.0%}"))
(THEME / "assets/css/fonts.css").write_text("\n".join(rules), encoding="utf-8")
(THEME / "cards").mkdir(exist_ok=True)
for name, (axes, style) in CARDS.items():
    package, path, _, _ = FACES[name]
    whole = instantiateVariableFont(font(package, path), axes)
    hyphen(whole)
    rename(whole, f"Leipzig {name.title()} Card", style)
    whole.save(buffer := io.BytesIO())
    piece, options = cut(buffer.getvalue(), CARD, ["kern", "ccmp", "locl", "liga", "lnum", "pnum"], None)
    file = THEME / f"cards/leipzig-{name}-card.ttf"
    subset.save_font(piece, file, options)
    print(f"{file.stat().st_size:6} {file.name}")
