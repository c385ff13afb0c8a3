package clbdoctor.derived;

/**
 * The values a health check has when nobody sets them: today's, from the API reference (timeout 2
 * s, interval 5 s, both thresholds 3). Earlier pages gave 5 s of timeout and 6 s of interval at
 * layer 7; a listener made then may still have them, so a report that shows its parameters is worth
 * more than this.
 */
final class CheckDefaults {
  static final int TIMEOUT_SECONDS = 2;
  static final int INTERVAL_SECONDS = 5;
  static final int THRESHOLD = 3;

  private CheckDefaults() {}
}
