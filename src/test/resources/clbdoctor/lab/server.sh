# Functions for what runs on the server of the lab. Each server replaces the one of its kind.

# nginx with the directives of a server block, and what else stands in http { }.
site() {
  stop nginx
  cat > /mnt/nginx.conf <<EOF
user root; pid /mnt/nginx.pid; worker_processes 1; error_log /var/log/nginx/error.log;
events { worker_connections ${WORKER_CONNECTIONS:-64}; }
http { access_log /var/log/nginx/access.log; server { root /mnt/www; $1 } ${2:-} }
EOF
  nginx -c /mnt/nginx.conf 2>/mnt/log/start.log || cat /mnt/log/start.log >&2
}

stop() { # NAME: ends what was started under this name
  [ -e /mnt/$1.pid ] || return 0
  kill -CONT $(cat /mnt/$1.pid) 2>/dev/null
  kill $(cat /mnt/$1.pid) 2>/dev/null
  for _ in $(seq 60); do kill -0 $(cat /mnt/$1.pid 2>/dev/null) 2>/dev/null || break; sleep 0.05; done
  rm -f /mnt/$1.pid
}

run() { # NAME COMMAND…: in the background
  local name=$1
  shift
  stop $name
  setsid "$@" </dev/null >/mnt/log/$name.log 2>&1 &
  echo $! > /mnt/$name.pid
}

python() { # NAME PORT PROGRAM: a server in Python, when it listens
  run $1 /usr/bin/python3 -c "$3"
  listening $2
}

listening() { # PORT
  for _ in $(seq 300); do [ -n "$(ss -Hltun "sport = :$1")" ] && return; sleep 0.05; done
  echo "nothing listens on port $1" >&2
}

proxy() { # SECTIONS: haproxy
  stop haproxy
  printf 'global\n pidfile /mnt/haproxy.pid\ndefaults\n mode http\n timeout connect 1s\n timeout client 9s\n timeout server 9s\n%s\n' "$1" > /mnt/haproxy.cfg
  haproxy -D -f /mnt/haproxy.cfg 2>&1
}

certificate() { # NAME DAYS: self-signed
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" -days $2 \
    -keyout /mnt/key.pem -out /mnt/cert.pem 2>/dev/null
}

php() { # nginx hands *.php to php-cgi
  run php env PHP_FCGI_CHILDREN=12 php-cgi -b 127.0.0.1:9000
  listening 9000
}

udp_echo() { # a UDP service on port 53
  python app 53 "
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('0.0.0.0', 53))
while True: s.sendto(b'pong', s.recvfrom(2000)[1])"
}

redis() { # answers PING, and what is given to everything else
  python app 6379 "
import socketserver
class H(socketserver.StreamRequestHandler):
  def handle(self):
    line = self.rfile.readline()
    if line: self.wfile.write(b'+PONG\r\n' if line.startswith(b'PING') else b'${1:--ERR unknown command}\r\n')
socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(('', 6379), H).serve_forever()"
}
