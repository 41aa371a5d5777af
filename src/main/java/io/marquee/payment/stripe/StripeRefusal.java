package io.marquee.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import org.jspecify.annotations.Nullable;

/** Stripe answered, and the answer is no: asked again with the same key it would be the same. */
final class StripeRefusal extends ProviderDenied {
    private static final int SERVER_ERROR = 500;

    private final transient @Nullable StripeError error;
    private final boolean breakdown;

    StripeRefusal(StripeException why) {
        super(String.valueOf(why.getMessage()), why);
        this.error = why.getStripeError();
        this.breakdown = why.getStatusCode() != null && why.getStatusCode() >= SERVER_ERROR;
    }

    @Nullable
    StripeError error() {
        return error;
    }

    /** Stripe's word; its kind of error where it gives none. */
    @Override
    public String code() {
        if (error == null) return super.code();
        else return error.getCode() != null ? error.getCode() : String.valueOf(error.getType());
    }

    /** Stripe broke, and says so each time it is asked with this key: it may have done it all the same. */
    boolean isBreakdown() {
        return breakdown;
    }

    boolean isMissing() {
        return code().equals("resource_missing");
    }

    /** Stripe no longer has the customer that was named. */
    boolean isOfGoneCustomer() {
        return isMissing()
                && error != null
                && ("customer".equals(error.getParam()) || words().startsWith("No such customer"));
    }

    /** The key was used for something else before. */
    boolean isKeyOfAnother() {
        return error != null && "idempotency_error".equals(error.getType());
    }

    /**
     * That the key was used for something else does not say what was done then.
     *
     * @throws ProviderUnreachable since nobody knows
     */
    StripeRefusal orUnknown() {
        if (isKeyOfAnother()) throw new ProviderUnreachable("Stripe: " + getMessage(), this);
        return this;
    }

    /** What it stands at, where Stripe says so together with its no. */
    @Nullable
    PaymentIntent intent() {
        return error == null ? null : error.getPaymentIntent();
    }

    /** Likewise, of a card to be set up. */
    @Nullable
    SetupIntent setup() {
        return error == null ? null : error.getSetupIntent();
    }

    /** Stripe's words, for people. */
    String words() {
        return error == null || error.getMessage() == null ? String.valueOf(getMessage()) : error.getMessage();
    }
}
