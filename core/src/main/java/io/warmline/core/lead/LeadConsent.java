package io.warmline.core.lead;

import io.warmline.core.compliance.ConsentKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What a prospect has agreed to.
 *
 * @param kind at least IMPLIED: a lead without any consent has none of these
 * @param evidence how it can be proved; it may name people, so {@code toString} hides it
 */
@Embeddable
public record LeadConsent(
    @Enumerated(EnumType.STRING) @Column(name = "consent_kind") ConsentKind kind,
    @Column(name = "consent_given_at") Instant givenAt,
    @Column(name = "consent_evidence") String evidence) {

  /**
   * Checks the kind.
   *
   * @throws IllegalArgumentException if it is NONE
   */
  public LeadConsent {
    if (kind == ConsentKind.NONE) {
      throw new IllegalArgumentException("no consent is not a consent");
    }
  }

  @Override
  public String toString() {
    return "LeadConsent[" + kind + "]";
  }
}
