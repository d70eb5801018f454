package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.warmline.api.http.HttpProblem;
import io.warmline.api.http.Parameter;
import io.warmline.core.WarmlineException.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request that a call of a tool stands for. What the operation can refuse itself is left to it:
 * an argument that it does not know goes into the query, where it is refused by name.
 */
final class ToolRequest {

  private static final Pattern OF_HEADERS = Pattern.compile("[\\x20-\\x7e]+");
  private static final String JSON = "application/json";
  private static final int LONGEST_NAME = 64;

  /** Of path, query and headers: beyond it a server cannot read what it should refuse. */
  private static final int MOST_CHARACTERS = 50_000;

  private final Tool tool;
  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
  private final StringBuilder query = new StringBuilder();
  private final List<Violation> faults = new ArrayList<>();
  private int room = MOST_CHARACTERS;
  private String path;
  private @Nullable Buffer body;

  private ToolRequest(Tool tool) {
    this.tool = tool;
    this.path = tool.operation().path();
  }

  /**
   * Puts the arguments where the operation expects them.
   *
   * @throws HttpProblem INVALID_REQUEST, if no request can be made of them
   */
  static ToolRequest of(Tool tool, JsonNode arguments) {
    ToolRequest request = new ToolRequest(tool);
    request.headers.set(HttpHeaders.ACCEPT, JSON);
    arguments.properties().forEach(argument -> request.put(argument.getKey(), argument.getValue()));
    tool.operation().parameters().stream()
        .filter(Parameter::isPath)
        .map(Parameter::name)
        .filter(name -> !arguments.has(name))
        .forEach(name -> request.fault(name, "REQUIRED", "must be given"));
    if (tool.takesBody()) {
      request.nameContent(arguments.path(Tool.CONTENT_TYPE));
    }
    if (!request.faults.isEmpty()) {
      throw HttpProblem.invalid(request.faults);
    }
    return request;
  }

  private void put(String name, JsonNode value) {
    if (value.isNull()) {
      fault(name, "NULL", "must not be null; leave it out instead");
    } else if (name.equals(Tool.BODY) && tool.takesBody()) {
      putBody(value);
    } else if (name.equals(Tool.CONTENT_TYPE) && tool.asksForContentType()) {
      return;
    } else if (tool.hasInBody(name)) {
      fault(name, "IN_BODY", "is a field of the body: give it in " + Tool.BODY);
    } else if (value.isArray() && tool.takesSeveral(name)) {
      value.forEach(one -> putText(name, one));
    } else {
      putText(name, value);
    }
  }

  private void putText(String name, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      fault(name, "WRONG_TYPE", "must be a single value");
      return;
    }
    String text = value.asText();
    room -= encoded(name).length() + encoded(text).length();
    if (room < 0) {
      fault(name, "SIZE", "is more than a request can hold beside its body");
      return;
    }
    Optional<Parameter> parameter = tool.parameter(name);
    if (parameter.isPresent() && parameter.get().isHeader()) {
      putHeader(name, text);
    } else if (parameter.isPresent() && parameter.get().isPath()) {
      putIntoPath(parameter.get(), text);
    } else if (isText(text)) {
      query.append(query.isEmpty() ? '?' : '&').append(encoded(name)).append('=');
      query.append(encoded(text));
    } else {
      fault(name, "INVALID_TEXT", "must not have half a surrogate pair in it");
    }
  }

  private void putHeader(String name, String text) {
    if (OF_HEADERS.matcher(text).matches()) {
      headers.set(name, text);
    } else {
      fault(name, "INVALID_TEXT", "must have visible ASCII characters and spaces only");
    }
  }

  /** A value that is no name would lead to another operation. */
  private void putIntoPath(Parameter parameter, String text) {
    Optional<Violation> fault = parameter.fault(text);
    if (fault.isPresent()) {
      faults.add(fault.get());
    } else if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      fault(parameter.name(), "FORMAT", "must be neither empty nor dots");
    } else {
      path = path.replace("{" + parameter.name() + "}", encoded(text));
    }
  }

  private void putBody(JsonNode value) {
    if (!tool.takesText()) {
      body = Buffer.buffer(Json.write(value));
    } else if (value.isTextual() && isText(value.asText())) {
      body = Buffer.buffer(value.asText());
    } else {
      fault(Tool.BODY, "WRONG_TYPE", "must be the file as a text");
    }
  }

  private void nameContent(JsonNode told) {
    List<String> types = tool.contentTypes();
    if (!tool.asksForContentType()) {
      headers.set(HttpHeaders.CONTENT_TYPE, types.get(0));
    } else if (told.isTextual() && types.contains(told.asText())) {
      headers.set(HttpHeaders.CONTENT_TYPE, told.asText());
    } else {
      fault(Tool.CONTENT_TYPE, "UNKNOWN_VALUE", "must be one of " + String.join(", ", types));
    }
  }

  private void fault(String name, String code, String message) {
    faults.add(new Violation(shortened(name), code, message));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** A space is %20 in a path too. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  HttpMethod method() {
    return HttpMethod.valueOf(tool.operation().method());
  }

  /** Path and query. */
  String target() {
    return path + query;
  }

  /** Those that the arguments decide. */
  Iterable<Map.Entry<String, String>> headers() {
    return headers;
  }

  Buffer body() {
    return body == null ? Buffer.buffer() : body;
  }
}
