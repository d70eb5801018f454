package io.warmline.core.talktrack;

/** How much of a call a text is. */
public enum Scope {
  /** Any words of it; nothing can be lacking. */
  LINE,
  /** All that is said until the prospect answers. */
  OPENER
}
