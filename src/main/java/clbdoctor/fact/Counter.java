package clbdoctor.fact;

/** A kernel counter read twice. */
public record Counter(
    @About(value = "name of the counter, as nstat prints it", example = "TcpExtListenOverflows")
        String name,
    @About(value = "value at the first reading", example = "0", min = 0) long first,
    @About(value = "value at the second reading", example = "0", min = 0) long second)
    implements Observed {

  /** Whether it grew between the two readings. */
  public boolean growing() {
    return second > first;
  }

  @Override
  public String sentence() {
    return name + " went from " + first + " to " + second;
  }
}
