package io.warmline.sdk;

import io.warmline.sdk.model.CloseComplaint;
import io.warmline.sdk.model.Complaint;
import io.warmline.sdk.model.ComplaintPage;
import io.warmline.sdk.model.NewComplaint;
import java.util.UUID;

/** What somebody complained of, and what was done about it. */
public final class Complaints {
  private static final String ALL = "/v1/complaints";
  private static final String ONE = "/v1/complaints/{complaintId}";

  private final Transport transport;

  Complaints(Transport transport) {
    this.transport = transport;
  }

  /**
   * Enters a complaint that came otherwise than in a check-in.
   *
   * @throws ConflictException if the lead was erased
   */
  public Complaint createComplaint(NewComplaint complaint, RequestOption... options) {
    return transport.value(Request.post(ALL).json(complaint).with(options), Complaint.class);
  }

  /** Lists complaints, newest first. */
  public Page<Complaint> listComplaints(ComplaintFilter filter, RequestOption... options) {
    ComplaintPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), ComplaintPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listComplaints(filter.cursor(cursor), options));
  }

  /** Reads a complaint. */
  public Complaint getComplaint(UUID complaintId, RequestOption... options) {
    return transport.value(Request.get(ONE, complaintId).with(options), Complaint.class);
  }

  /**
   * Says what was done about it.
   *
   * @throws ConflictException if it was closed or withdrawn before
   */
  public Complaint closeComplaint(
      UUID complaintId, CloseComplaint close, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/close", complaintId).json(close).with(options), Complaint.class);
  }
}
