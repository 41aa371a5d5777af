package io.marquee.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account as its own module knows it.
 *
 * @param passwordHash null: signs in by mailed links alone
 */
record PersonRow(PersonView view, @Nullable String passwordHash, boolean disabled) {
    @Override
    public String toString() {
        return "PersonRow[" + view.id() + "]";
    }
}
