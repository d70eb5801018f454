package io.warmline.core.registry;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.NumberFile;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receives the file of a registry. Its numbers are a list of their own from the first, which nobody
 * goes by until it is in force: an upload that breaks off, or a server that is lost, leaves the
 * list before in force.
 */
@ApplicationScoped
public class ReceiveRegistry {

  private final TenantTransaction transaction;
  private final Registries registries;
  private final RegistryUploads uploads;
  private final RegistryImports imports;
  private final Clock clock;

  ReceiveRegistry(
      TenantTransaction transaction,
      Registries registries,
      RegistryUploads uploads,
      RegistryImports imports,
      Clock clock) {
    this.transaction = transaction;
    this.registries = registries;
    this.uploads = uploads;
    this.imports = imports;
    this.clock = clock;
  }

  /**
   * A file that was received and waits for {@link #enqueue} or {@link #discard}.
   *
   * @param sha256 digest of the file, 64 lower-case hexadecimal digits
   * @param bytes size of the file
   */
  public record Received(ImportId id, RegistryImport.Request request, String sha256, long bytes) {}

  /**
   * Receives the file, in memory that does not grow with it. Nothing is done with it before {@link
   * #enqueue}.
   *
   * @param body read to its end, not closed
   * @throws InvalidValue if the day is in the future, or the registry is one of another
   *     jurisdiction
   * @throws WarmlineException REGISTRY_NEWER if the list in force is newer; REGISTRY_OUTDATED if
   *     this one is too old already and that is not allowed; UNREADABLE_FILE if this is no list of
   *     numbers
   * @throws UncheckedIOException if the body breaks off
   */
  public Received receive(RegistryImport.Request request, InputStream body) {
    transaction.run(() -> requireNewest(request));
    CountedStream counted = new CountedStream(body);
    DigestInputStream digested = new DigestInputStream(counted, Sha256.running());
    NumberFile file = NumberFile.open(digested);
    ImportId id = ImportId.next();
    transaction.run(() -> uploads.receive(id, request, clock.instant()));
    try {
      store(id, file, request.numbersFrom());
    } catch (RuntimeException e) {
      discardAfter(e, id);
      throw e;
    }
    String digest = Sha256.of(digested.getMessageDigest());
    return new Received(id, request, digest, counted.bytes());
  }

  private void requireNewest(RegistryImport.Request request) {
    LocalDate latest = clock.instant().atOffset(MaxAge.CALENDAR).toLocalDate();
    if (request.asOf().isAfter(latest)) {
      throw new InvalidValue("asOf", "IN_THE_FUTURE", "must not be in the future");
    }
    requireFresh(request);
    refusal(request.registry(), request.jurisdiction(), request.asOf())
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** A list that would stop all dialling the moment it comes into force is asked about. */
  private void requireFresh(RegistryImport.Request request) {
    Optional<MaxAge> limit = request.jurisdiction().maxAge();
    boolean outdated =
        limit.filter(age -> !clock.instant().isBefore(age.expiryOf(request.asOf()))).isPresent();
    if (outdated && !request.allowOutdated()) {
      throw new WarmlineException(
          ProblemCode.REGISTRY_OUTDATED,
          "A list of %s is older than the %d days that the rules of %s allow: it would stop all dialling there. Send a newer one, or say allowOutdated."
              .formatted(
                  request.asOf(), limit.orElseThrow().days(), request.jurisdiction().code()));
    }
  }

  /** Why a file cannot take the place of the list in force, if it cannot. */
  private Optional<WarmlineException> refusal(
      String registry, Territory jurisdiction, LocalDate asOf) {
    return registries.named(registry).flatMap(present -> refusal(present, jurisdiction, asOf));
  }

  static Optional<WarmlineException> refusal(
      Registry present, Territory jurisdiction, LocalDate asOf) {
    if (!present.jurisdiction().equals(jurisdiction)) {
      return Optional.of(
          new InvalidValue(
              "jurisdiction",
              "OTHER_JURISDICTION",
              "must be " + present.jurisdiction().code() + ", as before for this registry"));
    }
    return present.asOf().isAfter(asOf)
        ? Optional.of(
            new WarmlineException(
                ProblemCode.REGISTRY_NEWER,
                "The list in force is of " + present.asOf() + ", newer than this file."))
        : Optional.empty();
  }

  private void store(ImportId id, NumberFile file, String country) {
    List<RejectedLine> kept = new ArrayList<>();
    boolean any = false;
    for (Optional<NumberBatch> next = NumberBatch.next(file, country);
        next.isPresent();
        next = NumberBatch.next(file, country)) {
      NumberBatch batch = next.get();
      batch.rejections().stream().limit(RejectedLine.MOST - kept.size()).forEach(kept::add);
      transaction.run(() -> uploads.append(id, batch, kept, clock.instant()));
      any |= batch.valid() > 0;
    }
    if (!any) {
      throw new WarmlineException(
          ProblemCode.UNREADABLE_FILE,
          "No line of this file has a number that can be dialled. Send one number a line.");
    }
  }

  private void discardAfter(RuntimeException failure, ImportId id) {
    try {
      discard(id);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Lets the list come into force, in the transaction that is open, else in one of its own.
   *
   * @throws WarmlineException REGISTRY_NEWER if a newer list came into force meanwhile
   * @throws NotFound if there is no such upload, because it was discarded
   */
  public RegistryImport enqueue(Received received) {
    return transaction.call(
        () -> {
          requireNewest(received.request());
          uploads.enqueue(received.id(), received.bytes(), clock.instant());
          return imports.get(received.id());
        });
  }

  /** Forgets a received file that is not wanted after all. One that was enqueued stays. */
  public void discard(ImportId id) {
    uploads.discard(id);
  }
}
