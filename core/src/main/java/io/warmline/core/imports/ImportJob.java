package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;

/**
 * An import as the server that works on it needs it.
 *
 * @param progress what is committed
 * @param lapses how often a server that worked on it was lost since the last progress
 * @param defaultCountry ISO 3166-1 alpha-2 country of rows that name none
 */
record ImportJob(
    ImportId id,
    CampaignId campaign,
    boolean dryRun,
    LeadFile.Format format,
    ColumnMapping mapping,
    long bytes,
    Import.Progress progress,
    int lapses,
    String defaultCountry) {}
