package io.marquee.identity;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Viewer;
import java.util.List;
import java.util.stream.Stream;

/** The pages of a person's account, beside each other, whichever module shows them. */
public final class AccountNav {
    public static final String PROFILE = "/account";
    public static final String PURCHASES = "/account/purchases";
    public static final String CALENDAR = "/account/calendar";
    public static final String FOLLOWING = "/account/following";
    public static final String PAYMENT_METHODS = "/account/payment-methods";
    public static final String NOTIFICATIONS = "/account/notifications";
    public static final String MESSAGES = "/account/messages";
    public static final String PASSWORD = "/account/password";
    public static final String SESSIONS = "/account/sessions";
    public static final String TOKENS = "/account/tokens";
    public static final String TRAIL = "/account/trail";
    public static final String DATA = "/account/data";

    private AccountNav() {}

    /** With {@code current} marked as the page in view. Whoever runs the installation finds the way to its administration here. */
    public static List<Link> links(String current, Page page) {
        Text text = page.text();
        Viewer viewer = page.viewer();
        Stream<Link> administration = viewer != null && viewer.administrator()
                ? Stream.of(Link.to("/admin", text.get("identity.account.administration")))
                : Stream.empty();
        Stream<Link> own = Stream.of(
                Link.to(PROFILE, text.get("identity.account.profile")),
                Link.to(PURCHASES, text.get("identity.account.purchases")),
                Link.to(CALENDAR, text.get("identity.account.calendar")),
                Link.to(FOLLOWING, text.get("identity.account.following")),
                Link.to(PAYMENT_METHODS, text.get("identity.account.payment_methods")),
                Link.to(NOTIFICATIONS, text.get("identity.account.notifications")),
                Link.to(MESSAGES, text.get("identity.account.messages")),
                Link.to(PASSWORD, text.get("identity.account.password")),
                Link.to(SESSIONS, text.get("identity.account.sessions")),
                Link.to(TOKENS, text.get("identity.account.tokens")),
                Link.to(TRAIL, text.get("identity.account.trail")),
                Link.to(DATA, text.get("identity.account.data")),
                Link.to("/manage", text.get("identity.account.organizations")));
        return Stream.concat(own, administration)
                .map(link -> link.current(current.equals(link.path())))
                .toList();
    }
}
