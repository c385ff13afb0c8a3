package clbdoctor.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Values that another thread computes. */
final class Futures {
  private Futures() {}

  /** The value; what the other thread threw is thrown here, as itself. */
  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
