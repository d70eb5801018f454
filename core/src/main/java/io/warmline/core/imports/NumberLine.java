package io.warmline.core.imports;

import java.util.Optional;

/**
 * One record of a file of numbers. Its {@code toString} hides the number, which is personal data.
 *
 * @param line the physical line, counted from 1, on which the record starts
 * @param text the number as it is written; empty if there is none
 * @param fault why it cannot be read
 */
public record NumberLine(long line, String text, Optional<Fault> fault) {

  /**
   * Why a record cannot be read.
   *
   * @param code name of a {@link RowProblem}
   */
  public record Fault(String code, String reason) {}

  static NumberLine read(long line, String text) {
    return text.isEmpty()
        ? broken(line, RowProblem.MISSING_PHONE, "The line has no phone number.")
        : new NumberLine(line, text, Optional.empty());
  }

  static NumberLine broken(long line, RowProblem problem, String reason) {
    return new NumberLine(line, "", Optional.of(new Fault(problem.name(), reason)));
  }

  @Override
  public String toString() {
    return "NumberLine[" + line + "]";
  }
}
