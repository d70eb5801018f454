package io.warmline.api.server;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.warmline.api.http.Contract;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.FirstTenant;
import io.warmline.core.tenant.FirstTenant.Firm;
import io.warmline.core.tenant.FirstTenant.Outcome;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code new-key [TENANT]}: prints a key that may do everything, for whoever has lost
 * the first one, and ends. Where there are several tenants it has to be said whose, by name or id.
 * Keys that are there go on working.
 */
@Singleton
@Unremovable
public class NewKey implements QuarkusApplication {

  static final String COMMAND = "new-key";

  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  private final FirstTenant firstTenant;
  private final ApiKeys keys;
  private final Contract contract;

  NewKey(FirstTenant firstTenant, ApiKeys keys, Contract contract) {
    this.firstTenant = firstTenant;
    this.keys = keys;
    this.contract = contract;
  }

  @Override
  @SuppressWarnings("SystemOut") // what the command is for
  public int run(String... args) {
    return run(List.of(args), System.out, System.err);
  }

  int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() > 2) {
      err.println("usage: new-key [TENANT], its name or its id; a name with spaces in quotes");
      return WRONG_USE;
    }
    Optional<String> tenant = args.stream().skip(1).findFirst();
    String key = keys.generate();
    Outcome outcome = firstTenant.give(tenant, COMMAND, key, contract.allScopes());
    if (outcome instanceof Outcome.Given given) {
      err.println("A key of " + told(given.to()) + ", which may do everything there:");
      out.println(key);
      return 0;
    }
    if (outcome instanceof Outcome.Undecided undecided) {
      refuse(tenant, undecided.firms(), err);
    }
    return REFUSED;
  }

  private static void refuse(Optional<String> tenant, List<Firm> firms, PrintStream err) {
    if (firms.isEmpty()) {
      err.println("There is no tenant yet: start the server, it prints its first key.");
      return;
    }
    err.println(
        tenant.isPresent()
            ? "\"" + tenant.get() + "\" is not the name or the id of one tenant. There are:"
            : "Whose key is lost? Say so: new-key TENANT, by its name or its id. There are:");
    firms.forEach(firm -> err.println("  " + told(firm)));
  }

  private static String told(Firm firm) {
    return firm.name() + " (" + firm.id() + ", since " + firm.createdAt() + ")";
  }
}
