package io.warmline.core.talktrack;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.util.List;

/** A template that cannot make a talk track of its kind. */
public final class UnusableTemplate extends WarmlineException {

  private static final long serialVersionUID = 1L;

  private final transient List<TemplateFault> faults;

  UnusableTemplate(CallKind kind, List<TemplateFault> faults) {
    super(
        ProblemCode.INVALID_VALUE,
        "The template cannot make the talk track of a " + kind + "; see errors.",
        faults.stream()
            .map(fault -> new Violation("/template", fault.code().name(), fault.message()))
            .toList());
    this.faults = List.copyOf(faults);
  }

  /** What is wrong with it, at least one. */
  public List<TemplateFault> faults() {
    return faults;
  }
}
