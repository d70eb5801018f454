package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.Ids;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.Places;
import io.warmline.core.place.PostalAddress;
import io.warmline.core.queue.BucketTerms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead of the campaign while rows are merged into it: what is present in a row overwrites, what
 * is absent stays. Status, attempts and callbacks are none of an import's business.
 */
final class KnownLead {

  private static final int MOST_NUMBERS = 5;

  /** What a change of decides when the lead is called. */
  private static final Set<LeadField> PLACING =
      Set.of(
          LeadField.SCORE,
          LeadField.TIME_ZONE,
          LeadField.LANGUAGE,
          LeadField.REGION,
          LeadField.POSTAL_CODE,
          LeadField.COUNTRY,
          LeadField.CONTRACT_END);

  private final UUID id;
  private final @Nullable Integer version;
  private final Map<LeadField, String> values;
  private final Map<String, String> customFields;
  private final List<PhoneNumber> numbers;
  private final ConsentKind consent;
  private final Optional<PostalAddress> stated;
  private boolean changed;
  private boolean placedAnew;

  private KnownLead(UUID id, @Nullable Integer version, Known known) {
    this.id = id;
    this.version = version;
    this.values = new EnumMap<>(LeadField.class);
    this.values.putAll(known.values());
    this.customFields = new TreeMap<>(known.customFields());
    this.numbers = new ArrayList<>(known.numbers());
    this.consent = known.consent();
    this.stated = known.stated();
  }

  /** What is known about a lead that was there before. */
  record Known(
      Map<LeadField, String> values,
      Map<String, String> customFields,
      List<PhoneNumber> numbers,
      ConsentKind consent,
      Optional<PostalAddress> stated) {

    static final Known NOTHING =
        new Known(Map.of(), Map.of(), List.of(), ConsentKind.NONE, Optional.empty());

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
    lead.learn(stated);
    return lead;
  }

  /** Takes over what the row says. */
  void learn(StatedLead stated) {
    stated.values().forEach(this::put);
    stated.customFields().forEach(this::putCustom);
    stated.numbers().forEach(this::add);
  }

  private void put(LeadField field, String value) {
    if (!value.equals(values.put(field, value))) {
      changed = true;
      placedAnew |= PLACING.contains(field);
    }
  }

  private void putCustom(String name, String value) {
    boolean full = customFields.size() >= LeadFileLimits.CUSTOM_FIELDS;
    if (full && !customFields.containsKey(name)) {
      return;
    }
    changed |= !value.equals(customFields.put(name, value));
  }

  private void add(PhoneNumber number) {
    if (numbers.size() < MOST_NUMBERS && !numbers.contains(number)) {
      numbers.add(number);
      changed = true;
      placedAnew = true;
    }
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
  BucketTerms termsOf(PhoneNumber number, ZoneId campaignZone) {
    return new BucketTerms(
        Places.find(cluesOf(number), campaignZone), consent, value(LeadField.LANGUAGE));
  }

  private Clues cluesOf(PhoneNumber number) {
    return new Clues(
        number,
        Optional.ofNullable(value(LeadField.TIME_ZONE)).map(ZoneId::of),
        stated,
        Optional.of(
            new PostalAddress(
                value(LeadField.COUNTRY), value(LeadField.REGION), value(LeadField.POSTAL_CODE))));
  }

  @Override
  public String toString() {
    return "KnownLead[" + id + "]";
  }
}
