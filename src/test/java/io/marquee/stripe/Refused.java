package io.marquee.stripe;

import org.jspecify.annotations.Nullable;

/** An error object, with its status. */
final class Refused extends RuntimeException {
    final int status;
    final Thing error;

    private Refused(int status, String type, @Nullable String code, String message) {
        super(message);
        this.status = status;
        this.error = new Thing().with("type", type).with("message", message);
        if (code != null) {
            error.with("code", code).with("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
    }

    static Refused invalid(@Nullable String code, String message) {
        return new Refused(400, "invalid_request_error", code, message);
    }

    static Refused missing(String param) {
        return invalid("parameter_missing", "Missing required param: " + param + ".")
                .with("param", param);
    }

    static Refused unknown(String what, String id) {
        return new Refused(404, "invalid_request_error", "resource_missing", "No such " + what + ": '" + id + "'")
                .with("param", "id");
    }

    static Refused noSuchUrl(String method, String path) {
        return new Refused(
                404, "invalid_request_error", null, "Unrecognized request URL (" + method + ": " + path + ").");
    }

    static Refused unauthorized() {
        return new Refused(401, "invalid_request_error", null, "Invalid API Key provided.");
    }

    static Refused forbidden(String account) {
        return new Refused(
                403,
                "invalid_request_error",
                "account_invalid",
                "The provided key does not have access to account '" + account + "' (or that account does not exist).");
    }

    static Refused card(String code, @Nullable String declineCode, String message) {
        Refused refused = new Refused(402, "card_error", code, message);
        return declineCode == null ? refused : refused.with("decline_code", declineCode);
    }

    static Refused keyReused() {
        return new Refused(
                400,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.");
    }

    static Refused keyInUse() {
        return new Refused(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key.");
    }

    static Refused limited() {
        return new Refused(429, "invalid_request_error", "rate_limit", "Too many requests.");
    }

    static Refused broken() {
        return new Refused(500, "api_error", null, "Sorry! There was an error while talking to one of our backends.");
    }

    Refused with(String name, @Nullable Object value) {
        error.put(name, value);
        return this;
    }

    Thing body() {
        return new Thing().with("error", error);
    }
}
