import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.warmline.sdk.EventData;
import io.warmline.sdk.WebhookVerifier;
import io.warmline.sdk.model.CallLoggedData;
import io.warmline.sdk.model.WebhookMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Receives webhooks: believes only what is signed, does nothing twice, answers at once and works afterwards.
 * WARMLINE_WEBHOOK_SECRET is what createWebhook answered; PORT the port to listen on, 0 for any.
 */
class WebhookReceiver {
  private static final WebhookVerifier VERIFIER = WebhookVerifier.of(System.getenv("WARMLINE_WEBHOOK_SECRET"));
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet(); // in a database, if it should outlast a start
  private static final ExecutorService WORK = Executors.newSingleThreadExecutor();

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8090"));
    var server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/warmline", WebhookReceiver::receive);
    server.start();
    System.out.println("Listening on " + server.getAddress().getPort());
  }

  private static void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 204;
    try {
      var message = VERIFIER.verify(exchange.getRequestHeaders()::getFirst, body);
      if (SEEN.add(exchange.getRequestHeaders().getFirst("webhook-id"))) {
        WORK.execute(() -> work(message));
      }
    } catch (WebhookVerifier.NotVerified e) {
      System.out.println("Refused: " + e.getMessage());
      status = 401;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void work(WebhookMessage message) {
    if (message.getType().equals("call.logged")) {
      System.out.println("A call: " + EventData.of(message, CallLoggedData.class).getDisposition());
    } // there will be more types: pass over one that you do not know
  }
}
