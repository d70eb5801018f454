package io.warmline.sdk;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** How an instant is written in a query. */
final class Instants {
  private Instants() {}

  /** With seconds always, which {@code toString} leaves out when they are zero. */
  static String rfc3339(OffsetDateTime instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant);
  }
}
