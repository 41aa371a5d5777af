package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person with their profile. */
public record PersonView(
        PersonId id,
        EmailAddress email,
        boolean verified,
        String name,
        @Nullable UUID avatar,
        @Nullable String company,
        @Nullable String phone,
        Locale locale,
        ZoneId timeZone) {}
