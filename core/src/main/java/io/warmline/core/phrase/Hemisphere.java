package io.warmline.core.phrase;

/** On which half of the earth the prospect lives: their summers are six months apart. */
public enum Hemisphere {
  NORTHERN,
  SOUTHERN
}
