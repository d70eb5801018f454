package io.warmline.api.faults;

import io.warmline.api.faults.Finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what those outside were told with what the database and the receivers hold. */
final class Auditor {

  private final List<Finding> findings = new ArrayList<>();

  private Auditor() {}

  /** All that is not as promised; empty if all is well. */
  static List<Finding> audit(Told told, Held held) {
    Auditor auditor = new Auditor();
    new ClaimsAudit(auditor).audit(told, held);
    new CallsAudit(auditor).audit(told, held);
    new EventsAudit(auditor).audit(told, held);
    new MessagesAudit(auditor).audit(told, held);
    return List.copyOf(auditor.findings);
  }

  void find(boolean wrong, Rule rule, String what, Object... arguments) {
    if (wrong) {
      findings.add(new Finding(rule, what.formatted(arguments)));
    }
  }

  /** Two things of one name are no fault here: the first is taken. */
  static <K, T> Map<K, T> by(List<T> all, Function<T, K> key) {
    return all.stream().collect(Collectors.toMap(key, one -> one, (first, second) -> first));
  }

  static <K, T> Map<K, List<T>> groups(List<T> all, Function<T, K> key) {
    return all.stream().collect(Collectors.groupingBy(key));
  }
}
