package io.warmline.core.lead;

import io.warmline.core.lead.LeadProfile.Address;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link LeadProfile} in the making: another one, changed in some respects. */
public final class LeadProfileBuilder {

  private final LeadProfile as;
  private @Nullable String title;
  private @Nullable String firstName;
  private @Nullable String lastName;
  private @Nullable String jobTitle;
  private @Nullable String email;
  private Address address;
  private @Nullable ZoneId timeZone;
  private @Nullable LeadConsent consent;
  private @Nullable String language;
  private int score;
  private Map<String, String> customFields;
  private @Nullable LocalDate contractEnd;
  private @Nullable StatedPlace statedPlace;
  private @Nullable Relationship relationship;
  private Tags tags;

  LeadProfileBuilder(LeadProfile as) {
    this.as = as;
    this.title = as.title();
    this.firstName = as.firstName();
    this.lastName = as.lastName();
    this.jobTitle = as.jobTitle();
    this.email = as.email();
    this.address = as.address();
    this.timeZone = as.timeZone();
    this.consent = as.consent();
    this.language = as.language();
    this.score = as.score();
    this.customFields = as.customFields();
    this.contractEnd = as.contractEnd();
    this.statedPlace = as.statedPlace();
    this.relationship = as.relationship();
    this.tags = as.tags();
  }

  public LeadProfileBuilder title(@Nullable String title) {
    this.title = title;
    return this;
  }

  public LeadProfileBuilder firstName(@Nullable String firstName) {
    this.firstName = firstName;
    return this;
  }

  public LeadProfileBuilder lastName(@Nullable String lastName) {
    this.lastName = lastName;
    return this;
  }

  public LeadProfileBuilder jobTitle(@Nullable String jobTitle) {
    this.jobTitle = jobTitle;
    return this;
  }

  public LeadProfileBuilder email(@Nullable String email) {
    this.email = email;
    return this;
  }

  public LeadProfileBuilder address(Address address) {
    this.address = address;
    return this;
  }

  public LeadProfileBuilder timeZone(@Nullable ZoneId timeZone) {
    this.timeZone = timeZone;
    return this;
  }

  public LeadProfileBuilder consent(@Nullable LeadConsent consent) {
    this.consent = consent;
    return this;
  }

  public LeadProfileBuilder language(@Nullable String language) {
    this.language = language;
    return this;
  }

  public LeadProfileBuilder score(int score) {
    this.score = score;
    return this;
  }

  public LeadProfileBuilder customFields(Map<String, String> customFields) {
    this.customFields = customFields;
    return this;
  }

  public LeadProfileBuilder contractEnd(@Nullable LocalDate contractEnd) {
    this.contractEnd = contractEnd;
    return this;
  }

  public LeadProfileBuilder statedPlace(@Nullable StatedPlace statedPlace) {
    this.statedPlace = statedPlace;
    return this;
  }

  public LeadProfileBuilder relationship(@Nullable Relationship relationship) {
    this.relationship = relationship;
    return this;
  }

  public LeadProfileBuilder tags(Tags tags) {
    this.tags = tags;
    return this;
  }

  public LeadProfile build() {
    return new LeadProfile(
        title,
        firstName,
        lastName,
        as.company(),
        jobTitle,
        email,
        as.website(),
        address,
        timeZone,
        consent,
        language,
        score,
        as.notes(),
        customFields,
        contractEnd,
        statedPlace,
        relationship,
        tags);
  }
}
