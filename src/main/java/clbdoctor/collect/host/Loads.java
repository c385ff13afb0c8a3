package clbdoctor.collect.host;

import clbdoctor.fact.DiskActivity;
import clbdoctor.fact.Load;
import clbdoctor.fact.Memory;
import java.util.Optional;

/** Facts of which only a part is known. */
final class Loads {
  private Loads() {}

  static Load busy(double percent) {
    return new Load(Optional.of(percent(percent)), Optional.empty(), Optional.empty());
  }

  static Load average(double loadAverage) {
    return new Load(Optional.empty(), Optional.of(loadAverage), Optional.empty());
  }

  static Load cores(int cores) {
    return new Load(Optional.empty(), Optional.empty(), Optional.of(cores));
  }

  static Memory available(double percent) {
    return new Memory(Optional.of(percent(percent)), Optional.empty(), Optional.empty());
  }

  static Memory swapping(int pagesPerSecond) {
    return new Memory(Optional.empty(), Optional.of(pagesPerSecond), Optional.empty());
  }

  static DiskActivity ioWait(double percent) {
    return new DiskActivity(Optional.of(percent(percent)), Optional.empty());
  }

  static DiskActivity utilization(double percent) {
    return new DiskActivity(Optional.empty(), Optional.of(percent(percent)));
  }

  /** A whole number from 0 to 100. */
  private static int percent(double value) {
    return (int) Math.round(Math.max(0, Math.min(100, value)));
  }
}
