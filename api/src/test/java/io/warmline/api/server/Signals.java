package io.warmline.api.server;

import java.io.IOException;

/** Signals to processes. */
public final class Signals {

  private Signals() {}

  /** Sends one, such as {@code QUIT}. A process that has ended meanwhile is as good. */
  public static void send(String name, long process) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
