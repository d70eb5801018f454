package io.warmline.api.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A provider on loopback: what it publishes, and how it misbehaves if it is told to. */
final class FakeProvider implements AutoCloseable {

  /** What it does when it is asked for its keys. */
  enum Manner {
    TELLS,
    FAILS,
    STALLS,
    DRIPS,
    FLOODS,
    REDIRECTS,
    CALLS_ITSELF_ANOTHER,
    POINTS_TO_HTTP,
    PUBLISHES_SECRETS,
    SAYS_IT_TWICE,
    TALKS_NONSENSE
  }

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<PublicJsonWebKey> published = new ArrayList<>();
  volatile Manner manner = Manner.TELLS;

  FakeProvider(List<PublicJsonWebKey> keys) {
    published.addAll(keys);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "fake-provider");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  static PublicJsonWebKey rsa(String kid) {
    return rsa(kid, 2048);
  }

  static PublicJsonWebKey rsa(String kid, int bits) {
    try {
      PublicJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static PublicJsonWebKey ec(String kid) {
    try {
      PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/calls";
  }

  /** From now on it publishes these. */
  void publishes(PublicJsonWebKey... keys) {
    synchronized (published) {
      published.clear();
      published.addAll(List.of(keys));
    }
  }

  /** How often somebody has begun to ask. */
  int asked() {
    return asked.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.endsWith("/openid-configuration")) {
        asked.incrementAndGet();
        configuration(exchange);
      } else if (path.endsWith("/certs")) {
        keys(exchange);
      } else if (path.startsWith("/manner/")) {
        manner = Manner.valueOf(path.substring("/manner/".length()));
        send(exchange, 200, "{}");
      } else {
        send(exchange, 404, "{}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void configuration(HttpExchange exchange) throws IOException, InterruptedException {
    String itself = manner == Manner.CALLS_ITSELF_ANOTHER ? "https://evil.example.com" : issuer();
    String keys =
        manner == Manner.POINTS_TO_HTTP ? "http://id.example.com/certs" : issuer() + "/certs";
    switch (manner) {
      case FAILS -> send(exchange, 500, "{}");
      case REDIRECTS -> {
        exchange.getResponseHeaders().set("Location", issuer() + "/elsewhere/openid-configuration");
        send(exchange, 302, "");
      }
      default ->
          send(exchange, 200, "{\"issuer\":\"" + itself + "\",\"jwks_uri\":\"" + keys + "\"}");
    }
  }

  private void keys(HttpExchange exchange) throws IOException, InterruptedException {
    switch (manner) {
      case STALLS -> Thread.sleep(60_000);
      case DRIPS -> {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 600; i++) {
          exchange.getResponseBody().write(' ');
          exchange.getResponseBody().flush();
          Thread.sleep(100);
        }
      }
      case FLOODS -> {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          byte[] blanks = " ".repeat(1024).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 10 * 1024; i++) {
            out.write(blanks);
          }
        }
      }
      case PUBLISHES_SECRETS ->
          send(
              exchange,
              200,
              "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"rsa-1\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0\"}]}");
      case SAYS_IT_TWICE -> send(exchange, 200, "{\"keys\":[],\"keys\":[]}");
      case TALKS_NONSENSE -> send(exchange, 200, "<html>");
      default -> send(exchange, 200, written());
    }
  }

  private String written() {
    synchronized (published) {
      return new JsonWebKeySet(List.copyOf(published))
          .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
