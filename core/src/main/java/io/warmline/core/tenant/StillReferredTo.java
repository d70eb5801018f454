package io.warmline.core.tenant;

import java.sql.SQLException;

/** Whether a row could not be deleted because another one refers to it. */
public final class StillReferredTo {

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private StillReferredTo() {}

  /** Whether the database refused for that reason. The transaction is lost either way. */
  public static boolean is(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
