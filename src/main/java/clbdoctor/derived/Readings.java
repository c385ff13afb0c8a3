package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.ControlGroup;
import clbdoctor.fact.DiskActivity;
import clbdoctor.fact.Fact;
import clbdoctor.fact.Load;
import clbdoctor.fact.Memory;
import clbdoctor.fact.Quantity;
import clbdoctor.fact.Reading;
import java.util.Optional;

/** One fact for each number that somebody measured. */
final class Readings {
  private Readings() {}

  static void derive(Situation situation, Conclusions conclusions) {
    for (Load load : situation.facts().list(Load.class)) {
      ofLoad(load, conclusions);
    }
    for (Memory memory : situation.facts().list(Memory.class)) {
      ofMemory(memory, conclusions);
    }
    for (ControlGroup g : situation.facts().list(ControlGroup.class)) {
      add(Quantity.CPU_THROTTLED_PERCENT, g.throttledPercent(), g, conclusions);
    }
    for (DiskActivity disk : situation.facts().list(DiskActivity.class)) {
      ofDisk(disk, conclusions);
    }
  }

  private static void ofLoad(Load load, Conclusions to) {
    add(Quantity.CPU_BUSY_PERCENT, load.cpuBusyPercent(), load, to);
    if (load.loadAverage().isPresent() && load.cores().isPresent()) {
      double perCore = load.loadAverage().get() / load.cores().get();
      to.add(new Reading(Quantity.LOAD_PER_CORE, perCore), load);
    }
  }

  private static void ofMemory(Memory memory, Conclusions to) {
    add(Quantity.MEMORY_AVAILABLE_PERCENT, memory.availablePercent(), memory, to);
    add(Quantity.SWAP_PAGES_PER_SECOND, memory.swapPagesPerSecond(), memory, to);
    add(Quantity.OUT_OF_MEMORY_KILLS, memory.outOfMemoryKills(), memory, to);
  }

  private static void ofDisk(DiskActivity disk, Conclusions to) {
    add(Quantity.IO_WAIT_PERCENT, disk.ioWaitPercent(), disk, to);
    add(Quantity.DISK_UTILIZATION_PERCENT, disk.utilizationPercent(), disk, to);
  }

  private static void add(
      Quantity quantity, Optional<Integer> value, Fact premise, Conclusions to) {
    value.ifPresent(number -> to.add(new Reading(quantity, number), premise));
  }
}
