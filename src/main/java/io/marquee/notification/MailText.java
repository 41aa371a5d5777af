package io.marquee.notification;

import static io.marquee.notification.MailText.Placeholder.*;

import io.marquee.kernel.Wire;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of mails that an organization may replace by its own, each with what it can speak of: to buyers, to guests, to its team. */
public enum MailText {
    ORDER_PAID("notification.order_paid", "notification.open_order", BUYER, EVENT, ORDER),
    REFUNDED("notification.refunded", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    REFUNDED_AT_COUNTER("notification.refunded_at_counter", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    REFUND_OWED("notification.refund_owed", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    REFUND_DECLINED("notification.refund_declined", "notification.open_order", BUYER, EVENT, ORDER, REASON),
    TICKETS_CANCELLED("notification.tickets_cancelled", "notification.open_order", BUYER, EVENT, ORDER, REASON),
    TICKETS_NOT_CHARGED("notification.tickets_not_charged", "notification.open_order", BUYER, EVENT, ORDER),
    REFUNDED_LATE("notification.refunded_late", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    APPROVAL_ASKED("notification.approval_asked", "notification.open_order", BUYER, EVENT, ORDER, UNTIL),
    APPROVAL_DECLINED("notification.approval_declined", "notification.open_order", BUYER, EVENT, ORDER),
    APPROVAL_LAPSED("notification.approval_lapsed", "notification.open_order", BUYER, EVENT, ORDER),
    APPROVAL_WITHDRAWN("notification.approval_withdrawn", "notification.open_order", BUYER, EVENT, ORDER),
    APPROVAL_UNPAID("notification.approval_unpaid", "notification.open_order", BUYER, EVENT, ORDER, UNTIL),
    SURPLUS_RETURNED("notification.surplus", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_LOST("notification.stake_lost", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_TAKEN("notification.stake_taken", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_UNPAID("notification.stake_unpaid", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_UNPAID_TRIED_AGAIN(
            "notification.stake_unpaid_tried_again", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_COMES_BACK("notification.stake_comes_back", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    STAKE_FORGIVEN("notification.stake_forgiven", "notification.open_order", BUYER, EVENT, ORDER, AMOUNT),
    TICKET("notification.ticket", "notification.open_ticket", HOLDER, EVENT, TICKET_TYPE),
    TICKET_GIVEN("notification.ticket_given", "notification.open_ticket", HOLDER, EVENT, TICKET_TYPE),
    TICKET_ENDED("notification.ticket_ended", "notification.open_event", HOLDER, EVENT, TICKET_TYPE),
    TRANSFER_OFFERED(
            "notification.transfer.offered",
            "notification.transfer.offered.button",
            OTHER_PERSON,
            EVENT,
            TICKET_TYPE,
            UNTIL),
    TRANSFER_WITHDRAWN("notification.transfer.withdrawn", "notification.open_event", OTHER_PERSON, EVENT, TICKET_TYPE),
    TRANSFER_ACCEPTED("notification.transfer.accepted", "notification.open_event", OTHER_PERSON, EVENT, TICKET_TYPE),
    TRANSFER_DECLINED("notification.transfer.declined", "notification.open_event", OTHER_PERSON, EVENT, TICKET_TYPE),
    TRANSFER_EXPIRED("notification.transfer.expired", "notification.open_event", OTHER_PERSON, EVENT, TICKET_TYPE),
    TRANSFER_REASSIGNED(
            "notification.transfer.reassigned", "notification.open_event", OTHER_PERSON, EVENT, TICKET_TYPE),
    REMINDER_DAY("notification.reminder_day", null, HOLDER, EVENT),
    REMINDER_HOUR("notification.reminder_hour", null, HOLDER, EVENT),
    POSTPONED("notification.postponed", null, HOLDER, EVENT, REASON),
    RESCHEDULED("notification.rescheduled", null, HOLDER, EVENT, REASON),
    EVENT_CANCELLED("notification.event_cancelled", null, HOLDER, EVENT, REASON),
    FEEDBACK("notification.feedback", "notification.feedback.open", HOLDER, EVENT),
    LINE_JOINED("notification.line_joined", "notification.line_joined.button", PERSON, EVENT, TICKET_TYPE),
    PLACES_OFFERED(
            "notification.places_offered",
            "notification.places_offered.button",
            PERSON,
            EVENT,
            TICKET_TYPE,
            QUANTITY,
            UNTIL),
    PLACE_LINK("notification.place_link", "notification.place_link.button", EVENT),
    GUEST_INVITED("guestmail.letter.invited", "guestmail.letter.invited.button", PERSON, EVENT, HOST),
    GUEST_REMINDED("guestmail.letter.reminded", "guestmail.letter.reminded.button", PERSON, EVENT, HOST),
    GUEST_CONFIRM("guestmail.letter.confirm", "guestmail.letter.confirm.button", PERSON, EVENT, HOST),
    GUEST_GOING("guestmail.letter.going", "guestmail.letter.going.button", PERSON, EVENT, HOST),
    GUEST_PENDING_APPROVAL(
            "guestmail.letter.pending_approval", "guestmail.letter.pending_approval.button", PERSON, EVENT, HOST),
    GUEST_APPROVED("guestmail.letter.approved", "guestmail.letter.approved.button", PERSON, EVENT, HOST),
    GUEST_DECLINED("guestmail.letter.declined", "guestmail.letter.declined.button", PERSON, EVENT, HOST),
    GUEST_WAITLISTED("guestmail.letter.waitlisted", "guestmail.letter.waitlisted.button", PERSON, EVENT, HOST),
    GUEST_OFFERED("guestmail.letter.offered", "guestmail.letter.offered.button", PERSON, EVENT, HOST),
    GUEST_OFFER_OVER("guestmail.letter.offer_over", "guestmail.letter.offer_over.button", PERSON, EVENT, HOST),
    MEMBER_INVITED("notification.member_invited", "notification.member_invited.button", HOST, INVITER, ROLE),
    CO_ORGANIZER_INVITED(
            "notification.co_organizer_invited", "notification.co_organizer_invited.button", EVENT, INVITER, ROLE),
    REFUND_REQUESTED(
            "notification.refund_requested", "notification.refund_requested.open", BUYER, EVENT, ORDER, REASON),
    APPROVAL_REQUESTED("notification.approval_requested", "notification.approval_requested.open", BUYER, EVENT, ORDER),
    MILESTONE_FIRST_SALE("notification.milestone_first_sale", "notification.milestone.button", EVENT),
    MILESTONE_HALF_SOLD("notification.milestone_half_sold", "notification.milestone.button", EVENT, SOLD, SIZE),
    MILESTONE_SOLD_OUT("notification.milestone_sold_out", "notification.milestone.button", EVENT, SOLD, SIZE),
    TASKS_OVERDUE("notification.tasks_overdue", "notification.tasks_overdue.button", EVENT),
    TASKS_AT_RISK("notification.tasks_at_risk", "notification.tasks_overdue.button", EVENT),
    DISPUTE_ASKED("notification.dispute.asked", "notification.dispute.open", PERSON, AMOUNT, EVENT),
    DISPUTE_DROPPED("notification.dispute.dropped", "notification.dispute.open", PERSON, AMOUNT, EVENT),
    DISPUTE_OPENED("notification.dispute.opened", "notification.dispute.open", PERSON, AMOUNT, EVENT),
    DISPUTE_WON("notification.dispute.won", "notification.dispute.open", PERSON, AMOUNT, EVENT),
    DISPUTE_LOST("notification.dispute.lost", "notification.dispute.open", PERSON, AMOUNT, EVENT),
    ENDPOINT_DISABLED("notification.endpoint_disabled", "notification.endpoint_disabled.button", ADDRESS);

    /** What stands in a text in braces, such as {@code {event}}. */
    public enum Placeholder {
        BUYER,
        HOLDER,
        PERSON,
        OTHER_PERSON,
        EVENT,
        ORDER,
        AMOUNT,
        REASON,
        TICKET_TYPE,
        QUANTITY,
        UNTIL,
        HOST,
        SOLD,
        SIZE,
        INVITER,
        ROLE,
        ADDRESS;

        /** As one writes it: {@code {event}}. */
        public String written() {
            return "{" + Wire.name(this) + "}";
        }
    }

    /** Whom it goes to. */
    public enum Readers {
        BUYERS,
        GUESTS,
        TEAM
    }

    final String key;
    final @Nullable String buttonKey;
    private final List<Placeholder> placeholders;

    MailText(String key, @Nullable String buttonKey, Placeholder... placeholders) {
        this.key = key;
        this.buttonKey = buttonKey;
        this.placeholders = List.of(placeholders);
    }

    /** In the order in which the bundles count them. */
    public List<Placeholder> placeholders() {
        return placeholders;
    }

    /** Whether the label of its button can be changed; other mails have one that depends, or none. */
    public boolean hasButton() {
        return buttonKey != null;
    }

    public Readers readers() {
        if (compareTo(MEMBER_INVITED) >= 0) return Readers.TEAM;
        else return compareTo(GUEST_INVITED) >= 0 ? Readers.GUESTS : Readers.BUYERS;
    }

    /** @return null for a text that is not to be changed */
    static @Nullable MailText of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElse(null);
    }
}
