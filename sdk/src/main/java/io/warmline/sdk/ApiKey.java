package io.warmline.sdk;

/** The key that a client shows with every request. */
record ApiKey(String secret) {
  ApiKey {
    if (secret.isEmpty()
        || !secret.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new IllegalArgumentException(
          "the API key must be visible ASCII characters without spaces, as wl_live_… or wl_test_…");
    }
  }

  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
