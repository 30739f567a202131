"""Serves a built site on loopback as static hosts do: what is not there is answered with 404 and the site's own 404.html.

    python3 .ci/serve.py SITE PORT [BELOW]     BELOW is the path that the site stands at, such as /benchmarks/ (default: /)
"""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers from `directory`, which stands at the path `below`."""

    def __init__(self, *arguments, below: str = "/", **options):
        self.below = below
        super().__init__(*arguments, **options)

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.below)) if path.startswith(self.below) else "/nowhere"

    def list_directory(self, path):
        """Static hosts list no folders."""
        return self.send_error(404)

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def serve(site: str, port: str, below: str = "/"):
    handler = partial(SiteHandler, directory=site, below="/" + below.strip("/") + "/" if below.strip("/") else "/")
    with ThreadingHTTPServer(("127.0.0.1", int(port)), handler) as listening:
        listening.serve_forever()


if __name__ == "__main__":
    try:
        serve(*sys.argv[1:])
    except KeyboardInterrupt:
        pass
