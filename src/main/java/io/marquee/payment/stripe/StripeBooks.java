package io.marquee.payment.stripe;

import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionListParams;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looking things up in Stripe's books, page by page. */
@Component
class StripeBooks {
    private static final long PAGE = 100;

    private final StripeApi api;
    private final ChargeFacts facts;

    StripeBooks(StripeApi api, ChargeFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    List<Refund> refunds(ChargeRef intent) {
        return facts.refunds(intent.id(), intent.account());
    }

    /** Sessions with their intents, then the intents that belong to no session of ours. */
    Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until) {
        Stream<ChargeFact> hosted = paged(after -> sessions(account, from, until, after))
                .filter(session -> "payment".equals(session.getMode()))
                .map(session -> facts.of(session, session.getPaymentIntentObject(), account));
        Stream<ChargeFact> others = paged(after -> intents(account, from, until, after))
                .filter(intent ->
                        !ChargeParams.HOSTED.equals(ChargeFacts.meta(intent.getMetadata(), ChargeParams.PRESENTATION)))
                .map(intent -> facts.of(intent, account));
        return Stream.concat(hosted, others);
    }

    private StripeCollection<Session> sessions(
            @Nullable String account, Instant from, Instant until, @Nullable String after) {
        SessionListParams params = SessionListParams.builder()
                .setCreated(SessionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(until.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .setStartingAfter(after)
                .addAllExpand(inList(StripeSessions.EXPAND))
                .build();
        return api.ask(stripe -> stripe.v1().checkout().sessions().list(params, api.reading(account)));
    }

    private StripeCollection<PaymentIntent> intents(
            @Nullable String account, Instant from, Instant until, @Nullable String after) {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(until.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .setStartingAfter(after)
                .addAllExpand(inList(ChargeFacts.EXPAND))
                .build();
        return api.ask(stripe -> stripe.v1().paymentIntents().list(params, api.reading(account)));
    }

    private static List<String> inList(List<String> fields) {
        return fields.stream().map(field -> "data." + field).toList();
    }

    /** Page by page as it is read, each asked for over our own line. @param page what follows the given id */
    private static <T extends HasId> Stream<T> paged(Function<@Nullable String, StripeCollection<T>> page) {
        Iterator<T> pages = new Iterator<>() {
            private final Queue<T> read = new ArrayDeque<>();
            private @Nullable String last;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                if (read.isEmpty() && more) {
                    StripeCollection<T> next = page.apply(last);
                    read.addAll(next.getData());
                    more = Boolean.TRUE.equals(next.getHasMore()) && !read.isEmpty();
                }
                return !read.isEmpty();
            }

            @Override
            public T next() {
                if (!hasNext()) throw new NoSuchElementException();
                T item = read.remove();
                last = item.getId();
                return item;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    /** Our payment's id, which its intent has with it; of a refund, a dispute or a charge the intent is looked up. */
    @Nullable
    String referenceOf(String object, @Nullable String account) {
        try {
            String intent = intentOf(object, account);
            return intent == null
                    ? null
                    : ChargeFacts.meta(
                            api.ask(stripe -> stripe.v1().paymentIntents().retrieve(intent, api.reading(account)))
                                    .getMetadata(),
                            ChargeParams.REFERENCE);
        } catch (StripeRefusal gone) {
            return null;
        }
    }

    private @Nullable String intentOf(String object, @Nullable String account) {
        String kind = object.contains("_") ? object.substring(0, object.indexOf('_')) : "";
        return switch (kind) {
            case "pi" -> object;
            case "ch", "py" ->
                api.ask(stripe -> stripe.v1().charges().retrieve(object, api.reading(account)))
                        .getPaymentIntent();
            case "re", "pyr" ->
                api.ask(stripe -> stripe.v1().refunds().retrieve(object, api.reading(account)))
                        .getPaymentIntent();
            case "dp", "du" ->
                api.ask(stripe -> stripe.v1().disputes().retrieve(object, api.reading(account)))
                        .getPaymentIntent();
            default -> null;
        };
    }
}
