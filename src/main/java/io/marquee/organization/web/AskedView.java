package io.marquee.organization.web;

import io.marquee.identity.PersonView;
import io.marquee.organization.InvitationView;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An invitation, as whoever opened the link sees it. */
public record AskedView(InvitationView invitation, @Nullable PersonView me, String token, Text text) {

    /** What stands between this visitor and the button. */
    public enum Step {
        LOG_IN,
        OTHER_ACCOUNT,
        CONFIRM_ADDRESS,
        ACCEPT
    }

    public Step step() {
        if (me == null) return Step.LOG_IN;
        else if (!me.email().value().equals(invitation.email())) return Step.OTHER_ACCOUNT;
        else return me.verified() ? Step.ACCEPT : Step.CONFIRM_ADDRESS;
    }

    public String role() {
        return text.of("organization.role", invitation.role());
    }

    public String acceptPath() {
        return "/invitations/" + token + "/acceptance";
    }

    /** A page that leads back here in the end, with the address filled in. */
    public String via(String page) {
        return page + "?email=" + encoded(invitation.email()) + "&back=" + encoded("/invitations/" + token);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
