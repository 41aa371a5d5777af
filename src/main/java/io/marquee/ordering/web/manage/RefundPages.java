package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.RefundScope;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the form of a refund, and says what it would do. */
@Component
class RefundPages {
    private final Ordering ordering;
    private final OrderReads orders;
    private final Access access;

    RefundPages(Ordering ordering, OrderReads orders, Access access) {
        this.ordering = ordering;
        this.orders = orders;
        this.access = access;
    }

    /** The tickets that could end. */
    List<TicketId> open(OrderView order) {
        return endable(order).stream().map(TicketView::id).toList();
    }

    RefundPage of(EventView event, OrderView order, RefundForm form, boolean asked, Text text) {
        FieldErrors errors = FieldErrors.none();
        RefundPage.@Nullable Preview preview = null;
        @Nullable String refusal = null;
        if (asked) {
            try {
                preview = preview(order, form, text);
            } catch (InvalidInput invalid) {
                errors = FieldErrors.of(invalid, text);
            } catch (OrderRefused refused) {
                refusal = text.why(refused);
            }
        }
        return new RefundPage(
                ManageNav.of(event, Entry.ORDERS, access, text),
                "/manage/events/" + event.slug() + "/orders/" + order.code(),
                ShortCode.grouped(order.code()),
                text.money(order.left()),
                fields(order, form, asked, errors, text),
                preview,
                refusal);
    }

    private RefundPage.Preview preview(OrderView order, RefundForm form, Text text) {
        if (form.ticket() == null && form.typedAmount().isEmpty()) throw InvalidInput.at("ticket", "nothing_chosen");
        if (form.typedReason().isEmpty()) throw InvalidInput.at("reason", "required");
        RefundScope scope = form.scope(order, open(order));
        RefundPlan plan = ordering.preview(order.id(), scope);
        return new RefundPage.Preview(
                RefundSentences.of(order, plan, orders.atCounter(order) == null ? null : form.handsOut(), text),
                plan.amount().isZero()
                        ? text.get("ordering.detail.takeback")
                        : text.get("ordering.refund.submit", text.money(plan.amount())),
                form.ticket() == null ? List.of() : form.ticket(),
                form.typedAmount(),
                plan.returnStock() ? RefundForm.RETURN : RefundForm.KEEP,
                form.typedReason(),
                RefundForm.KEY + Ids.next(),
                form.handsOut() ? "now" : RefundForm.LATER);
    }

    private List<Field> fields(OrderView order, RefundForm form, boolean asked, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>();
        List<TicketView> endable = endable(order);
        if (!endable.isEmpty()) {
            fields.add(Field.several("ticket", text.get("ordering.refund.tickets"), options(endable, text))
                    .value(endable.stream()
                            .map(TicketView::id)
                            .filter(id -> form.chose(id) && (!asked || form.ticket() != null))
                            .map(TicketId::toString)
                            .collect(Collectors.joining("\n")))
                    .error(errors.of("ticket")));
        }
        if (order.left().isPositive()) {
            fields.add(Field.money(
                            "amount",
                            text.get("ordering.refund.amount"),
                            order.total().currency().getCurrencyCode())
                    .value(form.typedAmount())
                    .hint(text.get("ordering.refund.amount.hint", text.money(order.left())))
                    .error(errors.of("amount")));
        }
        if (order.left().isPositive() && orders.atCounter(order) != null) fields.add(cash(form, text));
        if (!endable.isEmpty()) fields.add(stock(form.stock(), text).required());
        fields.add(Field.text("reason", text.get("ordering.detail.refund.reason"))
                .with("maxlength", "200")
                .value(form.typedReason())
                .error(errors.of("reason"))
                .required());
        return fields;
    }

    private static Field cash(RefundForm form, Text text) {
        return Field.choices("cash", text.get("ordering.refund.cash"), List.of(cash("now", text), cash("later", text)))
                .value(form.handsOut() ? "now" : RefundForm.LATER)
                .required();
    }

    private static Option cash(String when, Text text) {
        String key = "ordering.refund.cash." + when;
        return new Option(when, text.get(key), text.get(key + ".hint"));
    }

    /** What becomes of the places, each choice with its consequence. */
    static Field stock(@Nullable String chosen, Text text) {
        return Field.choices(
                        "stock",
                        text.get("ordering.refund.stock"),
                        List.of(
                                new Option(
                                        RefundForm.RETURN,
                                        text.get("ordering.refund.stock.return"),
                                        text.get("ordering.refund.stock.return.hint")),
                                new Option(
                                        RefundForm.KEEP,
                                        text.get("ordering.refund.stock.keep"),
                                        text.get("ordering.refund.stock.keep.hint"))))
                .value(RefundForm.returnsStock(chosen) ? RefundForm.RETURN : RefundForm.KEEP);
    }

    static List<Option> options(List<TicketView> tickets, Text text) {
        return tickets.stream()
                .map(t -> new Option(
                        t.id().toString(),
                        t.holderName() + " · " + t.typeAndSeat(text)
                                + (t.price().isZero() ? "" : " · " + text.money(t.price())),
                        ShortCode.grouped(t.code()) + " · " + text.of("ui.state", t.state())))
                .toList();
    }

    private List<TicketView> endable(OrderView order) {
        return orders.tickets(order.id()).stream().filter(RefundPlan::endable).toList();
    }
}
