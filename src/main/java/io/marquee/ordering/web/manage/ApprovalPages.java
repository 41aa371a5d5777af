package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ordering.ApprovalState;
import io.marquee.ordering.ApprovalView;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws an event's approval queue. */
@Component
class ApprovalPages {
    private static final int PAGE = 50;
    private static final List<ApprovalState> STATES = List.of(
            ApprovalState.PENDING_APPROVAL,
            ApprovalState.APPROVED,
            ApprovalState.DECLINED,
            ApprovalState.LAPSED,
            ApprovalState.WITHDRAWN);

    private final Approvals approvals;
    private final ApprovedTypes approved;
    private final TicketTypeReads types;
    private final Access access;

    ApprovalPages(Approvals approvals, ApprovedTypes approved, TicketTypeReads types, Access access) {
        this.approvals = approvals;
        this.approved = approved;
        this.types = types;
        this.access = access;
    }

    /** A word that is no state shows what waits for an answer. */
    private static ApprovalState state(String word) {
        return STATES.stream()
                .filter(state -> Wire.name(state).equals(word))
                .findFirst()
                .orElse(ApprovalState.PENDING_APPROVAL);
    }

    ApprovalsPage of(EventView event, String word, @Nullable String cursor, FieldErrors errors, Text text) {
        ApprovalState state = state(word);
        Slice<OrderView> found = approvals.ofEvent(event, state, cursor, PAGE);
        String path = "/manage/events/" + event.slug() + "/approvals";
        String first = path + "?state=" + Wire.name(state);
        boolean mayDecide = access.may(Permission.REFUND, event.organization(), event.id());
        boolean mayEdit = access.may(Permission.EDIT_EVENT, event.organization(), event.id());
        return new ApprovalsPage(
                ManageNav.of(event, Entry.APPROVALS, access, text),
                path,
                STATES.stream()
                        .map(one -> Link.to(path + "?state=" + Wire.name(one), text.of("ui.state", one))
                                .current(one == state))
                        .toList(),
                found.items().stream().map(order -> row(order, event, text)).toList(),
                mayDecide && state == ApprovalState.PENDING_APPROVAL,
                new Pagination(
                        cursor == null ? null : first, found.next() == null ? null : first + "&cursor=" + found.next()),
                cursor == null ? "" : cursor,
                Set.of(),
                note(text),
                mayEdit ? typesField(event, errors, text) : null,
                errors);
    }

    private static Field note(Text text) {
        return Field.textarea("note", text.get("ordering.approvals.note"))
                .hint(text.get("ordering.approvals.note.hint"))
                .with("rows", "2")
                .with("maxlength", "2000");
    }

    private Field typesField(EventView event, FieldErrors errors, Text text) {
        List<TicketTypeView> all =
                types.all(event.id()).stream().filter(type -> !type.archived()).toList();
        return Field.several(
                        "ticketTypes",
                        text.get("ordering.approvals.types"),
                        all.stream()
                                .map(type ->
                                        Option.of(type.id().toString(), type.name() + " · " + text.money(type.price())))
                                .toList())
                .value(approved.among(all.stream().map(TicketTypeView::id).toList()).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")))
                .hint(text.get(all.isEmpty() ? "ordering.approvals.types.none" : "ordering.approvals.types.hint"))
                .error(errors.of("ticketTypes"));
    }

    private static ApprovalsPage.Row row(OrderView order, EventView event, Text text) {
        ApprovalView approval = Objects.requireNonNull(order.approval());
        return new ApprovalsPage.Row(
                order.id().toString(),
                "/manage/events/" + event.slug() + "/orders/" + order.code(),
                ShortCode.grouped(order.code()),
                order.buyerName(),
                EmailAddress.shown(order.buyerEmail()),
                order.lines().stream().map(l -> l.quantity() + " × " + l.name()).collect(Collectors.joining(", ")),
                text.money(order.total()),
                at(Objects.requireNonNull(approval.askedAt()), event, text),
                Chip.of(text, approval.state()),
                detail(order, approval, event, text));
    }

    private static String detail(OrderView order, ApprovalView approval, EventView event, Text text) {
        if (approval.pending())
            return text.get("ordering.approvals.lapses", at(Objects.requireNonNull(approval.lapsesAt()), event, text));
        boolean unpaid = approval.state() == ApprovalState.APPROVED && !order.bought();
        if (!unpaid) return approval.note();
        if (order.state() != OrderState.PENDING) return text.get("ordering.approvals.not_paid");
        return approval.unpaidAt() == null
                ? text.get("ordering.approvals.taking")
                : text.get("ordering.approvals.unpaid", at(order.expiresAt(), event, text));
    }

    private static String at(Instant at, EventView event, Text text) {
        return text.dateTime(at, event.details().timeZone());
    }
}
