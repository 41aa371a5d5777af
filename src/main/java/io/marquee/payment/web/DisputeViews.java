package io.marquee.payment.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationNav;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.EvidenceItem;
import io.marquee.payment.provider.Evidence;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Disputes as their owners see them. */
@Component
class DisputeViews {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final EvidenceCase cases;
    private final EventReads events;

    DisputeViews(EvidenceCase cases, EventReads events) {
        this.cases = cases;
        this.events = events;
    }

    DisputesView list(OrganizationNav nav, List<DisputeView> disputes, Pagination pagination, String base, Text text) {
        Map<EventId, EventView> about = events.byIds(
                disputes.stream().map(DisputeView::event).distinct().toList());
        return new DisputesView(
                nav,
                disputes.stream()
                        .map(dispute -> new DisputesView.Row(
                                base + "/" + dispute.id(),
                                title(about.get(dispute.event())),
                                text.money(dispute.amount()),
                                reason(dispute, text),
                                due(dispute, text),
                                text.shortDate(dispute.createdAt().atZone(UTC).toLocalDate()),
                                state(dispute, text)))
                        .toList(),
                pagination);
    }

    private static String title(@Nullable EventView event) {
        return event == null ? "–" : event.details().title();
    }

    private static String due(DisputeView dispute, Text text) {
        boolean waits = dispute.state() == DisputeState.NEEDS_RESPONSE && dispute.submittedAt() == null;
        return waits && dispute.dueBy() != null ? text.dateTime(dispute.dueBy(), UTC) : "–";
    }

    private static Chip state(DisputeView dispute, Text text) {
        boolean sent = dispute.state() == DisputeState.NEEDS_RESPONSE && dispute.submittedAt() != null;
        return Chip.of(text, sent ? DisputeState.UNDER_REVIEW : dispute.state());
    }

    private static String reason(DisputeView dispute, Text text) {
        String key = "payment.dispute.reason." + dispute.reason();
        return text.has(key) ? text.get(key) : text.get("payment.dispute.reason.other", dispute.reason());
    }

    DisputePage page(OrganizationNav nav, DisputeView dispute, String base, FieldErrors errors, Text text) {
        boolean open = cases.canAnswer(dispute);
        List<EvidenceItem> evidence = cases.evidence(dispute.id());
        EventView event = events.byIds(List.of(dispute.event())).get(dispute.event());
        String path = base + "/" + dispute.id();
        return new DisputePage(
                nav,
                List.of(
                        Link.to(base, text.get("organization.nav.disputes")),
                        Link.here(text.get("payment.dispute.title"))),
                path,
                text.get("payment.dispute.heading", dispute.amount()),
                state(dispute, text),
                sentence(dispute, open, text),
                List.of(
                        text.get("payment.dispute.event", title(event)),
                        text.get("payment.dispute.why", reason(dispute, text)),
                        text.get("payment.dispute.since", text.dateTime(dispute.createdAt(), UTC))),
                event == null ? "/manage" : "/manage/events/" + event.slug() + "/orders",
                open ? texts(evidence, text) : List.of(),
                open ? Field.select("field", text.get("payment.dispute.file_kind"), kinds(text)) : null,
                open
                        ? Field.upload(
                                        "file",
                                        text.get("payment.dispute.file"),
                                        EvidenceCase.ACCEPTED,
                                        EvidenceCase.MOST_BYTES)
                                .required()
                                .hint(text.get("payment.dispute.file.hint"))
                                .error(errors.of("file"))
                        : null,
                said(evidence, path, open, text),
                open && !evidence.isEmpty(),
                errors);
    }

    private static String sentence(DisputeView dispute, boolean open, Text text) {
        return switch (dispute.state()) {
            case NEEDS_RESPONSE -> {
                if (dispute.submittedAt() != null)
                    yield dispute.handedInAt() == null ? text.get("payment.dispute.sending") : reviewed(dispute, text);
                yield open ? wanted(dispute, text) : text.get("payment.dispute.closed");
            }
            case UNDER_REVIEW -> reviewed(dispute, text);
            case WON -> text.get(dispute.inquiry() ? "payment.dispute.inquiry.dropped" : "payment.dispute.won");
            case LOST -> text.get("payment.dispute.lost");
        };
    }

    private static String wanted(DisputeView dispute, Text text) {
        String key = dispute.inquiry() ? "payment.dispute.inquiry" : "payment.dispute.needs_response";
        return dispute.dueBy() == null ? text.get(key) : text.get(key + ".by", text.dateTime(dispute.dueBy(), UTC));
    }

    private static String reviewed(DisputeView dispute, Text text) {
        return text.get(dispute.inquiry() ? "payment.dispute.inquiry.under_review" : "payment.dispute.under_review");
    }

    private static List<Field> texts(List<EvidenceItem> evidence, Text text) {
        Map<Evidence, String> written = new EnumMap<>(Evidence.class);
        evidence.stream()
                .filter(item -> item.text() != null)
                .forEach(item -> written.put(item.field(), String.valueOf(item.text())));
        return Arrays.stream(Evidence.values())
                .filter(field -> field.kind() != Evidence.Kind.FILE)
                .map(field -> field(field, text).value(written.get(field)))
                .toList();
    }

    private static Field field(Evidence field, Text text) {
        String label = text.of("payment.evidence", field);
        return field.kind() == Evidence.Kind.LINE
                ? Field.text(Wire.name(field), label).with("maxlength", Integer.toString(Evidence.LONGEST_LINE))
                : Field.textarea(Wire.name(field), label)
                        .with("rows", "4")
                        .with("maxlength", Integer.toString(Evidence.LONGEST_TEXT));
    }

    private static List<Option> kinds(Text text) {
        return Arrays.stream(Evidence.values())
                .filter(field -> field.kind() == Evidence.Kind.FILE)
                .map(field -> Option.of(Wire.name(field), text.of("payment.evidence", field)))
                .toList();
    }

    private static List<DisputePage.Said> said(List<EvidenceItem> evidence, String path, boolean open, Text text) {
        return evidence.stream()
                .filter(item -> !open || item.fileName() != null)
                .map(item -> new DisputePage.Said(
                        text.of("payment.evidence", item.field()),
                        item.fileName() == null ? String.valueOf(item.text()) : item.fileName(),
                        item.fileId() == null ? null : path + "/files/" + Wire.name(item.field()),
                        open ? path + "/evidence/" + Wire.name(item.field()) + "/removal" : null))
                .toList();
    }
}
