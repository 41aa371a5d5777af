package io.marquee.identity;

import io.marquee.kernel.Refusal;
import java.time.Duration;
import java.util.Map;

/** Why a command on an account was refused. */
public abstract sealed class IdentityRefused extends Refusal {

    private IdentityRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** No account has this address and this password: which of the two is wrong is not told. */
    public static final class WrongCredentials extends IdentityRefused {
        public WrongCredentials() {
            super(Kind.UNAUTHENTICATED, "wrong_credentials");
        }
    }

    /** A mailed link that was used before, is too old, or never was one of ours. */
    public static final class LinkNotGood extends IdentityRefused {
        public LinkNotGood() {
            super(Kind.NOT_FOUND, "link_not_good");
        }
    }

    /** The link belongs to another account than the one that is signed in. */
    public static final class LinkOfAnother extends IdentityRefused {
        public LinkOfAnother() {
            super(Kind.CONFLICT, "link_of_another");
        }
    }

    /** This needs an address that was confirmed. */
    public static final class AddressUnconfirmed extends IdentityRefused {
        public AddressUnconfirmed() {
            super(Kind.FORBIDDEN, "address_unconfirmed");
        }
    }

    /** Too many tries from this address or on this account. */
    public static final class TooManyTries extends IdentityRefused {
        private final long seconds;

        TooManyTries(Duration wait) {
            super(
                    Kind.TOO_MANY,
                    "too_many_tries",
                    Math.max(1, wait.plusSeconds(59).toMinutes()));
            this.seconds = Math.max(1, wait.toSeconds());
        }

        /** {@code retryAfter}: seconds to wait. */
        @Override
        public Map<String, Object> facts() {
            return Map.of("retryAfter", seconds);
        }
    }
}
