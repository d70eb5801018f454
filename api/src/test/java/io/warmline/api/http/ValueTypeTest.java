package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {

  @ParameterizedTest
  @CsvSource({
    "string, null, TEXT",
    "string, uuid, UUID",
    "string, date-time, INSTANT",
    "string, date, DATE",
    "string, email, EMAIL",
    "integer, int32, INTEGER",
    "integer, int64, LONG",
    "integer, null, LONG",
    "number, double, NUMBER",
    "boolean, null, BOOLEAN"
  })
  void aSchemaNamesAType(String type, String format, ValueType expected) {
    assertThat(ValueType.of(type, format)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, anything at all, true",
    "UUID, 0198f1a0-0001-7000-8000-000000000001, true",
    "UUID, 0198F1A0-0001-7000-8000-00000000000A, true",
    "UUID, 42, false",
    "UUID, 1-1-1-1-1, false",
    "UUID, 0198f1a0-0001-7000-8000-00000000000g, false",
    "UUID, 0198f1a000017000800000000000000001, false",
    "EMAIL, james.butt+crm@example.co.uk, true",
    "EMAIL, jürgen@müller.example, true",
    "EMAIL, james at example.com, false",
    "EMAIL, james@, false",
    "EMAIL, james..butt@example.com, false",
    "EMAIL, .james@example.com, false",
    "EMAIL, james.@example.com, false",
    "EMAIL, james@-example.com, false",
    "EMAIL, james@example..com, false",
    "EMAIL, james@localhost, true",
    "EMAIL, @example.com, false",
    "EMAIL, James <james@example.com>, false",
    "INSTANT, 2026-11-18T15:15:00Z, true",
    "INSTANT, 2026-11-18T15:15:00.123456-05:00, true",
    "INSTANT, 2026-11-18T15:15:00, false",
    "INSTANT, 2026-11-18, false",
    "INSTANT, 2026-02-30T15:15:00Z, false",
    "DATE, 2026-11-18, true",
    "DATE, 2026-02-29, false",
    "DATE, 11/18/2026, false",
    "INTEGER, 2147483647, true",
    "INTEGER, 2147483648, false",
    "INTEGER, -1, true",
    "INTEGER, 1.5, false",
    "INTEGER, ten, false",
    "LONG, 9223372036854775807, true",
    "LONG, 9223372036854775808, false",
    "NUMBER, 1.5, true",
    "NUMBER, much, false",
    "BOOLEAN, true, true",
    "BOOLEAN, false, true",
    "BOOLEAN, TRUE, false",
    "BOOLEAN, yes, false",
    "BOOLEAN, 1, false"
  })
  void aValueIsOfATypeOrNot(ValueType type, String value, boolean reads) {
    assertThat(type.reads(value)).isEqualTo(reads);
  }
}
