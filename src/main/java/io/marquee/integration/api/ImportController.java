package io.marquee.integration.api;

import io.marquee.integration.ImportFormat;
import io.marquee.integration.ImportState;
import io.marquee.integration.ImportView;
import io.marquee.integration.Imports;
import io.marquee.integration.Imports.Upload;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{organization}/imports")
@Tag(name = "Imports")
class ImportController {
    private static final String NDJSON = """
            {"name": "Low Tide Sessions", "startDate": "2031-06-18", "city": "Lisbon"}
            {"name": "High Tide Sessions", "startDate": "2031-06-19", "city": "Lisbon"}
            """;

    private final Imports imports;
    private final OrganizationReads organizations;

    ImportController(Imports imports, OrganizationReads organizations) {
        this.imports = imports;
        this.organizations = organizations;
    }

    /** @param reason in the language of the request */
    record Rejected(int line, String field, String code, String reason) {}

    record ImportResponse(
            UUID id,
            ImportState state,
            int rowsTotal,
            int rowsDone,
            int created,
            int updated,
            int unchanged,
            int merged,
            List<Rejected> rejected,
            @Nullable Instant finishedAt) {}

    @PostMapping(consumes = {"application/x-ndjson", "text/csv"})
    @Operation(
            summary = "Import events",
            description =
                    "Up to 500 rows are answered with the result; more with 202 and the Location of a resource that tells progress.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(NDJSON)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("name,start date,city\nLow Tide Sessions,2031-06-18,Lisbon\n"))
            })
    @ApiResponse(responseCode = "200", description = "The result", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Under way", useReturnTypeSchema = true)
    ResponseEntity<ImportResponse> start(
            @PathVariable String organization,
            @RequestBody byte[] body,
            @RequestHeader("Content-Type") String type,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "UTC") String timeZone,
            Text text) {
        ImportFormat format =
                MediaType.parseMediaType(type).getSubtype().equals("csv") ? ImportFormat.CSV : ImportFormat.NDJSON;
        OrganizationId id = organizations.find(organization).id();
        ImportView run = imports.start(id, new Upload("api", format, body, mapping, timeZone));
        URI location = URI.create("/api/v1/organizations/" + id + "/imports/" + run.id());
        return run.state() == ImportState.DONE
                ? ResponseEntity.ok(response(run, text))
                : ResponseEntity.accepted().location(location).body(response(run, text));
    }

    @GetMapping("/{run}")
    @Operation(summary = "Read the progress and the result of an import")
    ImportResponse read(@PathVariable String organization, @PathVariable UUID run, Text text) {
        return response(imports.find(organizations.find(organization).id(), run), text);
    }

    private static ImportResponse response(ImportView run, Text text) {
        return new ImportResponse(
                run.id(),
                run.state(),
                run.rowsTotal(),
                run.rowsDone(),
                run.created(),
                run.updated(),
                run.unchanged(),
                run.merged(),
                run.rejected().stream()
                        .map(r -> new Rejected(
                                r.line(),
                                r.field(),
                                r.code(),
                                text.get("invalid." + r.code(), r.arguments().toArray())))
                        .toList(),
                run.finishedAt());
    }
}
