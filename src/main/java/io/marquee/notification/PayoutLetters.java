package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payout.PayoutEvent;
import io.marquee.payout.PayoutEvent.PayoutReturned;
import io.marquee.payout.PayoutEvent.ReleaseRefused;
import io.marquee.payout.PayoutEvent.TransferRefused;
import io.marquee.payout.PayoutFailure;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.Collection;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who look after an organization's money what did not get where it was to go, and what they can do. */
@Component
class PayoutLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrganizationReads organizations;
    private final EventReads events;
    private final People people;
    private final Acting acting;

    PayoutLetters(
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
    void on(PayoutReturned returned) {
        String page = "/" + returned.provider() + "/payouts/" + returned.ref();
        tell(
                "payout_returned",
                returned.payout().toString(),
                returned,
                page,
                text -> text.of("payout.failure", PayoutFailure.of(returned.code())));
    }

    @ApplicationModuleListener
    void on(ReleaseRefused refused) {
        String event = acting.asSystem(
                refused.organization(),
                () -> events.byId(refused.event()).details().title());
        tell(
                "release_refused",
                refused.release() + ":" + refused.round(),
                refused,
                "",
                text -> text.get(
                        "notification.release_refused.why",
                        event,
                        refused.words(),
                        text.get("payout.provider." + refused.provider()),
                        text.get("payout.release.again"),
                        text.get("payout.releases")));
    }

    @ApplicationModuleListener
    void on(TransferRefused refused) {
        tell(
                "transfer_refused",
                refused.transfer().toString(),
                refused,
                "",
                text -> text.get("notification.transfer_refused.next"));
    }

    private interface WhatToDo {
        String in(Text text);
    }

    /** @param page beneath the organization's payouts */
    private void tell(String kind, String about, PayoutEvent failed, String page, WhatToDo next) {
        OrganizationView organization =
                acting.asSystem(failed.organization(), () -> organizations.byId(failed.organization()));
        Collection<PersonView> owners = acting.asSystem(
                failed.organization(),
                () -> people.byIds(organizations.whoMay(Permission.MANAGE_MONEY, failed.organization()))
                        .values());
        String path = "/manage/organizations/" + organization.slug() + "/payouts" + page;
        acting.asSystem(
                failed.organization(),
                () -> owners.forEach(owner -> post.take(new NewMail(
                        kind + ":" + about + ":" + owner.id(),
                        kind,
                        Topic.TEAM,
                        failed.organization(),
                        owner.email().value(),
                        null,
                        null,
                        letter(kind, failed, organization, path, next, pages.text(owner.locale()))))));
    }

    private Letter letter(
            String kind, PayoutEvent failed, OrganizationView organization, String path, WhatToDo next, Text text) {
        String key = "notification." + kind + ".";
        Object[] words = {failed.amount(), organization.name(), text.get("payout.provider." + failed.provider())};
        return new Letter(
                text.code(),
                organization.hue(),
                text.get(key + "subject", words),
                text.get(key + "heading", words),
                List.of(text.get(key + "body", words), next.in(text)),
                List.of(
                        new Fact(text.get("notification.payout.amount"), text.money(failed.amount())),
                        new Fact(
                                text.get("notification.payout.account"),
                                text.get("payout.provider." + failed.provider()))),
                new Button(text.get("notification.payout.open"), settings.baseUrl() + path),
                List.of(),
                text.get("notification.payout.footer", words));
    }
}
