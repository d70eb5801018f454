import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;

/** Claims three leads, one after the other, and says what an agent would say and log. */
class CallingDay {
  public static void main(String[] args) {
    var warmline = WarmlineClient.fromEnv();
    var agent = warmline.agents().createAgent(new NewAgent().name("Ana Torres")).value();
    for (int call = 1; call <= 3; call++) {
      NextLead next = warmline.claims().claimNextLead(agent.getId());
      if (next.isEmpty()) {
        System.out.println("Nobody may be called now.");
        return;
      }
      try (ClaimedLead claim = next.orElseThrow()) {
        System.out.println(call + ". " + claim.reasons().get(0).getDetail());
        claim.talkTrack().ifPresent(track -> System.out.println("   " + track.getText().lines().findFirst().orElse("")));
        var promise = new CallbackPromise().words("call me in a month");
        var logged = claim.log(new NewCall().disposition(Disposition.CALLBACK_REQUESTED).callback(promise));
        System.out.println("   " + logged.getNext().getDetail());
      }
    }
  }
}
