package io.warmline.core.lead;

/**
 * What becomes of a lead that is given, by a request or a row of a file, where the campaign has the
 * person already: by external id, else by a number with a name or e-mail address that agrees or is
 * missing ({@link SamePerson}).
 */
public enum DuplicatePolicy {
  /** It is passed over; the lead stays as it is. */
  SKIP,
  /** What it says overwrites, what it does not say stays. The lead keeps its external id. */
  MERGE,
  /** As MERGE, and the lead takes the external id given and its order of numbers. */
  TAKE_OVER,
  /** It becomes a lead of its own, unless the campaign has its external id. */
  NEW
}
