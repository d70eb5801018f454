package io.warmline.api.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first, whoever sends it and wherever it leads: it gets an id, its
 * answer the headers that keep browsers from guessing, and what cannot be understood is refused as
 * a problem document before any part of the platform stumbles over it.
 */
@Singleton
public class FrontDoor {

  private static final Logger LOG = Logger.getLogger(FrontDoor.class);
  private static final int FIRST = 1000;
  private static final int MOST_HEADER_BYTES = 32 * 1024;
  private static final int LONGEST_URI = 16 * 1024;

  private final Contract contract;

  FrontDoor(Contract contract) {
    this.contract = contract;
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  /** Also what fails outside all operations is told as a problem. */
  void registerFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(FrontDoor::failed);
    router.errorHandler(400, FrontDoor::failed);
    router.errorHandler(404, FrontDoor::failed);
    router.errorHandler(405, FrontDoor::failed);
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    RequestIds.tag(request);
    secure(request);
    repair(request);
    String fault = RawTarget.faultOf(request);
    if (request.uri().length() > LONGEST_URI) {
      BareProblems.refuse(
          request,
          ProblemKind.URI_TOO_LONG,
          "Path and query have at most " + LONGEST_URI + " characters here.");
    } else if (sizeOf(request.headers()) > MOST_HEADER_BYTES) {
      BareProblems.refuse(
          request,
          ProblemKind.HEADERS_TOO_LARGE,
          "All headers together have at most " + MOST_HEADER_BYTES + " bytes here.");
    } else if (fault != null) {
      BareProblems.refuse(request, ProblemKind.INVALID_REQUEST, fault);
    } else if (lacksHost(request)) {
      BareProblems.refuse(
          request, ProblemKind.INVALID_REQUEST, "Name the host of the server in the header Host.");
    } else if (!WantedAnswer.settle(request, contract)) {
      BareProblems.refuse(request, ProblemKind.NOT_ACCEPTABLE, contract.answersOf(request));
    } else if (!tellsOfMethods(request)) {
      context.next();
    }
  }

  /** Whoever asks what may be done with a path is told; browsers ask something else. */
  private boolean tellsOfMethods(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.OPTIONS)
        || request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
      return false;
    }
    Set<String> methods = contract.methodsAt(String.valueOf(request.path()));
    if (methods.isEmpty()) {
      return false;
    }
    Set<String> allowed = new TreeSet<>(methods);
    allowed.add("OPTIONS");
    if (methods.contains("GET")) {
      allowed.add("HEAD");
    }
    request
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ALLOW, String.join(", ", allowed))
        .end();
    return true;
  }

  /** Answers of the API are for the caller alone; nothing served here is what it is not. */
  private static void secure(HttpServerRequest request) {
    MultiMap headers = request.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Frame-Options", "DENY");
    String path = request.path();
    if (path != null && path.startsWith("/v1/")) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** What is of no importance here, and would make the platform stumble. */
  private static void repair(HttpServerRequest request) {
    String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (languages != null && !isLanguages(languages)) {
      request.headers().remove(HttpHeaders.ACCEPT_LANGUAGE);
    }
  }

  /** Probes of load balancers may leave it out; whoever calls an operation may be given links. */
  private static boolean lacksHost(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    return request.version() == HttpVersion.HTTP_1_0
        && request.getHeader(HttpHeaders.HOST) == null
        && (path.startsWith("/v1/") || path.startsWith("/t/"));
  }

  private static boolean isLanguages(String header) {
    try {
      return header.length() <= LONGEST_URI && !Locale.LanguageRange.parse(header).isEmpty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false; // for ",,," Java's reader has the second one
    }
  }

  private static int sizeOf(MultiMap headers) {
    int size = 0;
    for (var header : headers) {
      size += header.getKey().length() + header.getValue().length();
    }
    return size;
  }

  private static void failed(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (RequestIds.of(request).isEmpty()) {
      RequestIds.tag(request);
      secure(request);
    }
    String fault = RawTarget.faultOf(request);
    if (fault != null) {
      // The router reads the path before any filter does.
      BareProblems.refuse(request, ProblemKind.INVALID_REQUEST, fault);
      return;
    }
    int status = context.statusCode();
    @Nullable Throwable failure = context.failure();
    if (status >= 500 || status < 400) {
      LOG.errorf(failure, "request %s failed", RequestIds.of(request));
    }
    BareProblems.refuse(request, kindOf(status), detailOf(status));
  }

  private static ProblemKind kindOf(int status) {
    return switch (status) {
      case 400 -> ProblemKind.INVALID_REQUEST;
      case 401 -> ProblemKind.INVALID_API_KEY;
      case 403 -> ProblemKind.MISSING_SCOPE;
      case 404 -> ProblemKind.NOT_FOUND;
      case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
      case 406 -> ProblemKind.NOT_ACCEPTABLE;
      case 408 -> ProblemKind.TOO_SLOW;
      case 413 -> ProblemKind.BODY_TOO_LARGE;
      case 414 -> ProblemKind.URI_TOO_LONG;
      case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
      case 431 -> ProblemKind.HEADERS_TOO_LARGE;
      default -> ProblemKind.INTERNAL_ERROR;
    };
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 400 ->
          "The request cannot be read: a percent sign stands before two hexadecimal digits, text is"
              + " UTF-8, and Host names a host.";
      case 404 -> "There is nothing at this path.";
      case 405 -> "This path does not take this method.";
      default -> "The request id is in the log.";
    };
  }
}
