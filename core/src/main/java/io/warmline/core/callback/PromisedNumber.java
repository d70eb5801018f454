package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The number on which a prospect wants to be called back. */
@ApplicationScoped
public class PromisedNumber {

  private final LeadBook leads;
  private final Campaigns campaigns;
  private final SaveLead saveLead;

  PromisedNumber(LeadBook leads, Campaigns campaigns, SaveLead saveLead) {
    this.leads = leads;
    this.campaigns = campaigns;
    this.saveLead = saveLead;
  }

  /**
   * The number that is given, else the one number that the words hold; empty if there is none.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @throws InvalidValue if what is given is no number
   */
  Optional<PhoneNumber> of(LeadId id, Wish wish, String pointer) {
    if (wish.phone().isPresent()) {
      try {
        return Optional.of(PhoneNumbers.parse(wish.phone().get(), country(leads.get(id))));
      } catch (WarmlineException noNumber) {
        throw InvalidValue.at(pointer + "/phone", noNumber);
      }
    }
    return wish.words()
        .filter(PhoneNumbers::mayHoldNumber)
        .flatMap(words -> PhoneNumbers.within(words, country(leads.get(id))));
  }

  private String country(Lead lead) {
    String own = lead.profile().address().country();
    return own == null ? campaigns.get(lead.campaign()).defaultCountry() : own;
  }

  /**
   * The lead, which has the number from now on if it had not.
   *
   * @param pointer where the number stands in the request, for refusals
   * @throws InvalidValue if it has as many numbers as a lead can have
   * @throws WarmlineException LEAD_CLAIMED if it lacks the number while an agent holds it
   */
  public Lead give(Lead lead, PhoneNumber number, String pointer) {
    if (lead.numbers().contains(number)) {
      return lead;
    }
    if (lead.numbers().size() >= LeadFacts.MOST_NUMBERS) {
      throw new InvalidValue(
          pointer,
          "TOO_MANY_NUMBERS",
          "is none of the lead's numbers, and it has %d already: replace one of them first"
              .formatted(LeadFacts.MOST_NUMBERS));
    }
    return saveLead.change(
        lead.id(),
        Optional.empty(),
        present -> {
          List<PhoneNumber> numbers = new ArrayList<>(present.numbers());
          numbers.add(number);
          return new LeadFacts(present.externalId(), present.profile(), numbers);
        });
  }
}
