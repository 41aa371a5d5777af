package io.marquee.notification;

import io.marquee.ordering.PurchasesRequested;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Locale;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The mail that leads somebody without an account to what they bought. */
@Component
class PurchaseLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;

    PurchaseLetters(PostOffice post, Pages pages, Settings settings) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
    }

    @ApplicationModuleListener
    void on(PurchasesRequested asked) {
        Text text = pages.text(Locale.forLanguageTag(asked.locale()));
        String key = "notification.purchases";
        post.take(new NewMail(
                asked.cause(),
                "purchases_link",
                null,
                asked.email(),
                null,
                new Letter(
                        text.code(),
                        Page.DEFAULT_HUE,
                        text.get(key + ".subject"),
                        text.get(key + ".heading"),
                        List.of(text.get(key + ".body")),
                        List.of(),
                        new Letter.Button(text.get(key + ".button"), settings.baseUrl() + asked.path()),
                        List.of(),
                        text.get(key + ".footer"))));
    }
}
