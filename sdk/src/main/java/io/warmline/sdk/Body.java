package io.warmline.sdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/**
 * What a request carries.
 *
 * @param contentType empty when there is no body
 * @param repeatable whether the publisher can be asked for the same bytes again
 */
record Body(String contentType, Supplier<BodyPublisher> publisher, boolean repeatable) {
  static final Body NONE = new Body("", BodyPublishers::noBody, true);

  /** Serialised here and once, so that every attempt sends the same bytes. */
  static Body json(String contentType, Object value) {
    byte[] bytes = Json.write(value);
    return new Body(contentType, () -> BodyPublishers.ofByteArray(bytes), true);
  }
}
