package io.warmline.core.talktrack;

import io.warmline.core.talktrack.TemplateFault.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a template says all that a call of its kind must say, and in its order. */
final class PartCheck {

  private PartCheck() {}

  static List<TemplateFault> faults(CallKind kind, List<TemplateLine> lines) {
    Set<Fact> said = new LinkedHashSet<>();
    lines.forEach(line -> said.addAll(line.needed()));
    List<TemplateFault> faults = new ArrayList<>();
    for (Fact fact : kind.required()) {
      if (!said.contains(fact)) {
        faults.add(missing(fact.part(), "{{" + fact.key() + "}}, not depending on anything"));
      }
    }
    if (kind.opener() && lines.stream().noneMatch(TemplateLine::saysReasonToday)) {
      faults.add(missing(PartCode.REASON_TODAY, "\"the reason I'm calling you today\""));
    }
    return faults.isEmpty() && kind.ordered() ? outOfOrder(kind, said, lines) : faults;
  }

  private static TemplateFault missing(PartCode part, String expected) {
    return new TemplateFault(
        Code.MISSING_PART, 1, 1, "the part " + part + " is missing; it needs " + expected);
  }

  private static List<TemplateFault> outOfOrder(
      CallKind kind, Set<Fact> said, List<TemplateLine> lines) {
    List<Fact> expected = kind.required();
    List<Fact> found = said.stream().filter(expected::contains).toList();
    for (int i = 0; i < expected.size(); i++) {
      if (found.get(i) != expected.get(i)) {
        String message = expected.get(i).key() + " must come before " + found.get(i).key();
        return List.of(new TemplateFault(Code.OUT_OF_ORDER, 1, 1, message));
      }
    }
    return reasonInPlace(lines)
        ? List.of()
        : List.of(
            new TemplateFault(
                Code.OUT_OF_ORDER, 1, 1, "the reason of today must follow the company"));
  }

  /** Within one line, who writes it decides. */
  private static boolean reasonInPlace(List<TemplateLine> lines) {
    int company = 0;
    int reason = 0;
    int firstTalk = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      company = lines.get(i).needed().contains(Fact.COMPANY_NAME) ? i : company;
      reason = lines.get(i).saysReasonToday() ? i : reason;
      firstTalk = lines.get(i).needed().contains(Fact.FIRST_TALK) ? i : firstTalk;
    }
    return company <= reason && reason <= firstTalk;
  }
}
