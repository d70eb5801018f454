package io.warmline.core.registry;

import io.warmline.core.NotFound;
import io.warmline.core.event.Events;
import io.warmline.core.id.RegistryId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a registry up, because the tenant does not call its country any more or the registry has
 * ended: it need not be kept fresh, and its numbers may be called again.
 */
@ApplicationScoped
public class GiveUpRegistry {

  private final TenantTransaction transaction;
  private final Registries registries;
  private final RegistryImports imports;
  private final Events events;
  private final Clock clock;

  GiveUpRegistry(
      TenantTransaction transaction,
      Registries registries,
      RegistryImports imports,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.registries = registries;
    this.imports = imports;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Leads return to the queue afterwards, as {@link KeepRegistries} comes by. A file that was
   * received before and is not in force yet makes the registry anew.
   *
   * @param key the API key by which it is given up
   * @throws NotFound if the tenant has no such registry
   */
  public void giveUp(RegistryId id, Optional<UUID> key) {
    transaction.run(
        () -> {
          Registry registry = registries.remove(id);
          imports.giveUp(registry.list(), registry.expired());
          events.record(
              new RegistryEvent.GivenUp(
                  id,
                  registry.name(),
                  registry.jurisdiction().code(),
                  registry.asOf(),
                  registry.numbers(),
                  key.orElse(null)),
              clock.instant());
        });
  }
}
