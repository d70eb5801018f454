package io.warmline.sdk;

import io.warmline.sdk.model.DuplicateGroup;
import io.warmline.sdk.model.DuplicateKey;
import io.warmline.sdk.model.DuplicateLead;
import io.warmline.sdk.model.DuplicatePage;
import io.warmline.sdk.model.Merger;
import io.warmline.sdk.model.NumberDetails;
import java.util.UUID;

/** Phone numbers, who has them and what is known of them; people who are on a list twice. */
public final class Numbers {
  private static final String ONE = "/v1/numbers/{e164}";
  private static final String MERGE = "/v1/leads/{leadId}/merge";

  private final Transport transport;

  Numbers(Transport transport) {
    this.transport = transport;
  }

  /**
   * What is known of a number.
   *
   * @param e164 with its plus sign
   * @throws NotFoundException if no lead has it, it was never called and it is on no list
   */
  public NumberDetails getNumber(String e164, RequestOption... options) {
    return transport.value(Request.get(ONE, e164).with(options), NumberDetails.class);
  }

  /** Groups of leads of a campaign that may be one person. */
  public Page<DuplicateGroup> findDuplicates(
      UUID campaignId, DuplicateKey by, RequestOption... options) {
    return findDuplicates(campaignId, by, Paging.all(), options);
  }

  /** Groups of leads of a campaign that may be one person. */
  public Page<DuplicateGroup> findDuplicates(
      UUID campaignId, DuplicateKey by, Paging paging, RequestOption... options) {
    Query query = paging.query().with("campaignId", campaignId).with("by", by.name());
    DuplicatePage page =
        transport.value(
            Request.get("/v1/duplicates").query(query).with(options), DuplicatePage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> findDuplicates(campaignId, by, paging.cursor(cursor), options));
  }

  /**
   * Makes one lead of two that are the same person.
   *
   * @param leadId the one that stays
   * @throws ConflictException while an agent holds one of them, if one was erased or merged before,
   *     or if the other has a meeting or is with the client
   */
  public Merger mergeLeads(UUID leadId, DuplicateLead other, RequestOption... options) {
    return transport.value(Request.post(MERGE, leadId).json(other).with(options), Merger.class);
  }

  /**
   * Makes two leads again of one, as far as nothing was built on it.
   *
   * @throws ConflictException if they are not merged, or another was merged into the same one since
   */
  public Merger undoMerge(UUID leadId, DuplicateLead other, RequestOption... options) {
    return transport.value(
        Request.post(MERGE + "/undo", leadId).json(other).with(options), Merger.class);
  }
}
