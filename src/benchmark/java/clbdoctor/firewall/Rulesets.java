package clbdoctor.firewall;

import clbdoctor.fact.IpAddress;

/** Large and hostile rulesets as their tools list them. */
final class Rulesets {
  private static final String HEAD =
      "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n";

  private Rulesets() {}

  /** Rules of the usual kinds, each fifth on one source, none of which decides about port 80. */
  static String mixed(int rules) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < rules; i++) {
      String source = "-s " + scattered(i) + "/32";
      String port = String.valueOf(1024 + i % 60000);
      text.append("-A INPUT ")
          .append(
              switch (i % 5) {
                case 0 -> source + " -p tcp -m tcp --dport 22 -j ACCEPT";
                case 1 -> "-p tcp -m tcp --dport " + port + " -j ACCEPT";
                case 2 -> "-i eth" + (2 + i % 50) + " -p udp -m udp --dport " + port + " -j DROP";
                case 3 -> "-p tcp -m multiport --dports 8443," + port + " -j REJECT";
                default -> "-d 10.9.8.7/32 -p tcp -m conntrack --ctstate INVALID -j DROP";
              })
          .append('\n');
    }
    return text.append("COMMIT\n").toString();
  }

  /** Each rule denies another source of the range. */
  static String bans(int rules) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < rules; i++) {
      text.append("-A INPUT -s ").append(scattered(i)).append("/32 -p tcp -m tcp --dport 80");
      text.append(" -j DROP\n");
    }
    return text.append("COMMIT\n").toString();
  }

  private static IpAddress scattered(int number) {
    return IpAddress.ipv4(0x64400000L + (number * 2654435761L & 0x3fffff));
  }

  static String nftSet(int elements) {
    StringBuilder text =
        new StringBuilder("table ip t {\n\tset s {\n\t\ttype ipv4_addr\n\t\telements = { ");
    for (int i = 0; i < elements; i++) {
      text.append(i == 0 ? "" : i % 3 == 0 ? ",\n\t\t\t     " : ", ");
      text.append(IpAddress.ipv4(0x64400000L + 3L * i));
    }
    text.append(" }\n\t}\n\tchain c {\n\t\ttype filter hook input priority filter; policy accept;");
    return text.append("\n\t\tip saddr @s drop\n\t}\n}\n").toString();
  }

  static String ipset(int elements) {
    StringBuilder text = new StringBuilder("create s hash:ip family inet maxelem 1048576\n");
    for (int i = 0; i < elements; i++) {
      text.append("add s ").append(scattered(i)).append('\n');
    }
    return text.toString();
  }

  static String matchingIpset() {
    return HEAD + "-A INPUT -m set --match-set s src -j DROP\nCOMMIT\n";
  }

  /** Each of 200 chains jumps 50 times to the next: 50 to the power of 200 ways. */
  static String fanOut() {
    StringBuilder text = new StringBuilder("*filter\n:INPUT DROP [0:0]\n");
    for (int i = 0; i <= 200; i++) {
      text.append(":c").append(i).append(" - [0:0]\n");
    }
    text.append("-A INPUT -j c0\n");
    for (int i = 0; i < 200; i++) {
      text.append(("-A c" + i + " -j c" + (i + 1) + "\n").repeat(50));
    }
    return text.append("COMMIT\n").toString();
  }

  /** One chain jumps 10,000 times, to a chain that divides the sources. */
  static String jumps() {
    StringBuilder text = new StringBuilder("*filter\n:INPUT DROP [0:0]\n:c - [0:0]\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("-A INPUT -s ").append(scattered(i)).append("/20 -j c\n");
    }
    return text.append("-A c -s 100.64.0.0/12 -p udp -j DROP\nCOMMIT\n").toString();
  }

  /** Chains that jump to each other, which no kernel loads. */
  static String loop() {
    return "*filter\n:INPUT DROP [0:0]\n:a - [0:0]\n:b - [0:0]\n-A INPUT -j a\n"
        + "-A a -j b\n-A a -j b\n-A b -j a\n-A b -j a\nCOMMIT\n";
  }

  /** 31 rules that each may set a bit of the mark: two to the power of 31 cases. */
  static String marks() {
    StringBuilder text =
        new StringBuilder("*mangle\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n");
    for (int i = 0; i < 31; i++) {
      text.append("-A PREROUTING -m statistic --mode nth --every ").append(i + 2);
      text.append(" -j MARK --or-mark ");
      text.append(1L << i).append('\n');
    }
    return text.append("COMMIT\n").toString();
  }
}
