package io.warmline.sdk;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * The list of a do-not-call registry: one number a line, or CSV with a column called after a phone.
 * It is streamed, so it may be larger than memory; at most 1 GiB. Immutable: every method gives a
 * new one.
 */
public final class RegistryFile {
  private static final String CSV = "text/csv";

  private final Body body;
  private final Query query;

  private RegistryFile(Body body, Query query) {
    this.body = body;
    this.query = query;
  }

  /** A file. Sent again when the connection breaks. */
  public static RegistryFile of(Path file) {
    return new RegistryFile(new Body(CSV, () -> open(file), true), Query.NONE);
  }

  /** A stream, which is read once: the request is not tried again when it fails. */
  public static RegistryFile of(InputStream stream) {
    Supplier<BodyPublisher> publisher = () -> BodyPublishers.ofInputStream(() -> stream);
    return new RegistryFile(new Body(CSV, publisher, false), Query.NONE);
  }

  private static BodyPublisher open(Path file) {
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Country of numbers without one, ISO 3166-1 alpha-2; else that of the jurisdiction. */
  public RegistryFile country(String country) {
    return new RegistryFile(body, query.with("country", country));
  }

  /** Lets a list come into force that is too old already; it stops all dialling where it holds. */
  public RegistryFile allowOutdated() {
    return new RegistryFile(body, query.with("allowOutdated", true));
  }

  Request applyTo(Request request, String registry, String jurisdiction, LocalDate asOf) {
    return request
        .query(
            query.with("registry", registry).with("jurisdiction", jurisdiction).with("asOf", asOf))
        .body(body);
  }
}
