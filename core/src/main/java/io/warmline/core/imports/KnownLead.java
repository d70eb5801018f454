package io.warmline.core.imports;

import static java.time.temporal.ChronoUnit.DAYS;

import io.warmline.core.InvalidValue;
import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.Ids;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Relationship;
import io.warmline.core.lead.SamePerson;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.HouseGround;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead of the campaign while rows are merged into it: what is present in a row overwrites, what
 * is absent stays. Attempts and callbacks are none of an import's business, nor is the status of a
 * lead that was there before.
 */
final class KnownLead {

  static final int MOST_NUMBERS = 5;

  private static final PostalAddress NOWHERE = new PostalAddress(null, null, null);

  /** By which a person is known again. */
  private static final Set<LeadField> WHO =
      EnumSet.of(LeadField.EXTERNAL_ID, LeadField.FIRST_NAME, LeadField.LAST_NAME, LeadField.EMAIL);

  private final UUID id;
  private final @Nullable Integer version;
  private final Map<LeadField, String> values;
  private final Map<String, String> customFields;
  private final List<PhoneNumber> numbers;
  private final Map<PhoneNumber, String> extensions;
  private final Map<PhoneNumber, NumberType> types;
  private final Optional<LocalDate> comesBackOn;
  private @Nullable LeadConsent consent;
  private Relationship relationship;
  private LeadStatus status;
  private @Nullable LocalDate revisitOn;
  private boolean changed;
  private boolean placedAnew;
  private boolean moved;
  private boolean renamed;

  private KnownLead(UUID id, @Nullable Integer version, Known known) {
    this.id = id;
    this.version = version;
    this.values = new EnumMap<>(LeadField.class);
    this.values.putAll(known.values());
    this.customFields = new TreeMap<>(known.customFields());
    this.numbers = new ArrayList<>(known.numbers());
    this.extensions = new HashMap<>(known.extensions());
    this.types = new HashMap<>(known.types());
    this.consent = known.consent().orElse(null);
    this.relationship = known.relationship();
    this.status = known.status();
    this.comesBackOn = known.comesBackOn();
  }

  /**
   * What is known about a lead that was there before.
   *
   * @param comesBackOn the day of its next attempt, in UTC
   */
  record Known(
      Map<LeadField, String> values,
      Map<String, String> customFields,
      List<PhoneNumber> numbers,
      Map<PhoneNumber, String> extensions,
      Map<PhoneNumber, NumberType> types,
      Optional<LeadConsent> consent,
      Relationship relationship,
      LeadStatus status,
      Optional<LocalDate> comesBackOn) {

    static final Known NOTHING =
        new Known(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Relationship.NONE,
            LeadStatus.COLD,
            Optional.empty());

    @Override
    public String toString() {
      return "Known[…]";
    }
  }

  /** A lead that was there before. */
  static KnownLead stored(UUID id, int version, Known known) {
    return new KnownLead(id, version, known);
  }

  /** A new lead, of which this row is all that is known. */
  static KnownLead created(StatedLead stated) {
    KnownLead lead = new KnownLead(Ids.next(), null, Known.NOTHING);
    lead.learn(stated, new ArrayList<>());
    return lead;
  }

  /**
   * Takes over what the row says.
   *
   * @param warnings to which is added what it says and the lead does not take
   */
  void learn(StatedLead row, List<RowWarning> warnings) {
    row.values().forEach((field, value) -> put(field, value, warnings));
    row.customFields().forEach((name, value) -> putCustom(name, value, warnings));
    row.numbers().forEach(number -> add(number, warnings));
    row.person().extensions().forEach(this::extend);
    row.person().types().forEach(this::type);
    row.person().consent().ifPresent(said -> agree(said, warnings));
    relate(row.person().relationship(), warnings);
    row.person().status().ifPresent(said -> stand(said, warnings));
  }

  /** Of a row that is passed over only a withdrawn consent counts: nobody is called against it. */
  void heed(StatedLead row) {
    row.person()
        .consent()
        .filter(said -> said.withdrawnAt() != null)
        .ifPresent(said -> agree(said, new ArrayList<>()));
  }

  /** As {@link #learn}; the lead goes by the row's external id and order of numbers from now on. */
  void giveWayTo(StatedLead row, List<RowWarning> warnings) {
    row.externalId()
        .filter(other -> !other.equals(values.get(LeadField.EXTERNAL_ID)))
        .ifPresent(
            other -> {
              values.put(LeadField.EXTERNAL_ID, other);
              changed = true;
              renamed = true;
            });
    learn(row, warnings);
    List<PhoneNumber> order = new ArrayList<>(row.numbers());
    order.retainAll(numbers);
    numbers.stream().filter(number -> !order.contains(number)).forEach(order::add);
    if (!order.equals(numbers)) {
      numbers.clear();
      numbers.addAll(order);
      changed = true;
      placedAnew = true;
    }
  }

  private void put(LeadField field, String value, List<RowWarning> warnings) {
    String before = values.get(field);
    if (field == LeadField.TAGS) {
      tag(Tags.in(value), warnings);
    } else if (field == LeadField.EXTERNAL_ID && before != null && !before.equals(value)) {
      warnings.add(
          new RowWarning(
              field.key(),
              RowProblem.EXTERNAL_ID_KEPT,
              "The person was known by another external id, which the lead keeps."));
    } else if (!value.equals(before)
        && !(field == LeadField.FIRST_NAME && SamePerson.isInitialOf(value, before))) {
      values.put(field, value);
      changed = true;
      placedAnew |= field.decidesPlace();
      renamed |= WHO.contains(field);
    }
  }

  /** Those of another list are added: a lead may be on several. */
  private void tag(Tags said, List<RowWarning> warnings) {
    Tags before = Tags.in(values.getOrDefault(LeadField.TAGS, ""));
    try {
      Tags after = before.and(said);
      if (!after.equals(before)) {
        values.put(LeadField.TAGS, after.text());
        changed = true;
      }
    } catch (InvalidValue e) {
      warnings.add(
          new RowWarning(
              LeadField.TAGS.key(),
              RowProblem.TOO_LONG,
              "The lead would have more than %d tags; these were left out.".formatted(Tags.MOST)));
    }
  }

  private void putCustom(String name, String value, List<RowWarning> warnings) {
    boolean full = customFields.size() >= LeadFileLimits.CUSTOM_FIELDS;
    if (full && !customFields.containsKey(name)) {
      warnings.add(
          new RowWarning(
              name,
              RowProblem.TOO_MANY_CUSTOM_FIELDS,
              "The lead has %d custom fields already; this one was left out."
                  .formatted(LeadFileLimits.CUSTOM_FIELDS)));
      return;
    }
    changed |= !value.equals(customFields.put(name, value));
  }

  private void add(PhoneNumber number, List<RowWarning> warnings) {
    if (numbers.contains(number)) {
      return;
    }
    if (numbers.size() >= MOST_NUMBERS) {
      warnings.add(
          new RowWarning(
              LeadField.PHONE_1.key(),
              RowProblem.TOO_MANY_PHONES,
              "The lead has %d numbers already; another one was left out."
                  .formatted(MOST_NUMBERS)));
      return;
    }
    numbers.add(number);
    changed = true;
    placedAnew = true;
  }

  private void extend(PhoneNumber number, String extension) {
    if (numbers.contains(number) && !extension.equals(extensions.put(number, extension))) {
      changed = true;
      placedAnew = true;
    }
  }

  private void type(PhoneNumber number, NumberType type) {
    if (numbers.contains(number) && type != types.put(number, type)) {
      changed = true;
      placedAnew = true;
    }
  }

  /** A weaker consent does not take the place of a stronger one. */
  private void agree(StatedConsent said, List<RowWarning> warnings) {
    LeadConsent had = consent;
    boolean same = had != null && isSame(said, had);
    LeadConsent given = said.over(same ? had : null);
    if (!same && had != null && !takesThePlaceOf(given, had)) {
      warnings.add(
          new RowWarning(
              RowFact.CONSENT.key(),
              RowProblem.CONSENT_KEPT,
              "The lead was known with a consent that is stronger or was given later, which it"
                  + " keeps."));
      return;
    }
    if (!given.equals(had)) {
      consent = given;
      changed = true;
      placedAnew = true;
    }
  }

  /** What the row says overwrites, what it does not say stays. */
  private void relate(Relationship said, List<RowWarning> warnings) {
    Relationship had = relationship;
    Relationship now =
        new Relationship(
            or(said.customerSince(), had.customerSince()),
            or(said.customerUntil(), had.customerUntil()),
            or(said.lastPurchaseOn(), had.lastPurchaseOn()),
            or(said.lastInquiryAt(), had.lastInquiryAt()));
    LocalDate since = now.customerSince();
    LocalDate until = now.customerUntil();
    if (until != null && (since == null || until.isBefore(since))) {
      warnings.add(
          new RowWarning(
              RowFact.CUSTOMER_UNTIL.key(),
              RowProblem.UNUSABLE_RELATIONSHIP,
              "A contract ends that has not begun; neither day counts."));
      now =
          new Relationship(
              had.customerSince(), had.customerUntil(), now.lastPurchaseOn(), now.lastInquiryAt());
    }
    if (!now.equals(had)) {
      relationship = now;
      changed = true;
      placedAnew = true;
    }
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T had) {
    return said == null ? had : said;
  }

  /** Where a lead stands that has a history here is none of a list's business. */
  private void stand(StatedStatus said, List<RowWarning> warnings) {
    if (isNew()) {
      status = said.status();
      revisitOn = said.revisitOn().orElse(null);
      moved = true;
    } else if (status != said.status() || comesBackOnAnotherDay(said)) {
      warnings.add(
          new RowWarning(
              RowFact.STATUS.key(),
              RowProblem.STATUS_KEPT,
              "The lead was known, and stays where it stands, with the day on which it comes"
                  + " back."));
    }
  }

  /** The clock of its place may be a day before or behind. */
  private boolean comesBackOnAnotherDay(StatedStatus said) {
    return said.revisitOn()
        .filter(day -> comesBackOn.filter(kept -> Math.abs(DAYS.between(kept, day)) <= 1).isEmpty())
        .isPresent();
  }

  /** Where one ends, an older one that does not is not the better. */
  private static boolean takesThePlaceOf(LeadConsent given, LeadConsent had) {
    if (given.isWithdrawn() || had.isWithdrawn()) {
      return given.isHeededAfter(had);
    }
    boolean older = given.givenAt().isBefore(had.givenAt());
    return given.kind().satisfies(had.inForceAt(given.givenAt()))
        && !(older && had.endsAt().isPresent());
  }

  private static boolean isSame(StatedConsent given, LeadConsent had) {
    return given.kind() == had.kind() && given.givenAt().equals(had.givenAt());
  }

  /** Whether what it agreed to, or what exempts it, ends by itself. */
  boolean lapses() {
    return !relationship.equals(Relationship.NONE)
        || (consent != null && consent.endsAt().isPresent());
  }

  /** What the person has to do with whoever is called for. */
  Relationship relationship() {
    return relationship;
  }

  /** What the person agreed to. */
  Optional<LeadConsent> consent() {
    return Optional.ofNullable(consent);
  }

  LeadStatus status() {
    return status;
  }

  /** Of a nurture lead that is new: when it comes back, at its place. */
  Optional<LocalDate> revisitOn() {
    return Optional.ofNullable(revisitOn);
  }

  /** The day on which it comes back, as far as it is known. */
  Optional<LocalDate> comesBackOn() {
    return revisitOn().or(() -> comesBackOn);
  }

  /** When a nurture lead that is new comes back. */
  Optional<Instant> comesBackAt(ZoneId campaignZone) {
    return revisitOn()
        .map(
            date ->
                date.atStartOfDay(placeOf(numbers.get(0), campaignZone).zones().iterator().next())
                    .toInstant());
  }

  /** Whether a row said where the new lead stands. */
  boolean isMoved() {
    return moved;
  }

  @Nullable String extension(PhoneNumber number) {
    return extensions.get(number);
  }

  /** What kind of line it was said to be. */
  @Nullable NumberType type(PhoneNumber number) {
    return types.get(number);
  }

  /** The number that is dialled first: a switchboard comes behind the person's own. */
  PhoneNumber firstToDial() {
    return numbers.stream()
        .filter(number -> types.get(number) != NumberType.SWITCHBOARD)
        .findFirst()
        .orElse(numbers.get(0));
  }

  Map<LeadField, String> values() {
    return values;
  }

  UUID id() {
    return id;
  }

  boolean isNew() {
    return version == null;
  }

  /** The version that was read; 0 of a new lead. */
  int version() {
    return version == null ? 0 : version;
  }

  /** Whether it is new or a row said something new. */
  boolean isChanged() {
    return changed;
  }

  /** Whether its numbers, their windows or its rank may have changed. */
  boolean isPlacedAnew() {
    return placedAnew;
  }

  /** Whether it may be another person's by what a row said. */
  boolean isRenamed() {
    return renamed;
  }

  Optional<String> externalId() {
    return Optional.ofNullable(values.get(LeadField.EXTERNAL_ID));
  }

  @Nullable String value(LeadField field) {
    return values.get(field);
  }

  Map<String, String> customFields() {
    return customFields;
  }

  List<PhoneNumber> numbers() {
    return numbers;
  }

  /**
   * What decides when, and by whom, one of its numbers is called.
   *
   * @param campaignZone the zone to assume if nothing tells one
   */
  BucketTerms termsOf(PhoneNumber number, HouseGround house, ZoneId campaignZone, Instant now) {
    ConsentKind kind = consent == null ? ConsentKind.NONE : consent.inForceAt(now);
    return new BucketTerms(
        placeOf(number, campaignZone),
        house.codesOf(number),
        new Consent(kind, false, relationship.hasContractAt(now)),
        value(LeadField.LANGUAGE));
  }

  private PlaceFinding placeOf(PhoneNumber number, ZoneId campaignZone) {
    return Places.find(cluesOf(number), campaignZone);
  }

  private Clues cluesOf(PhoneNumber number) {
    return new Clues(
        number,
        Optional.ofNullable(value(LeadField.TIME_ZONE)).map(ZoneId::of),
        stated(),
        Optional.of(
            new PostalAddress(
                value(LeadField.COUNTRY), value(LeadField.REGION), value(LeadField.POSTAL_CODE))));
  }

  private Optional<PostalAddress> stated() {
    PostalAddress place =
        new PostalAddress(
            value(LeadField.STATED_COUNTRY),
            value(LeadField.STATED_REGION),
            value(LeadField.STATED_POSTAL_CODE));
    return Optional.of(place).filter(said -> !said.equals(NOWHERE));
  }

  @Override
  public String toString() {
    return "KnownLead[" + id + "]";
  }
}
