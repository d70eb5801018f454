package io.warmline.api.server;

import io.warmline.core.Cursor;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.Imports;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The made-up leads of the demo campaign. */
@ApplicationScoped
class DemoLeads {

  private static final String LEADS = "demo/leads.csv";
  private static final int EVERYBODY = 1000;
  private static final int PAUSE_MILLIS = 100;

  private final ReceiveImport receiveImport;
  private final RunImports runImports;
  private final Imports imports;
  private final Leads leads;
  private final TenantTransaction transaction;

  DemoLeads(
      ReceiveImport receiveImport,
      RunImports runImports,
      Imports imports,
      Leads leads,
      TenantTransaction transaction) {
    this.receiveImport = receiveImport;
    this.runImports = runImports;
    this.imports = imports;
    this.leads = leads;
    this.transaction = transaction;
  }

  /** Imports them into a campaign. */
  void load(CampaignId campaign) {
    try (InputStream file =
        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(LEADS))) {
      ReceiveImport.Received received =
          receiveImport.receive(
              campaign, LeadFile.Format.CSV, ColumnMapping.of(Map.of()), false, file);
      receiveImport.enqueue(received.id());
      finish(received.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      throw new IllegalStateException("the leads of the demo campaign could not be imported");
    }
    return status != ImportStatus.COMPLETED;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the demo campaign was loaded", e);
    }
  }

  /** Some of them whom nothing forbids to call at any hour: {@link DemoLaw}. */
  List<Lead> callableNow(CampaignId campaign, int some) {
    Leads.Filter all =
        new Leads.Filter(
            Optional.of(campaign),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return transaction.call(
        () ->
            leads.list(all, new Cursor.Paging(EVERYBODY, null)).items().stream()
                .filter(lead -> "SE".equals(lead.profile().address().country()))
                .limit(some)
                .toList());
  }
}
