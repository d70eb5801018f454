import io.warmline.sdk.NotFoundException;
import io.warmline.sdk.RequestOption;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.WarmlineJson;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** What a program behind a gateway needs: headers of its own, time limits, answers that are not waited for, raw requests. */
class Gateway {
  public static void main(String[] args) {
    var warmline =
        WarmlineClient.fromEnv(); // for a proxy of your own: WarmlineClient.builder().httpClient(...)
    var campaigns =
        warmline
            .campaigns()
            .listCampaigns(
                RequestOption.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                RequestOption.requestTimeout(Duration.ofSeconds(20)),
                RequestOption.maxRetries(1),
                RequestOption.onAnswer(answer -> System.out.println("answered " + answer.status())));
    System.out.println(campaigns.items().size() + " campaigns");

    var raw = warmline.raw().send("GET", "/v1/agents", RequestOption.query("limit", "1"));
    System.out.println("raw: " + raw.path("items").size() + " agent at most");

    var threads = Executors.newSingleThreadExecutor();
    try {
      warmline.async(threads).call(w -> w.leads().getLead(new UUID(0, 1))).join();
    } catch (CompletionException e) {
      System.out.println("later: " + ((NotFoundException) e.getCause()).code());
    } finally {
      threads.shutdown();
    }
    campaigns.items().stream().findFirst().ifPresent(c -> System.out.println(WarmlineJson.toJson(c).length() > 2));
  }
}
