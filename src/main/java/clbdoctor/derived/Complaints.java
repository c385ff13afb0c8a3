package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Complaint;
import clbdoctor.fact.LogComplaint;
import clbdoctor.fact.LogKind;
import clbdoctor.fact.LogLine;
import clbdoctor.text.Phrases;

/** Messages in logs whose meaning is known. */
final class Complaints {
  /** The first phrase that is found in a line tells its meaning. */
  private static final Phrases<Complaint> MEANINGS = meanings();

  private Complaints() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (LogLine line : situation.facts().list(LogLine.class)) {
      if (line.log() != LogKind.ACCESS) {
        MEANINGS
            .meaning(situation.line(line))
            .ifPresent(about -> conclusions.add(new LogComplaint(about), line));
      }
    }
  }

  private static Phrases<Complaint> meanings() {
    return new Phrases<Complaint>()
        .with(
            Complaint.ADDRESS_IN_USE,
            "address already in use|eaddrinuse|only one usage of each socket address"
                + "|port \\d+ (was|is) already in use|0x80070020")
        .with(
            Complaint.BIND_DENIED,
            "(bind|listen)\\b.*(permission denied|eacces)|could not bind.*permission denied"
                + "|forbidden by its access permissions")
        .with(
            Complaint.CANNOT_START_PROCESS,
            "unable to create (new )?native thread|fork.*resource temporarily unavailable"
                + "|resource temporarily unavailable.*fork|failed to create new os thread"
                + "|fork rejected by pids controller|can't start new thread|pthread_create.*failed"
                + "|cannot fork|uv_thread_create")
        .with(
            Complaint.OUT_OF_MEMORY,
            "out of memory|oom-kill|oom_reaper|invoked oom-killer|outofmemoryerror"
                + "|cannot allocate memory|low virtual memory condition")
        .with(
            Complaint.TOO_MANY_OPEN_FILES,
            "too many open files|\\bemfile\\b|\\benfile\\b|file-max limit")
        .with(
            Complaint.NO_SPACE_LEFT,
            "no space left on device|\\benospc\\b|not enough space on the disk"
                + "|disk is at or near capacity|disk quota exceeded")
        .with(
            Complaint.CONNECTION_LIMIT,
            "worker_connections are not enough|reached (maxrequestworkers|maxclients)"
                + "|reached pm\\.max_children|maximum number of threads .*created"
                + "|all threads .*(are )?(currently )?busy|maxconn reached|queue full")
        .with(Complaint.SYN_FLOODING, "possible syn flooding on port")
        .with(
            Complaint.POOL_DISABLED,
            "application pool .*(automatically|has been) disabled|\\bappoffline\\b")
        .with(Complaint.CLIENT_REFUSED, "refused connect from|connection refused by tcp wrap")
        .with(Complaint.DEPENDENCY_UNREACHABLE, DEPENDENCY)
        .with(
            Complaint.SETUP_FAILED,
            "cloud-init.*(fail|error|cannot|could not)|user[- ]?data.*(fail|error)")
        .with(Complaint.PROGRAM_KILLED, "status=9/kill|exit code 137|signal 9\\b")
        .with(Complaint.PROGRAM_ENDED, ENDED);
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
}
