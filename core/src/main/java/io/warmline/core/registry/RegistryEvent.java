package io.warmline.core.registry;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.RegistryId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a registry. */
public sealed interface RegistryEvent extends Happening {

  RegistryId registryId();

  @Override
  default UUID subject() {
    return registryId().value();
  }

  /** It will soon be older than the law allows. */
  record Ageing(
      RegistryId registryId,
      String registry,
      String jurisdiction,
      LocalDate asOf,
      @Nullable Instant expiresAt)
      implements RegistryEvent {

    @Override
    public EventType type() {
      return EventType.REGISTRY_WARNING;
    }
  }

  /** It is older than the law allows. */
  record Expired(
      RegistryId registryId,
      String registry,
      String jurisdiction,
      LocalDate asOf,
      @Nullable Instant expiresAt)
      implements RegistryEvent {

    @Override
    public EventType type() {
      return EventType.REGISTRY_EXPIRED;
    }
  }

  /** It is not kept any more; the key is by which that was asked for. */
  record GivenUp(
      RegistryId registryId,
      String registry,
      String jurisdiction,
      LocalDate asOf,
      long numbers,
      @Nullable UUID keyId)
      implements RegistryEvent {

    @Override
    public EventType type() {
      return EventType.REGISTRY_GIVEN_UP;
    }
  }
}
