package io.warmline.sdk;

import io.warmline.sdk.model.NewProgramme;
import io.warmline.sdk.model.Programme;
import io.warmline.sdk.model.ProgrammePage;
import io.warmline.sdk.model.ProgrammePatch;
import java.util.UUID;

/** Standing rules that turn quiet leads and customers into warm calls. */
public final class Programmes {
  private static final String ALL = "/v1/programmes";
  private static final String ONE = "/v1/programmes/{programmeId}";

  private final Transport transport;

  Programmes(Transport transport) {
    this.transport = transport;
  }

  /** Sets a programme up; it looks for leads within a second. */
  public Versioned<Programme> createProgramme(NewProgramme programme, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(programme).with(options), Programme.class);
  }

  /** Lists programmes, newest first. */
  public Page<Programme> listProgrammes(RequestOption... options) {
    return listProgrammes(Paging.all(), options);
  }

  /** Lists programmes, newest first. */
  public Page<Programme> listProgrammes(Paging paging, RequestOption... options) {
    ProgrammePage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), ProgrammePage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listProgrammes(paging.cursor(cursor), options));
  }

  /** Reads a programme. */
  public Versioned<Programme> getProgramme(UUID programmeId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, programmeId).with(options), Programme.class);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Programme> updateProgramme(
      Versioned<Programme> programme, ProgrammePatch patch, RequestOption... options) {
    return updateProgramme(programme.value().getId(), programme.etag(), patch, options);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public Versioned<Programme> updateProgramme(
      UUID programmeId, String etag, ProgrammePatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, programmeId).mergePatch(patch).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Programme.class);
  }

  /**
   * Ends a programme. The tasks it made that are still open are withdrawn.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public void deleteProgramme(Versioned<Programme> programme, RequestOption... options) {
    deleteProgramme(programme.value().getId(), programme.etag(), options);
  }

  /**
   * Ends a programme. The tasks it made that are still open are withdrawn.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteProgramme(UUID programmeId, String etag, RequestOption... options) {
    transport.send(
        Request.delete(ONE, programmeId).with(RequestOption.ifMatch(etag)).with(options));
  }
}
