package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.integration.EndpointDisabled;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who look after an organization that their integrator's endpoint was given up. */
@Component
class WebhookLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrganizationReads organizations;
    private final People people;
    private final Acting acting;

    WebhookLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrganizationReads organizations,
            People people,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.organizations = organizations;
        this.people = people;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(EndpointDisabled disabled) {
        acting.asSystem(
                disabled.organization(),
                () -> people.byIds(organizations.whoMay(Permission.EDIT_ORGANIZATION, disabled.organization()))
                        .values()
                        .forEach(person -> send(disabled, person)));
    }

    private void send(EndpointDisabled disabled, PersonView person) {
        Text text = pages.text(person.locale());
        String name = "notification.endpoint_disabled";
        String key = name + ".";
        String path = "/manage/organizations/" + disabled.organization() + "/webhooks/" + disabled.endpoint();
        Letter letter = new Letter(
                        text.code(),
                        Page.DEFAULT_HUE,
                        text.get(key + "subject"),
                        text.get(key + "heading"),
                        List.of(text.get(key + "body", disabled.url())),
                        List.of(),
                        new Button(text.get(key + "button"), settings.baseUrl() + path),
                        List.of(),
                        text.get(key + "footer"))
                .worded(name, disabled.url());
        String cause = "endpoint_disabled:" + disabled.endpoint() + ":" + disabled.at() + ":" + person.id();
        String recipient = person.email().value();
        post.take(new NewMail(
                cause, "endpoint_disabled", Topic.TEAM, disabled.organization(), recipient, null, null, letter));
    }
}
