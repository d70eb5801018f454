package io.warmline.core.callrecord;

import io.warmline.core.Sha256;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/** Tells the same report of a call from another. */
public final class ReportDigest {

  private ReportDigest() {}

  /** SHA-256 of all that a report says, in hexadecimal. */
  public static String of(Record report) {
    StringBuilder text = new StringBuilder();
    write(report, text);
    return Sha256.of(text.toString());
  }

  /* Not toString: it hides personal data. */
  private static void write(Object value, StringBuilder text) {
    if (value instanceof Record said) {
      for (RecordComponent component : said.getClass().getRecordComponents()) {
        text.append(component.getName()).append('(');
        write(valueOf(component, said), text);
        text.append(')');
      }
    } else if (value instanceof Optional<?> maybe) {
      write(maybe.isPresent() ? maybe.get() : "", text);
    } else if (value instanceof Collection<?> several) {
      several.forEach(one -> write(one, text.append(',')));
    } else {
      text.append(value.toString().length()).append(':').append(value);
    }
  }

  private static Object valueOf(RecordComponent component, Record said) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(said);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a report is not readable", e);
    }
  }
}
