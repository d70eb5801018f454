package io.warmline.core.savedfilter;

import io.warmline.core.InvalidValue;
import io.warmline.core.VisibleText;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.search.ExactWords;
import java.time.Instant;

/** Which leads, under a name. Whoever uses it gets those of that moment. */
public record SavedFilter(
    SavedFilterId id, int version, Terms terms, Instant createdAt, Instant updatedAt) {

  /**
   * What its user says of it.
   *
   * @param name of which the tenant has one, in any case
   * @param conditions at least one
   */
  public record Terms(String name, LeadConditions conditions) {

    /**
     * @throws InvalidValue if the name shows nothing, there is no condition, or the words are none
     */
    public Terms {
      name = name.strip();
      if (!VisibleText.isIn(name)) {
        throw new InvalidValue("/name", "BLANK", "must show something");
      }
      if (conditions.equals(LeadConditions.NONE)) {
        throw InvalidValue.required("/conditions", "say which leads; all of them are no filter");
      }
      conditions.words().ifPresent(words -> ExactWords.require(words, "/conditions/q"));
    }
  }

  /** What it is called, for a refusal. */
  String label() {
    return "The saved filter \"" + terms.name() + "\" (" + id + ")";
  }
}
