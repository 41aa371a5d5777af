package io.marquee.identity;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to get an account.
 *
 * @param password null or empty for an account that signs in by mailed links alone
 */
public record NewAccount(
        String email, String name, @Nullable String password, Locale locale, ZoneId timeZone) {
    @Override
    public String toString() {
        return "NewAccount[" + email + "]";
    }
}
