package io.marquee.event;

import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class PublishedEventsTest {
    @Autowired
    PublishedEvents published;

    @Autowired
    EventTable table;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    Acting acting;

    @Autowired
    EventFixture fixture;

    OrganizationId organization;

    @BeforeEach
    void anOrganization() {
        organization = fixture.organization();
    }

    @Test
    void what_was_edited_is_seen_within_a_second() {
        EventView event = fixture.published(organization);
        assertThat(reads.published(event.slug()).details().city()).isEqualTo("Lisbon");

        acting.as(
                owner(organization),
                () -> events.edit(
                        event.id(), event.details().but().city("Porto").build(), event.version()));

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(1))
                .until(() ->
                        "Porto".equals(reads.published(event.slug()).details().city()));
    }

    @Test
    void a_cancellation_is_seen_at_once_on_the_node_that_made_it() {
        EventView event = fixture.published(organization);
        reads.published(event.slug());
        reads.published(event.id().toString());

        acting.as(owner(organization), () -> events.cancel(event.id(), "Storm"));

        assertThat(reads.published(event.slug()).state()).isEqualTo(EventState.CANCELLED);
        assertThat(reads.published(event.id().toString()).state()).isEqualTo(EventState.CANCELLED);
    }

    @Test
    void however_many_ask_at_once_it_is_read_once() throws Exception {
        EventView event = fixture.published(organization);
        AtomicInteger reads = new AtomicInteger();
        PublishedEvents counted = new PublishedEvents(table, acting, transaction) {
            @Override
            public @Nullable EventView find(String idOrSlug) {
                reads.incrementAndGet();
                return super.find(idOrSlug);
            }
        };
        Callable<EventView> visit = () -> counted.kept(event.slug());

        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<EventView> visited : visitors.invokeAll(Collections.nCopies(500, visit))) {
                assertThat(visited.get().id()).isEqualTo(event.id());
            }
        }

        assertThat(reads).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"MEMBERS", "PRIVATE"})
    void what_is_not_for_everybody_is_not_found_even_by_its_owner(Visibility visibility) {
        EventView event =
                fixture.published(organization, concert().visibility(visibility).build());

        acting.as(
                owner(organization),
                () -> assertThatThrownBy(() -> published.kept(event.slug())).isInstanceOf(NotFound.class));
    }

    @Test
    void drafts_and_cancelled_drafts_are_not_found() {
        EventView draft = fixture.draft(organization);
        EventView given = fixture.draft(organization);
        acting.as(owner(organization), () -> events.cancel(given.id(), "Never mind"));

        for (EventView hidden : List.of(draft, given)) {
            assertThatThrownBy(() -> published.kept(hidden.slug())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> published.kept(hidden.id().toString())).isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nothing-by-this-name", "'; drop", "\u0000", "../x", "00000000-0000-0000-0000-000000000000"})
    void what_is_no_address_is_not_found(String address) {
        assertThatThrownBy(() -> published.kept(address)).isInstanceOf(NotFound.class);
    }
}
