package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.WarmlineJson;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that a test scripts.
 *
 * @param status of HTTP
 * @param headers by name; {@code Content-Type} among them, if there is a body
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, String body) {
  static final Reply NOTHING = new Reply(204, Map.of(), "");

  /**
   * @throws IllegalArgumentException if the status is none
   */
  public Reply {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("a status is 200 to 599, not " + status);
    }
    headers = Map.copyOf(headers);
  }

  /**
   * A success with a model of the SDK.
   *
   * @throws IllegalArgumentException if it lacks what the contract requires
   */
  public static Reply ok(Object model) {
    return json(200, WarmlineJson.toJson(model));
  }

  /** An answer in JSON. */
  public static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }

  /** An answer without a body, such as 204. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  /**
   * A problem document, as the server refuses.
   *
   * @param code such as {@code LEAD_NOT_CALLABLE}
   */
  public static Reply problem(int status, String code, String detail) {
    return of(new Refusal(status, code, detail));
  }

  /** The same with one more header. */
  public Reply header(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  static Reply json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  static Reply of(Refusal refusal) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem
        .put("type", "urn:warmline:problem:" + refusal.code())
        .put("title", title(refusal))
        .put("status", refusal.status())
        .put("detail", refusal.detail())
        .put("instance", "/")
        .put("code", refusal.code())
        .put("requestId", "req_fake");
    if (!refusal.mistakes().isEmpty()) {
      ArrayNode errors = problem.putArray("errors");
      refusal
          .mistakes()
          .forEach(
              mistake ->
                  errors
                      .addObject()
                      .put("pointer", mistake.pointer())
                      .put("code", mistake.code())
                      .put("message", mistake.message()));
    }
    return new Reply(
        refusal.status(), Map.of("Content-Type", "application/problem+json"), problem.toString());
  }

  /** The SDK puts the title into its message: there the reader of a test sees what is not known. */
  private static String title(Refusal refusal) {
    return refusal.code().equals("NOT_FAKED")
        ? refusal.detail()
        : refusal.code().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** For a problem: where it happened, and to which request. */
  Reply at(String instance, String requestId) {
    return new Reply(
        status,
        headers,
        body.replace("\"instance\":\"/\"", "\"instance\":" + quoted(instance))
            .replace("\"requestId\":\"req_fake\"", "\"requestId\":" + quoted(requestId)));
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }
}
