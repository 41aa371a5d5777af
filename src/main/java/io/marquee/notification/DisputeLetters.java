package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.PaymentEvent.DisputeDecided;
import io.marquee.payment.PaymentEvent.DisputeOpened;
import io.marquee.payment.PaymentEvent.InquiryClosed;
import io.marquee.payment.PaymentEvent.InquiryOpened;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells an organization's owners of a dispute while it can be answered, and how it ended. */
@Component
class DisputeLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrganizationReads organizations;
    private final EventReads events;
    private final People people;
    private final Acting acting;

    DisputeLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrganizationReads organizations,
            EventReads events,
            People people,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.organizations = organizations;
        this.events = events;
        this.people = people;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(InquiryOpened asked) {
        tell("asked", asked.dispute(), asked.organization(), asked.event(), asked.amount());
    }

    @ApplicationModuleListener
    void on(InquiryClosed closed) {
        tell("dropped", closed.dispute(), closed.organization(), closed.event(), closed.amount());
    }

    @ApplicationModuleListener
    void on(DisputeOpened opened) {
        tell("opened", opened.dispute(), opened.organization(), opened.event(), opened.amount());
    }

    @ApplicationModuleListener
    void on(DisputeDecided decided) {
        String how = decided.won() ? "won" : "lost";
        tell(how, decided.dispute(), decided.organization(), decided.event(), decided.amount());
    }

    private void tell(String what, UUID dispute, OrganizationId organization, EventId about, Money amount) {
        List<PersonId> owners =
                acting.asSystem(organization, () -> organizations.whoMay(Permission.MANAGE_MONEY, organization));
        Collection<PersonView> known =
                acting.asPlatform(() -> people.byIds(owners)).values();
        acting.asSystem(organization, () -> {
            EventView event = events.byId(about);
            String path = "/manage/organizations/" + organization + "/disputes/" + dispute;
            known.forEach(owner -> send(what, dispute, event, amount, path, owner));
        });
    }

    private void send(String what, UUID dispute, EventView event, Money amount, String path, PersonView owner) {
        Text text = pages.text(owner.locale());
        String key = "notification.dispute." + what;
        Object[] words = {owner.name(), text.money(amount), event.details().title()};
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        List.of(text.get(key + ".body", words)),
                        List.of(
                                new Fact(text.get("notification.dispute.amount"), text.money(amount)),
                                new Fact(
                                        text.get("notification.dispute.event"),
                                        event.details().title())),
                        new Button(text.get("notification.dispute.open"), settings.baseUrl() + path),
                        List.of(),
                        text.get("notification.dispute.footer", words))
                .worded(key, words);
        String cause = "dispute_" + what + ":" + dispute + ":" + owner.id();
        post.take(new NewMail(
                cause, "dispute_" + what, event.organization(), owner.email().value(), null, letter));
    }
}
