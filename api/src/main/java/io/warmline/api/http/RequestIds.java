package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.warmline.core.id.Ids;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, also those that no operation answers, and puts it on the answer and
 * into the log.
 */
public final class RequestIds {

  /** The header by which it comes and goes. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private RequestIds() {}

  static void tag(HttpServerRequest request) {
    String sent = request.getHeader(HEADER);
    String id = sent != null && ACCEPTED.matcher(sent).matches() ? sent : fresh();
    request.headers().set(HEADER, id);
    request.response().headers().set(HEADER, id);
    MDC.put("requestId", id);
  }

  private static String fresh() {
    return "req_" + Ids.next().toString().replace("-", "");
  }

  /** The id of a request. */
  public static String of(HttpServerRequest request) {
    String id = request.getHeader(HEADER);
    return id == null ? "" : id;
  }
}
