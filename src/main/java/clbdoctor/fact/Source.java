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

  /** A line of a command's output; lines count from 1. */
  record InOutput(String command, int line) implements Source {
    @Override
    public String toString() {
      return "output of " + command + ", line " + line;
    }
  }

  /** The facts from which this one was computed. */
  record From(List<Fact> premises) implements Source {
    public From {
      premises = List.copyOf(premises);
    }
  }
}
