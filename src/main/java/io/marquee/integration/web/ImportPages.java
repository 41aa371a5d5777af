package io.marquee.integration.web;

import io.marquee.identity.People;
import io.marquee.integration.ImportFormat;
import io.marquee.integration.ImportState;
import io.marquee.integration.ImportView;
import io.marquee.integration.Imports;
import io.marquee.integration.Imports.Upload;
import io.marquee.integration.Target;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/manage/organizations/{organization}/imports")
class ImportPages {
    private final Imports imports;
    private final OrganizationReads organizations;
    private final People people;

    ImportPages(Imports imports, OrganizationReads organizations, People people) {
        this.imports = imports;
        this.organizations = organizations;
        this.people = people;
    }

    @GetMapping
    ModelAndView start(Page page, @PathVariable String organization) {
        return start(page, organizations.find(organization), null);
    }

    private ModelAndView start(Page page, OrganizationView organization, @Nullable String problem) {
        return page.titled(page.text().get("integration.title"))
                .show(
                        "integration/start",
                        "view",
                        new StartView(organization, imports.latest(organization.id()), problem));
    }

    @PostMapping
    ModelAndView upload(Page page, @PathVariable String organization, @RequestParam MultipartFile file)
            throws IOException {
        OrganizationView host = organizations.find(organization);
        try {
            String zone = people.me().timeZone().getId();
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            ImportView draft = imports.draft(host.id(), new Upload(name, format(name), file.getBytes(), null, zone));
            return SeeOther.to(path(host) + "/" + draft.id());
        } catch (InvalidInput invalid) {
            InvalidInput.Problem first = invalid.problems().getFirst();
            ModelAndView again = start(
                    page,
                    host,
                    page.text().get("invalid." + first.code(), first.arguments().toArray()));
            again.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @GetMapping("/{run}")
    ModelAndView run(
            Page page,
            @PathVariable String organization,
            @PathVariable UUID run,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam Map<String, String> parameters) {
        OrganizationView host = organizations.find(organization);
        ImportView view = imports.find(host.id(), run);
        if (view.state() != ImportState.DRAFT) {
            return page.withHtmx().titled(view.fileName()).show("integration/run", "view", new RunView(host, view));
        }
        String zone = timeZone == null ? view.timeZone() : timeZone;
        String mapping = mapping(parameters);
        return page.titled(view.fileName())
                .show(
                        "integration/draft",
                        "view",
                        new DraftView(
                                host,
                                view,
                                zone,
                                imports.preview(host.id(), run, mapping, zone),
                                chosen(view, parameters)));
    }

    @PostMapping("/{run}/confirmation")
    ModelAndView confirm(
            @PathVariable String organization,
            @PathVariable UUID run,
            @RequestParam String timeZone,
            @RequestParam Map<String, String> parameters) {
        OrganizationView host = organizations.find(organization);
        String mapping = mapping(parameters);
        imports.confirm(host.id(), run, mapping == null ? "" : mapping, timeZone);
        return SeeOther.to(path(host) + "/" + run);
    }

    /** The refused rows with the reason, in the columns of the file, to be mended and brought in again. */
    @GetMapping("/{run}/rejected.csv")
    ResponseEntity<String> rejected(Page page, @PathVariable String organization, @PathVariable UUID run) {
        OrganizationView host = organizations.find(organization);
        ImportView view = imports.find(host.id(), run);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
                .body(RejectedCsv.of(view, imports.rejectedRows(host.id(), run), page.text()));
    }

    private static ImportFormat format(String fileName) {
        String name = fileName.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")
                ? ImportFormat.CSV
                : ImportFormat.NDJSON;
    }

    /** @return null when the form with the columns was not sent */
    private static @Nullable String mapping(Map<String, String> parameters) {
        return parameters.keySet().stream().noneMatch(name -> name.startsWith("column_"))
                ? null
                : Arrays.stream(Target.values())
                        .map(target ->
                                Wire.name(target) + ":" + parameters.getOrDefault("column_" + Wire.name(target), ""))
                        .collect(Collectors.joining(","));
    }

    private static Map<String, String> chosen(ImportView view, Map<String, String> parameters) {
        return Arrays.stream(Target.values()).collect(Collectors.toMap(Wire::name, target -> {
            String guessed = view.mapping().column(target);
            return parameters.getOrDefault("column_" + Wire.name(target), guessed == null ? "" : guessed);
        }));
    }

    private static String path(OrganizationView host) {
        return "/manage/organizations/" + host.slug() + "/imports";
    }
}
