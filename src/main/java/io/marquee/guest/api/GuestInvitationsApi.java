package io.marquee.guest.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestImports;
import io.marquee.guest.Guests;
import io.marquee.guest.InvitationFiles;
import io.marquee.guest.Invitations;
import io.marquee.guest.api.GuestBodies.AnswerRule;
import io.marquee.guest.api.GuestBodies.FileAnswer;
import io.marquee.guest.api.GuestBodies.NewInvitations;
import io.marquee.guest.api.GuestBodies.Written;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking people to come. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Guests")
class GuestInvitationsApi {
    private final EventReads events;
    private final Invitations invitations;
    private final GuestImports imports;
    private final InvitationFiles files;
    private final Guests guests;

    GuestInvitationsApi(
            EventReads events, Invitations invitations, GuestImports imports, InvitationFiles files, Guests guests) {
        this.events = events;
        this.invitations = invitations;
        this.imports = imports;
        this.files = files;
        this.guests = guests;
    }

    @Operation(
            summary = "Invite people",
            description =
                    "Each by mail, with a link of their own that needs no account, and once: who was asked before, comes "
                            + "already or wants no mails is counted as known.")
    @PostMapping("/guests/invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Invitations.Outcome invite(@PathVariable String event, @RequestBody NewInvitations body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return invitations.invite(known, body.addressed(), body.words() == null ? "" : body.words(), body.plusOnes());
    }

    @Operation(
            summary = "Invite from a file",
            description =
                    "A table as CSV or as an Excel workbook of 5,000 lines at most: email, name, tags, allowance (how many they may bring), "
                            + "companions. With dryRun nobody is asked: it answers who would be, and who is left out and why.")
    @PostMapping(
            path = "/guests/invitations/files",
            consumes = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    FileAnswer inviteFrom(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Integer plusOnes,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream file)
            throws IOException {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        byte[] table = file.readNBytes(GuestImports.MOST_BYTES + 1);
        InvitationFiles.Understood understood = files.read(known, table);
        return FileAnswer.of(
                understood,
                dryRun ? null : files.invite(known, table, words, plusOnes).invited());
    }

    @Operation(
            summary = "Remind those who have not answered",
            description = "At most every other day; not those whose mail came back or who want none.")
    @PostMapping("/guests/reminders")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Written remind(@PathVariable String event) {
        return new Written(invitations.remind(events.where(Permission.MANAGE_GUESTS, event)));
    }

    @Operation(
            summary = "Bring in a guest list",
            description =
                    "A table with a header, as CSV or as an Excel workbook of 10 MB at most: name (or first name and last name), email, "
                            + "tags, plus ones. Nobody is written to.")
    @PostMapping(
            path = "/guests/imports",
            consumes = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    GuestImports.Outcome bring(@PathVariable String event, InputStream file) throws IOException {
        return imports.bring(
                events.where(Permission.MANAGE_GUESTS, event), file.readNBytes(GuestImports.MOST_BYTES + 1));
    }

    @Operation(summary = "Set how an event takes answers")
    @PutMapping("/rsvp/rule")
    AnswerRule rule(@PathVariable String event, @RequestBody AnswerRule body) {
        EventView known = events.where(Permission.EDIT_EVENT, event);
        InvalidInput.gather()
                .check(body.open() != null, "open", "required")
                .check(body.plusOnes() != null, "plusOnes", "required")
                .orThrow();
        guests.rule(known, Boolean.TRUE.equals(body.open()), body.plusOnes() == null ? 0 : body.plusOnes());
        return body;
    }
}
