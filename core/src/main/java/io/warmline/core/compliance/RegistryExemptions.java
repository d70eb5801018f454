package io.warmline.core.compliance;

import java.util.OptionalInt;

/**
 * Who may be called although the number is on a do-not-call registry.
 *
 * @param consent whoever agreed to as much as that
 * @param purchaseMonths whoever bought within so many months; empty: that exempts nobody
 * @param inquiryMonths whoever asked about an offer within so many months; empty: likewise
 * @param customers whoever has a running contract
 */
public record RegistryExemptions(
    ConsentKind consent, OptionalInt purchaseMonths, OptionalInt inquiryMonths, boolean customers) {

  /** Who consented in writing, and nobody else. */
  public static final RegistryExemptions ONLY_WRITTEN_CONSENT =
      new RegistryExemptions(ConsentKind.WRITTEN, OptionalInt.empty(), OptionalInt.empty(), false);

  /** Whom both exempt. */
  public RegistryExemptions and(RegistryExemptions other) {
    return new RegistryExemptions(
        consent.or(other.consent),
        shorter(purchaseMonths, other.purchaseMonths),
        shorter(inquiryMonths, other.inquiryMonths),
        customers && other.customers);
  }

  private static OptionalInt shorter(OptionalInt one, OptionalInt other) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()));
  }
}
