package io.warmline.sdk;

import io.warmline.sdk.model.ApiKey;
import io.warmline.sdk.model.ApiKeyMade;
import io.warmline.sdk.model.ApiKeyPage;
import io.warmline.sdk.model.NewApiKey;
import io.warmline.sdk.model.RotateApiKey;
import java.util.UUID;

/** Keys by which programs come in; each with what it may do, from where and until when. */
public final class ApiKeys {
  private static final String ALL = "/v1/api-keys";
  private static final String ONE = "/v1/api-keys/{keyId}";

  private final Transport transport;

  ApiKeys(Transport transport) {
    this.transport = transport;
  }

  /**
   * Makes a key. The key itself is in the answer alone; see {@link ApiKeyMade#getSecret}.
   *
   * @throws PermissionException if it would be more than the key by which it is made
   */
  public ApiKeyMade createApiKey(NewApiKey key, RequestOption... options) {
    return transport.value(Request.post(ALL).json(key).with(options), ApiKeyMade.class);
  }

  /** Lists all keys there were, newest first. */
  public Page<ApiKey> listApiKeys(RequestOption... options) {
    return listApiKeys(Paging.all(), options);
  }

  /** Lists all keys there were, newest first. */
  public Page<ApiKey> listApiKeys(Paging paging, RequestOption... options) {
    ApiKeyPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), ApiKeyPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listApiKeys(paging.cursor(cursor), options));
  }

  /** Reads what is known of a key. */
  public ApiKey getApiKey(UUID keyId, RequestOption... options) {
    return transport.value(Request.get(ONE, keyId).with(options), ApiKey.class);
  }

  /**
   * Makes a key in the place of another, which is valid for a while yet.
   *
   * @throws ConflictException if it is not valid any more
   * @throws PermissionException if it may do more than the key by which it is replaced
   */
  public ApiKeyMade rotateApiKey(UUID keyId, RotateApiKey rotate, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/rotate", keyId).json(rotate).with(options), ApiKeyMade.class);
  }

  /**
   * Takes a key back; within two seconds every server refuses it.
   *
   * @throws ConflictException if it is the last by which keys are made
   */
  public ApiKey revokeApiKey(UUID keyId, RequestOption... options) {
    return transport.value(Request.post(ONE + "/revoke", keyId).with(options), ApiKey.class);
  }
}
