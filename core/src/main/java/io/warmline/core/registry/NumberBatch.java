package io.warmline.core.registry;

import io.warmline.core.WarmlineException;
import io.warmline.core.imports.NumberFile;
import io.warmline.core.imports.NumberLine;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Some lines of a file.
 *
 * @param numbers the different numbers on them
 * @param valid lines that have one
 */
record NumberBatch(Set<PhoneNumber> numbers, long valid, List<RejectedLine> rejections) {

  private static final int LINES = 5000;

  /** The next lines; empty at the end of the file. */
  static Optional<NumberBatch> next(NumberFile file, String country) {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    List<RejectedLine> rejections = new ArrayList<>();
    long valid = 0;
    Optional<NumberLine> line = file.next();
    while (line.isPresent()) {
      if (read(line.get(), country, numbers, rejections)) {
        valid++;
      }
      if (valid + rejections.size() == LINES) {
        break;
      }
      line = file.next();
    }
    return valid + rejections.size() == 0
        ? Optional.empty()
        : Optional.of(new NumberBatch(numbers, valid, rejections));
  }

  private static boolean read(
      NumberLine line, String country, Set<PhoneNumber> numbers, List<RejectedLine> rejections) {
    if (line.fault().isPresent()) {
      NumberLine.Fault fault = line.fault().get();
      rejections.add(new RejectedLine(line.line(), fault.code(), fault.reason()));
      return false;
    }
    try {
      numbers.add(PhoneNumbers.parse(line.text(), country));
      return true;
    } catch (WarmlineException e) {
      rejections.add(
          new RejectedLine(line.line(), e.code().name(), String.valueOf(e.getMessage())));
      return false;
    }
  }

  long lines() {
    return valid + rejections.size();
  }
}
