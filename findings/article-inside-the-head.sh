#!/bin/sh
# A page may leave out </head> (HTML Standard, 13.1.2.4): a parser is expected to end the head at the first element that cannot
# stand in it, as it does before <p> or <div>.
#
# Seen with libxml2 2.12.9 (lxml 5.3.0) beside html5lib 1.1: before <article>, <main>, <section>, <nav> libxml2's HTML parser, which
# knows the elements of HTML 4, goes on in the head: the whole article stands inside <head>, there is no body. After the next <p>
# outside of them a body begins, so one page may be cut in two. And <p> is not ended by <figure> or <section>, as it has to be.
# Whoever looks for a text in the body only finds a part of such pages or none.
#
# Run by hand; needs Python 3 with venv and pip. Fails when what was seen has changed.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv tools
tools/bin/pip -q install lxml==5.3.0 html5lib==1.1
tools/bin/python - <<'PYTHON' | tee seen
import html5lib, lxml.etree, lxml.html

print("libxml2", ".".join(map(str, lxml.etree.LIBXML_VERSION)))
for page in [
    "<title>t</title><article><p>text</article>",
    "<title>t</title><nav>menu</nav><p>text",
    "<title>t</title><div>text</div>",
    "<title>t</title><p>text<figure><img src=a></figure>more",
]:
    def paths(tree):
        return " ".join("/".join([a.tag for a in reversed(list(e.iterancestors()))] + [e.tag]) for e in tree.iter() if e.tag in ("article", "nav", "p", "div", "figure"))
    print("libxml2:", paths(lxml.html.document_fromstring(page)))
    print("html5lib:", paths(html5lib.parse(page, treebuilder="lxml", namespaceHTMLElements=False).getroot()))
PYTHON
cat > expected <<'TEXT'
libxml2 2.12.9
libxml2: html/head/article html/head/article/p
html5lib: html/body/article html/body/article/p
libxml2: html/head/nav html/body/p
html5lib: html/body/nav html/body/p
libxml2: html/body/div
html5lib: html/body/div
libxml2: html/body/p html/body/p/figure
html5lib: html/body/p html/body/figure
TEXT
diff expected seen && echo "as seen"
