package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Complaint;
import clbdoctor.fact.LogComplaint;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Messages in logs whose meaning is known. */
final class Complaints {
  /** The first pattern that is found in a line tells its meaning. */
  private static final Map<Pattern, Complaint> MEANINGS = meanings();

  private Complaints() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(LogLine.class)
        .filter(line -> line.log() != LogKind.ACCESS)
        .forEach(
            line ->
                meaning(line.text())
                    .ifPresent(about -> conclusions.add(new LogComplaint(about), line)));
  }

  private static Optional<Complaint> meaning(String text) {
    return MEANINGS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<Pattern, Complaint> meanings() {
    Map<Pattern, Complaint> meanings = new LinkedHashMap<>();
    means(
        Complaint.ADDRESS_IN_USE,
        "address already in use|eaddrinuse|only one usage of each socket address"
            + "|port \\d+ (was|is) already in use|0x80070020",
        meanings);
    means(
        Complaint.BIND_DENIED,
        "(bind|listen)\\b.*(permission denied|eacces)|could not bind.*permission denied"
            + "|forbidden by its access permissions",
        meanings);
    means(
        Complaint.CANNOT_START_PROCESS,
        "unable to create (new )?native thread|fork.*resource temporarily unavailable"
            + "|resource temporarily unavailable.*fork|failed to create new os thread"
            + "|fork rejected by pids controller|can't start new thread|pthread_create.*failed"
            + "|cannot fork|uv_thread_create",
        meanings);
    means(
        Complaint.OUT_OF_MEMORY,
        "out of memory|oom-kill|oom_reaper|invoked oom-killer|outofmemoryerror"
            + "|cannot allocate memory|low virtual memory condition",
        meanings);
    means(
        Complaint.TOO_MANY_OPEN_FILES,
        "too many open files|\\bemfile\\b|\\benfile\\b|file-max limit",
        meanings);
    means(
        Complaint.NO_SPACE_LEFT,
        "no space left on device|\\benospc\\b|not enough space on the disk"
            + "|disk is at or near capacity|disk quota exceeded",
        meanings);
    means(
        Complaint.CONNECTION_LIMIT,
        "worker_connections are not enough|reached (maxrequestworkers|maxclients)"
            + "|reached pm\\.max_children|maximum number of threads .*created"
            + "|all threads .*(are )?(currently )?busy|maxconn reached|queue full",
        meanings);
    means(Complaint.SYN_FLOODING, "possible syn flooding on port", meanings);
    means(
        Complaint.POOL_DISABLED,
        "application pool .*(automatically|has been) disabled|\\bappoffline\\b",
        meanings);
    means(
        Complaint.CLIENT_REFUSED, "refused connect from|connection refused by tcp wrap", meanings);
    means(Complaint.DEPENDENCY_UNREACHABLE, DEPENDENCY, meanings);
    means(
        Complaint.SETUP_FAILED,
        "cloud-init.*(fail|error|cannot|could not)|user[- ]?data.*(fail|error)",
        meanings);
    means(Complaint.PROGRAM_KILLED, "status=9/kill|exit code 137|signal 9\\b", meanings);
    means(Complaint.PROGRAM_ENDED, ENDED, meanings);
    return meanings;
  }

  private static final String DEPENDENCY =
      "^(?!.*(?:permission denied|cannot assign requested address)).*(?:"
          + "while connecting to upstream|upstream timed out|no live upstreams"
          + "|upstream prematurely closed|(proxy|ah0\\d+).*(error|attempt).*connect.* to "
          + "|could not connect to (server|redis|database)|communications link failure"
          + "|can't connect to (local )?(mysql|server)|sqlstate\\[hy000\\] \\[20\\d\\d\\]"
          + "|econnrefused|connection to .* refused|could not open jdbc connection"
          + "|unable to acquire jdbc|has no server available|all upstream servers are down"
          + "|network-related or instance-specific error|enotfound|eai_again"
          + "|temporary failure in name resolution|could not be resolved)";

  private static final String ENDED =
      "segfault|core dumped|status=\\d+/(segv|abrt|bus|ill)|signal (6|11)\\b"
          + "|main process exited|terminated unexpectedly|faulting application"
          + "|exited on signal|entered failed state";

  private static void means(Complaint about, String pattern, Map<Pattern, Complaint> meanings) {
    meanings.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), about);
  }
}
