#!/bin/bash
# A load balancer's network in namespaces: check source, router, peer, server.
#
#   100.64.0.1 src --- rtr --- lan --- srv 10.0.0.10 (eth0)
#                       |        `---- peer 10.0.0.20
#                       `--- pub ----- srv 203.0.113.10 (eth1)
#
# lab.sh up NAME | down NAME | server NAME COMMANDS | router NAME COMMANDS | check NAME
set -u
lab=$(cd "$(dirname "$0")" && pwd)
name=${2:-}
src=$name-src rtr=$name-rtr peer=$name-peer srv=$name-srv
address=10.0.0.10

up() {
  local n
  for n in $src $rtr $peer $srv; do ip netns add $n && ip -n $n link set lo up || exit 1; done
  ip link add eth0 netns $src type veth peer name src netns $rtr
  ip link add eth0 netns $srv type veth peer name srv netns $rtr
  ip link add eth1 netns $srv type veth peer name pub netns $rtr
  ip link add eth0 netns $peer type veth peer name peer netns $rtr
  ip -n $rtr link add lan type bridge
  for n in srv peer; do ip -n $rtr link set $n master lan up; done
  for n in src pub lan; do ip -n $rtr link set $n up; done
  ip -n $rtr address add 100.64.0.254/10 dev src
  ip -n $rtr address add 10.0.0.1/24 dev lan
  ip -n $rtr address add 203.0.113.1/24 dev pub
  ip -n $src address add 100.64.0.1/10 dev eth0
  ip -n $srv address add $address/24 dev eth0
  ip -n $srv address add 203.0.113.10/24 dev eth1
  ip -n $peer address add 10.0.0.20/24 dev eth0
  ip -n $src link set eth0 up
  ip -n $peer link set eth0 up
  ip -n $srv link set eth0 up
  ip -n $srv link set eth1 up
  ip -n $src route add default via 100.64.0.254
  ip -n $peer route add default via 10.0.0.1
  ip -n $srv route add default via 10.0.0.1
  ip netns exec $rtr sysctl -qw net.ipv4.ip_forward=1
  for n in $src $srv $peer $rtr; do
    ip netns exec $n sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0
  done
  # Processes of the server see only each other, and have some folders for themselves.
  ip netns exec $srv unshare --mount --pid --fork --kill-child --mount-proc \
    bash "$lab/lab.sh" serve </dev/null >/dev/null 2>&1 &
  for _ in $(seq 100); do
    first=$(first) && [ -n "$first" ] && [ -e /proc/$first/root/mnt/ready ] && return
    sleep 0.05
  done
  echo "the server of $name does not start" >&2
  exit 1
}

serve() {
  mount -t tmpfs lab /mnt
  mount -t tmpfs lab /var/log
  mkdir -p /mnt/www /mnt/log /var/log/nginx
  echo ok > /mnt/www/health.html
  echo welcome > /mnt/www/index.html
  quiet
  touch /mnt/ready
  while sleep 1; do :; done
}

# No namespace has processors and disks of its own, and the lab itself uses all there are: the server
# shows those of a quiet machine that was started yesterday.
quiet() {
  local file
  mkdir -p /mnt/quiet
  awk -v day=86400 '$1 == "btime" { $2 -= day } { print }' /proc/stat > /mnt/quiet/stat
  echo '0.08 0.05 0.01 1/128 4711' > /mnt/quiet/loadavg
  for file in vmstat diskstats; do cat /proc/$file > /mnt/quiet/$file; done
  for file in stat loadavg vmstat diskstats; do mount --bind /mnt/quiet/$file /proc/$file; done
  for file in /proc/pressure/*; do
    sed -E 's/=[0-9.]+/=0.00/g; s/total=0.00/total=0/' $file > /mnt/quiet/pressure
    cp /mnt/quiet/pressure /mnt/quiet/${file##*/}
    mount --bind /mnt/quiet/${file##*/} $file
  done
}

# The first process of the server's own process namespace.
first() {
  local pid
  for pid in $(ip netns pids $srv); do
    [ "$(awk '/^NSpid/ { print $NF }' /proc/$pid/status 2>/dev/null)" = 1 ] && echo $pid && return
  done
}

down() {
  local n pid
  for n in $src $rtr $peer $srv; do
    for pid in $(ip netns pids $n 2>/dev/null); do kill -9 $pid 2>/dev/null; done
    ip netns delete $n 2>/dev/null
  done
}

# Runs commands on the server, with the functions of server.sh.
server() {
  nsenter --target "$(first)" --net --mount --pid -- bash -c ". $lab/server.sh; $1"
}

# One check as the load balancer makes it; the settings come in the environment.
check() {
  ip netns exec $src bash $lab/check.sh
}

case $1 in
  up | down | check | serve) "$1" ;;
  server) server "$3" ;;
  router) ip netns exec $rtr bash -c "$3" ;;
  source) ip netns exec $src bash -c "$3" ;;
  peer) ip netns exec $peer bash -c "$3" ;;
  *) echo "unknown: $1" >&2 && exit 2 ;;
esac
