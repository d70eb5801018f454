package io.warmline.core.lead;

import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a user states about a lead.
 *
 * @param externalId the user's own id, unique in the campaign
 * @param numbers at least one, without repetitions, in the order to try them
 * @param extensions the desks behind some of them, 1 to 9 digits; a number that is not in it keeps
 *     the one that is known
 * @param types what kinds of lines some of them are said to be; likewise
 */
public record LeadFacts(
    Optional<String> externalId,
    LeadProfile profile,
    List<PhoneNumber> numbers,
    Map<PhoneNumber, String> extensions,
    Map<PhoneNumber, NumberType> types) {

  /** Facts that say nothing of extensions and types. */
  public LeadFacts(Optional<String> externalId, LeadProfile profile, List<PhoneNumber> numbers) {
    this(externalId, profile, numbers, Map.of(), Map.of());
  }

  /** Facts that say nothing of types. */
  public LeadFacts(
      Optional<String> externalId,
      LeadProfile profile,
      List<PhoneNumber> numbers,
      Map<PhoneNumber, String> extensions) {
    this(externalId, profile, numbers, extensions, Map.of());
  }

  /** As many numbers as a lead can have. */
  public static final int MOST_NUMBERS = 5;

  public LeadFacts {
    numbers = numbers.stream().distinct().toList();
    extensions = Map.copyOf(extensions);
    types = Map.copyOf(types);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a lead has at least one number");
    }
  }

  /**
   * The same where the other says nothing; what that says overwrites. An external id that is there
   * stays, and so does the order of the numbers; of too many the last are left out.
   */
  LeadFacts learning(LeadFacts other) {
    return new LeadFacts(
        externalId.or(other::externalId),
        profile.learning(other.profile),
        first(numbers, other.numbers),
        other.extensions,
        other.types);
  }

  /** The same of a lead that had this consent: see {@link LeadConsent#replacing}. */
  LeadFacts replacing(@Nullable LeadConsent had) {
    LeadConsent consent = LeadConsent.replacing(had, profile.consent());
    return new LeadFacts(
        externalId, profile.toBuilder().consent(consent).build(), numbers, extensions, types);
  }

  /** The same, and what the other says where this says nothing; the other's numbers come last. */
  LeadFacts including(LeadFacts other) {
    return new LeadFacts(
        externalId.or(other::externalId),
        other.profile.learning(profile),
        first(numbers, other.numbers),
        including(other.extensions, extensions),
        including(other.types, types));
  }

  /** As {@link #learning}, with the other's external id and order of numbers. */
  LeadFacts givingWayTo(LeadFacts other) {
    return new LeadFacts(
        other.externalId.or(this::externalId),
        profile.learning(other.profile),
        first(other.numbers, numbers),
        other.extensions,
        other.types);
  }

  private static <T> Map<PhoneNumber, T> including(
      Map<PhoneNumber, T> others, Map<PhoneNumber, T> own) {
    Map<PhoneNumber, T> all = new HashMap<>(others);
    all.putAll(own);
    return all;
  }

  private static List<PhoneNumber> first(List<PhoneNumber> ones, List<PhoneNumber> others) {
    return Stream.concat(ones.stream(), others.stream()).distinct().limit(MOST_NUMBERS).toList();
  }
}
