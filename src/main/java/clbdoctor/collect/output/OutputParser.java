package clbdoctor.collect.output;

/** Reads the output of one tool. Never throws on bad text; takes time linear in its size. */
public interface OutputParser {

  /** The tool, as its users call it. */
  String tool();

  /** Whether this command prints what this parser reads. */
  boolean reads(ShellCommand command);

  /** Whether a line can only be the beginning of this tool's output. */
  boolean begins(Line line);

  /** Whether the output is about the host it was printed on, as a listing of its sockets is. */
  default boolean local() {
    return true;
  }

  /** What the block tells. */
  ReadOutput parse(Block block);
}
