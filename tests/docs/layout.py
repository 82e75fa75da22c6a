"""Checks how the rendered site looks: what each page has to show, and in a browser that nothing is cut off.

The browser is headless Chromium, where there is one: each page is measured as wide as a phone, a tablet and a laptop.
"""

from __future__ import annotations

import functools
import html
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading

from blocks import ROOT

SITE = ROOT / "target" / "site"
WIDTHS = (390, 768, 1366)
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: The longest part of an identifier that does not wrap: it fits into the narrowest page.
LONGEST = 34
CODE = re.compile(r'<span class="pre">(.*?)</span>', re.DOTALL)
#: What a browser runs: it loads each page into a frame, and says what is wider than the frame without scrolling.
MEASURE = """<!doctype html><body><script>
const scrolls = (element, article) => {
    for (let e = element; e && e !== article; e = e.parentElement)
        if (/auto|scroll/.test(e.ownerDocument.defaultView.getComputedStyle(e).overflowX)) return true;
    return false;
};
const measure = (frame, page, width) => new Promise(done => {
    frame.onload = () => {
        const root = frame.contentDocument.documentElement, wrong = [];
        if (root.scrollWidth > width) wrong.push(`the page is ${root.scrollWidth} wide`);
        const article = frame.contentDocument.querySelector("article");
        for (const element of article ? article.querySelectorAll("*") : []) {
            const box = element.getBoundingClientRect();
            if (box.width && box.right > width + 1 && !scrolls(element, article))
                wrong.push(`${element.tagName} ${element.className} ends at ${Math.round(box.right)}: ` +
                    element.textContent.trim().slice(0, 60));
        }
        done(wrong.slice(0, 3).map(what => `${page} at ${width}: ${what}`));
    };
    frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
    frame.src = page;
});
(async () => {
    const found = [];
    for (const width of WIDTHS) for (const page of PAGES) {
        const frame = document.body.appendChild(document.createElement("iframe"));
        found.push(...await measure(frame, page, width));
        frame.remove();
    }
    const result = document.createElement("pre");
    result.id = "result";
    result.textContent = JSON.stringify(found);
    document.body.replaceChildren(result);
})();
</script>"""


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves the site and the page that measures it."""

    measuring = b""

    def do_GET(self) -> None:
        """Answers with the page that measures, or with a file."""
        if self.path != "/measure":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.measuring)))
        self.end_headers()
        self.wfile.write(self.measuring)

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


def pages() -> list[str]:
    """The pages of the site, but for rustdoc's own and those that show a file."""
    found = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
    return [page for page in found if not page.startswith(("rust/", "files/", "_"))]


def measured(browser: str) -> list[str]:
    """What a browser finds cut off or too wide."""
    script = MEASURE.replace("WIDTHS", json.dumps(WIDTHS)).replace("PAGES", json.dumps(pages()))
    Server.measuring = script.encode()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-proxy-server", "--dump-dom"),
                *("--hide-scrollbars", "--virtual-time-budget=600000", f"--user-data-dir={profile}"),
                f"http://127.0.0.1:{server.server_port}/measure",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    server.shutdown()
    server.server_close()
    found = re.search(r'<pre id="result">(.*?)</pre>', done.stdout, re.DOTALL)
    if found is None:
        return [f"{browser} measured nothing: {done.stderr[-2000:]}"]
    return [str(complaint) for complaint in json.loads(html.unescape(found[1]))]


def text(page: str) -> str:
    """A page of the site."""
    return (SITE / page).read_text(encoding="utf-8")


def missing() -> list[str]:
    """What a page does not show and should."""
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    facts = dict(re.findall(r'^(version|repository) = "(.+)"', manifest, re.MULTILINE))
    wanted = {
        "index.html": [f"libnango {facts['version']}", f'href="{facts["repository"]}"']
        + [f'<label class="tab-label" for="[^"]*">{name}</label>' for name in ("Python", "Go", "Rust", r"C\+\+", "C")],
        "reference/rust.html": ['href="rust/struct.Client.html"'],
        "reference/rust/struct.Client.html": ["get_connection", 'id="method.proxy"'],
        "reference/python.html": [r'<dd><em class="sig-param">[^\n]*secret_(?:<wbr>)?key</span>[^\n]*</em>,</dd>'],
    }
    for page in pages():
        if 'class="highlight"' in text(page):
            wanted.setdefault(page, []).append(r"_static/copybutton\.js")
    return [
        f"{page}: {pattern} is missing"
        for page, patterns in wanted.items()
        for pattern in patterns
        if re.search(pattern, text(page)) is None
    ]


def too_long() -> list[str]:
    """Code in a line that has no place to wrap."""
    return [
        f"{page}: {part} does not wrap"
        for page in pages()
        for code in set(CODE.findall(text(page)))
        for part in html.unescape(code).split("<wbr>")
        if len(part) > LONGEST and re.fullmatch(r"\w+", part)
    ]


def main() -> int:
    """Checks all pages."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    wrong = missing() + too_long()
    if browser:
        wrong += measured(browser)
    else:
        print("Not on this machine, so the pages are not measured: Chromium (Debian: chromium-headless-shell)")
    for complaint in wrong:
        print(f"FAILED {complaint}")
    print(f"{len(pages())} passed, {len(wrong)} failed")
    return 1 if wrong or not pages() else 0


if __name__ == "__main__":
    sys.exit(main())
