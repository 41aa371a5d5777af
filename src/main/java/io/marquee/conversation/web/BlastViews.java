package io.marquee.conversation.web;

import io.marquee.conversation.blast.BlastDraft;
import io.marquee.conversation.blast.BlastReach;
import io.marquee.conversation.blast.BlastReach.Count;
import io.marquee.conversation.blast.BlastState;
import io.marquee.conversation.blast.BlastView;
import io.marquee.conversation.blast.Blasts;
import io.marquee.conversation.blast.Segment;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.event.Markdown;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Blasts as their pages show them. */
@Component
class BlastViews {
    private static final int PAGE = 25;
    /** What other products would replace by a guest's own name. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{?[\\p{L}_][\\p{L}\\p{N}_. -]{0,40}}}?|\\[\\[[^\\]]{1,40}]]");

    private final Blasts blasts;
    private final BlastReach reach;
    private final BlastForm form;
    private final Access access;

    BlastViews(Blasts blasts, BlastReach reach, BlastForm form, Access access) {
        this.blasts = blasts;
        this.reach = reach;
        this.form = form;
        this.access = access;
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/blasts";
    }

    BlastPage.Listed list(EventView event, @Nullable String cursor, Text text) {
        Slice<BlastView> some = blasts.list(event, cursor, PAGE);
        String here = path(event);
        return new BlastPage.Listed(
                nav(event, text),
                here,
                mayWrite(event),
                some.items().stream().map(blast -> row(event, blast, text)).toList(),
                new Pagination(
                        cursor == null ? null : here, some.next() == null ? null : here + "?cursor=" + some.next()));
    }

    private BlastPage.Row row(EventView event, BlastView blast, Text text) {
        String segment = form.words(event, blast.draft().segment(), text);
        String at = text.dateTime(blast.sendAt(), event.details().timeZone());
        String detail = blast.guests() == 0
                ? segment + " · " + at
                : segment + " · " + at + " · " + text.get("conversation.blast.guests", blast.guests());
        return new BlastPage.Row(
                path(event) + "/" + blast.id(), blast.draft().subject(), Chip.of(text, blast.state()), detail);
    }

    BlastPage.Form form(
            EventView event,
            Map<String, String> typed,
            FieldErrors errors,
            BlastPage.@Nullable Preview preview,
            Text text) {
        return new BlastPage.Form(
                nav(event, text),
                path(event),
                form.fields(event, typed, errors, text),
                errors,
                preview,
                preview == null ? null : send(event, typed, text));
    }

    /** As it would look, with what its writer may not have meant. */
    BlastPage.Preview preview(EventView event, Map<String, String> typed, Text text) {
        String subject = typed.getOrDefault("subject", "");
        String body = typed.getOrDefault("body", "");
        List<String> notes = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(subject + " " + body);
        if (placeholder.find()) notes.add(text.get("conversation.blast.note.placeholder", placeholder.group()));
        Instant sendAt = BlastForm.sendAt(event, typed);
        ZoneId zone = event.details().timeZone();
        Instant over = event.endsAt();
        if (sendAt != null && sendAt.isAfter(over))
            notes.add(text.get("conversation.blast.note.late", text.dateTime(sendAt, zone), text.dateTime(over, zone)));
        return new BlastPage.Preview(subject, Markdown.html(body), notes);
    }

    BlastPage.Preview preview(BlastDraft draft) {
        return new BlastPage.Preview(draft.subject(), Markdown.html(draft.body()), List.of());
    }

    /** To whom it would go, and the question that is asked before. */
    BlastPage.Send send(EventView event, Map<String, String> typed, Text text) {
        boolean byEmail = "true".equals(typed.get("byEmail"));
        boolean inApp = "true".equals(typed.get("inApp"));
        Count count = reach.count(event, Segment.parse(typed.getOrDefault("segment", "going")), byEmail, inApp);
        Instant sendAt = BlastForm.sendAt(event, typed);
        String question = sendAt == null
                ? text.get("conversation.blast.send.question", count.guests())
                : text.get(
                        "conversation.blast.send.question_later",
                        count.guests(),
                        text.dateTime(sendAt, event.details().timeZone()));
        return new BlastPage.Send(
                count(count, byEmail, inApp, text), text.get("conversation.blast.send.to", count.guests()), question);
    }

    BlastPage.Shown shown(EventView event, BlastView blast, Text text) {
        boolean moving = blast.state() == BlastState.SENDING;
        Map<String, Integer> fates = reach.fates(blast);
        int waiting = fates.getOrDefault("queued", 0);
        int expected = moving
                ? Math.max(
                        1,
                        reach.count(event, blast.draft().segment(), true, true).guests())
                : 1;
        return new BlastPage.Shown(
                nav(event, text),
                path(event) + "/" + blast.id(),
                path(event),
                Chip.of(text, blast.state()),
                preview(blast.draft()),
                facts(event, blast, fates, text),
                moving ? Math.min(100, blast.guests() * 100 / expected) : null,
                moving || waiting > 0 || blast.state() == BlastState.SCHEDULED,
                blast.state() == BlastState.SCHEDULED && mayWrite(event));
    }

    private List<BlastPage.Fact> facts(EventView event, BlastView blast, Map<String, Integer> fates, Text text) {
        List<BlastPage.Fact> facts = new ArrayList<>();
        facts.add(fact("to", form.words(event, blast.draft().segment(), text), text));
        facts.add(fact("at", text.dateTime(blast.sendAt(), event.details().timeZone()), text));
        if (blast.guests() > 0) {
            facts.add(fact("guests", text.number(blast.guests()), text));
            if (blast.draft().byEmail())
                facts.add(fact("mailed", text.number(blast.handed().mailed()), text));
            if (blast.draft().inApp())
                facts.add(fact("told", text.number(blast.handed().told()), text));
            facts.add(fact("nobody", text.number(blast.handed().nobody()), text));
        }
        for (String state : List.of("sent", "outbox", "queued", "failed", "bounced", "opened", "clicked")) {
            if (fates.containsKey(state)) facts.add(fact(state, text.number(fates.get(state)), text));
        }
        return facts;
    }

    private static BlastPage.Fact fact(String key, String value, Text text) {
        return new BlastPage.Fact(text.get("conversation.blast.fact." + key), value);
    }

    /** Who would get it, in a sentence. */
    private static String count(Count count, boolean byEmail, boolean inApp, Text text) {
        String sentence = text.get("conversation.blast.count", count.guests());
        if (byEmail)
            sentence += " "
                    + text.get("conversation.blast.count.mailed", count.reach().mailed());
        if (inApp)
            sentence += " "
                    + text.get("conversation.blast.count.told", count.reach().told());
        return count.reach().nobody() == 0
                ? sentence
                : sentence + " "
                        + text.get(
                                "conversation.blast.count.nobody", count.reach().nobody());
    }

    private boolean mayWrite(EventView event) {
        return access.may(Permission.MANAGE_GUESTS, event.organization(), event.id());
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, Entry.BLASTS, access, text);
    }
}
