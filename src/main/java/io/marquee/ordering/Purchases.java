package io.marquee.ordering;

import io.marquee.identity.Client;
import io.marquee.identity.MailRequests;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody bought, at whichever event: for the person who has verified the address, or for whoever reads its mail. */
@Component
public class Purchases {
    private final Orders orders;
    private final AddressLinks links;
    private final MailRequests mails;
    private final Acting acting;
    private final ApplicationEventPublisher events;

    Purchases(Orders orders, AddressLinks links, MailRequests mails, Acting acting, ApplicationEventPublisher events) {
        this.orders = orders;
        this.links = links;
        this.mails = mails;
        this.acting = acting;
        this.events = events;
    }

    /**
     * Of the acting person's verified address, newest first; none as long as it is not verified.
     *
     * @param state null for all
     * @throws InvalidInput on a cursor that is not ours
     */
    @Transactional(readOnly = true)
    public Slice<OrderView> mine(@Nullable OrderState state, @Nullable String cursor, int limit) {
        return Acting.current() instanceof Actor.Person person && person.verifiedEmail() != null
                ? orders.ofBuyer(person.verifiedEmail(), state, Cursors.id(cursor), limit)
                : new Slice<>(List.of(), null);
    }

    /**
     * Of the address that a mailed link was made for, newest first.
     *
     * @throws io.marquee.kernel.NotFound for a token that is not ours or too old
     */
    @Transactional(readOnly = true)
    public Slice<OrderView> behind(String token, @Nullable OrderState state, @Nullable String cursor, int limit) {
        String email = links.addressOf(token);
        return acting.asPlatform(() -> orders.ofBuyer(email, state, Cursors.id(cursor), limit));
    }

    /** The address that a mailed link was made for. @throws io.marquee.kernel.NotFound as above */
    public String addressOf(String token) {
        return links.addressOf(token);
    }

    /**
     * Mails a link to what was bought with this address, if anything was; the caller can't tell.
     *
     * @throws InvalidInput at {@code email} when the text is no address
     * @throws io.marquee.kernel.Refusal when too many were asked for
     */
    public void mailLink(String typed, Client client, Locale locale) {
        mails.take(typed, client, email -> {
            if (!orders.anyOfBuyer(email.value())) return;
            events.publishEvent(new PurchasesRequested(
                    email.value(),
                    "/purchases/" + links.tokenFor(email.value()),
                    locale.toLanguageTag(),
                    "purchases:" + Ids.next()));
        });
    }
}
