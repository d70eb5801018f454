package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.ProgrammesApi;
import io.warmline.api.contract.model.NewProgrammeDto;
import io.warmline.api.contract.model.ProgrammeDto;
import io.warmline.api.contract.model.ProgrammePageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.id.ProgrammeId;
import io.warmline.core.programme.ManageProgramme;
import io.warmline.core.programme.Programme;
import io.warmline.core.programme.Programmes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class ProgrammesResource implements ProgrammesApi {

  private final Programmes programmes;
  private final ManageProgramme manageProgramme;
  private final MergePatches patches;
  private final Cursors cursors;

  ProgrammesResource(
      Programmes programmes,
      ManageProgramme manageProgramme,
      MergePatches patches,
      Cursors cursors) {
    this.programmes = programmes;
    this.manageProgramme = manageProgramme;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<ProgrammeDto> createProgramme(
      NewProgrammeDto dto, @Nullable String idempotencyKey) {
    Programme programme = manageProgramme.create(ProgrammeMapper.terms(dto));
    return Etags.created(
        ProgrammeMapper.programme(programme),
        programme.version(),
        "/v1/programmes/" + programme.id());
  }

  @Override
  public RestResponse<ProgrammePageDto> listProgrammes(Integer limit, @Nullable String cursor) {
    Page<Programme> page = programmes.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new ProgrammePageDto()
            .items(page.items().stream().map(ProgrammeMapper::programme).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<ProgrammeDto> getProgramme(UUID programmeId) {
    Programme programme = programmes.get(new ProgrammeId(programmeId));
    return Etags.ok(ProgrammeMapper.programme(programme), programme.version());
  }

  @Override
  public RestResponse<ProgrammeDto> updateProgramme(
      UUID programmeId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    Programme programme =
        manageProgramme.change(
            new ProgrammeId(programmeId),
            Etags.required(ifMatch),
            terms ->
                ProgrammeMapper.terms(
                    patches.apply(
                        ProgrammeMapper.newProgramme(terms),
                        patch,
                        "ProgrammePatch",
                        NewProgrammeDto.class)));
    return Etags.ok(ProgrammeMapper.programme(programme), programme.version());
  }

  @Override
  public RestResponse<Void> deleteProgramme(UUID programmeId, String ifMatch) {
    manageProgramme.delete(new ProgrammeId(programmeId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }
}
