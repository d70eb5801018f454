package io.warmline.core.imports;

import io.warmline.core.lead.DuplicatePolicy;

/**
 * What the sender of a lead file wants done with it.
 *
 * @param options what the sender says of the file
 * @param dryRun to check and count only
 * @param duplicates what becomes of rows about people who are there already
 */
public record ImportOrder(
    LeadFile.Format format, FileOptions options, boolean dryRun, DuplicatePolicy duplicates) {}
