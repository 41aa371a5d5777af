package io.marquee.identity;

import io.marquee.kernel.InvalidInput;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say of themselves. */
@Component
public class Profiles {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,30}");
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final int LONGEST_COMPANY = 120;

    private final Persons persons;
    private final People people;

    Profiles(Persons persons, People people) {
        this.persons = persons;
        this.people = people;
    }

    /** Changes the profile of the person who acts. @throws InvalidInput */
    @Transactional
    public PersonView edit(ProfileEdit typed) {
        InvalidInput.Gatherer problems = InvalidInput.gather();
        AccountForm.checkName(problems, typed.name());
        problems.check(typed.company().strip().length() <= LONGEST_COMPANY, "company", "too_long", LONGEST_COMPANY);
        problems.check(typed.company().chars().noneMatch(Character::isISOControl), "company", "one_line");
        problems.check(typed.phone().isBlank() || isPhone(typed.phone()), "phone", "phone");
        problems.check(LANGUAGES.contains(typed.locale()), "locale", "value");
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

    /** @param image the id of an uploaded image, or null for none */
    @Transactional
    public void setAvatar(@Nullable UUID image) {
        persons.setAvatar(people.me().id(), image);
    }

    private static boolean isPhone(String typed) {
        return PHONE.matcher(typed.strip()).matches()
                && typed.chars().filter(Character::isDigit).count() >= 5;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
