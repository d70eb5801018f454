package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Records what prospects did, as others report it: a batch in one transaction and a few statements,
 * so that it keeps up with the click stream of an e-mail platform.
 */
@ApplicationScoped
public class RecordSignals {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final NamedLeads namedLeads;
  private final Scanners scanners;
  private final Suspicion suspicion;
  private final Intake intake;
  private final Clock clock;

  RecordSignals(
      TenantTransaction transaction,
      NamedLeads namedLeads,
      Scanners scanners,
      Suspicion suspicion,
      Intake intake,
      Clock clock) {
    this.transaction = transaction;
    this.namedLeads = namedLeads;
    this.scanners = scanners;
    this.suspicion = suspicion;
    this.intake = intake;
    this.clock = clock;
  }

  /** A report of which it is known whose it is, or that it goes no further. */
  private sealed interface Sorted {
    record Decided(Receipt receipt) implements Sorted {}

    record Passed(Arrival arrival) implements Sorted {}
  }

  /** Records them; what became of each, in their order. */
  public List<Receipt> record(List<SignalReport> reports) {
    return transaction.call(() -> record(reports, clock.instant()));
  }

  private List<Receipt> record(List<SignalReport> reports, Instant now) {
    List<List<PossibleLead>> leads =
        namedLeads.of(reports.stream().map(SignalReport::who).toList());
    List<Sorted> sorted = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      sorted.add(sort(reports.get(i), leads.get(i), now));
    }
    Map<SignalId, Receipt> taken =
        intake.take(
            sorted.stream()
                .filter(Sorted.Passed.class::isInstance)
                .map(one -> ((Sorted.Passed) one).arrival())
                .toList(),
            now);
    return sorted.stream().map(one -> receipt(one, taken)).toList();
  }

  private static Receipt receipt(Sorted one, Map<SignalId, Receipt> taken) {
    return one instanceof Sorted.Decided decided
        ? decided.receipt()
        : Objects.requireNonNull(taken.get(((Sorted.Passed) one).arrival().id()));
  }

  private Sorted sort(SignalReport report, List<PossibleLead> leads, Instant now) {
    if (leads.isEmpty()) {
      return new Sorted.Decided(Receipt.unknown());
    }
    if (leads.size() > 1) {
      return ignored(SignalReason.AMBIGUOUS_LEAD, Optional.empty());
    }
    PossibleLead lead = leads.get(0);
    Instant at = report.occurredAt().orElse(now);
    if (lead.erased()) {
      return ignored(SignalReason.LEAD_ERASED, Optional.of(lead.id()));
    }
    if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
      return ignored(SignalReason.IN_THE_FUTURE, Optional.of(lead.id()));
    }
    Instant occurredAt = at.isAfter(now) ? now : at;
    return new Sorted.Passed(
        new Arrival(
            SignalId.next(),
            lead,
            report,
            occurredAt,
            doubt(report, lead, occurredAt),
            Optional.empty()));
  }

  private static Sorted ignored(SignalReason reason, Optional<LeadId> lead) {
    return new Sorted.Decided(Receipt.ignored(reason, lead, Optional.empty()));
  }

  private Optional<SignalReason> doubt(SignalReport report, PossibleLead lead, Instant at) {
    Optional<SignalReason> program = scanners.ofProgram(report.userAgent());
    boolean tooSoon =
        report.type() == SignalType.LINK_CLICK && suspicion.isTooSoon(at, lead.lastSentAt());
    return program.isEmpty() && tooSoon ? Optional.of(SignalReason.TOO_SOON) : program;
  }
}
