#!/bin/sh
# Old sites send the character set in the wrong field, `Content-Encoding: utf-8` or `none`. A client that asked for no coding is expected
# to hand the bytes over (RFC 9110, 8.4 wants codings from a registry; browsers pass over unknown ones).
#
# Seen with Debian 12's curl 7.88.1 and, beside it, urllib3 2.2.3 and httpx 0.27.2: once decompression is asked for (CURLOPT_ACCEPT_ENCODING,
# `--compressed`) curl fails with 61, "Unrecognized content encoding type", and brings no body; without it the same answer is fine.
# `identity` and `none` are both let through. The Python clients bring the body in every case. A reader on libcurl loses such feeds
# only because it asks for gzip, and has to ask again without.
#
# Run by hand; needs curl and Python 3 with venv and pip. Fails when what was seen has changed.
set -eu
folder=$(mktemp -d)
cd "$folder"
cat > server.py <<'PYTHON'
import http.server


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"<rss/>"
        self.send_response(200)
        self.send_header("Content-Encoding", self.path[1:])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
open("port", "w").write(str(server.server_port))
server.serve_forever()
PYTHON
python3 server.py & server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
python3 -m venv tools
tools/bin/pip -q install urllib3==2.2.3 httpx==0.27.2
while ! [ -s port ]; do sleep 0.1; done
port=$(cat port)
{
  curl --version | sed -n '1s/^\(curl [0-9.]*\).*/\1/p'
  for coding in utf-8 windows-1251 identity none; do
    code=0; body=$(curl -s --compressed "http://127.0.0.1:$port/$coding") || code=$?
    echo "$coding compressed: $code $body"
    code=0; body=$(curl -s "http://127.0.0.1:$port/$coding") || code=$?
    echo "$coding plain: $code $body"
    tools/bin/python - "$coding" "$port" <<'PYTHON'
import sys, httpx, urllib3
address = f"http://127.0.0.1:{sys.argv[2]}/{sys.argv[1]}"
print(sys.argv[1], "urllib3:", urllib3.request("GET", address, headers={"accept-encoding": "gzip"}).data.decode(), "httpx:", httpx.get(address).text)
PYTHON
  done
} | tee seen
cat > expected <<'TEXT'
curl 7.88.1
utf-8 compressed: 61 
utf-8 plain: 0 <rss/>
utf-8 urllib3: <rss/> httpx: <rss/>
windows-1251 compressed: 61 
windows-1251 plain: 0 <rss/>
windows-1251 urllib3: <rss/> httpx: <rss/>
identity compressed: 0 <rss/>
identity plain: 0 <rss/>
identity urllib3: <rss/> httpx: <rss/>
none compressed: 0 <rss/>
none plain: 0 <rss/>
none urllib3: <rss/> httpx: <rss/>
TEXT
diff expected seen && echo "as seen"
