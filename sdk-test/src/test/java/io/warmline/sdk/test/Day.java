package io.warmline.sdk.test;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.Campaign;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import java.util.List;
import java.util.UUID;

/** A campaign with two leads, an agent, and what one does with them. */
final class Day {
  final WarmlineClient warmline;
  final UUID campaign;
  final UUID agent;
  final Lead james;
  final Lead art;

  Day(WarmlineClient warmline) {
    this.warmline = warmline;
    Campaign made =
        warmline
            .campaigns()
            .createCampaign(
                new NewCampaign()
                    .name("Managed IT")
                    .defaultCountry("US")
                    .timeZone("America/New_York"))
            .value();
    campaign = made.getId();
    agent = warmline.agents().createAgent(new NewAgent().name("Dave Miller")).value().getId();
    james = lead("James", "504-621-8927", 50);
    art = lead("Art", "856-636-8749", 10);
  }

  Lead lead(String name, String phone, int score) {
    return warmline
        .leads()
        .createLead(
            new NewLead().campaignId(campaign).firstName(name).phones(List.of(phone)).score(score))
        .value();
  }

  NextLead next() {
    return warmline.claims().claimNextLead(agent);
  }

  ClaimedLead claim() {
    return next().orElseThrow();
  }

  LoggedCall log(NewCall call) {
    return claim().log(call);
  }

  LoggedCall log(Disposition disposition) {
    return log(new NewCall().disposition(disposition));
  }
}
