package io.marquee.organization;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slugs;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Making organizations. */
@Component
public class Organizations {
    static final int LONGEST_NAME = 120;
    private static final int NUMBERED = 20;
    private static final int DEFAULT_HUE = 52;

    private final OrganizationRows rows;
    private final Standings standings;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    Organizations(OrganizationRows rows, Standings standings, People people, Acting acting, Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    /** Makes an organization of which the person is the owner. @throws io.marquee.kernel.InvalidInput on a bad name */
    @Transactional
    public OrganizationView create(PersonId owner, String name) {
        InvalidInput.Gatherer problems = InvalidInput.gather();
        checkName(problems, name);
        problems.orThrow();
        return make(owner, name.strip(), false);
    }

    /** The person's personal organization, made on the first call. */
    @Transactional
    public OrganizationView personal(PersonId owner) {
        return rows.personalOf(owner).orElseGet(() -> {
            PersonView person = people.byIds(List.of(owner)).get(owner);
            if (person == null) throw new NotFound("person");
            return make(owner, person.name(), true);
        });
    }

    static void checkName(InvalidInput.Gatherer problems, String name) {
        problems.check(!name.isBlank(), "name", "required");
        problems.check(name.strip().length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME);
        problems.check(name.chars().noneMatch(Character::isISOControl), "name", "one_line");
    }

    private OrganizationView make(PersonId owner, String name, boolean personal) {
        OrganizationId id = OrganizationId.next();
        OrganizationView made = acting.asSystem(id, () -> insert(id, owner, name, personal));
        people.becomesOrganizer(owner);
        return made;
    }

    private OrganizationView insert(OrganizationId id, PersonId owner, String name, boolean personal) {
        for (String slug : slugs(Slugs.of(name, "organization")).toList()) {
            OrganizationView view = new OrganizationView(id, slug, name, "", null, null, DEFAULT_HUE, personal);
            if (rows.insert(view, owner, clock.instant())) {
                standings.join(id, owner, OrganizationRole.OWNER);
                return view;
            }
            // made by another request of theirs at the same time
            Optional<OrganizationView> other = personal ? rows.personalOf(owner) : Optional.empty();
            if (other.isPresent()) return other.get();
        }
        throw new IllegalStateException("no slug was free for " + name);
    }

    /** The name's own, then numbered ones, then some that nobody else is likely to have. */
    private static Stream<String> slugs(String base) {
        return Stream.concat(
                IntStream.rangeClosed(1, NUMBERED).mapToObj(n -> n == 1 ? base : base + "-" + n),
                ThreadLocalRandom.current()
                        .longs(5, 1_000_000, 1_000_000_000)
                        .mapToObj(n -> base + "-" + Long.toString(n, Character.MAX_RADIX)));
    }
}
