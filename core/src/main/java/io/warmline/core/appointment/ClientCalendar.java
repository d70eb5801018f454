package io.warmline.core.appointment;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.client.Client;
import io.warmline.core.client.Clients;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times of clients: which of them are free, and who takes them. */
@ApplicationScoped
public class ClientCalendar {

  /** How far ahead free slots are looked for at most, and by default. */
  private static final Duration FARTHEST = Duration.ofDays(62);

  private static final Duration BY_DEFAULT = Duration.ofDays(14);
  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final UUID NOBODY = new UUID(0, 0);

  private final TenantTransaction transaction;
  private final Clients clients;
  private final Appointments appointments;
  private final TenantSql sql;
  private final Clock clock;

  ClientCalendar(
      TenantTransaction transaction,
      Clients clients,
      Appointments appointments,
      TenantSql sql,
      Clock clock) {
    this.transaction = transaction;
    this.clients = clients;
    this.appointments = appointments;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Slots of a client's meeting hours that no open appointment takes, earliest first.
   *
   * @param from empty: now; nothing earlier than now is free
   * @param to empty: two weeks after from
   * @throws InvalidValue if it is not a stretch of time of at most 62 days
   * @throws NotFound if there is no such client
   */
  public Page<Slot> free(
      ClientId id, Optional<Instant> from, Optional<Instant> to, Cursor.Paging paging) {
    return transaction.call(
        () -> {
          Client client = clients.get(id);
          Slot span = span(from, to, clock.instant());
          return client
              .profile()
              .meetings()
              .hours()
              .map(hours -> new FreeSlots(hours, zone(client), usualLength(client)))
              .map(slots -> page(slots, span, id, paging))
              .orElse(new Page<>(List.of(), Optional.empty()));
        });
  }

  private static Slot span(Optional<Instant> from, Optional<Instant> to, Instant now) {
    Instant begins = from.filter(now::isBefore).orElse(now);
    Instant ends = to.orElse(begins.plus(BY_DEFAULT));
    if (!ends.isAfter(begins)) {
      throw new InvalidValue("to", "SPAN_EMPTY", "must be after from, and in the future");
    }
    if (ends.isAfter(begins.plus(FARTHEST))) {
      throw new InvalidValue(
          "to", "SPAN_TOO_LONG", "must be at most " + FARTHEST.toDays() + " days after from");
    }
    return new Slot(begins, ends);
  }

  private Page<Slot> page(FreeSlots slots, Slot span, ClientId client, Cursor.Paging paging) {
    Cursor after = paging.after();
    Instant from = after == null ? span.startsAt() : Instant.parse(after.key()).plusNanos(1000);
    if (!from.isBefore(span.endsAt())) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<Slot> taken = appointments.taken(client, new Slot(from, span.endsAt()), null);
    List<Slot> free = slots.between(from, span.endsAt(), taken, paging.probe());
    return Page.of(free, paging.limit(), slot -> new Cursor(slot.startsAt().toString(), NOBODY));
  }

  private static ZoneId zone(Client client) {
    return client.profile().timeZone().orElseThrow();
  }

  private static Duration usualLength(Client client) {
    return Duration.ofMinutes(client.profile().meetings().minutes());
  }

  /** How long a meeting takes if nobody says. */
  Duration usualLength(@Nullable ClientId client) {
    return client == null ? USUAL : usualLength(clients.get(client));
  }

  /**
   * Takes a slot of a client; until the transaction ends nobody else takes any. The tenant's own
   * calendar is not kept.
   *
   * @param except the appointment that gives its own slot up
   * @param doubleBook whether it may stand beside another
   * @throws WarmlineException SLOT_TAKEN
   */
  void take(
      @Nullable ClientId client, Slot slot, @Nullable AppointmentId except, boolean doubleBook) {
    if (client != null && isTaken(client, slot, except) && !doubleBook) {
      throw new WarmlineException(
          ProblemCode.SLOT_TAKEN,
          "The client has another meeting at that time. Take a free slot, or book it twice with"
              + " doubleBook.");
    }
  }

  /** Whether a slot of a client is taken; until the transaction ends nobody else takes any. */
  boolean isTaken(@Nullable ClientId client, Slot slot, @Nullable AppointmentId except) {
    if (client == null) {
      return false;
    }
    sql.query(
        "select id from client where tenant_id = :tenant and id = :client for no key update",
        q -> q.bind("client", client.value()).mapTo(UUID.class).one());
    return !appointments.taken(client, slot, except).isEmpty();
  }
}
