package io.warmline.api.simulation;

import io.warmline.sdk.model.AcceptHandoff;
import io.warmline.sdk.model.Handoff;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.ReturnHandoff;
import io.warmline.sdk.model.ReturnReason;
import java.time.Duration;
import java.util.List;

/** The client's side: takes hand-offs, returns them with a reason, or lets them lie. */
final class ClientDesk {

  private static final List<ReturnReason> REASONS =
      List.of(
          ReturnReason.DUPLICATE,
          ReturnReason.WRONG_PERSON,
          ReturnReason.NO_NEED,
          ReturnReason.NOT_INTERESTED,
          ReturnReason.OUT_OF_AREA,
          ReturnReason.NOT_READY);

  /** By then every offer has expired that nobody decided on. */
  private static final Duration LYING = Duration.ofDays(16);

  private final World world;
  private final Chance chance;

  ClientDesk(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  /** An offer has come. */
  void consider(Offer offer) {
    Handoff told = world.warmline().handOffs().getHandoff(offer.id()).value();
    offer.decideBy(told.getDecideBy().toInstant());
    if (chance.is(0.15)) {
      world.agenda().in(LYING, () -> expired(offer));
    } else {
      world.agenda().in(chance.minutes(30, 3 * 24 * 60), () -> decide(offer));
    }
  }

  private void decide(Offer offer) {
    if (!offer.isOpen()) {
      return;
    }
    if (chance.is(0.65)) {
      world.warmline().handOffs().acceptHandoff(offer.id(), new AcceptHandoff());
      offer.accept(world.now());
    } else {
      giveBack(offer, chance.oneOf(REASONS));
    }
  }

  private void giveBack(Offer offer, ReturnReason reason) {
    ReturnHandoff verdict = new ReturnHandoff().reason(reason).comment("See the reason.");
    if (reason == ReturnReason.NOT_READY) {
      verdict.revisitOn(new Wishes(world).date(offer.prospect(), 20, 90));
    }
    world.warmline().handOffs().returnHandoff(offer.id(), verdict);
    offer.giveBack(reason, world.now());
    follow(offer, reason);
    world.floor().ring();
  }

  /** Where the reason says the lead goes, unless something else was decided about it since. */
  private static void follow(Offer offer, ReturnReason reason) {
    Prospect prospect = offer.prospect();
    LeadStatus offered = offer.isQualified() ? LeadStatus.HANDED_OFF : LeadStatus.NURTURE;
    if (prospect.status() != offered) {
      return;
    }
    prospect.become(
        switch (reason) {
          case WRONG_PERSON, NOT_INTERESTED -> LeadStatus.WARM;
          case NOT_READY -> LeadStatus.NURTURE;
          case DUPLICATE, NO_NEED, OUT_OF_AREA, UNKNOWN -> LeadStatus.DISQUALIFIED;
        });
  }

  private void expired(Offer offer) {
    if (!offer.isOpen()) {
      return;
    }
    offer.end(world.now());
    if (offer.prospect().status() == LeadStatus.HANDED_OFF) {
      offer.prospect().become(LeadStatus.QUALIFIED);
    }
  }
}
