package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Complaint;
import clbdoctor.fact.FileDescriptors;
import clbdoctor.fact.FileSystem;
import clbdoctor.fact.LogComplaint;
import clbdoctor.fact.Memory;
import clbdoctor.fact.Scarce;
import clbdoctor.fact.Shortage;
import java.util.Map;

/** What the server has run out of, whether a log says so or the figures do. */
final class Shortages {
  private static final Map<Complaint, Scarce> COMPLAINTS =
      Map.of(
          Complaint.OUT_OF_MEMORY, Scarce.MEMORY,
          Complaint.NO_SPACE_LEFT, Scarce.DISK_SPACE,
          Complaint.TOO_MANY_OPEN_FILES, Scarce.FILE_DESCRIPTORS,
          Complaint.CANNOT_START_PROCESS, Scarce.PROCESSES,
          Complaint.CONNECTION_LIMIT, Scarce.CONNECTIONS);

  private Shortages() {}

  static void derive(Situation situation, Conclusions conclusions) {
    situation
        .facts()
        .of(LogComplaint.class)
        .filter(complaint -> COMPLAINTS.containsKey(complaint.about()))
        .forEach(c -> conclusions.add(new Shortage(COMPLAINTS.get(c.about())), c));
    situation
        .facts()
        .of(Memory.class)
        .filter(memory -> memory.outOfMemoryKills().orElse(0) > 0)
        .forEach(memory -> conclusions.add(new Shortage(Scarce.MEMORY), memory));
    situation
        .facts()
        .of(FileSystem.class)
        .filter(FileSystem::full)
        .forEach(system -> conclusions.add(new Shortage(Scarce.DISK_SPACE), system));
    situation
        .facts()
        .of(FileDescriptors.class)
        .filter(FileDescriptors::usedUp)
        .forEach(used -> conclusions.add(new Shortage(Scarce.FILE_DESCRIPTORS), used));
  }
}
