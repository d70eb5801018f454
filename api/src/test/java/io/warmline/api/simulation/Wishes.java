package io.warmline.api.simulation;

import io.warmline.sdk.FreeSlotFilter;
import io.warmline.sdk.model.CallAppointment;
import io.warmline.sdk.model.CheckIn;
import io.warmline.sdk.model.Deliverable;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.FreeSlot;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What prospects agree on, and tell about themselves. */
final class Wishes {

  private static final int SLOTS_TO_CHOOSE_FROM = 10;
  private static final int MOST_WEEKS = 52;

  private final World world;
  private final Chance chance;

  Wishes(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  /** A day at the prospect's place, so many days from now. */
  LocalDate date(Prospect prospect, int least, int most) {
    return world.now().atZone(prospect.zone()).toLocalDate().plusDays(chance.between(least, most));
  }

  CallAppointment slot(Prospect prospect) {
    return new CallAppointment().startsAt(freeSlot(prospect)).need("A second supplier.");
  }

  /** One of the client's free slots, some days from now or, where all are taken, the next weeks. */
  OffsetDateTime freeSlot(Prospect prospect) {
    Instant from = world.now().plus(chance.between(2, 12), ChronoUnit.DAYS);
    List<FreeSlot> free = freeSlots(prospect, from);
    for (int weeks = 1; free.isEmpty() && weeks <= MOST_WEEKS; weeks++) {
      from = from.plus(7, ChronoUnit.DAYS);
      free = freeSlots(prospect, from);
    }
    return chance.oneOf(free).getStartsAt();
  }

  private List<FreeSlot> freeSlots(Prospect prospect, Instant from) {
    return world
        .warmline()
        .clients()
        .listFreeSlots(
            prospect.drive().client(),
            FreeSlotFilter.soon().from(World.utc(from)).limit(SLOTS_TO_CHOOSE_FROM))
        .items();
  }

  /** Complete where the lead is called qualified; else what has been found out so far. */
  Qualification qualification(NewCall call) {
    boolean complete = call.getDisposition() == Disposition.QUALIFIED;
    return new Qualification().goodProspect(true).fits(complete).understandsOffer(complete);
  }

  /** Only where customers are asked how things are. */
  @Nullable CheckIn checkIn(Prospect prospect, NewCall call) {
    if (prospect.drive().deliverable() != Deliverable.CHECK_IN) {
      return null;
    }
    if (call.getDisposition() == Disposition.SALE) {
      return CheckIn.REORDER;
    }
    return chance.is(0.15) ? CheckIn.COMPLAINT : CheckIn.SATISFIED;
  }
}
