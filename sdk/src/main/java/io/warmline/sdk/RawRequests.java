package io.warmline.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/**
 * Requests to any path: for operations that are newer than this library. They are authenticated,
 * retried and refused as all others.
 */
public final class RawRequests {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Transport transport;

  RawRequests(Transport transport) {
    this.transport = transport;
  }

  /**
   * Sends a request without a body.
   *
   * @param path from the slash on, encoded; its query goes into {@link RequestOption#query}
   * @return what came back; a missing node where nothing did
   * @throws IllegalArgumentException if there is no such method, or that is no path
   */
  public JsonNode send(String method, String path, RequestOption... options) {
    return transport.send(request(method, path).with(options)).tree();
  }

  /**
   * Sends a request with a body in JSON; a PATCH as a JSON merge patch.
   *
   * @param body a model of this library, a tree of Jackson's, or a map
   * @return what came back; a missing node where nothing did
   * @throws IllegalArgumentException if there is no such method, or that is no path
   */
  public JsonNode sendJson(String method, String path, Object body, RequestOption... options) {
    Request request = request(method, path);
    Request filled =
        request.method().equals("PATCH") ? request.mergePatch(body) : request.json(body);
    return transport.send(filled.with(options)).tree();
  }

  private static Request request(String method, String path) {
    String name = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(name)) {
      throw new IllegalArgumentException("the method is one of " + METHODS + ", not " + method);
    }
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "the path begins with a slash and has no query: RequestOption.query(…)");
    }
    return Request.raw(name, path).accept("application/json");
  }
}
