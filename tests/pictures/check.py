"""Decodes every picture of built sites with Pillow, and holds the pages to what the files are.

check.py PUBLIC…: folders with built sites. Ends with "pictures: N passed, N failed".
"""

import pathlib
import re
import sys
from html import unescape
from urllib.parse import unquote

from lxml import etree, html
from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

KINDS = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


def notes(image):
    """What a camera, a telephone or a drawing program wrote beside the pixels."""
    beside = {"exif", "xmp", "comment", "icc_profile", "photoshop", "XML:com.adobe.xmp", "Software", "Author"}
    return sorted(beside & set(image.info)) + list(image.getexif())


def versions(page):
    """Every (address, width or None) that the page's pictures name."""
    for element in page.iter("img", "source"):
        if element.get("src"):
            yield element.get("src"), None
        for part in filter(None, (element.get("srcset") or "").split(", ")):
            address, width = part.rsplit(" ", 1)
            yield address, int(width.removesuffix("w"))


def file_of(folder, page, address):
    return (page.parent / unquote(unescape(address))).resolve()


for folder in map(pathlib.Path, sys.argv[1:]):
    sizes = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".svg":
            drawing = etree.fromstring(file.read_bytes())
            names = {etree.QName(element).localname for element in drawing.iter(etree.Element)}
            check(f"{file}: only draws", not names & {"script", "foreignObject", "image", "animate", "set"}, names)
        if file.suffix not in KINDS:
            continue
        with Image.open(file) as image:
            image.load()
            sizes[file.resolve()] = image.size
            check(f"{file}: nothing but pixels", not notes(image), notes(image))
            if "photo" in file.name:
                # Taken with the camera held upright: the stored picture's red corner, top left, belongs top right.
                red = image.convert("RGB").getpixel((image.width - 5, 5))
                check(f"{file}: upright", image.width < image.height and red[0] > 180 > 90 > red[2], (image.size, red))
        named = re.search(r"-(\d+)\.\w+$", file.name)
        if named:
            check(f"{file}: as wide as its name says", int(named[1]) == image.width, image.width)
    pages = 0
    for page in sorted(folder.rglob("*.html")):
        for address, width in versions(html.fromstring(page.read_bytes())):
            file = file_of(folder, page, address)
            check(f"{page}: {address} is there", address.startswith("/") or file.is_file(), "no such file")
            if width:
                check(f"{page}: {address} is {width} wide", sizes.get(file, (0, 0))[0] == width, sizes.get(file))
        pages += 1
    check(f"{folder}: pages were read", pages > 10, pages)
    check(f"{folder}: pictures were read", sizes or any(folder.rglob("*.svg")), "none")
finish("pictures")
