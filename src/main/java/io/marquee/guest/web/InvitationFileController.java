package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.GuestImports;
import io.marquee.guest.InvitationFiles;
import io.marquee.guest.InvitationFiles.Understood;
import io.marquee.guest.Invitations;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting from a file: what was understood is shown first, and sent back with the words. */
@Controller
@RequestMapping("/manage/events/{slug}/guests/invitations/files")
class InvitationFileController {
    private static final int SHOWN = 100;

    private final EventReads events;
    private final InvitationFiles files;
    private final Access access;

    InvitationFileController(EventReads events, InvitationFiles files, Access access) {
        this.events = events;
        this.files = files;
        this.access = access;
    }

    @GetMapping
    ModelAndView form(@PathVariable String slug, Page page) {
        return asked(events.where(Permission.MANAGE_GUESTS, slug), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView preview(@PathVariable String slug, @RequestParam MultipartFile file, Page page) throws IOException {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        try {
            return shown(event, files.read(event, file.getBytes()), Map.of(), FieldErrors.none(), page);
        } catch (InvalidInput invalid) {
            ModelAndView again = asked(event, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    @PostMapping("/letters")
    ModelAndView send(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        byte[] table = {};
        try {
            table = PackedTable.unpack(typed.getOrDefault("table", ""));
            Invitations.Outcome outcome = files.invite(
                    event, table, typed.getOrDefault("words", ""), InvitationsController.number(typed, "plusOnes"));
            Flash.good(page.text().get("guest.invitations.done", outcome.invited(), outcome.known()))
                    .with(redirect);
            return SeeOther.to(GuestLists.path(event) + "?state=invited");
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = errors.of("file") == null
                    ? shown(event, files.read(event, table), typed, errors, page)
                    : asked(event, errors, page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView asked(EventView event, FieldErrors errors, Page page) {
        Field file = Field.upload(
                        "file",
                        page.text().get("guest.import.file"),
                        ".csv,.tsv,.txt,.xlsx,text/csv",
                        GuestImports.MOST_BYTES)
                .hint(page.text().get("guest.invitations.file.hint"))
                .error(errors.of("file"))
                .required();
        return page.titled(page.text().get("guest.invitations.file.title"))
                .hue(event.details().hue())
                .show("guest/invitation-file", "nav", ManageNav.of(event, Entry.GUESTS, access, page.text()))
                .addObject("file", file)
                .addObject("errors", errors)
                .addObject("back", GuestLists.path(event) + "/invitations")
                .addObject("path", GuestLists.path(event) + "/invitations/files");
    }

    private ModelAndView shown(
            EventView event, Understood understood, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
        String path = GuestLists.path(event) + "/invitations/files";
        return page.titled(text.get("guest.invitations.file.title"))
                .hue(event.details().hue())
                .show(
                        "guest/invitation-preview",
                        "view",
                        new InvitationPreviewPage(
                                ManageNav.of(event, Entry.GUESTS, access, text),
                                path,
                                path + "/letters",
                                understood.people().size(),
                                understood.people().stream()
                                        .limit(SHOWN)
                                        .map(one -> new InvitationPreviewPage.Row(
                                                text.get("guest.import.line", one.line()),
                                                one.name(),
                                                one.email(),
                                                one.allowance() == null ? "" : String.valueOf(one.allowance()),
                                                String.join(", ", one.tags())))
                                        .toList(),
                                understood.leftOut().stream()
                                        .map(one -> new InvitationPreviewPage.LeftOut(
                                                text.get("guest.import.line", one.line()),
                                                one.text(),
                                                text.of("guest.invitations.why", one.why())))
                                        .toList(),
                                String.join(", ", understood.unused()),
                                PackedTable.pack(understood.table()),
                                InvitationsController.words(typed, errors, text),
                                errors));
    }
}
