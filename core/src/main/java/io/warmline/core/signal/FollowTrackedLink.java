package io.warmline.core.signal;

import io.warmline.core.id.SignalId;
import io.warmline.core.link.TargetUrl;
import io.warmline.core.link.TrackedLink;
import io.warmline.core.link.TrackedLinks;
import io.warmline.core.signal.Scanners.Visit;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends whoever follows a tracked link on to its target, and records the click. */
@ApplicationScoped
public class FollowTrackedLink {

  private static final Logger LOG = Logger.getLogger(FollowTrackedLink.class);
  private static final int LONGEST_USER_AGENT = 500;

  private final TrackedLinks links;
  private final CurrentTenant tenant;
  private final TenantTransaction transaction;
  private final NamedLeads namedLeads;
  private final Scanners scanners;
  private final Suspicion suspicion;
  private final Intake intake;
  private final Clock clock;

  FollowTrackedLink(
      TrackedLinks links,
      CurrentTenant tenant,
      TenantTransaction transaction,
      NamedLeads namedLeads,
      Scanners scanners,
      Suspicion suspicion,
      Intake intake,
      Clock clock) {
    this.links = links;
    this.tenant = tenant;
    this.transaction = transaction;
    this.namedLeads = namedLeads;
    this.scanners = scanners;
    this.suspicion = suspicion;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * Records that somebody follows the link with this token; the caller works for its tenant from
   * then on. Whatever goes wrong with that, the prospect gets where the link leads.
   *
   * @return where it leads; empty if there is no such link
   */
  public Optional<TargetUrl> follow(String token, Visit visit) {
    Optional<TrackedLinks.Found> found = links.withToken(token);
    found.ifPresent(
        it -> {
          tenant.enter(it.tenant());
          recordOrLog(it.link(), visit);
        });
    return found.map(it -> it.link().target());
  }

  private void recordOrLog(TrackedLink link, Visit visit) {
    try {
      transaction.run(() -> record(link, visit, clock.instant()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "a click on the tracked link %s is not on record", link.id());
    }
  }

  private void record(TrackedLink link, Visit visit, Instant now) {
    SignalReport report =
        new SignalReport(
            Who.lead(link.lead()),
            SignalType.LINK_CLICK,
            Optional.of(now),
            link.target().text(),
            shortened(visit.userAgent()),
            null);
    for (PossibleLead candidate : namedLeads.of(List.of(report.who())).get(0)) {
      Optional<SignalReason> doubt = doubt(link, visit, candidate, now);
      intake.take(
          List.of(new Arrival(SignalId.next(), candidate, report, now, doubt, Optional.of(link))),
          now);
    }
  }

  private static @Nullable String shortened(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
        ? userAgent
        : userAgent.substring(0, LONGEST_USER_AGENT);
  }

  private Optional<SignalReason> doubt(
      TrackedLink link, Visit visit, PossibleLead lead, Instant now) {
    Optional<SignalReason> program = scanners.verdict(visit);
    if (program.isPresent()) {
      return program;
    }
    boolean tooSoon =
        suspicion.isTooSoon(now, link.createdAt()) || suspicion.isTooSoon(now, lead.lastSentAt());
    return tooSoon ? Optional.of(SignalReason.TOO_SOON) : Optional.empty();
  }
}
