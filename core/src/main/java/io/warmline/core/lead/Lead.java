package io.warmline.core.lead;

import static java.util.stream.Collectors.toMap;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.company.Company;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One prospect in one campaign. The same person in two campaigns is two leads that share a number.
 *
 * <p>It is a value: its verbs give the lead as it is afterwards, and {@link LeadBook} writes that,
 * if nobody wrote another meanwhile.
 *
 * @param version moves with every change of what is stored of the lead or of its numbers
 * @param externalId the user's own id, unique in the campaign
 * @param phones its numbers in the order in which they are tried; none once it is erased
 * @param qualification what the latest call found out about it
 * @param referrer the lead that referred us to this one
 */
public record Lead(
    LeadId id,
    int version,
    CampaignId campaign,
    Optional<String> externalId,
    LeadProfile profile,
    List<LeadPhone> phones,
    LeadStatus status,
    Dialling dialling,
    Optional<Qualification> qualification,
    Optional<LeadId> referrer,
    LeadDates dates) {

  public Lead {
    phones = List.copyOf(phones);
  }

  /** A lead that is new on the list of a campaign whose leads are by default in this zone. */
  static Lead create(
      CampaignId campaign,
      LeadFacts facts,
      ZoneId campaignZone,
      @Nullable LeadId referrer,
      Instant now) {
    return new Lead(
        LeadId.next(),
        0,
        campaign,
        facts.externalId(),
        facts.profile(),
        noted(placed(facts.numbers(), facts.profile(), campaignZone, Map.of()), facts),
        LeadStatus.COLD,
        Dialling.NONE,
        Optional.empty(),
        Optional.ofNullable(referrer),
        LeadDates.createdAt(now));
  }

  /** By what it is known to be of a company. */
  public Company company() {
    return Company.of(
        profile.company(),
        profile.email(),
        profile.website(),
        profile.address().country(),
        phones.isEmpty() ? null : phones.get(0).number());
  }

  /**
   * Other things are known about the prospect. A number it keeps stays uncallable if it was.
   *
   * @param campaignZone where its numbers are if nothing tells
   * @throws WarmlineException LEAD_ERASED, LEAD_MERGED
   */
  public Lead described(LeadFacts facts, ZoneId campaignZone) {
    requireNotErased();
    return described(
        facts.externalId(),
        facts.profile(),
        noted(placed(facts.numbers(), facts.profile(), campaignZone, byNumber()), facts));
  }

  private static List<LeadPhone> noted(List<LeadPhone> phones, LeadFacts facts) {
    return phones.stream()
        .map(phone -> phone.extended(facts.extensions().get(phone.number())))
        .map(phone -> phone.typed(facts.types().get(phone.number())))
        .toList();
  }

  /** From now on only agents who speak the language get it. */
  public Lead speaks(@Nullable String language) {
    return described(externalId, profile.toBuilder().language(language).build(), phones);
  }

  /** The prospect withdrew a consent as another lead. */
  Lead hears(LeadConsent withdrawn, LeadId as) {
    LeadConsent consent = withdrawn.takenOver(profile.consent(), as);
    return described(externalId, profile.toBuilder().consent(consent).build(), phones);
  }

  /**
   * It is on the list of another campaign, whose leads are by default in this zone.
   *
   * @throws WarmlineException LEAD_ERASED, LEAD_MERGED
   */
  public Lead movedTo(CampaignId other, ZoneId campaignZone) {
    requireNotErased();
    return new Lead(
        id,
        version,
        other,
        externalId,
        profile,
        placed(numbers(), profile, campaignZone, byNumber()),
        status,
        dialling,
        qualification,
        referrer,
        dates);
  }

  /** One of its numbers turned out not to work; the reason why it did not before stays. */
  public Lead dropped(PhoneNumber number, String reason) {
    return described(
        externalId, profile, phones.stream().map(p -> p.dropped(number, reason)).toList());
  }

  /** One of its numbers works after all. */
  public Lead givenBack(PhoneNumber number) {
    return described(externalId, profile, phones.stream().map(p -> p.givenBack(number)).toList());
  }

  /**
   * It stands elsewhere in its life.
   *
   * @throws WarmlineException STATUS_CHANGE_REFUSED if nothing leads there from where it stands
   */
  public Lead becomes(LeadStatus next, Instant now) {
    if (next == status) {
      return this;
    }
    status.requireMayBecome(next);
    return standing(next, now);
  }

  /** It stands again where it stood before a call whose outcome is taken back. */
  public Lead standsAgainAs(LeadStatus before, Instant now) {
    return before == status ? this : standing(before, now);
  }

  /** It is no longer of this status, and stands where its history says; of any other it stays. */
  public Lead leaves(LeadStatus left, LeadHistory history, Instant now) {
    return status == left ? becomes(history.statusAfter(left, this), now) : this;
  }

  private Lead standing(LeadStatus next, Instant now) {
    return new Lead(
        id,
        version,
        campaign,
        externalId,
        profile,
        phones,
        next,
        dialling,
        qualification,
        referrer,
        dates.statusChanged(now));
  }

  /**
   * It was called.
   *
   * @param attempts 1 if the call counts as an attempt, else 0
   * @param hangUps 1 if the prospect hung up, else 0
   */
  public Lead dialled(Instant startedAt, int attempts, int hangUps, boolean humanReached) {
    return with(dialling.dialled(startedAt, attempts, hangUps, humanReached));
  }

  /** It called us: nobody dialled it. */
  public Lead heard(Instant startedAt) {
    return with(dialling.heard(startedAt));
  }

  /** A call to it was counted wrongly; that it was dialled and that somebody was reached stays. */
  public Lead countedBack(int attempts, int hangUps) {
    return with(dialling.countedBack(attempts, hangUps));
  }

  /** It was dialled as often, and as late, as that. */
  public Lead with(Dialling other) {
    return new Lead(
        id,
        version,
        campaign,
        externalId,
        profile,
        phones,
        status,
        other,
        qualification,
        referrer,
        dates);
  }

  /** Its attempts count no more; its calls stay. */
  public Lead beginsAnew() {
    return with(dialling.anew());
  }

  /** We mean to dial it again from this time on; null: not at all. */
  public Lead nextAttemptAt(@Nullable Instant at) {
    return with(dialling.next(at));
  }

  /** What the latest call found out is what is known about it; null: nothing is. */
  public Lead learn(@Nullable Qualification found) {
    return new Lead(
        id,
        version,
        campaign,
        externalId,
        profile,
        phones,
        status,
        dialling,
        Optional.ofNullable(found),
        referrer,
        dates);
  }

  /** A programme made a task for it. */
  public Lead warmed(Instant now) {
    return with(dates.warmed(now));
  }

  /** The person is forgotten; one that was before stays as it is. */
  public Lead erased(Instant now) {
    if (isErased()) {
      return this;
    }
    return new Lead(
        id,
        version,
        campaign,
        Optional.empty(),
        LeadProfile.UNKNOWN,
        List.of(),
        LeadStatus.DISQUALIFIED,
        dialling.next(null),
        Optional.empty(),
        referrer,
        dates.erased(now));
  }

  /**
   * It is the same person as another lead of its campaign, and knows what was known of that: where
   * both say something its own word stands, its numbers come first, and it stands where the one
   * stood that had come further.
   *
   * @param promised whether a callback is open for the other
   */
  public Lead absorbing(Lead other, ZoneId campaignZone, boolean promised, Instant now) {
    LeadFacts both = facts().including(other.facts());
    Map<PhoneNumber, LeadPhone> known = new HashMap<>(other.byNumber());
    known.putAll(byNumber());
    Lead described =
        described(
            both.externalId(),
            both.profile(),
            placed(both.numbers(), both.profile(), campaignZone, known));
    LeadStatus furthest = status.furtherOf(other.status);
    boolean waits = status == LeadStatus.CALLBACK_PENDING || (promised && !furthest.isSettled());
    LeadStatus next = waits ? LeadStatus.CALLBACK_PENDING : furthest;
    return described.with(dialling.and(other.dialling)).standsAgainAs(next, now);
  }

  /** Another lead of its campaign is the same person, and has what was its own. */
  public Lead absorbed() {
    return described(Optional.empty(), LeadProfile.UNKNOWN, List.of()).nextAttemptAt(null);
  }

  /** Another lead is not the same person after all: its external id and its numbers are its own. */
  public Lead without(Optional<String> otherId, Collection<PhoneNumber> numbers) {
    List<LeadPhone> left = phones.stream().filter(p -> !numbers.contains(p.number())).toList();
    return described(
        externalId.filter(id -> !otherId.equals(Optional.of(id))),
        profile,
        left.isEmpty() ? phones : left);
  }

  /** These numbers where its profile places them. */
  List<LeadPhone> placed(List<PhoneNumber> numbers, ZoneId campaignZone) {
    return placed(numbers, profile, campaignZone, Map.of());
  }

  /** The same lead with these numbers. */
  Lead having(List<LeadPhone> numbers) {
    return described(externalId, profile, numbers);
  }

  /** This lead as it is stored now. */
  Lead written(int newVersion, Instant now) {
    return new Lead(
        id,
        newVersion,
        campaign,
        externalId,
        profile,
        phones,
        status,
        dialling,
        qualification,
        referrer,
        dates.updated(now));
  }

  private Lead with(LeadDates other) {
    return new Lead(
        id,
        version,
        campaign,
        externalId,
        profile,
        phones,
        status,
        dialling,
        qualification,
        referrer,
        other);
  }

  private Lead described(
      Optional<String> newExternalId, LeadProfile newProfile, List<LeadPhone> newPhones) {
    return new Lead(
        id,
        version,
        campaign,
        newExternalId,
        newProfile,
        newPhones,
        status,
        dialling,
        qualification,
        referrer,
        dates);
  }

  private static List<LeadPhone> placed(
      List<PhoneNumber> numbers,
      LeadProfile profile,
      ZoneId campaignZone,
      Map<PhoneNumber, LeadPhone> known) {
    return numbers.stream()
        .map(
            number ->
                new LeadPhone(
                    number,
                    profile.placeOf(number, campaignZone),
                    Optional.ofNullable(known.get(number)).flatMap(LeadPhone::uncallable),
                    Optional.ofNullable(known.get(number)).flatMap(LeadPhone::extension),
                    Optional.ofNullable(known.get(number)).flatMap(LeadPhone::stated)))
        .toList();
  }

  private Map<PhoneNumber, LeadPhone> byNumber() {
    return phones.stream().collect(toMap(LeadPhone::number, phone -> phone, (a, b) -> a));
  }

  /** Its numbers in the order in which they are tried. */
  public List<PhoneNumber> numbers() {
    return phones.stream().map(LeadPhone::number).toList();
  }

  /**
   * The zone by whose clock it lives, as far as its first number tells; without one, the
   * campaign's.
   */
  public ZoneId homeZone(ZoneId campaignZone) {
    return phones.isEmpty()
        ? campaignZone
        : profile.homeOf(phones.get(0).number(), campaignZone).get(0);
  }

  /** What a user states about it. @throws WarmlineException LEAD_ERASED */
  public LeadFacts facts() {
    requireNotErased();
    Map<PhoneNumber, String> extensions = new HashMap<>();
    Map<PhoneNumber, NumberType> types = new HashMap<>();
    for (LeadPhone phone : phones) {
      phone.extension().ifPresent(digits -> extensions.put(phone.number(), digits));
      phone.stated().ifPresent(type -> types.put(phone.number(), type));
    }
    return new LeadFacts(externalId, profile, numbers(), extensions, types);
  }

  public boolean isErased() {
    return dates.erasedAt().isPresent();
  }

  /**
   * @throws WarmlineException LEAD_ERASED; LEAD_MERGED if it is one with another lead
   */
  public void requireNotErased() {
    if (isErased()) {
      throw erasedRefusal();
    }
    if (phones.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.LEAD_MERGED,
          "This lead was merged into another, which has its numbers: work on that one, or undo the"
              + " merger (undoMerge).");
    }
  }

  /** The refusal to work on an erased lead. */
  public static WarmlineException erasedRefusal() {
    return new WarmlineException(
        ProblemCode.LEAD_ERASED,
        "The personal data of this lead was erased; it cannot be worked on any more.");
  }

  public int attempts() {
    return dialling.attempts();
  }

  public Optional<Instant> lastAttemptAt() {
    return dialling.lastAttemptAt();
  }

  public Optional<Instant> nextAttemptAt() {
    return dialling.nextAttemptAt();
  }

  public Optional<Instant> erasedAt() {
    return dates.erasedAt();
  }

  public Instant createdAt() {
    return dates.createdAt();
  }

  public Instant updatedAt() {
    return dates.updatedAt();
  }

  /** Hides what is known about the person. */
  @Override
  public String toString() {
    return "Lead[" + id + ", version " + version + ", " + status + "]";
  }
}
