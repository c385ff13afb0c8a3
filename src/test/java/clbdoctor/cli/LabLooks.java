package clbdoctor.cli;

/** What is looked at on the server. */
final class LabLooks {
  /** As long as two intervals of the check, and some more. */
  static final String CAPTURE = "look 'timeout 13 tcpdump -nni any tcp port 80 or icmp'";

  private LabLooks() {}

  static final String COMMANDS =
      """
      look 'ss -ltnpe' 'ss -lunpe' 'ss -s' 'ip addr' 'ip route' \
        'ip route get 100.64.0.1 from 10.0.0.10' \
        'ip route get 10.0.0.10 from 100.64.0.1 iif eth0' \
        'iptables-save -c' 'ip6tables-save -c' 'iptables-legacy-save -c' 'ipset save' 'nft list ruleset' \
        'sysctl net.ipv4.icmp_echo_ignore_all net.ipv4.conf.all.rp_filter net.ipv4.conf.eth0.rp_filter net.ipv4.tcp_tw_recycle net.core.somaxconn net.ipv4.icmp_ratelimit net.ipv4.icmp_ratemask net.ipv4.tcp_syncookies' \
        'nstat -az; sleep 1; nstat -az' \
        'free -m' 'df -h' 'nproc' 'uptime' 'ps -eo pid,stat,pcpu,wchan:20,comm --sort=-pcpu' \
        'cat /etc/hosts.deny' 'tail -n 20 /mnt/log/access.log' 'tail -n 60 /mnt/log/error.log' | tr -cd '\\11\\12\\40-\\176'
      """;
}
