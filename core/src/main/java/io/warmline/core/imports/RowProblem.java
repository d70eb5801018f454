package io.warmline.core.imports;

/**
 * Why a row cannot be read, or cannot be used as a lead. A code, once published, keeps its meaning.
 */
public enum RowProblem {
  /** The record exceeds {@link LeadFileLimits#RECORD_CHARS}. */
  RECORD_TOO_LONG,
  /** A quote was opened on this line and nothing that follows closes it properly. */
  UNCLOSED_QUOTE,
  /** Text follows a closing quote. */
  MALFORMED_QUOTES,
  /**
   * The record has more fields than the header has columns, or more than {@link
   * LeadFileLimits#COLUMNS}.
   */
  TOO_MANY_FIELDS,
  /** A field exceeds {@link LeadFileLimits#FIELD_CHARS}. */
  FIELD_TOO_LONG,
  /** The row has more than {@link LeadFileLimits#CUSTOM_FIELDS} custom fields. */
  TOO_MANY_CUSTOM_FIELDS,
  /** A field contains U+0000, which cannot be stored. */
  NUL_CHARACTER,
  /** A field contains half of a UTF-16 surrogate pair, which is no character. */
  LONE_SURROGATE,
  /** The line is not well-formed JSON. */
  MALFORMED_JSON,
  /** The line is JSON, but not an object. */
  NOT_AN_OBJECT,
  /** A JSON value is of a type that its field does not take. */
  WRONG_TYPE,
  /** A JSON object names the same key twice. */
  DUPLICATE_FIELD,
  /** The row has no phone number. */
  MISSING_PHONE,
  /** None of the row's phone numbers can be dialled; the field named is the first of them. */
  INVALID_PHONE_NUMBER,
  /** The country is neither an ISO 3166-1 code nor a name that is known. */
  INVALID_COUNTRY,
  /** The time zone is no IANA name of the form Area/City. */
  INVALID_TIME_ZONE,
  /** The e-mail address has no form that mail servers take. */
  INVALID_EMAIL,
  /** The score is no whole number from 0 to 1000. */
  INVALID_SCORE,
  /** The language is no ISO 639 code of two or three letters. */
  INVALID_LANGUAGE,
  /** The end of the contract is no date of ISO 8601 between 1900 and 2199. */
  INVALID_DATE,
  /** The person was erased, and is not brought back by a list. */
  PERSON_ERASED,
  /** The value is longer than a lead keeps it. */
  TOO_LONG,
  /** A spreadsheet has rounded the phone number; its last digits are gone. */
  DESTROYED_PHONE_NUMBER,
  /** The phone number has two meanings. */
  AMBIGUOUS_PHONE_NUMBER,
  /** Words stand beside the phone number. */
  WORDS_BESIDE_NUMBER,
  /** The calling code is none, or another than the one with which the number begins. */
  INVALID_CALLING_CODE,
  /** The only number of the row is one by which a messenger knows the person. */
  MESSENGER_NUMBER,
  /** The lead has five numbers already. */
  TOO_MANY_PHONES,
  /** The extension is none of 1 to 9 digits, or has no number to go with. */
  INVALID_EXTENSION,
  /** Two columns of the row say different things. */
  CONFLICTING_VALUE,
  /** What a do-not-call column says is neither yes nor no; the person is not called. */
  UNCLEAR_DO_NOT_CALL,
  /** Region or postal code are not understood, or do not agree: the law of all is kept. */
  UNCLEAR_PLACE,
  /** The consent is of no known kind, has no date, or has run out; it does not count. */
  UNUSABLE_CONSENT,
  /**
   * Since when the person is a customer, or last bought or asked, is not sure; it does not count.
   */
  UNUSABLE_RELATIONSHIP,
  /** Where the lead stands is said in words that are not known, or without the date they need. */
  UNCLEAR_STATUS,
  /** The lead was known and stays where it stands. */
  STATUS_KEPT,
  /** The lead was known with a stronger consent, which it keeps. */
  CONSENT_KEPT,
  /** The lead was known by another external id, which it keeps. */
  EXTERNAL_ID_KEPT;

  /** The characters of a reason. */
  static final int REASON_CHARS = 2000;
}
