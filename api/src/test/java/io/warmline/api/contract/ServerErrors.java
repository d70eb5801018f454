package io.warmline.api.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the server logs as a failure, also where no answer tells of it. */
public final class ServerErrors extends Handler implements AutoCloseable {

  private final AtomicReference<String> last = new AtomicReference<>("");
  private final Logger logger;

  ServerErrors() {
    this("io.warmline");
  }

  /** Of these loggers and those below. */
  public ServerErrors(String loggers) {
    logger = Logger.getLogger(loggers);
    logger.addHandler(this);
  }

  /** The failure since it was asked last; empty if there was none. */
  public String take() {
    return last.getAndSet("");
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() < Level.SEVERE.intValue()) {
      return;
    }
    StringWriter text = new StringWriter();
    text.append(entry.getMessage()).append(' ');
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(new PrintWriter(text));
    }
    last.set(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
