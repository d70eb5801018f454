package io.warmline.core.disposition;

import io.warmline.core.callback.AgreedTime;
import io.warmline.core.callback.CallWindow;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.lead.Dialling;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadDates;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.ZoneSource;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import io.warmline.core.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * States of affairs for the rules, without a database: a prospect in New York with two numbers, in
 * a campaign whose delays are 1 to 8 minutes in their order.
 */
final class Situations {

  static final Instant NOW = Instant.parse("2026-11-18T18:00:00Z");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final PhoneNumber FIRST = new PhoneNumber("+12125550101");
  static final PhoneNumber SECOND = new PhoneNumber("+12125550102");

  private final LeadId lead = LeadId.next();
  private final CampaignId campaign = CampaignId.next();
  private LeadStatus status = LeadStatus.CONTACTED;
  private int attempts = 0;
  private int hangUps = 0;
  private List<PhoneNumber> numbers = List.of(FIRST);
  private Deliverable deliverable = Deliverable.APPOINTMENT;
  private final Set<PhoneNumber> suppressed = new HashSet<>();
  private final List<Task> tasks = new ArrayList<>();
  private Optional<Callback> promise = Optional.empty();
  private Optional<Callback.Promise> agreed = Optional.empty();
  private final List<DialHistory.Dial> dials = new ArrayList<>();
  private final Map<PhoneNumber, NumberType> types = new HashMap<>();
  private CallingHours hours = CallingHours.DEFAULT;
  private boolean superseded;
  private boolean accepted;

  static Situations of(LeadStatus status) {
    Situations situations = new Situations();
    situations.status = status;
    return situations;
  }

  Situations attempts(int before) {
    attempts = before;
    return this;
  }

  Situations hangUps(int before) {
    hangUps = before;
    return this;
  }

  Situations numbers(PhoneNumber... all) {
    numbers = List.of(all);
    return this;
  }

  Situations typed(PhoneNumber number, NumberType type) {
    types.put(number, type);
    return this;
  }

  Situations open(CallingHours when) {
    hours = when;
    return this;
  }

  /** An earlier dial of a number of the lead. */
  Situations dialled(PhoneNumber number, Instant at, Disposition outcome) {
    dials.add(new DialHistory.Dial(number, at, outcome, true));
    return this;
  }

  Situations suppressed(PhoneNumber number) {
    suppressed.add(number);
    return this;
  }

  Situations delivering(Deliverable what) {
    deliverable = what;
    return this;
  }

  Situations promised(Instant due) {
    promise = Optional.of(callback(due));
    return this;
  }

  Situations agreed(Instant due) {
    agreed = Optional.of(promise(due));
    return this;
  }

  Situations superseded() {
    superseded = true;
    return this;
  }

  Situations accepted() {
    accepted = true;
    return this;
  }

  Situations task(TaskKind kind) {
    tasks.add(
        new Task(
            TaskId.next(),
            lead,
            campaign,
            kind,
            TaskStatus.DUE,
            "why",
            UUID.randomUUID(),
            null,
            null,
            NOW.minus(Duration.ofMinutes(1)),
            null,
            null,
            null,
            null,
            NOW.minus(Duration.ofDays(1))));
    return this;
  }

  Situation situation() {
    return new Situation(
        new Lead(
            lead,
            3,
            campaign,
            Optional.empty(),
            LeadProfile.UNKNOWN,
            numbers.stream().map(this::phone).toList(),
            status,
            new Dialling(attempts, hangUps, Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            new LeadDates(NOW, NOW, Optional.empty(), Optional.empty(), Optional.empty())),
        new CallingTerms(
            "US",
            NEW_YORK,
            hours,
            CampaignPolicy.DEFAULT,
            new RetryDelays(1, 2, 3, 4, 5, 6, 7, 8),
            deliverable,
            deliverable.objective()),
        superseded,
        new DialHistory(dials.stream().map(DialHistory.Dial::at).toList(), dials),
        suppressed,
        promise,
        agreed,
        Optional.empty(),
        false,
        accepted,
        tasks);
  }

  private LeadPhone phone(PhoneNumber number) {
    return new LeadPhone(
        number,
        new PlaceFinding(ZoneSource.PHONE_NUMBER, Set.of(NEW_YORK), Set.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(types.get(number)));
  }

  static Callback.Promise promise(Instant due) {
    return new Callback.Promise(
        AgreedTime.plain(CallWindow.from(due, Duration.ofMinutes(15)), CallbackResolution.GIVEN),
        Optional.empty(),
        Optional.empty(),
        Optional.of("call me then"),
        Optional.of(NOW),
        Optional.empty());
  }

  private Callback callback(Instant due) {
    Callback.Promise promise = promise(due);
    return new Callback(
        CallbackId.next(),
        0,
        lead,
        campaign,
        CallbackStatus.DUE,
        null,
        null,
        campaign,
        null,
        promise.time(),
        "call me then",
        NOW,
        null,
        null,
        0,
        false,
        null,
        null,
        null,
        List.of(),
        NOW,
        NOW);
  }

  /** What follows from a call to the first number, made now unless said otherwise. */
  Decision decide(Disposition disposition, CallDetails details) {
    return decide(disposition, details, NOW);
  }

  Decision decide(Disposition disposition, CallDetails details, Instant startedAt) {
    EndedCall call =
        new EndedCall(FIRST, Direction.OUTBOUND, startedAt, disposition, details.answers());
    return CallRules.decide(situation(), call, details, NOW);
  }

  /** Those consequences of a kind that a decision has. */
  static <T extends Consequence> List<T> of(Class<T> kind, Decision decision) {
    return decision.consequences().stream()
        .flatMap(c -> kind.isInstance(c) ? Stream.of(kind.cast(c)) : Stream.empty())
        .toList();
  }

  /** When the lead is dialled again by a decision; null: not of itself. */
  static @Nullable Instant dialledAgainAt(Decision decision) {
    return decision.lead().dialling().nextAttemptAt().orElse(null);
  }
}
