package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import java.time.Instant;

/**
 * An import as the server that works on it needs it.
 *
 * @param duplicates what becomes of rows about people who are there already
 * @param options how the file is read, as it was when it was received
 * @param progress what is committed
 * @param lapses how often a server that worked on it was lost since the last progress
 * @param defaultCountry ISO 3166-1 alpha-2 country of rows that name none
 * @param createdAt when the file had been received; what was known before it was known already
 */
record ImportJob(
    ImportId id,
    CampaignId campaign,
    boolean dryRun,
    DuplicatePolicy duplicates,
    LeadFile.Format format,
    FileOptions options,
    long bytes,
    Import.Progress progress,
    int lapses,
    String defaultCountry,
    Instant createdAt) {}
