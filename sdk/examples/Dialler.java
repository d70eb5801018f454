import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.BatchClaimRequest;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Claims several leads at once, dials them side by side, and logs each call when it ends. */
class Dialler {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();
    var threads = Executors.newFixedThreadPool(4);
    var later = warmline.async(threads);
    var agent = warmline.agents().createAgent(new NewAgent().name("Dialler 1")).value();
    try (var claims = warmline.claims().claimLeads(new BatchClaimRequest().agentId(agent.getId()).limit(4))) {
      List<CompletableFuture<LoggedCall>> calls =
          claims.claims().stream()
              .map(claim -> later.call(w -> claim.log(new NewCall().disposition(dial(claim)).durationSeconds(20))))
              .toList();
      calls.forEach(call -> System.out.println(call.join().getNext().getDetail()));
      System.out.println(calls.size() + " calls.");
    } finally {
      threads.shutdown();
    }
  }

  /** Your telephone system. */
  private static Disposition dial(ClaimedLead claim) {
    return claim.phone().isEmpty() ? Disposition.INVALID_NUMBER : Disposition.NO_ANSWER;
  }
}
