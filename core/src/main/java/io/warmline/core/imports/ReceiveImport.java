package io.warmline.core.imports;

import io.warmline.core.NotFound;
import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes in a lead file. It is kept until it was worked through, so that the sender need not wait
 * and any server can do the work.
 */
@ApplicationScoped
public class ReceiveImport {

  private static final int CHUNK_BYTES = 1024 * 1024;

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final ImportUploads uploads;
  private final Imports imports;
  private final Clock clock;

  ReceiveImport(
      TenantTransaction transaction,
      Campaigns campaigns,
      ImportUploads uploads,
      Imports imports,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
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
  public record Received(ImportId id, String sha256, long bytes) {}

  /**
   * Receives the file, in memory that does not grow with it. It is read outside any transaction,
   * and nothing is done with it before {@link #enqueue}. An upload that breaks off leaves nothing
   * behind.
   *
   * @param body read to its end, not closed
   * @throws NotFound if there is no such campaign; nothing was read then
   * @throws WarmlineException UNREADABLE_FILE if it is no lead list; INVALID_VALUE if the mapping
   *     does not fit it. Only the head was read then
   * @throws IOException if the body breaks off
   */
  public Received receive(CampaignId campaign, ImportOrder order, InputStream body)
      throws IOException {
    order.requireUsed();
    transaction.run(() -> campaigns.get(campaign));
    return order.format() == LeadFile.Format.XLSX
        ? receiveWorkbook(campaign, order, body)
        : receiveText(campaign, order, Optional.empty(), body);
  }

  /** What is kept is the sheet, written out as text, so that any server can go on with it. */
  private Received receiveWorkbook(CampaignId campaign, ImportOrder order, InputStream body)
      throws IOException {
    Path workbook = Files.createTempFile("warmline-", ".xlsx");
    Path rows = Files.createTempFile("warmline-", ".rows");
    try {
      Files.copy(body, workbook, StandardCopyOption.REPLACE_EXISTING);
      ReadSheet read;
      try (SheetFile sheet = SheetFile.open(workbook, order.options().sheet());
          Writer out = Files.newBufferedWriter(rows)) {
        sheet.writeTo(out);
        read = sheet.read();
      }
      try (InputStream text = Files.newInputStream(rows)) {
        return receiveText(campaign, order.in(StandardCharsets.UTF_8), Optional.of(read), text);
      }
    } finally {
      Files.deleteIfExists(workbook);
      Files.deleteIfExists(rows);
    }
  }

  private Received receiveText(
      CampaignId campaign, ImportOrder order, Optional<ReadSheet> sheet, InputStream body)
      throws IOException {
    byte[] head = body.readNBytes(LeadFileLimits.HEAD_BYTES);
    DetectedLayout layout = layout(head, order.format(), order.options());
    ImportId id = ImportId.next();
    transaction.run(() -> uploads.receive(id, campaign, order, layout, sheet, clock.instant()));
    try {
      return store(id, new SequenceInputStream(new ByteArrayInputStream(head), body));
    } catch (IOException | RuntimeException e) {
      discardAfter(e, id);
      throw e;
    }
  }

  /** As the other, with people who are there already merged. */
  public Received receive(
      CampaignId campaign,
      LeadFile.Format format,
      ColumnMapping mapping,
      boolean dryRun,
      InputStream body)
      throws IOException {
    return receive(
        campaign,
        new ImportOrder(format, new FileOptions(mapping), dryRun, DuplicatePolicy.MERGE),
        body);
  }

  private static DetectedLayout layout(byte[] head, LeadFile.Format format, FileOptions options) {
    try (LeadFile file = LeadFile.open(new ByteArrayInputStream(head), format, options)) {
      return file.detected();
    }
  }

  private Received store(ImportId id, InputStream file) throws IOException {
    MessageDigest digest = Sha256.running();
    long bytes = 0;
    int ordinal = 0;
    for (byte[] chunk = file.readNBytes(CHUNK_BYTES);
        chunk.length > 0;
        chunk = file.readNBytes(CHUNK_BYTES)) {
      byte[] content = chunk;
      int place = ordinal++;
      transaction.run(() -> uploads.append(id, place, content, clock.instant()));
      digest.update(content);
      bytes += content.length;
    }
    return new Received(id, Sha256.of(digest), bytes);
  }

  private void discardAfter(Exception failure, ImportId id) {
    try {
      discard(id);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Lets the work begin, in the transaction that is open, else in one of its own.
   *
   * @throws NotFound if there is no such upload, because it was discarded, or its campaign deleted
   */
  public Import enqueue(ImportId id) {
    return transaction.call(
        () -> {
          try {
            uploads.enqueue(id, clock.instant());
          } catch (LeaseLost e) {
            throw new NotFound("import", id);
          }
          return imports.get(id);
        });
  }

  /** Forgets a received file that is not wanted after all. One that was enqueued stays. */
  public void discard(ImportId id) {
    transaction.run(() -> uploads.discard(id));
  }
}
