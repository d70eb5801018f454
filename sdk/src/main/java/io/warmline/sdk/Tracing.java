package io.warmline.sdk;

import java.net.URI;

/** Spans of operations: those of OpenTelemetry where that is on the class path, or else none. */
interface Tracing {

  Tracing NONE = (request, server) -> Operation.UNTRACED;

  /** An operation that has begun. */
  Operation begin(Request request, URI server);

  /** An operation with all its attempts. */
  interface Operation extends AutoCloseable {

    Operation UNTRACED =
        new Operation() {
          @Override
          public Request carried(Request request) {
            return request;
          }

          @Override
          public void tried(Attempt attempt) {}

          @Override
          public void failed(WarmlineException failure) {}

          @Override
          public void close() {}
        };

    /** The request, with the headers by which the server's spans belong to this one. */
    Request carried(Request request);

    /** It was sent once more. */
    void tried(Attempt attempt);

    /** It will not be tried again. */
    void failed(WarmlineException failure);

    @Override
    void close();
  }

  /** By what is on the class path. */
  static Tracing here() {
    try {
      Class.forName(
              "io.opentelemetry.api.GlobalOpenTelemetry", false, Tracing.class.getClassLoader())
          .getMethod("getOrNoop");
      return new OpenTelemetryTracing();
    } catch (NoSuchMethodException e) {
      System.getLogger("io.warmline.sdk")
          .log(
              System.Logger.Level.WARNING,
              "No spans: OpenTelemetry is on the class path, and is older than 1.57.");
      return NONE;
    } catch (ClassNotFoundException e) {
      return NONE;
    }
  }
}
