package io.warmline.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is there for people to read: the start page, Swagger UI, and the documentation that the
 * build makes of the repository's pages. {@code WARMLINE_PAGES=off} takes all of them away.
 */
@Singleton
public class Pages {

  private final boolean shown;

  Pages(@ConfigProperty(name = "warmline.pages", defaultValue = "on") String wanted) {
    this.shown = wanted.equals("on");
  }

  void register(@Observes Router router) {
    if (shown) {
      router.route("/docs").order(Integer.MIN_VALUE + 1).handler(Pages::intoFolder);
    } else {
      for (String place : new String[] {"/", "/index.html", "/docs*", "/swagger-ui*"}) {
        router.route(place).order(Integer.MIN_VALUE + 1).handler(context -> context.fail(404));
      }
    }
  }

  private static void intoFolder(RoutingContext context) {
    if (context.request().path().equals("/docs")) {
      context.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, "/docs/").end();
    } else {
      context.next();
    }
  }
}
