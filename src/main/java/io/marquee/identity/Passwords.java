package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Which passwords we take, and how they are kept: Argon2id, with the algorithm's name in front so that it can change. */
@Component
class Passwords {
    static final int SHORTEST = 10;

    /** Hashing takes time with the length: nobody shall keep the processor busy with a novel. */
    static final int LONGEST = 200;

    private static final int SALT = 16;
    private static final int HASH = 32;

    private final PasswordEncoder encoder;
    private final CommonPasswords common = CommonPasswords.load();

    /** Compared with where there is no password, so that the answer takes as long as it takes where there is one. */
    private final String nobodys;

    /** @param cost another one than usual, for tests, which hash a lot and guard nothing */
    Passwords(ObjectProvider<HashingCost> cost) {
        HashingCost chosen = cost.getIfAvailable(() -> HashingCost.USUAL);
        encoder = new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        new Argon2PasswordEncoder(SALT, HASH, 1, chosen.memory(), chosen.iterations()),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
        nobodys = encoder.encode(SecretToken.next("").text());
    }

    /** @param field of the form that it was typed into */
    void check(InvalidInput.Gatherer problems, String field, String password, @Nullable EmailAddress email) {
        int length = password.codePointCount(0, password.length());
        problems.check(length >= SHORTEST, field, "password_too_short", SHORTEST);
        problems.check(length <= LONGEST, field, "password_too_long", LONGEST);
        if (length >= SHORTEST && length <= LONGEST) {
            problems.check(!isLike(password, email), field, "password_is_address");
            problems.check(!common.contains(password), field, "password_common");
        }
    }

    private static boolean isLike(String password, @Nullable EmailAddress email) {
        String typed = password.strip().toLowerCase(Locale.ROOT);
        return email != null
                && (typed.equals(email.value())
                        || typed.equals(email.value().substring(0, email.value().indexOf('@'))));
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Takes the same time for a person without a password, and for nobody. */
    boolean matches(String password, @Nullable PersonRow person) {
        String hash = person == null || person.passwordHash() == null ? nobodys : person.passwordHash();
        boolean equal = password.length() <= 2 * LONGEST && encoder.matches(password, hash);
        return equal && !hash.equals(nobodys);
    }

    /** Whether the hash is made in an older way than we make them now. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
