package io.warmline.api.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** All that the server logs, with the failures that are logged. */
final class LogSeen extends Handler implements AutoCloseable {

  private final StringBuffer text = new StringBuffer();
  private final Logger root = Logger.getLogger("");

  LogSeen() {
    root.addHandler(this);
  }

  String text() {
    return text.toString();
  }

  @Override
  public void publish(LogRecord entry) {
    String said =
        entry instanceof ExtLogRecord ours ? ours.getFormattedMessage() : entry.getMessage();
    text.append(entry.getLoggerName()).append(' ').append(said).append('\n');
    if (entry.getThrown() != null) {
      StringWriter trace = new StringWriter();
      entry.getThrown().printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
