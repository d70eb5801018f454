package io.warmline.core.operator;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.archive.RemoveTenant;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.OperatorTransaction;
import io.warmline.core.tenant.Tenant;
import io.warmline.core.tenant.TenantBook;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Makes tenants, lets them rest and go on, and takes them away for good. */
@ApplicationScoped
public class ManageTenants {

  /** Of a big tenant much is deleted, all in one transaction. */
  public static final Duration DELETION_TAKES = Duration.ofHours(2);

  private static final String FIRST_KEY = "first key";

  private final OperatorTransaction transaction;
  private final TenantBook book;
  private final Tenants tenants;
  private final ApiKeys keys;
  private final RemoveTenant removeTenant;
  private final OperatorAnswers answers;
  private final Clock clock;

  ManageTenants(
      OperatorTransaction transaction,
      TenantBook book,
      Tenants tenants,
      ApiKeys keys,
      RemoveTenant removeTenant,
      OperatorAnswers answers,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.tenants = tenants;
    this.keys = keys;
    this.removeTenant = removeTenant;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * A tenant that was made.
   *
   * @param secret its first key, which is not known any more after this
   */
  public record NewTenant(Tenant tenant, ApiKey key, String secret) {

    /** Hides the secret. */
    @Override
    public String toString() {
      return "NewTenant[" + tenant.id() + "]";
    }
  }

  /**
   * A tenant that is gone.
   *
   * @param rows how many rows of each table there were; tables without one are left out
   */
  public record Deleted(Tenant tenant, Instant at, Map<String, Long> rows) {

    /** Of all tables. */
    public long total() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Makes a tenant, with its first key.
   *
   * @param scopes what the key may do
   */
  public NewTenant create(String name, Set<String> scopes) {
    return transaction.call(
        () -> {
          TenantId id = TenantId.next();
          String secret = keys.generate();
          ApiKey key = ApiKey.made(FIRST_KEY, ApiKey.Grant.of(scopes), clock.instant());
          transaction.within(
              id,
              () -> {
                tenants.add(name);
                keys.add(key, secret);
                return id;
              });
          return new NewTenant(book.get(id), key, secret);
        });
  }

  /**
   * From now on its keys are refused and its work rests, on every server before two seconds are
   * over. Nothing of it is lost. Doing so again changes nothing.
   *
   * @throws NotFound if there is no such tenant
   */
  public Tenant suspend(TenantId id) {
    return transaction.call(
        () -> {
          book.suspend(id, clock.instant());
          return book.get(id);
        });
  }

  /**
   * Its keys are good again, and its work goes on. Doing so again changes nothing.
   *
   * @throws NotFound if there is no such tenant
   */
  public Tenant resume(TenantId id) {
    return transaction.call(
        () -> {
          book.resume(id);
          return book.get(id);
        });
  }

  /**
   * Deletes a tenant and all that it has.
   *
   * @param name that of the tenant, so that it is meant
   * @throws NotFound if there is no such tenant
   * @throws InvalidValue if it has another name
   * @throws WarmlineException TENANT_AT_WORK if it is not suspended
   */
  public Deleted delete(TenantId id, String name) {
    return transaction.call(
        DELETION_TAKES,
        () -> {
          Instant now = clock.instant();
          Tenant tenant = book.lock(id);
          if (!tenant.name().equals(name)) {
            throw new InvalidValue("name", "NOT_ITS_NAME", "is not the name of this tenant");
          }
          if (!tenant.isSuspended()) {
            throw new WarmlineException(
                ProblemCode.TENANT_AT_WORK,
                "This tenant is at work. Suspend it, see that nobody misses it, and delete it"
                    + " then.");
          }
          Map<String, Long> rows = removeTenant.remove(id);
          answers.forget(id, now);
          return new Deleted(tenant, now, rows);
        });
  }
}
