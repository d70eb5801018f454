package io.warmline.core.phone;

/** What the numbering plan says of a line. */
public enum LineType {
  MOBILE,
  FIXED,
  /** Where the plan does not tell them apart, as in North America. */
  FIXED_OR_MOBILE,
  TOLL_FREE,
  OTHER
}
