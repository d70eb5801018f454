package io.warmline.sdk.example;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewCall;

/**
 * The README's example, kept compiling and running: what stands between the tags is included there
 * word for word.
 */
public final class ReadmeExample {
  private ReadmeExample() {}

  public static void main(String[] args) {
    // tag::readme[]
    var warmline = WarmlineClient.fromEnv(); // WARMLINE_URL, WARMLINE_API_KEY
    var agent = warmline.agents().listAgents().stream().findFirst().orElseThrow();

    try (ClaimedLead claim = warmline.claims().claimNextLead(agent.getId()).orElseThrow()) {
      System.out.println("Call " + claim.lead().getFirstName() + " on " + claim.phone());
      claim.reasons().forEach(reason -> System.out.println("  because: " + reason.getDetail()));

      claim.talkTrack().ifPresent(track -> System.out.println(track.getText()));

      var promise = new CallbackPromise().words("Try me in two days");
      var logged =
          claim.log(new NewCall().disposition(Disposition.CALLBACK_REQUESTED).callback(promise));
      System.out.println(logged.getNext().getDetail());
    } // a claim without a logged call is released here
    // end::readme[]
  }
}
