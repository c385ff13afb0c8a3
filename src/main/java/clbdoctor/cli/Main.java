package clbdoctor.cli;

import clbdoctor.text.ProblemsException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.stream.Stream;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    WrittenStream out = WrittenStream.standardOutput();
    System.setOut(out);
    System.setErr(
        new PrintStream(
            new FileOutputStream(FileDescriptor.err), true, Terminal.charset(Terminal.errors())));
    System.exit(written(out, run(arguments)));
  }

  /** The exit code, when everything could be written. */
  private static int written(WrittenStream out, int code) {
    try {
      out.close();
      return code;
    } catch (UnwritableException e) {
      return failed(e, false);
    }
  }

  /** Runs a command line and gives the exit code. */
  static int run(String... arguments) {
    return onlyNames(arguments) ? diagnose(arguments) : parsed(arguments);
  }

  /**
   * {@code diagnose FILE…} is typed most and has nothing to parse, which takes as long as a
   * diagnosis.
   */
  private static boolean onlyNames(String... arguments) {
    return arguments.length > 1
        && arguments[0].equals("diagnose")
        && Stream.of(arguments).noneMatch(word -> word.startsWith("-") || word.startsWith("@"));
  }

  private static int diagnose(String... arguments) {
    try {
      return DiagnoseCommand.of(List.of(arguments).subList(1, arguments.length)).call();
    } catch (Exception e) {
      return failed(e, false);
    }
  }

  private static int parsed(String... arguments) {
    return Program.commandLine().execute(arguments);
  }

  /** A user's mistake is told in a line for each problem; only our own mistakes have a trace. */
  static int failed(Exception failure, boolean debug) {
    if (failure instanceof ProblemsException) {
      System.err.println(failure.getMessage());
      return Exit.BAD_INPUT;
    }
    if (failure instanceof WrongUsageException) {
      System.err.println(failure.getMessage());
      return Exit.USAGE;
    }
    if (failure instanceof UnwritableException) {
      System.err.println(failure.getMessage());
      return Exit.INTERNAL_ERROR;
    }
    if (failure instanceof FileSystemException known) {
      System.err.println(known.getFile() + " cannot be used: " + WrittenStream.reason(known));
      return Exit.INTERNAL_ERROR;
    }
    System.err.println("internal error: " + failure + "; run again with --debug and report it");
    if (debug) {
      failure.printStackTrace();
    }
    return Exit.INTERNAL_ERROR;
  }
}
