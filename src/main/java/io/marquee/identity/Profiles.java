package io.marquee.identity;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Languages;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What people say of themselves. */
@Component
public class Profiles {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,30}");
    private static final int LONGEST_COMPANY = 120;

    private final Persons persons;
    private final People people;
    private final MediaLibrary media;
    private final Access access;
    private final TransactionOperations transactions;

    Profiles(Persons persons, People people, MediaLibrary media, Access access, TransactionOperations transactions) {
        this.persons = persons;
        this.people = people;
        this.media = media;
        this.access = access;
        this.transactions = transactions;
    }

    /** Changes the profile of the person who acts. @throws InvalidInput */
    @Transactional
    public PersonView edit(ProfileEdit typed) {
        InvalidInput.Gatherer problems = InvalidInput.gather();
        AccountForm.checkName(problems, typed.name());
        problems.check(typed.company().strip().length() <= LONGEST_COMPANY, "company", "too_long", LONGEST_COMPANY);
        problems.check(typed.company().chars().noneMatch(Character::isISOControl), "company", "one_line");
        problems.check(typed.phone().isBlank() || isPhone(typed.phone()), "phone", "phone");
        problems.check(isOffered(typed.locale()), "locale", "value");
        problems.check(
                ZoneId.getAvailableZoneIds().contains(typed.timeZone()),
                "timeZone",
                "unknown_time_zone",
                typed.timeZone());
        problems.orThrow();
        PersonView me = people.me();
        PersonView changed = new PersonView(
                me.id(),
                me.email(),
                me.verified(),
                typed.name().strip(),
                me.avatar(),
                orNull(typed.company()),
                orNull(typed.phone()),
                Locale.forLanguageTag(typed.locale()),
                ZoneId.of(typed.timeZone()));
        persons.setProfile(changed);
        return changed;
    }

    /**
     * Takes a picture of the person who acts.
     *
     * @throws InvalidInput at {@code avatar} when it is no picture that we take
     */
    public void setAvatar(byte[] picture) {
        PersonId me = access.personId();
        ImageView image = media.add("avatar", null, picture);
        transactions.executeWithoutResult(status -> persons.setAvatar(me, image.id()));
    }

    public void removeAvatar() {
        PersonId me = access.personId();
        transactions.executeWithoutResult(status -> persons.setAvatar(me, null));
    }

    private static boolean isPhone(String typed) {
        return PHONE.matcher(typed.strip()).matches()
                && typed.chars().filter(Character::isDigit).count() >= 5;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static boolean isOffered(String locale) {
        return Languages.ALL.stream().anyMatch(one -> one.toLanguageTag().equals(locale));
    }
}
