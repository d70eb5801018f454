package io.warmline.core;

/** There is nothing with this id in the tenant; whether another tenant has it, nobody learns. */
public final class NotFound extends WarmlineException {

  private static final long serialVersionUID = 1L;

  /**
   * @param kind what was looked for, as people call it
   * @param id the id given
   */
  public NotFound(String kind, Object id) {
    super(ProblemCode.NOT_FOUND, "There is no " + kind + " with the id " + id + ".");
  }

  /**
   * For what goes by a secret that is not repeated.
   *
   * @param kind what was looked for, as people call it
   */
  public NotFound(String kind) {
    super(ProblemCode.NOT_FOUND, "There is no such " + kind + ".");
  }
}
