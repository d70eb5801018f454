import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.test.Fault;
import io.warmline.sdk.test.FakeWarmline;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tests a console without a server and without waiting: io.warmline:warmline-sdk-test. */
class AgainstTheFake {
  public static void main(String[] args) {
    try (var server = FakeWarmline.start()) {
      var warmline = server.client();
      UUID agent = firmWithOneLead(warmline);

      server.understands("in two hours", Duration.ofHours(2));
      server.fault("logCall", Fault.lostAnswer()); // the call is logged; nobody hears of it
      try (var claim = warmline.claims().claimNextLead(agent).orElseThrow()) {
        var promise = new CallbackPromise().words("in two hours");
        claim.log(new NewCall().disposition(Disposition.CALLBACK_REQUESTED).callback(promise));
      }
      check(warmline.calls().listCalls().items().size() == 1, "it was tried again, and logged once");
      check(warmline.claims().claimNextLead(agent).isEmpty(), "nobody else may be called");

      server.clock().advance(Duration.ofHours(2));
      try (var claim = warmline.claims().claimNextLead(agent).orElseThrow()) {
        check(claim.reasons().get(0).getCode().equals("CALLBACK_DUE"), "the promise comes back when it is due");
      }
    }
  }

  private static UUID firmWithOneLead(WarmlineClient warmline) {
    var campaign =
        warmline
            .campaigns()
            .createCampaign(new NewCampaign().name("Spring").defaultCountry("US").timeZone("America/New_York"))
            .value();
    warmline.leads().createLead(new NewLead().campaignId(campaign.getId()).phones(List.of("+15046218927")));
    return warmline.agents().createAgent(new NewAgent().name("Ana Torres")).value().getId();
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
    System.out.println("ok: " + what);
  }
}
