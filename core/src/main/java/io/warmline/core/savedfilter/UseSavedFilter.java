package io.warmline.core.savedfilter;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.SqlConditions;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up what a saved filter asks for, at the moment at which it is used. */
@ApplicationScoped
public class UseSavedFilter {

  private final TenantTransaction transaction;
  private final SavedFilters filters;
  private final CheckConditions check;
  private final ConditionsSql conditions;

  UseSavedFilter(
      TenantTransaction transaction,
      SavedFilters filters,
      CheckConditions check,
      ConditionsSql conditions) {
    this.transaction = transaction;
    this.filters = filters;
    this.check = check;
    this.conditions = conditions;
  }

  /**
   * One that can be used.
   *
   * @throws NotFound if there is no such filter
   * @throws WarmlineException SAVED_FILTER_OUTDATED if what it names is gone
   */
  public SavedFilter get(SavedFilterId id) {
    return transaction.call(
        () -> {
          SavedFilter filter = filters.get(id);
          try {
            check.require(filter.terms().conditions(), "/conditions");
          } catch (NotFound gone) {
            throw outdated(filter, String.valueOf(gone.getMessage()));
          } catch (InvalidValue unknown) {
            throw outdated(filter, "A tag " + unknown.violations().get(0).message() + ".");
          }
          return filter;
        });
  }

  private static WarmlineException outdated(SavedFilter filter, String why) {
    return new WarmlineException(
        ProblemCode.SAVED_FILTER_OUTDATED,
        filter.label() + " asks for what is gone. " + why + " Change the filter, or delete it.");
  }

  /**
   * What it asks of a lead {@code l}. Nobody who was erased is among its leads.
   *
   * @param id empty: nothing is asked
   * @throws NotFound if there is no such filter
   * @throws WarmlineException SAVED_FILTER_OUTDATED if what it names is gone
   */
  public SqlConditions within(Optional<SavedFilterId> id) {
    SqlConditions where = new SqlConditions();
    id.ifPresent(
        one ->
            transaction.run(
                () -> {
                  where.and("l.erased_at is null");
                  conditions.add(where, "saved", get(one).terms().conditions());
                }));
    return where;
  }
}
