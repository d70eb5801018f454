package io.warmline.sdk;

import io.warmline.sdk.model.PersonExport;
import java.util.UUID;

/** What is known of a person, for that person. */
public final class Privacy {
  private final Transport transport;

  Privacy(Transport transport) {
    this.transport = transport;
  }

  /** Reads all that is known of a lead. It is on record in the audit log that somebody did. */
  public PersonExport exportLead(UUID leadId, RequestOption... options) {
    return transport.value(
        Request.get("/v1/leads/{leadId}/export", leadId).with(options), PersonExport.class);
  }
}
