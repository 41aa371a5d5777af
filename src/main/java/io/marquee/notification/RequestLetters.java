package io.marquee.notification;

import io.marquee.event.EventReads;
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
import java.util.function.Function;
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
        send(asked, "refund_requested", asked.at(), order -> "/refund-requests", asked.reason());
    }

    @ApplicationModuleListener
    void on(ApprovalAsked asked) {
        send(asked, "approval_requested", asked.at(), order -> "/approvals", "");
    }

    /** For its buyer it is still on its way: somebody has to see to it. */
    @ApplicationModuleListener
    void on(RefundRefused refused) {
        send(refused, "refund_refused", refused.at(), order -> "/orders/" + order.code(), refused.amount());
    }

    /** @param path beneath the event's. @param said what the words end with */
    private void send(OrderEvent asked, String name, Instant at, Function<OrderView, String> path, Object said) {
        acting.asSystem(asked.organization(), () -> {
            EventView event = events.byId(asked.event());
            OrderView order = orders.byId(asked.order());
            String cause = name + ":" + asked.order() + ":" + at;
            String answer = settings.baseUrl() + "/manage/events/" + event.slug() + path.apply(order);
            whoAnswer(event).forEach(person -> send(name, cause, said, answer, order, event, person));
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
            String cause,
            Object said,
            String answer,
            OrderView order,
            EventView event,
            PersonView person) {
        Text text = pages.text(person.locale());
        String name = "notification." + kind;
        String key = name + ".";
        String title = event.details().title();
        Object[] words = {order.buyerName(), title, order.code(), said};
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + "subject", words),
                        text.get(key + "heading", words),
                        List.of(text.get(key + "body", words), text.get(key + "next")),
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
