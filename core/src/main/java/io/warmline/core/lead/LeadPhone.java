package io.warmline.core.lead;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PlaceFinding;
import java.util.Optional;

/**
 * A number of a lead.
 *
 * @param uncallable the outcome that showed that it does not work; empty while it does
 */
public record LeadPhone(PhoneNumber number, PlaceFinding place, Optional<String> uncallable) {}
