package io.warmline.core.savedfilter;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Saves filters, changes and deletes them. */
@ApplicationScoped
public class ManageSavedFilters {

  private final TenantTransaction transaction;
  private final SavedFilters filters;
  private final CheckConditions check;
  private final Clock clock;

  ManageSavedFilters(
      TenantTransaction transaction, SavedFilters filters, CheckConditions check, Clock clock) {
    this.transaction = transaction;
    this.filters = filters;
    this.check = check;
    this.clock = clock;
  }

  /**
   * Saves one.
   *
   * @throws NotFound if a campaign or an import that is named does not exist
   * @throws InvalidValue UNKNOWN_TAG if no lead of the campaign has ever had one of the tags
   * @throws WarmlineException SAVED_FILTER_EXISTS if another has the name, in any case
   */
  public SavedFilter create(SavedFilter.Terms terms) {
    return transaction.call(
        () -> {
          SavedFilterId id = SavedFilterId.next();
          requireFree(terms.name(), id);
          check.require(terms.conditions(), "/conditions");
          filters.add(id, terms, clock.instant());
          return filters.get(id);
        });
  }

  /**
   * Changes one. Conditions that stay are not looked at: it can be renamed while something that
   * they name is gone.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such filter, or no such campaign or import
   * @throws InvalidValue as {@link #create} does
   * @throws WarmlineException VERSION_MISMATCH; SAVED_FILTER_EXISTS
   */
  public SavedFilter change(
      SavedFilterId id, Optional<Integer> version, UnaryOperator<SavedFilter.Terms> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          SavedFilter before = filters.lock(id);
          Versions.require(before.version(), version);
          SavedFilter.Terms terms = change.apply(before.terms());
          if (terms.equals(before.terms())) {
            return before;
          }
          requireFree(terms.name(), id);
          if (!terms.conditions().equals(before.terms().conditions())) {
            check.require(terms.conditions(), "/conditions");
          }
          filters.write(id, terms, now);
          return filters.get(id);
        });
  }

  /**
   * Forgets one. What was done with it stands.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such filter
   * @throws WarmlineException VERSION_MISMATCH
   */
  public void delete(SavedFilterId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Versions.require(filters.lock(id).version(), version);
          filters.delete(id);
        });
  }

  private void requireFree(String name, SavedFilterId id) {
    filters
        .named(name)
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new WarmlineException(
                  ProblemCode.SAVED_FILTER_EXISTS,
                  other.label() + " has this name. Change that one, or choose another name.");
            });
  }
}
