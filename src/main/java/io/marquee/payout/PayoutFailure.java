package io.marquee.payout;

import org.jspecify.annotations.Nullable;

/** Why a bank sent a payout back, as far as its owner can do something about it. */
public enum PayoutFailure {
    CLOSED,
    BLOCKED,
    DETAILS,
    UNSUPPORTED,
    LACKING,
    UNEXPLAINED;

    /** @param code the provider's word */
    public static PayoutFailure of(@Nullable String code) {
        return switch (String.valueOf(code)) {
            case "account_closed", "no_account", "bank_ownership_changed" -> CLOSED;
            case "account_frozen", "bank_account_restricted", "debit_not_authorized" -> BLOCKED;
            case "invalid_account_number",
                    "invalid_account_number_length",
                    "incorrect_account_holder_name",
                    "incorrect_account_holder_address",
                    "incorrect_account_holder_tax_id",
                    "incorrect_account_type" -> DETAILS;
            case "invalid_currency", "unsupported_card", "expired_card" -> UNSUPPORTED;
            case "insufficient_funds" -> LACKING;
            default -> UNEXPLAINED;
        };
    }
}
