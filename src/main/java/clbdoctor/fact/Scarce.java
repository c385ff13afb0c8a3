package clbdoctor.fact;

/** What a server can run out of. */
public enum Scarce {
  MEMORY,
  DISK_SPACE,
  FILE_DESCRIPTORS,
  PROCESSES,
  CONNECTIONS
}
