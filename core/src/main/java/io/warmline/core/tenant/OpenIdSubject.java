package io.warmline.core.tenant;

import io.warmline.core.Sha256;

/**
 * A person, as a provider of OpenID Connect tells persons apart.
 *
 * @param issuer the provider, as its tokens name it
 * @param subject the person there: 1 to 255 ASCII characters (OpenID Connect Core 1.0, section 2)
 */
public record OpenIdSubject(String issuer, String subject) {

  private static final int LONGEST = 255;

  public OpenIdSubject {
    if (subject.isBlank()
        || subject.length() > LONGEST
        || !subject.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException("a subject has 1 to 255 ASCII characters");
    }
  }

  /** Under which the person is found. No header can hold what it is made of: it has line ends. */
  String digest() {
    return Sha256.of("openid\n" + issuer + "\n" + subject);
  }
}
