package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import java.time.ZoneId;
import java.util.Set;

/**
 * Where a prospect may be. A call is allowed only where the law of every place and the clock of
 * every zone allow it.
 *
 * @param source where the zones came from
 * @param zones at least one
 * @param jurisdictions those of the number, of the stated place and of the address together; empty
 *     if not even a country is known
 */
public record PlaceFinding(ZoneSource source, Set<ZoneId> zones, Set<Jurisdiction> jurisdictions) {}
