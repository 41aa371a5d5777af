package io.marquee.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Stripe;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The line to Stripe. What goes wrong is one of two things: no answer came ({@link ProviderUnreachable}), or Stripe said no
 * ({@link StripeRefusal}). The library does not retry: whoever calls us does, and knows when to stop.
 */
@Component
class StripeApi {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final @Nullable Stripe settings;
    private final @Nullable StripeClient client;

    StripeApi(Settings settings) {
        this.settings = settings.stripe();
        this.client = this.settings == null ? null : client(this.settings);
    }

    private static StripeClient client(Stripe settings) {
        String api = settings.api().toString();
        StripeClient.StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(api)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(0);
        boolean elsewhere = !api.equals(com.stripe.Stripe.LIVE_API_BASE);
        if (elsewhere) {
            builder.setFilesBase(api).setConnectBase(api).setMeterEventsBase(api);
        }
        return builder.build();
    }

    /** A question to Stripe. */
    interface Question<T> {
        T put(StripeClient client) throws StripeException;
    }

    /** Null where Stripe is not used here. */
    @Nullable
    Stripe settings() {
        return settings;
    }

    /** Asks something that changes nothing. @param account whose books, null for the operator's */
    RequestOptions reading(@Nullable String account) {
        return options(account).build();
    }

    /** Asks for a change, once under this key. */
    RequestOptions once(String key, @Nullable String account) {
        return options(account).setIdempotencyKey(key).build();
    }

    private RequestOptions.RequestOptionsBuilder options(@Nullable String account) {
        RequestOptions.RequestOptionsBuilder options = RequestOptions.builder();
        return account == null ? options : options.setStripeAccount(account);
    }

    /**
     * @throws ProviderUnreachable when nobody knows what happened
     * @throws StripeRefusal when Stripe said no
     */
    <T> T ask(Question<T> question) {
        if (client == null) {
            throw new ProviderUnreachable("Stripe is not set up here", null);
        }
        try {
            return question.put(client);
        } catch (StripeException e) {
            throw isAnswer(e) ? new StripeRefusal(e) : new ProviderUnreachable("Stripe: " + e.getMessage(), e);
        }
    }

    /**
     * Errors are saved under the key that they came with: one that comes back again is Stripe's last word about it, even
     * where it began as a failure of Stripe's own.
     */
    private static boolean isAnswer(StripeException e) {
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        return switch (e) {
            case InvalidRequestException invalid -> status != CONFLICT;
            case IdempotencyException otherKey -> status != CONFLICT;
            case CardException declined -> true;
            case PermissionException forbidden -> true;
            default -> status >= SERVER_ERROR && isReplayed(e);
        };
    }

    private static boolean isReplayed(StripeException e) {
        StripeError error = e.getStripeError();
        StripeResponse response = error == null ? null : error.getLastResponse();
        return response != null
                && response.headers()
                        .firstValue("Idempotent-Replayed")
                        .orElse("")
                        .equals("true");
    }
}
