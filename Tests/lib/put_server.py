"""A server that keeps what is PUT and gives it back: put_server.py FOLDER PORTFILE.

Listens on a free port of this machine alone and writes its number to PORTFILE.
"""

import http.server
import os
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        if self.headers.get("Expect", "").lower() == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        path = self.translate_path(self.path)
        if not os.path.isdir(os.path.dirname(path)):
            self.close_connection = True
            return self.send_error(409)
        with open(path, "wb") as file:
            for piece in self.pieces():
                file.write(piece)
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def pieces(self):
        """The body, chunked (RFC 9112, 7.1) as from a pipe, or of a length that is told."""
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            yield self.rfile.read(int(self.headers["Content-Length"]))
            return
        while size := int(self.rfile.readline().split(b";")[0], 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def log_message(self, *arguments):
        pass


os.chdir(sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[2] + ".new", "w") as file:
    file.write(str(server.server_port))
os.rename(sys.argv[2] + ".new", sys.argv[2])
server.serve_forever()
