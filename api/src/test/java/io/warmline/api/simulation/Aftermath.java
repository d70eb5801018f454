package io.warmline.api.simulation;

import io.warmline.sdk.model.LeadPatch;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LeadStatusChange;
import java.util.UUID;

/** What a call sets going outside the product. */
final class Aftermath {

  private final World world;
  private final Meetings meetings;
  private final ClientDesk clients;

  Aftermath(World world) {
    this.world = world;
    this.meetings = new Meetings(world);
    this.clients = new ClientDesk(world);
  }

  void of(YearLedger.Made made) {
    Prospect prospect = made.prospect();
    switch (made.outcome()) {
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED -> meetings.expect(prospect.meeting());
      case CALLBACK_REQUESTED -> ringWhenDue(prospect);
      case QUALIFIED, NOT_NOW_NURTURE -> prospect.offer().ifPresent(clients::consider);
      case SALE, ALREADY_CUSTOMER -> mayLapse(prospect, made.claim().getAgentId());
      default -> {
        // nothing
      }
    }
  }

  private void ringWhenDue(Prospect prospect) {
    prospect.promise().ifPresent(promise -> world.agenda().at(promise.at(), world.floor()::ring));
  }

  /** Some customers go elsewhere, and somebody writes that down. */
  private void mayLapse(Prospect prospect, UUID agent) {
    if (world.chance().is(0.1)) {
      world
          .agenda()
          .in(world.chance().minutes(60 * 24, 60 * 24 * 100), () -> lapse(prospect, agent));
    }
  }

  private void lapse(Prospect prospect, UUID agent) {
    if (prospect.status() != LeadStatus.CUSTOMER) {
      return;
    }
    LeadStatusChange change =
        new LeadStatusChange().to(LeadStatus.LAPSED).agentId(agent).reason("Went elsewhere");
    var lead = world.warmline().leads().getLead(prospect.lead());
    world.warmline().leads().updateLead(lead, new LeadPatch().statusChange(change));
    prospect.become(LeadStatus.LAPSED);
  }
}
