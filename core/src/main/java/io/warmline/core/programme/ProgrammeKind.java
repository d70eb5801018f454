package io.warmline.core.programme;

import io.warmline.core.task.TaskKind;
import java.time.LocalDate;

/** What a programme turns into warm calls, and from when on it reckons its days. */
public enum ProgrammeKind {
  /** Leads that are warm, before sales sees them: so many days after they became it. */
  FIT_CHECK(TaskKind.FIT_CHECK, 1),
  /** Leads that had been reached or given up, after so many days of nothing. */
  REHEAT(TaskKind.REHEAT, 60),
  /** Leads whose contract with their present vendor ends in so many days or fewer. */
  CONTRACT_END(TaskKind.CONTRACT_END, 60),
  /** Customers, every so many days. */
  CUSTOMER_CHECK_IN(TaskKind.CUSTOMER_CHECK_IN, 90),
  /** Past customers, every so many days. */
  WIN_BACK(TaskKind.WIN_BACK, 180);

  private final TaskKind task;
  private final int defaultDays;

  ProgrammeKind(TaskKind task, int defaultDays) {
    this.task = task;
    this.defaultDays = defaultDays;
  }

  /** The tasks it makes. */
  TaskKind task() {
    return task;
  }

  /** The days where its user names none. */
  public int defaultDays() {
    return defaultDays;
  }

  /**
   * Why the lead is called, for the agent.
   *
   * @param period the day from which the programme reckons
   */
  String reason(LocalDate period) {
    return switch (this) {
      case FIT_CHECK -> "Warm since " + period + ": check that it fits before sales sees it.";
      case REHEAT -> "Nothing since " + period + ": see whether the interest is still there.";
      case CONTRACT_END -> "The contract with the present vendor ends on " + period + ".";
      case CUSTOMER_CHECK_IN ->
          "A customer, last in touch on " + period + ": ask how things are going.";
      case WIN_BACK -> "A past customer, last in touch on " + period + ": win them back.";
    };
  }
}
