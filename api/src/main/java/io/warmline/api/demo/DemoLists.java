package io.warmline.api.demo;

import io.warmline.core.Cursor;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.RegistryId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.Imports;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.registry.KeepRegistries;
import io.warmline.core.registry.ReceiveRegistry;
import io.warmline.core.registry.Registries;
import io.warmline.core.registry.Registry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.Territory;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that came this morning: leads nobody has called yet, and the list of a registry. */
@ApplicationScoped
class DemoLists {

  private static final String LEADS = "demo/leads.csv";
  private static final String REGISTERED = "phone\n+13055550140\n+18135550141\n12\n";
  private static final int PAUSE_MILLIS = 50;

  private final ReceiveImport receiveImport;
  private final RunImports runImports;
  private final Imports imports;
  private final ReceiveRegistry receiveRegistry;
  private final KeepRegistries keepRegistries;
  private final Registries registries;
  private final TenantTransaction transaction;
  private final Clock clock;

  DemoLists(
      ReceiveImport receiveImport,
      RunImports runImports,
      Imports imports,
      ReceiveRegistry receiveRegistry,
      KeepRegistries keepRegistries,
      Registries registries,
      TenantTransaction transaction,
      Clock clock) {
    this.receiveImport = receiveImport;
    this.runImports = runImports;
    this.imports = imports;
    this.receiveRegistry = receiveRegistry;
    this.keepRegistries = keepRegistries;
    this.registries = registries;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What came of the files.
   *
   * @param registered the file of the registry
   */
  record Files(ImportId leads, ImportId registered, RegistryId registry) {}

  /** Imports them, the leads into a campaign. */
  Files load(CampaignId campaign) {
    ImportId leads = receiveLeads(campaign);
    ImportId registered = receiveRegistry();
    finish(leads);
    return new Files(leads, registered, inForce());
  }

  private ImportId receiveLeads(CampaignId campaign) {
    try (InputStream file =
        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(LEADS))) {
      ReceiveImport.Received received =
          receiveImport.receive(
              campaign, LeadFile.Format.CSV, ColumnMapping.of(Map.of()), false, file);
      receiveImport.enqueue(received.id());
      return received.id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportId receiveRegistry() {
    LocalDate yesterday = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    ReceiveRegistry.Received received =
        receiveRegistry.receive(
            new RegistryImport.Request(
                "FLORIDA", Territory.of("US-FL"), yesterday, Optional.empty()),
            new ByteArrayInputStream(REGISTERED.getBytes(StandardCharsets.UTF_8)));
    receiveRegistry.enqueue(received);
    return received.id();
  }

  /** The import is run here, unless the housekeeping was quicker: then it is waited for. */
  private void finish(ImportId id) {
    while (isOnItsWay(id)) {
      if (!runImports.runNext()) {
        pause();
      }
    }
  }

  private boolean isOnItsWay(ImportId id) {
    ImportStatus status = transaction.call(() -> imports.get(id)).status();
    if (status == ImportStatus.FAILED) {
      throw new IllegalStateException("the leads of the demo could not be imported");
    }
    return status != ImportStatus.COMPLETED;
  }

  private RegistryId inForce() {
    for (; ; ) {
      List<Registry> all = registries.list(new Cursor.Paging(1, null)).items();
      if (!all.isEmpty()) {
        return all.get(0).id();
      }
      keepRegistries.tick();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the demo was loaded", e);
    }
  }
}
