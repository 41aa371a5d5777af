package io.marquee.wallet;

import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What phones ask of those who give out Apple's passes: "Adding a Web Service to Update Passes" in Apple's documentation. They prove by
 * a pass's token that they keep it.
 */
@Component
public class ApplePhones {
    private static final String SCHEME = "ApplePass ";
    private static final int LONGEST_DEVICE = 200;
    private static final int LONGEST_TOKEN = 500;

    /** Nobody has more; who registers more has the earlier ones forgotten. */
    private static final int MOST_PHONES = 20;

    private final PassRows rows;
    private final PassMaking making;
    private final Passes passes;
    private final Acting acting;

    ApplePhones(PassRows rows, PassMaking making, Passes passes, Acting acting) {
        this.rows = rows;
        this.making = making;
        this.passes = passes;
        this.acting = acting;
    }

    /** @param lastUpdated to be sent back with the next question */
    public record Changed(String lastUpdated, List<String> serialNumbers) {}

    /**
     * @return whether it is new; null where the phone has not proved that it keeps the pass
     * @throws InvalidInput at {@code pushToken}
     */
    @Transactional
    public @Nullable Boolean register(
            String device, String type, String serial, @Nullable String authorization, @Nullable String pushToken) {
        return acting.asPlatform(() -> {
            PassRows.Pass pass = proved(type, serial, authorization);
            if (pass == null) return null;
            InvalidInput.gather()
                    .check(!device.isBlank() && device.length() <= LONGEST_DEVICE, "device", "length")
                    .check(
                            pushToken != null && pushToken.matches("[!-~]+") && pushToken.length() <= LONGEST_TOKEN,
                            "pushToken",
                            "required")
                    .orThrow();
            if (rows.phones(pass.serial()) >= MOST_PHONES) rows.forgetAll(pass.serial());
            return rows.register(device, pass, String.valueOf(pushToken));
        });
    }

    /** @return false where the phone has not proved that it keeps the pass */
    @Transactional
    public boolean unregister(String device, String type, String serial, @Nullable String authorization) {
        return acting.asPlatform(() -> {
            PassRows.Pass pass = proved(type, serial, authorization);
            if (pass != null) rows.unregister(device, pass.serial());
            return pass != null;
        });
    }

    /** @param since as it was answered before; null where there is no news */
    @Transactional(readOnly = true)
    public @Nullable Changed changed(String device, String type, @Nullable String since) {
        if (!passes.isType(type)) return null;
        List<PassRows.Pass> changed = asked(() -> rows.changed(device, instant(since)));
        return changed.isEmpty()
                ? null
                : new Changed(
                        String.valueOf(changed.getLast().changedAt().toEpochMilli()),
                        changed.stream().map(pass -> pass.serial().toString()).toList());
    }

    /** @return the pass as it is now; null where the phone has not proved that it keeps it */
    @Transactional(readOnly = true)
    public byte @Nullable [] latest(String type, String serial, @Nullable String authorization) {
        PassRows.Pass pass = asked(() -> proved(type, serial, authorization));
        return pass == null ? null : passes.file(making.facts(pass));
    }

    private <T extends @Nullable Object> T asked(Supplier<T> work) {
        return acting.asPlatform(work);
    }

    private PassRows.@Nullable Pass proved(String type, String serial, @Nullable String authorization) {
        PassSerial named = PassSerial.parse(serial);
        if (named == null || !passes.isType(type) || authorization == null || !authorization.startsWith(SCHEME)) {
            return null;
        }
        byte[] token = authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        boolean right = MessageDigest.isEqual(token, making.token(named).getBytes(StandardCharsets.UTF_8));
        return right ? rows.find(named) : null;
    }

    private static Instant instant(@Nullable String since) {
        try {
            return since == null
                    ? Instant.EPOCH
                    : Instant.ofEpochMilli(Math.clamp(Long.parseLong(since), 0, 253_402_300_799_000L));
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }
}
