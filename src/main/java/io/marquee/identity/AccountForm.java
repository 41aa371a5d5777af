package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A {@link NewAccount} whose every field is as it must be. */
record AccountForm(PersonView person, @Nullable String password) {
    static final int LONGEST_NAME = 120;

    /** @param verified whether the address is known to be theirs */
    static AccountForm of(NewAccount typed, boolean verified, Passwords passwords) {
        boolean isAddress = EmailAddress.isValid(typed.email());
        EmailAddress email = isAddress ? EmailAddress.of(typed.email()) : null;
        String password = typed.password() == null || typed.password().isEmpty() ? null : typed.password();
        InvalidInput.Gatherer problems = InvalidInput.gather();
        problems.check(isAddress, "email", "email");
        checkName(problems, typed.name());
        if (password != null) {
            passwords.check(problems, "password", password, email);
        }
        problems.orThrow();
        if (email == null) throw InvalidInput.at("email", "email");
        return new AccountForm(
                new PersonView(
                        PersonId.next(),
                        email,
                        verified,
                        typed.name().strip(),
                        null,
                        null,
                        null,
                        typed.locale(),
                        typed.timeZone()),
                password);
    }

    static void checkName(InvalidInput.Gatherer problems, String name) {
        problems.check(!name.isBlank(), "name", "required");
        problems.check(name.strip().length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME);
        problems.check(name.chars().noneMatch(Character::isISOControl), "name", "one_line");
    }

    @Override
    public String toString() {
        return "AccountForm[" + person.id() + "]";
    }
}
