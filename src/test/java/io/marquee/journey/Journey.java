package io.marquee.journey;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.marquee.kernel.PersonId;
import io.marquee.notification.Outbox;
import io.marquee.notification.StoredMail;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.Browser;
import io.marquee.testing.PeopleFixture;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Sends people on their way with browsers of one width, and looks into the outbox for what was mailed to them. */
@Component
class Journey {
    /** Longer than any step takes, on a machine that does other things too. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Outbox outbox;
    private final PeopleFixture people;
    private final AdministratorFixture administrators;
    private final Acting acting;

    Journey(
            Settings settings,
            Outbox outbox,
            PeopleFixture people,
            AdministratorFixture administrators,
            Acting acting) {
        this.settings = settings;
        this.outbox = outbox;
        this.people = people;
        this.administrators = administrators;
        this.acting = acting;
    }

    /** Somebody with a browser of their own, logged in nowhere. */
    Walker walker(Browser browser, int width) {
        return walker(browser, width, options(width));
    }

    /** Somebody whose browser asks for another language than English. */
    Walker walker(Browser browser, int width, Locale language) {
        return walker(browser, width, options(width).setLocale(language.toLanguageTag()));
    }

    private Walker walker(Browser browser, int width, NewContextOptions options) {
        return new Walker(browser.visitor(options), settings.baseUrl(), width, browser.complaints());
    }

    /** The administrator of the installation, for as long as the work takes. */
    void administrator(Browser browser, int width, Consumer<Walker> work) {
        PersonId administrator = administrators.appoint();
        try {
            NewContextOptions options = options(width)
                    .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + administrators.token(administrator)));
            work.accept(walker(browser, width, options));
        } finally {
            administrators.dismiss(administrator);
        }
    }

    /** Where the link in the newest mail to this address leads that starts so. */
    String mailedPath(String address, String start) {
        Pattern link = Pattern.compile(Pattern.quote(settings.baseUrl().toString()) + "(" + start + "\\S+)");
        return await().atMost(PATIENCE)
                .until(
                        () -> mailsTo(address).stream()
                                .map(mail -> link.matcher(mail.plain()))
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""),
                        path -> !path.isEmpty());
    }

    /** Waits until so many mails of this kind are there, and gives them, newest first. */
    List<StoredMail> mails(String address, String kind, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> mailsTo(address).stream()
                                .filter(mail -> mail.kind().equals(kind))
                                .toList(),
                        mails -> mails.size() >= count);
    }

    /** The names of what goes with a mail. */
    List<String> filesOf(StoredMail mail) {
        return inOutbox(
                all -> all.files(mail.id()).stream().map(Outbox.File::name).toList());
    }

    private List<StoredMail> mailsTo(String address) {
        return inOutbox(all -> all.list(null, null, 100).items().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList());
    }

    private <T> T inOutbox(Function<Outbox, T> reading) {
        PersonId administrator = administrators.appoint();
        try {
            return acting.as(people.actor(administrator), () -> reading.apply(outbox));
        } finally {
            administrators.dismiss(administrator);
        }
    }

    private static NewContextOptions options(int width) {
        return Browser.visitorOptions().setViewportSize(width, 900);
    }
}
