package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.GuestImports;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing in a guest list from a file. */
@Controller
@RequestMapping("/manage/events/{slug}/guests/imports")
class GuestImportController {
    private final EventReads events;
    private final GuestImports imports;
    private final Access access;

    GuestImportController(EventReads events, GuestImports imports, Access access) {
        this.events = events;
        this.imports = imports;
        this.access = access;
    }

    @GetMapping
    ModelAndView form(@PathVariable String slug, Page page) {
        return shown(events.where(Permission.MANAGE_GUESTS, slug), FieldErrors.none(), null, page);
    }

    @PostMapping
    ModelAndView bring(@PathVariable String slug, @RequestParam MultipartFile file, Page page) throws IOException {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        try {
            return shown(event, FieldErrors.none(), imports.bring(event, file.getBytes()), page);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, FieldErrors.of(invalid, page.text()), null, page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView shown(EventView event, FieldErrors errors, GuestImports.@Nullable Outcome done, Page page) {
        String path = GuestLists.path(event) + "/imports";
        Field file = Field.upload(
                        "file",
                        page.text().get("guest.import.file"),
                        ".csv,.tsv,.txt,.xlsx,text/csv",
                        GuestImports.MOST_BYTES)
                .hint(page.text().get("guest.import.file.hint"))
                .error(errors.of("file"))
                .required();
        return page.titled(page.text().get("guest.import.title"))
                .hue(event.details().hue())
                .show(
                        "guest/import",
                        "view",
                        new ImportPage(
                                ManageNav.of(event, Entry.GUESTS, access, page.text()),
                                path,
                                GuestLists.path(event),
                                file,
                                errors,
                                done));
    }
}
