package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.callback.Reading.Remarks;
import io.warmline.core.callback.Reading.Warning;
import io.warmline.core.callback.SaidTime.Given;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Interpretation;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the time of a callback out of a wish: on the prospect's clock, never in the past, and never
 * silently outside the hours in which the prospect may be called.
 */
@ApplicationScoped
class AgreeOnTime {

  private final Prospects prospects;
  private final LegalTimes legalTimes;

  AgreeOnTime(Prospects prospects, LegalTimes legalTimes) {
    this.prospects = prospects;
    this.legalTimes = legalTimes;
  }

  /**
   * The time that a wish asks for under a campaign's policy.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @param spokenAt when the wish was uttered: a call that is logged late may promise a time that
   *     has passed, and the promise stands
   * @throws InvalidValue if it does not say when, the time is in the past, or words that are given
   *     beside it name another
   * @throws NotFound if there is no such lead
   */
  AgreedTime agree(
      LeadId lead, Wish wish, CampaignPolicy policy, String pointer, Instant spokenAt) {
    wish.require(pointer);
    Prospect prospect = prospects.get(lead);
    LegalFitting fitting = fitting(prospect, spokenAt);
    if (wish.dueAt().isPresent()) {
      CallWindow window =
          CallWindow.promised(
              wish.dueAt().get(), wish.latestAt(), grace(policy), pointer, spokenAt);
      Instant end = wish.latestAt().orElse(window.dueAt());
      requireSaid(
          wish,
          prospect,
          zone -> Given.at(window.dueAt().atZone(zone), end.atZone(zone), pointer + "/dueAt"),
          policy,
          spokenAt);
      return given(window, fitting);
    }
    if (wish.namesTime()) {
      NamedDay day = NamedDay.of(wish, prospect, pointer, spokenAt);
      String at = pointer + (wish.day().isPresent() ? "/dueOn" : "/anchor");
      requireSaid(wish, prospect, zone -> Given.on(day.intent(zone), at), policy, spokenAt);
      return named(day, prospect, fitting, grace(policy));
    }
    return understood(
        wish.words().orElseThrow(), speaking(prospect, wish), fitting, policy, spokenAt);
  }

  /**
   * Words that name a time beyond doubt, beside another way of saying when. Of several zones in
   * which the prospect may be one is enough, and words that are in doubt leave it to the time.
   */
  private void requireSaid(
      Wish wish,
      Prospect prospect,
      Function<ZoneId, Given> given,
      CampaignPolicy policy,
      Instant spokenAt) {
    if (wish.words().isEmpty()) {
      return;
    }
    Understanding understanding = understanding(prospect, spokenAt);
    Optional<InvalidValue> refusal = Optional.empty();
    for (ZoneId zone : prospect.zones()) {
      if (!(understanding.interpret(wish.words().get(), zone) instanceof Resolved resolved)) {
        return;
      }
      SaidTime said = said(resolved, zone, policy, spokenAt);
      if (!said.isSure() || said.fits(given.apply(zone))) {
        return;
      }
      refusal = refusal.or(() -> Optional.of(said.refusal(given.apply(zone))));
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /**
   * Whether the words of a callback, by when they were said, name the time that it has now, by the
   * clock of one of the prospect's zones.
   */
  boolean isStillSaid(Callback callback, CampaignPolicy policy) {
    if (callback.words() == null || callback.saidAt() == null) {
      return false;
    }
    Prospect prospect = prospects.get(callback.lead());
    Understanding understanding = understanding(prospect, callback.saidAt());
    CallWindow window = callback.window();
    return prospect.zones().stream()
        .anyMatch(
            zone ->
                understanding.interpret(callback.words(), zone) instanceof Resolved resolved
                    && said(resolved, zone, policy, callback.saidAt())
                        .fits(
                            Given.at(
                                window.dueAt().atZone(zone),
                                window.latestAt().atZone(zone),
                                "/dueAt")));
  }

  private static SaidTime said(
      Resolved resolved, ZoneId zone, CampaignPolicy policy, Instant spokenAt) {
    return new SaidTime(
        resolved, spokenAt.atZone(zone).toLocalDate(), CallWindow.atLeast(grace(policy)));
  }

  private Understanding understanding(Prospect prospect, Instant spokenAt) {
    return new Understanding(
        prospect,
        spokenAt,
        fitting(prospect, spokenAt),
        legalTimes.callingDays(prospect, spokenAt));
  }

  private static Prospect speaking(Prospect prospect, Wish wish) {
    return wish.language().map(prospect::speaking).orElse(prospect);
  }

  /**
   * What words say about the time of a callback that has one.
   *
   * @param wish has words
   * @return what they name; if they name none, the time it has, which is not given up for them
   */
  AgreedTime rephrased(Callback callback, Wish wish, CampaignPolicy policy, Instant spokenAt) {
    Prospect prospect = speaking(prospects.get(callback.lead()), wish);
    String words = wish.words().orElseThrow();
    AgreedTime said = understood(words, prospect, fitting(prospect, spokenAt), policy, spokenAt);
    return said.resolution() == CallbackResolution.DEFAULT_DELAY
        ? new AgreedTime(callback.window(), callback.resolution(), said.reading())
        : said;
  }

  /** Another time that follows from where the prospect is now, and why. */
  record Revision(AgreedTime time, MoveReason why) {}

  /**
   * What an open callback promises by the zone and the contract that the prospect has now; empty if
   * that is what it says already. A window that is over is late, wherever the prospect is.
   */
  Optional<Revision> revised(Callback callback, CampaignPolicy policy, Instant now) {
    if (callback.reading().intent().isEmpty()) {
      return Optional.empty();
    }
    Intent intent = callback.reading().intent().get();
    Prospect prospect = prospects.get(callback.lead());
    LegalFitting fitting = fitting(prospect, now);
    Optional<NamedDay> day = contractDay(intent, prospect, now);
    if (day.isPresent()) {
      AgreedTime moved = named(day.get(), prospect, fitting, grace(policy));
      return Optional.of(new Revision(moved, MoveReason.CONTRACT_END_CHANGED));
    }
    boolean over = !callback.window().latestAt().isAfter(now);
    if (over || prospect.zones().contains(intent.zone())) {
      return Optional.empty();
    }
    AgreedTime moved = elsewhere(callback, intent, prospect.zones(), fitting, grace(policy));
    return Optional.of(new Revision(moved, MoveReason.ZONE_CHANGED));
  }

  /** As {@link #revised}, where the rules of the zone itself may have changed. */
  Optional<Revision> reckonedAnew(Callback callback, CampaignPolicy policy, Instant now) {
    Intent intent = callback.reading().intent().orElseThrow();
    LegalFitting fitting = fitting(prospects.get(callback.lead()), now);
    AgreedTime moved = elsewhere(callback, intent, List.of(intent.zone()), fitting, grace(policy));
    return moved.window().dueAt().equals(callback.window().dueAt())
        ? Optional.empty()
        : Optional.of(new Revision(moved, MoveReason.ZONE_CHANGED));
  }

  private static AgreedTime elsewhere(
      Callback callback, Intent intent, List<ZoneId> zones, LegalFitting fitting, Duration grace) {
    boolean doubtful = callback.reading().needsConfirmation();
    Remarks remarks = callback.reading().remarks().withoutTimes();
    List<Candidate> candidates =
        zones.stream()
            .map(intent::in)
            .map(there -> new Candidate(there, fitting.fit(there), remarks, doubtful))
            .toList();
    return Candidate.best(candidates, callback.resolution(), grace);
  }

  private static Optional<NamedDay> contractDay(Intent intent, Prospect prospect, Instant now) {
    Optional<LocalDate> end = prospect.contractEnd();
    boolean moved =
        intent.tie().isPresent()
            && end.isPresent()
            && !end.equals(intent.tie().get().reckonedFrom());
    LocalDate today = now.atZone(prospect.zones().get(0)).toLocalDate();
    return moved
        ? Optional.of(NamedDay.before(end.get(), intent.tie().get().offsetDays(), today))
        : Optional.empty();
  }

  /** An instant that was given stands; that nobody may be called then is said. */
  private static AgreedTime given(CallWindow window, LegalFitting fitting) {
    Reading reading =
        fitting.isLegal(window.dueAt())
            ? Reading.NONE
            : Reading.NONE.warning(Warning.OUTSIDE_HOURS, fitting.nearest(window.dueAt()));
    return new AgreedTime(window, CallbackResolution.GIVEN, reading);
  }

  private static AgreedTime named(
      NamedDay day, Prospect prospect, LegalFitting fitting, Duration grace) {
    List<Candidate> candidates =
        prospect.zones().stream()
            .map(day::intent)
            .map(intent -> new Candidate(intent, fitting.fit(intent), Remarks.NONE, false))
            .toList();
    return Candidate.best(candidates, day.resolution(), grace);
  }

  private AgreedTime understood(
      String words,
      Prospect prospect,
      LegalFitting fitting,
      CampaignPolicy policy,
      Instant spokenAt) {
    Understanding understanding =
        new Understanding(prospect, spokenAt, fitting, legalTimes.callingDays(prospect, spokenAt));
    List<Candidate> candidates = new ArrayList<>();
    for (ZoneId zone : prospect.zones()) {
      Interpretation meant = understanding.interpret(words, zone);
      if (meant instanceof Unresolved unresolved && candidates.isEmpty()) {
        return byDefault(Reading.unresolved(unresolved.reason()), policy, spokenAt);
      }
      if (meant instanceof Resolved resolved) {
        candidates.add(understanding.candidate(resolved, zone));
      }
    }
    return Candidate.best(candidates, CallbackResolution.WORDS, grace(policy));
  }

  private static AgreedTime byDefault(Reading reading, CampaignPolicy policy, Instant spokenAt) {
    Instant due = spokenAt.plus(Duration.ofMinutes(policy.callbackDefaultDelayMinutes()));
    return new AgreedTime(
        CallWindow.from(due, grace(policy)), CallbackResolution.DEFAULT_DELAY, reading);
  }

  private LegalFitting fitting(Prospect prospect, Instant notBefore) {
    return new LegalFitting(
        instant -> legalTimes.openingAt(prospect, instant), notBefore, Spread.of(prospect));
  }

  private static Duration grace(CampaignPolicy policy) {
    return Duration.ofMinutes(policy.callbackGraceMinutes());
  }
}
