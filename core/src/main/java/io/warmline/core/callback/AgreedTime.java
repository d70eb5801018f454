package io.warmline.core.callback;

/** When a callback is to be made, how that came about, and what was understood of the wish. */
public record AgreedTime(CallWindow window, CallbackResolution resolution, Reading reading) {

  /** A time about which nothing had to be understood. */
  public static AgreedTime plain(CallWindow window, CallbackResolution resolution) {
    return new AgreedTime(window, resolution, Reading.NONE);
  }
}
