package io.warmline.core.phone;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What a number tells about the place it rings in.
 *
 * @param country ISO 3166-1 alpha-2 code; empty as for {@link PhoneNumbers#countryOf}
 * @param geographic whether the number belongs to a place within its country; toll-free and, in
 *     most countries, mobile numbers do not
 * @param zones of the place, as {@link PhoneNumbers#zonesOf}; none if the number is not geographic
 * @param description the place in English, such as {@code Miami, FL} or {@code Florida}; empty if
 *     unknown or if the number is not geographic
 */
public record NumberPlace(
    Optional<String> country, boolean geographic, Set<ZoneId> zones, String description) {}
