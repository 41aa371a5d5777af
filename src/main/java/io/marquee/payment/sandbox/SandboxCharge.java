package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of payment.sandbox_charges. Whoever knows its id may pay it. */
record SandboxCharge(
        String id,
        String reference,
        ChargeState state,
        Money amount,
        String description,
        String email,
        String returnUrl,
        @Nullable String cardNumber,
        @Nullable String declineCode,
        @Nullable Instant settlesAt,
        @Nullable Instant disputedAt,
        Instant expiresAt,
        boolean capturesLater,
        @Nullable String customer,
        boolean keepsCard,
        @Nullable String cardExpires,
        boolean setsUp) {

    static SandboxCharge read(ResultSet row, int number) throws SQLException {
        return new SandboxCharge(
                row.getString("id"),
                row.getString("reference"),
                Wire.parse(ChargeState.class, row.getString("state")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("description"),
                row.getString("email"),
                row.getString("return_url"),
                row.getString("card"),
                row.getString("decline_code"),
                instant(row, "settles_at"),
                instant(row, "disputed_at"),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("captures_later"),
                row.getString("customer_id"),
                row.getBoolean("keeps_card"),
                row.getString("card_expires"),
                row.getBoolean("sets_up"));
    }

    Optional<TestCard> card() {
        return Optional.ofNullable(cardNumber).flatMap(TestCard::of);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
