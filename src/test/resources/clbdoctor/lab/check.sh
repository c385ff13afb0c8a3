#!/bin/bash
# One health check from the check source, without a line of the product: prints pass or fail.
# METHOD PORT TIMEOUT, and URLPATH HTTPMETHOD HTTPVERSION DOMAIN (unset: the address; empty: none)
# ACCEPT (pattern) SENDS EXPECTS STREAM GRPC (status)
address=10.0.0.10

connects() { timeout "$TIMEOUT" bash -c "exec 3<>/dev/tcp/$address/$PORT" 2>/dev/null; }

answers() {
  local scheme=$1 url options=(-s -k -o /dev/null -m "$TIMEOUT" -A clb-healthcheck -w '%{http_code}')
  url=$scheme://$address:$PORT$URLPATH
  [ "$HTTPMETHOD" = HEAD ] && options+=(-I)
  [ "$HTTPVERSION" = HTTP/1.0 ] && options+=(-0) || options+=(--http1.1)
  if [ -n "${DOMAIN+set}" ]; then
    options+=(-H "Host:${DOMAIN:+ $DOMAIN}")
    if [ "$scheme" = https ] && [ -n "$DOMAIN" ]; then
      options+=(--connect-to "$DOMAIN:$PORT:$address:$PORT")
      url=https://$DOMAIN:$PORT$URLPATH
    fi
  fi
  curl "${options[@]}" "$url" | grep -qE "$ACCEPT"
}

calls() {
  curl -s -m "$TIMEOUT" --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' \
    -X POST -D - -o /dev/null "http://$address:$PORT$URLPATH" | tr -d '\r' | grep -qx "grpc-status: $GRPC"
}

pings() { ping -n -q -c 1 -W "$TIMEOUT" $address >/dev/null; }

datagram() {
  /usr/bin/python3 -c '
import os, socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM if os.environ.get("STREAM") else socket.SOCK_DGRAM)
s.settimeout(float(os.environ["TIMEOUT"]))
try:
    s.connect(("10.0.0.10", int(os.environ["PORT"])))
    s.send(os.environ.get("SENDS", "HEALTH CHECK").encode())
    answer = s.recv(1000)
except socket.timeout:
    answer = b""
except OSError:
    sys.exit(1)
sys.exit(0 if answer.startswith(os.environ.get("EXPECTS", "").encode()) else 1)'
}

case $METHOD in
  TCP) connects ;;
  HTTP) answers http ;;
  HTTPS) answers https ;;
  GRPC) calls ;;
  PING) pings ;;
  UDP_PORT) pings && datagram ;;
  CUSTOM) datagram ;;
esac && echo pass || echo fail
