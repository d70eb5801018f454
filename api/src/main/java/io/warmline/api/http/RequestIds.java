package io.warmline.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.warmline.core.id.Ids;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, also those that no operation answers, and puts it on the answer and
 * into the log.
 */
@Singleton
public class RequestIds {

  static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(RequestIds::tag, FIRST);
  }

  private static void tag(RoutingContext context) {
    HttpServerRequest request = context.request();
    String sent = request.getHeader(HEADER);
    String id = sent != null && ACCEPTED.matcher(sent).matches() ? sent : fresh();
    request.headers().set(HEADER, id);
    HttpServerResponse response = context.response();
    response.headers().set(HEADER, id);
    MDC.put("requestId", id);
    context.next();
  }

  private static String fresh() {
    return "req_" + Ids.next().toString().replace("-", "");
  }

  /** The id of a request. */
  static String of(HttpServerRequest request) {
    String id = request.getHeader(HEADER);
    return id == null ? "" : id;
  }
}
