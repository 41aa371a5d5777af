package io.marquee.identity.api;

import io.marquee.identity.Administrators;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.identity.PlatformRole;
import io.marquee.identity.ProfileEdit;
import io.marquee.identity.Profiles;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who one is. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeApi {
    private final People people;
    private final Profiles profiles;
    private final Administrators administrators;

    MeApi(People people, Profiles profiles, Administrators administrators) {
        this.people = people;
        this.profiles = profiles;
        this.administrators = administrators;
    }

    /**
     * @param verified whether the address is confirmed
     * @param locale a language tag
     * @param timeZone an IANA name
     * @param roles on the platform, beside attendee
     */
    record Me(
            PersonId id,
            EmailAddress email,
            boolean verified,
            String name,
            @Nullable UUID avatar,
            @Nullable String company,
            @Nullable String phone,
            String locale,
            String timeZone,
            List<PlatformRole> roles) {}

    @GetMapping
    @Operation(summary = "Tell who you are, with your profile")
    Me show() {
        return me(people.me());
    }

    /** What is left out stays as it is. */
    record Change(
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "Lind & Co") @Nullable String company,
            @Schema(example = "+351 21 000 0000") @Nullable String phone,
            @Schema(example = "de") @Nullable String locale,
            @Schema(example = "Europe/Lisbon") @Nullable String timeZone) {

        ProfileEdit over(PersonView me) {
            return new ProfileEdit(
                    name == null ? me.name() : name,
                    company == null ? Objects.requireNonNullElse(me.company(), "") : company,
                    phone == null ? Objects.requireNonNullElse(me.phone(), "") : phone,
                    locale == null ? me.locale().toLanguageTag() : locale,
                    timeZone == null ? me.timeZone().getId() : timeZone);
        }
    }

    @PatchMapping
    @Operation(summary = "Change your profile; an empty company or phone removes it")
    Me change(@RequestBody Change change) {
        return me(profiles.edit(change.over(people.me())));
    }

    private Me me(PersonView person) {
        return new Me(
                person.id(),
                person.email(),
                person.verified(),
                person.name(),
                person.avatar(),
                person.company(),
                person.phone(),
                person.locale().toLanguageTag(),
                person.timeZone().getId(),
                administrators.rolesOf(person.id()));
    }
}
