package io.marquee.identity;

import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.identity.IdentityEvent.MailedLinkRequested;
import io.marquee.kernel.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes one-time links and has them mailed. Who calls has a transaction and acts as the platform. */
@Component
class MailedLinks {
    private final OneTimeTokens tokens;
    private final ApplicationEventPublisher events;

    MailedLinks(OneTimeTokens tokens, ApplicationEventPublisher events) {
        this.tokens = tokens;
        this.events = events;
    }

    /** @param back where to go afterwards: a path of ours, or null */
    void send(LinkPurpose purpose, PersonView to, @Nullable String back) {
        OneTimeTokens.Issued issued = tokens.issue(token(purpose), to.id());
        String path = page(purpose) + "?token=" + issued.token();
        events.publishEvent(new MailedLinkRequested(
                Ids.next().toString(),
                purpose,
                to.id(),
                to.email().value(),
                to.name(),
                to.locale().toLanguageTag(),
                back == null ? path : path + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8),
                issued.expiresAt()));
    }

    private static OneTimeTokens.Purpose token(LinkPurpose purpose) {
        return switch (purpose) {
            case VERIFY -> OneTimeTokens.Purpose.VERIFY;
            case SIGN_IN -> OneTimeTokens.Purpose.SIGN_IN;
            case RESET -> OneTimeTokens.Purpose.RESET;
        };
    }

    private static String page(LinkPurpose purpose) {
        return switch (purpose) {
            case VERIFY -> "/verify";
            case SIGN_IN -> "/login/link";
            case RESET -> "/reset";
        };
    }
}
