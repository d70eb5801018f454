package io.warmline.core.phrase;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The prospect's present contract, as far as it is known.
 *
 * @param daysBefore how long before its end to call, in days, from 0
 */
public record ContractTerm(Optional<LocalDate> end, int daysBefore) {

  /** Nothing is known; 60 days is the house policy. */
  public static final ContractTerm UNKNOWN = new ContractTerm(Optional.empty(), 60);

  /**
   * Checks the days.
   *
   * @throws IllegalArgumentException if they are negative
   */
  public ContractTerm {
    if (daysBefore < 0) {
      throw new IllegalArgumentException("the days before the end must not be negative");
    }
  }
}
