package io.warmline.core.company;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a prospect is known to be of a company. Two prospects of one client are of the same
 * company for sure where they have the same domain, or where they have the same name in the same
 * country and not two domains. Everything else is not certain, and so is not taken for the same.
 *
 * @param domain the company's own, of the e-mail address, else of the website, in lower case and
 *     ASCII; empty: none is known
 * @param name without legal form, capitals, accents and punctuation; empty: none is known
 * @param country of the address, else of the number, ISO 3166-1 alpha-2; empty where no name is
 */
public record Company(Optional<String> domain, Optional<String> name, Optional<String> country) {

  /** Nothing tells of a company. */
  public static final Company UNKNOWN =
      new Company(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether what {@code x} and {@code l}, both leads of one client, have says that it is one. */
  private static final String SAME =
      """
      (%1$s.company_domain = %2$s.company_domain
       or %1$s.company_name = %2$s.company_name and (%1$s.company_domain is null or %2$s.company_domain is null))\
      """;

  /**
   * @param country where the company is, as far as that is known
   * @param number the prospect's first; null: there is none
   */
  public static Company of(
      @Nullable String name,
      @Nullable String email,
      @Nullable String website,
      @Nullable String country,
      @Nullable PhoneNumber number) {
    Optional<String> domain =
        CompanyDomain.ofEmail(email).or(() -> CompanyDomain.ofWebsite(website));
    Optional<String> bare = CompanyName.of(name);
    Optional<String> where =
        bare.flatMap(n -> Optional.ofNullable(country).or(() -> countryOf(number)));
    return new Company(domain, where.flatMap(known -> bare), where);
  }

  private static Optional<String> countryOf(@Nullable PhoneNumber number) {
    return Optional.ofNullable(number).flatMap(PhoneNumbers::countryOf);
  }

  /** Name and country as they are stored; null where there is no name. */
  public @Nullable String nameKey() {
    return name.map(bare -> country.orElseThrow() + " " + bare).orElse(null);
  }

  /** The condition that two rows, by their aliases, are of one company. */
  public static String same(String one, String other) {
    return SAME.formatted(one, other);
  }

  /** Whether anything is known of it. */
  public boolean isKnown() {
    return domain.isPresent() || name.isPresent();
  }

  /** Hides what it holds: a name may be a person's. */
  @Override
  public String toString() {
    return "Company[…]";
  }
}
