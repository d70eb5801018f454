package io.warmline.api.server;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.warmline.api.http.Contract;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.FirstTenant;
import jakarta.inject.Singleton;

/**
 * The command {@code new-key}: prints a key that may do everything, for whoever has lost the first
 * one, and ends. Keys that are there go on working.
 */
@Singleton
@Unremovable
public class NewKey implements QuarkusApplication {

  static final String COMMAND = "new-key";

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
    String key = keys.generate();
    if (firstTenant.give(COMMAND, key, contract.allScopes())) {
      System.out.println(key);
      return 0;
    }
    System.err.println("There is no tenant yet: start the server, it prints its first key.");
    return 1;
  }
}
