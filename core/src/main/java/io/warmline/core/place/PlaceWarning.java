package io.warmline.core.place;

/**
 * A part of an address that could not be taken as it is written.
 *
 * @param part which part
 * @param code what is the matter
 * @param detail in words for people, with what was made of it; it does not repeat the text
 */
public record PlaceWarning(Part part, Code code, String detail) {

  /** The parts of an address that tell where somebody is. */
  public enum Part {
    REGION,
    POSTAL_CODE
  }

  /** What can be the matter. */
  public enum Code {
    /** It names no state or province of the country. */
    REGION_NOT_UNDERSTOOD,
    /** It is no postal code of the country. */
    POSTAL_CODE_NOT_UNDERSTOOD,
    /** It was read as another text, because only that can be meant. */
    POSTAL_CODE_MENDED,
    /** They name different states: the law of both is kept. */
    REGION_AND_POSTAL_CODE_DISAGREE
  }
}
