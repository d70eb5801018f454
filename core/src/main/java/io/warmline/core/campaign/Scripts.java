package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Finding;
import io.warmline.core.talktrack.Linter;
import io.warmline.core.talktrack.Scope;
import io.warmline.core.talktrack.Severity;
import io.warmline.core.talktrack.TemplateFault;
import io.warmline.core.talktrack.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The campaign's own templates of talk tracks.
 *
 * @param templates by kind of call; a kind that is absent has the template that is shipped
 */
public record Scripts(Map<CallKind, String> templates) {

  /** None of its own. */
  public static final Scripts NONE = new Scripts(Map.of());

  /** Keeps a copy, in the order of the kinds. */
  public Scripts {
    Map<CallKind, String> copy = new EnumMap<>(CallKind.class);
    copy.putAll(templates);
    templates = Collections.unmodifiableMap(copy);
  }

  /** Words in a template that invite a "no", but do not forbid it. */
  public record Warning(CallKind kind, String words, Finding finding) {}

  /** The campaign's own template, empty if it has none. */
  public Optional<String> of(CallKind kind) {
    return Optional.ofNullable(templates.get(kind));
  }

  /**
   * Refuses what cannot be said. Templates that stand already are not looked at again: the table of
   * the linter grows.
   *
   * @throws WarmlineException INVALID_VALUE with every fault and every error of the linter
   */
  void requireSound(Scripts before) {
    List<Violation> violations = new ArrayList<>();
    templates.forEach(
        (kind, template) -> {
          if (!template.equals(before.templates.get(kind))) {
            violations.addAll(violations(kind, template));
          }
        });
    if (!violations.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.INVALID_VALUE,
          violations.size() + " things in the scripts must be mended; see errors.",
          violations);
    }
  }

  /** What is not good, but was let pass. */
  public List<Warning> warnings() {
    return templates.entrySet().stream()
        .flatMap(
            entry ->
                findings(entry.getKey(), entry.getValue(), Severity.WARNING).stream()
                    .map(finding -> warning(entry.getKey(), entry.getValue(), finding)))
        .toList();
  }

  private static Warning warning(CallKind kind, String template, Finding finding) {
    return new Warning(kind, template.substring(finding.start(), finding.end()), finding);
  }

  private static List<Violation> violations(CallKind kind, String template) {
    String pointer = "/scripts/" + kind;
    List<TemplateFault> faults = Templates.check(kind, template);
    List<Violation> violations = new ArrayList<>();
    faults.forEach(fault -> violations.add(violation(pointer, fault)));
    findings(kind, template, Severity.ERROR).stream()
        .map(finding -> violation(pointer, template, finding))
        .forEach(violations::add);
    return violations;
  }

  private static Violation violation(String pointer, TemplateFault fault) {
    String place = "line " + fault.line() + ", column " + fault.column() + ": ";
    return new Violation(pointer, fault.code().name(), place + fault.message());
  }

  private static Violation violation(String pointer, String template, Finding finding) {
    boolean whole = finding.start() == 0 && finding.end() == template.length();
    String words = whole ? "" : "\"" + template.substring(finding.start(), finding.end()) + "\": ";
    return new Violation(
        pointer,
        finding.code().name(),
        words + finding.why() + " Better: \"" + finding.better() + "\"");
  }

  private static List<Finding> findings(CallKind kind, String template, Severity severity) {
    return Linter.lint(kind, Scope.OPENER, template).stream()
        .filter(finding -> finding.severity() == severity)
        .toList();
  }
}
