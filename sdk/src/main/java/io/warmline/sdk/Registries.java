package io.warmline.sdk;

import io.warmline.sdk.model.Registry;
import io.warmline.sdk.model.RegistryPage;
import io.warmline.sdk.model.SuppressionImport;
import java.time.LocalDate;
import java.util.UUID;

/** Do-not-call registries of states, and how old the lists are. */
public final class Registries {
  private static final String IMPORTS = "/v1/suppressions/imports";

  private final Transport transport;

  Registries(Transport transport) {
    this.transport = transport;
  }

  /**
   * Sends the list of a registry, which takes the place of the one before. The answer comes when it
   * has been received; it is in force, and the queue has followed it, when {@link
   * #getSuppressionImport} says {@code COMPLETED}.
   *
   * @param registry your name for it, such as {@code US_NATIONAL}
   * @param jurisdiction where it holds, such as {@code US} or {@code US-FL}
   * @param asOf the day of which the file is
   * @throws ConflictException if the list in force is newer
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public SuppressionImport importSuppressions(
      String registry,
      String jurisdiction,
      LocalDate asOf,
      RegistryFile file,
      RequestOption... options) {
    Request request = file.applyTo(Request.post(IMPORTS), registry, jurisdiction, asOf);
    return transport.value(request.with(options), SuppressionImport.class);
  }

  /** Status, counts and the first refused lines of an import. */
  public SuppressionImport getSuppressionImport(UUID importId, RequestOption... options) {
    return transport.value(
        Request.get(IMPORTS + "/{importId}", importId).with(options), SuppressionImport.class);
  }

  /** Lists registries, newest first. */
  public Page<Registry> listRegistries(RequestOption... options) {
    return listRegistries(Paging.all(), options);
  }

  /** Lists registries, newest first. */
  public Page<Registry> listRegistries(Paging paging, RequestOption... options) {
    RegistryPage page =
        transport.value(
            Request.get("/v1/registries").query(paging.query()).with(options), RegistryPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listRegistries(paging.cursor(cursor), options));
  }

  /**
   * Gives a registry up: it need not be kept fresh any more, and its numbers return to the queue
   * within seconds, with millions of numbers within minutes.
   */
  public void deleteRegistry(UUID registryId, RequestOption... options) {
    transport.send(Request.delete("/v1/registries/{registryId}", registryId).with(options));
  }
}
