package clbdoctor.fact;

import java.util.List;

/** Where a fact comes from. */
public sealed interface Source {

  /** A place in a fact file; line and column count from 1, path is the key path of the entry. */
  record InFile(String file, int line, int column, String path) implements Source {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * A line of a command's output that stands in a fact file.
   *
   * @param text where the output stands in the file
   * @param command the command line, or what the output was recognised as
   * @param outputLine line of the output, from 1
   */
  record InOutput(InFile text, String command, int outputLine) implements Source {
    @Override
    public String toString() {
      return text + " line " + outputLine + " of " + command;
    }
  }

  /** What the program knows or tried itself on the server that it runs on: {@code probes[2]}. */
  record OnServer(String path) implements Source {
    @Override
    public String toString() {
      return "this server, " + path;
    }
  }

  /** A line that a command printed on the server that the program runs on, from 1. */
  record InLiveOutput(String command, int outputLine) implements Source {
    @Override
    public String toString() {
      return "`" + command + "` output line " + outputLine;
    }
  }

  /** The facts from which this one was computed. */
  record From(List<Fact> premises) implements Source {
    public From {
      premises = List.copyOf(premises);
    }
  }
}
