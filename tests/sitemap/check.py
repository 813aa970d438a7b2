"""Holds sitemaps to the schema of sitemaps.org, which comes with the npm package "sitemap"; validated by libxml2.

check.py XSD PUBLIC…: the schema, folders with built sites. Ends with "sitemap: N passed, N failed".
"""

import pathlib
import sys

from lxml import etree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

# Foreign elements must be known to the schema: xhtml:link is in a file of ours.
BOTH = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{}"/>
<xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="{}"/>
</xsd:schema>"""
# What the schema must refuse, or it has not been read.
WRONG = [
    (b"<lastmod>", b"<lastmod>about "),
    (b"<url>", b"<url><priority>2</priority>"),
    (b"<loc>", b"<loc/><loc>"),
    (b' hreflang="x-default"', b""),
]
xsd, link = pathlib.Path(sys.argv[1]).resolve().as_uri(), pathlib.Path(__file__).with_name("link.xsd").resolve().as_uri()
schema = etree.XMLSchema(etree.fromstring(BOTH.format(xsd, link)))
for folder in sys.argv[2:]:
    file = pathlib.Path(folder, "sitemap.xml")
    written = file.read_bytes()
    check(file, schema.validate(etree.fromstring(written)), schema.error_log)
    for right, wrong in WRONG:
        broken = written.replace(right, wrong, 1)
        check(f"{file} with {wrong}", broken != written and not schema.validate(etree.fromstring(broken)), "is valid")
finish("sitemap")
