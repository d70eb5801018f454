package io.warmline.api.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.model.EventDto;
import io.warmline.api.resource.EventSubjects;
import io.warmline.core.event.Event;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.webhook.Parcel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.ZoneOffset;

/** What a message says: the event, and where it is wanted, what it is about. */
@ApplicationScoped
public class MessageBody {

  private final CurrentTenant tenant;
  private final EventSubjects subjects;
  private final ObjectMapper json;

  MessageBody(CurrentTenant tenant, EventSubjects subjects, ObjectMapper json) {
    this.tenant = tenant;
    this.subjects = subjects;
    this.json = json;
  }

  /** As JSON. */
  @ActivateRequestContext
  public String of(Parcel parcel) {
    tenant.enter(parcel.tenant());
    Event event = parcel.event();
    ObjectNode body =
        json.valueToTree(
            new EventDto()
                .sequence(event.sequence())
                .type(event.type())
                .occurredAt(event.occurredAt().atOffset(ZoneOffset.UTC))
                .subjectId(event.subject())
                .data(event.data()));
    if (parcel.fullData()) {
      subjects.of(event).ifPresent(subject -> body.set("object", json.valueToTree(subject)));
    }
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is not writable as JSON", e);
    }
  }
}
