package io.marquee.conversation.web;

import io.marquee.conversation.chat.Entrance;
import io.marquee.conversation.chat.Entrances;
import io.marquee.conversation.chat.Moderation;
import io.marquee.conversation.chat.ReportView;
import io.marquee.conversation.chat.Room;
import io.marquee.conversation.chat.RoomRules;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An event's room for its team: when it is open, what was reported, and the talk itself. */
@Controller
@RequestMapping("/manage/events/{slug}/chat")
class ChatTeamController {
    private final EventReads events;
    private final Room room;
    private final Moderation moderation;
    private final Entrances entrances;
    private final ChatPages pages;
    private final ChatCsv csv;
    private final Access access;

    ChatTeamController(
            EventReads events,
            Room room,
            Moderation moderation,
            Entrances entrances,
            ChatPages pages,
            ChatCsv csv,
            Access access) {
        this.events = events;
        this.room = room;
        this.moderation = moderation;
        this.entrances = entrances;
        this.pages = pages;
        this.csv = csv;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        return shown(event, room.rules(event), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "") String opensHours,
            @RequestParam(defaultValue = "") String closesHours,
            @RequestParam(defaultValue = "") String slowSeconds,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        RoomRules rules = new RoomRules(active, number(opensHours), number(closesHours), number(slowSeconds));
        try {
            moderation.set(event, rules);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, rules, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("conversation.chat.saved")).with(redirect);
        return SeeOther.to(ChatPages.team(event));
    }

    @PostMapping("/messages/{message}/pin")
    ModelAndView pin(
            @PathVariable String slug,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "true") boolean pinned) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        moderation.pin(event, message, pinned);
        return SeeOther.to(ChatPages.team(event));
    }

    @PostMapping("/members/{member}/mute")
    ModelAndView mute(
            @PathVariable String slug, @PathVariable UUID member, @RequestParam(defaultValue = "true") boolean muted) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        moderation.mute(event, member, muted);
        return SeeOther.to(ChatPages.team(event));
    }

    @PostMapping("/messages/{message}/settlement")
    ModelAndView settle(@PathVariable String slug, @PathVariable UUID message) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        moderation.settle(event, message);
        return SeeOther.to(ChatPages.team(event));
    }

    @GetMapping("/export.csv")
    ResponseEntity<StreamingResponseBody> export(@PathVariable String slug) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chat-" + event.slug() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv.of(event));
    }

    private ModelAndView shown(EventView event, RoomRules rules, FieldErrors errors, Page page) {
        Text text = page.text();
        Entrance me = entrances.into(event.id().toString());
        boolean moderates = me.moderates();
        ChatView.Team view = new ChatView.Team(
                ManageNav.of(event, Entry.CHAT, access, text),
                ChatPages.team(event),
                text.of("conversation.chat.phase", room.phase(event)),
                access.may(Permission.EDIT_EVENT, event.organization(), event.id())
                        ? fields(rules, errors, text)
                        : List.of(),
                errors,
                moderates
                        ? moderation.reports(event).stream()
                                .map(report -> report(event, me, report, text))
                                .toList()
                        : List.of(),
                pages.view(me, ChatPages.path(event), null, "", FieldErrors.none(), text),
                moderates ? ChatPages.team(event) + "/export.csv" : null);
        return page.titled(text.get("conversation.chat.title", event.details().title()))
                .hue(event.details().hue())
                .show("conversation/chat-team", "view", view);
    }

    private static ChatView.Report report(EventView event, Entrance me, ReportView report, Text text) {
        ChatView.Line line = ChatLines.of(me, ChatPages.path(event), List.of(report.message()), text)
                .getFirst();
        String about = text.get(
                "conversation.chat.report.about",
                report.by(),
                text.dateTime(report.at(), event.details().timeZone()));
        return new ChatView.Report(
                line,
                report.reason().isEmpty() ? about : about + " " + report.reason(),
                ChatPages.team(event) + "/messages/" + report.message().id() + "/settlement");
    }

    private static List<Field> fields(RoomRules rules, FieldErrors errors, Text text) {
        return List.of(
                Field.checkbox("active", text.get("conversation.chat.rules.active"))
                        .value(rules.active()),
                number("opensHours", text.get("conversation.chat.rules.opens_hours"), RoomRules.MOST_HOURS, errors)
                        .value(rules.opensHours()),
                number("closesHours", text.get("conversation.chat.rules.closes_hours"), RoomRules.MOST_HOURS, errors)
                        .value(rules.closesHours()),
                number("slowSeconds", text.get("conversation.chat.rules.slow_seconds"), RoomRules.MOST_SECONDS, errors)
                        .value(rules.slowSeconds())
                        .hint(text.get("conversation.chat.rules.slow_seconds.hint")));
    }

    private static Field number(String name, String label, int most, FieldErrors errors) {
        return Field.number(name, label)
                .required()
                .with("min", "0")
                .with("max", String.valueOf(most))
                .error(errors.of(name));
    }

    /** What is no number is out of every range. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
