package io.warmline.api.simulation;

import io.warmline.sdk.model.LeadPatch;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LeadStatusChange;
import java.time.Duration;
import java.util.UUID;

/** What a call sets going outside the product. */
final class Aftermath {

  /** By then whoever has the line in hand has let go of it. */
  private static final Duration HANGS_UP = Duration.ofMinutes(15);

  private final World world;
  private final Meetings meetings;
  private final ClientDesk clients;

  Aftermath(World world) {
    this.world = world;
    this.meetings = new Meetings(world);
    this.clients = new ClientDesk(world);
  }

  void of(Books.Made made, AgentAtWork caller) {
    Prospect prospect = made.prospect();
    switch (made.outcome()) {
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED -> meetings.expect(prospect.meeting());
      case CALLBACK_REQUESTED -> ringWhenDue(prospect, caller);
      case QUALIFIED, NOT_NOW_NURTURE -> prospect.offer().ifPresent(clients::consider);
      case SALE, ALREADY_CUSTOMER -> mayLapse(prospect, made.claim().getAgentId());
      default -> {
        // nothing
      }
    }
  }

  /** Whoever has agreed on it looks at the clock. */
  private void ringWhenDue(Prospect prospect, AgentAtWork caller) {
    prospect
        .promise()
        .ifPresent(promise -> world.agenda().at(promise.at(), () -> world.floor().ringFor(caller)));
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
    if (prospect.line().isInHand(world.now())) {
      world.agenda().in(HANGS_UP, () -> lapse(prospect, agent));
      return;
    }
    LeadStatusChange change =
        new LeadStatusChange().to(LeadStatus.LAPSED).agentId(agent).reason("Went elsewhere");
    var lead = world.warmline().leads().getLead(prospect.lead());
    world.warmline().leads().updateLead(lead, new LeadPatch().statusChange(change));
    prospect.become(LeadStatus.LAPSED);
  }
}
