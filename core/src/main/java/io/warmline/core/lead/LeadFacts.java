package io.warmline.core.lead;

import io.warmline.core.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * What a user states about a lead.
 *
 * @param externalId the user's own id, unique in the campaign
 * @param numbers at least one, without repetitions, in the order to try them
 */
public record LeadFacts(
    Optional<String> externalId, LeadProfile profile, List<PhoneNumber> numbers) {

  public LeadFacts {
    numbers = numbers.stream().distinct().toList();
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a lead has at least one number");
    }
  }
}
