package io.warmline.core.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.NotFound;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Leads as they were, with their numbers, so that a merger can be undone. */
@ApplicationScoped
class LeadImages {

  private static final String TABLE = "lead";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RowImages images;
  private final Leads leads;
  private final LeadPhones phones;
  private final Campaigns campaigns;

  LeadImages(RowImages images, Leads leads, LeadPhones phones, Campaigns campaigns) {
    this.images = images;
    this.leads = leads;
    this.phones = phones;
    this.campaigns = campaigns;
  }

  String of(Lead lead) {
    ObjectNode image = JSON.createObjectNode();
    String row =
        images.of(TABLE, lead.id().value()).orElseThrow(() -> new NotFound("lead", lead.id()));
    image.set("row", read(row));
    ArrayNode numbers = image.putArray("phones");
    for (LeadPhone phone : lead.phones()) {
      ObjectNode number = numbers.addObject().put("e164", phone.number().e164());
      phone.extension().ifPresent(digits -> number.put("extension", digits));
      phone.stated().ifPresent(type -> number.put("type", type.name()));
      phone.uncallable().ifPresent(reason -> number.put("uncallable", reason));
    }
    return image.toString();
  }

  List<PhoneNumber> numbersIn(String image) {
    List<PhoneNumber> numbers = new ArrayList<>();
    read(image).path("phones").forEach(n -> numbers.add(new PhoneNumber(n.path("e164").asText())));
    return numbers;
  }

  Optional<String> externalIdIn(String image) {
    return Optional.ofNullable(read(image).path("row").path("external_id").textValue());
  }

  /** By what the person was known when the image was made. */
  ErasedPersons.Person personIn(String image) {
    JsonNode row = read(image).path("row");
    return new ErasedPersons.Person(
        new CampaignId(UUID.fromString(row.path("campaign_id").asText())),
        externalIdIn(image),
        numbersIn(image),
        new SamePerson.Answerer(
            row.path("first_name").textValue(),
            row.path("last_name").textValue(),
            row.path("email").textValue(),
            null));
  }

  /** Makes a lead again what its image shows; its version moves on. */
  Lead restore(Lead lead, String image, Instant now) {
    JsonNode was = read(image);
    images.restore(TABLE, lead.id().value(), was.path("row").toString());
    Lead row = leads.get(lead.id());
    ZoneId zone = campaigns.get(row.campaign()).zone();
    List<LeadPhone> numbers =
        row.placed(numbersIn(image), zone).stream()
            .map(phone -> asIn(was.path("phones"), phone))
            .toList();
    Lead restored = row.having(numbers);
    phones.replace(restored, now);
    return restored;
  }

  private static LeadPhone asIn(JsonNode phones, LeadPhone phone) {
    for (JsonNode was : phones) {
      if (was.path("e164").asText().equals(phone.number().e164())) {
        return new LeadPhone(
            phone.number(),
            phone.place(),
            Optional.ofNullable(was.path("uncallable").textValue()),
            Optional.ofNullable(was.path("extension").textValue()),
            Optional.ofNullable(was.path("type").textValue()).map(NumberType::valueOf));
      }
    }
    return phone;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the image of a lead is not readable", e);
    }
  }
}
