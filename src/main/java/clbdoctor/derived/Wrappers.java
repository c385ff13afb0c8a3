package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Fact;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Service;
import clbdoctor.fact.WrapperDenial;
import clbdoctor.fact.WrapperEntry;
import clbdoctor.fact.WrapperFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether the TCP wrappers turn the check source away, as hosts_access(5) has it: a match in
 * hosts.allow admits, else one in hosts.deny refuses. Entries with EXCEPT are left out.
 */
final class Wrappers {
  private Wrappers() {}

  static void derive(Situation situation, Conclusions conclusions) {
    List<WrapperEntry> matching =
        situation
            .facts()
            .list(
                WrapperEntry.class,
                entry ->
                    concernsService(situation, entry.daemons())
                        && concernsCheck(situation, entry.clients()));
    boolean allowed = matching.stream().anyMatch(entry -> entry.file() == WrapperFile.HOSTS_ALLOW);
    if (!allowed) {
      matching.forEach(
          entry ->
              conclusions.add(
                  new WrapperDenial(entry.daemons(), entry.clients()), premises(situation, entry)));
    }
  }

  private static List<Fact> premises(Situation situation, WrapperEntry entry) {
    List<Fact> premises = new ArrayList<>(List.of(entry));
    situation.check().ifPresent(premises::add);
    return premises;
  }

  private static List<String> words(String list) {
    return Arrays.asList(list.trim().toUpperCase(Locale.ROOT).split("[,\\s]+"));
  }

  private static boolean concernsService(Situation situation, String daemons) {
    List<String> words = words(daemons);
    return !words.contains("EXCEPT")
        && (words.contains("ALL")
            || situation
                .facts()
                .any(
                    Service.class,
                    service -> words.contains(service.name().toUpperCase(Locale.ROOT))));
  }

  private static boolean concernsCheck(Situation situation, String clients) {
    List<String> words = words(clients);
    List<IpNetwork> sources = situation.check().map(HealthCheck::sources).orElse(List.of());
    return !words.contains("EXCEPT")
        && words.stream()
            .anyMatch(
                word ->
                    word.equals("ALL")
                        || sources.stream().anyMatch(source -> covers(word, source)));
  }

  /** {@code 100.64.}, {@code 100.64.0.0/255.192.0.0}, {@code 100.64.0.0/10}, {@code 100.64.3.7}. */
  private static boolean covers(String pattern, IpNetwork source) {
    if (pattern.endsWith(".")) {
      return source.toString().startsWith(pattern);
    }
    try {
      return IpNetwork.parse(withPrefixLength(pattern)).overlaps(source);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withPrefixLength(String pattern) {
    String[] parts = pattern.split("/");
    if (parts.length < 2 || !parts[1].contains(".")) {
      return pattern;
    }
    int bits =
        Arrays.stream(parts[1].split("\\."))
            .mapToInt(octet -> Integer.bitCount(Integer.parseInt(octet)))
            .sum();
    return parts[0] + "/" + bits;
  }
}
