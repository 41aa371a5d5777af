package io.marquee.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SessionsTest {
    @Autowired
    private Sessions sessions;

    @Autowired
    private Actors actors;

    @Autowired
    private Acting acting;

    @Autowired
    private PeopleFixture people;

    @Test
    void a_token_stands_for_its_person_until_it_is_ended() {
        PersonId ada = people.person("Ada");
        String token = people.token(ada);

        assertThat(Objects.requireNonNull(actors.bySession(token)).person()).isEqualTo(ada);

        sessions.end(token);
        assertThat(actors.bySession(token)).isNull();
    }

    @Test
    void two_sessions_never_share_a_token() {
        PersonId ada = people.person("Ada");
        assertThat(people.token(ada)).isNotEqualTo(people.token(ada));
    }

    @Test
    void a_person_sees_and_ends_their_own_sessions_alone() {
        PersonId ada = people.person("Ada");
        PersonId bob = people.person("Bob");
        String token = people.token(ada);
        List<SessionView> adas = acting.as(people.actor(ada), () -> sessions.mine(token));
        SessionView current =
                adas.stream().filter(SessionView::current).findFirst().orElseThrow();

        assertThat(acting.as(people.actor(bob), () -> sessions.mine(token)))
                .noneMatch(SessionView::current)
                .extracting(SessionView::id)
                .doesNotContain(current.id());
        assertThatThrownBy(() -> acting.as(people.actor(bob), () -> sessions.revoke(current.id())))
                .isInstanceOf(NotFound.class);
        assertThat(actors.bySession(token)).isNotNull();

        acting.as(people.actor(ada), () -> sessions.revoke(current.id()));
        assertThat(actors.bySession(token)).isNull();
    }

    @Test
    void ending_the_others_leaves_this_one() {
        PersonId ada = people.person("Ada");
        String here = people.token(ada);
        String there = people.token(ada);

        sessions.revokeOthers(ada, here);

        assertThat(actors.bySession(here)).isNotNull();
        assertThat(actors.bySession(there)).isNull();
    }

    @Test
    void a_confirmed_address_is_part_of_who_acts_and_an_unconfirmed_one_is_not() {
        String email = PeopleFixture.address("unsure");
        PersonId unsure = people.unconfirmed(email, null);
        assertThat(people.actor(unsure).verifiedEmail()).isNull();

        Actor.Person ada = people.actor(people.person("Ada"));
        assertThat(ada.verifiedEmail()).endsWith("@example.org");
        assertThat(ada.administrator()).isFalse();
    }
}
