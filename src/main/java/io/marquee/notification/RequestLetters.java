package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Team;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.OrderEvent;
import io.marquee.ordering.OrderEvent.ApprovalAsked;
import io.marquee.ordering.OrderEvent.RefundRefused;
import io.marquee.ordering.OrderEvent.RefundRequested;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who decide about money, of the organization or of the event alone, that a buyer asks for theirs back, or asks to buy. */
@Component
class RequestLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrganizationReads organizations;
    private final EventReads events;
    private final OrderReads orders;
    private final Team team;
    private final People people;
    private final Acting acting;

    RequestLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrganizationReads organizations,
            EventReads events,
            OrderReads orders,
            Team team,
            People people,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.organizations = organizations;
        this.events = events;
        this.orders = orders;
        this.team = team;
        this.people = people;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(RefundRequested asked) {
        send(asked, "refund_requested", asked.at(), "/refund-requests", asked.reason());
    }

    @ApplicationModuleListener
    void on(ApprovalAsked asked) {
        send(asked, "approval_requested", asked.at(), "/approvals", "");
    }

    /**
     * For its buyer it is still on its way: somebody has to see to it. Of what a bank decides they hear as of a dispute. A cancelled
     * event may have thousands, of one cause: that is said once, and the page that counts them tells the rest.
     */
    @ApplicationModuleListener
    void on(RefundRefused refused) {
        if (refused.banksToDecide()) return;
        acting.asSystem(refused.organization(), () -> {
            EventView event = events.byId(refused.event());
            if (event.state() == EventState.CANCELLED)
                whoAnswer(event).forEach(person -> stuck(refused, event, person));
            else unsent(refused, event);
        });
    }

    private void unsent(RefundRefused refused, EventView event) {
        OrderView order = orders.byId(refused.order());
        String cause = "refund_refused:" + refused.order() + ":" + refused.at();
        String page = pageOf(event) + "/orders/" + order.code();
        for (PersonView person : whoAnswer(event)) {
            Text text = pages.text(person.locale());
            Object[] words = {
                order.buyerName(), event.details().title(), order.code(), refused.amount(), why(refused, text)
            };
            String key = refused.refusedByItsBank() ? "notification.refund_refused" : "notification.refund_unsent";
            send("refund_refused", key, cause, words, page, order, event, person);
        }
    }

    private void stuck(RefundRefused refused, EventView event, PersonView person) {
        Text text = pages.text(person.locale());
        String title = event.details().title();
        String name = "notification.refunds_stuck";
        Object[] words = {title, why(refused, text)};
        Letter letter = new Letter(
                text.code(),
                event.details().hue(),
                text.get(name + ".subject", words),
                text.get(name + ".heading", words),
                List.of(text.get(name + ".body", words), text.get(name + ".next")),
                List.of(),
                new Button(text.get(name + ".open"), pageOf(event) + "/cancellation/refunds"),
                List.of(),
                text.get("notification.refund_refused.footer", "", title));
        post.take(new NewMail(
                "refunds_stuck:" + event.id() + ":" + refused.why() + ":" + person.id(),
                "refund_refused",
                event.organization(),
                person.email().value(),
                null,
                letter));
    }

    private static String why(RefundRefused refused, Text text) {
        return text.get("payment.failure." + Objects.requireNonNullElse(refused.why(), "refund_not_accepted"));
    }

    private String pageOf(EventView event) {
        return settings.baseUrl() + "/manage/events/" + event.slug();
    }

    /** @param path beneath the event's. @param said what the words end with */
    private void send(OrderEvent asked, String name, Instant at, String path, String said) {
        acting.asSystem(asked.organization(), () -> {
            EventView event = events.byId(asked.event());
            OrderView order = orders.byId(asked.order());
            String cause = name + ":" + asked.order() + ":" + at;
            Object[] words = {order.buyerName(), event.details().title(), order.code(), said};
            String page = pageOf(event) + path;
            whoAnswer(event)
                    .forEach(person -> send(name, "notification." + name, cause, words, page, order, event, person));
        });
    }

    private Collection<PersonView> whoAnswer(EventView event) {
        Stream<PersonId> ofEvent = team.members(event.id()).stream()
                .filter(member -> Permission.REFUND.givenBy(new EventAccess(member.role(), member.grants())))
                .map(member -> member.person().id());
        Stream<PersonId> ofAll = organizations.whoMay(Permission.REFUND, event.organization()).stream();
        List<PersonId> all = Stream.concat(ofAll, ofEvent).distinct().toList();
        return people.byIds(all).values();
    }

    private void send(
            String kind,
            String name,
            String cause,
            Object[] words,
            String answer,
            OrderView order,
            EventView event,
            PersonView person) {
        Text text = pages.text(person.locale());
        String key = name + ".";
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + "subject", words),
                        text.get(key + "heading", words),
                        List.of(text.get(key + "body", words), text.get(key + "next", words)),
                        List.of(
                                new Fact(text.get(key + "order"), ShortCode.grouped(order.code())),
                                new Fact(text.get(key + "left"), text.money(order.left()))),
                        new Button(text.get(key + "open"), answer),
                        List.of(),
                        text.get(key + "footer", words))
                .worded(name, words);
        post.take(new NewMail(
                cause + ":" + person.id(),
                kind,
                order.organization(),
                person.email().value(),
                null,
                letter));
    }
}
