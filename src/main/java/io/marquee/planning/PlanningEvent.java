package io.marquee.planning;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import java.time.Instant;
import java.util.List;

/** What the planning of an event has to tell people. Published inside the transaction that notes it as told. */
public sealed interface PlanningEvent {

    /** Tasks of one person, or of the team that the person belongs to, are late. @param titles in the order of their days */
    record TasksOverdue(EventId event, OrganizationId organization, PersonId person, List<String> titles, Instant at)
            implements PlanningEvent {}

    /** Tasks are due soon and nobody's own. @param people in charge @param titles in the order of their days */
    record TasksAtRisk(
            EventId event, OrganizationId organization, List<PersonId> people, List<String> titles, Instant at)
            implements PlanningEvent {}

    /** @param people of the team @param size how many could be sold */
    record MilestoneReached(
            EventId event,
            OrganizationId organization,
            Milestone milestone,
            int sold,
            int size,
            List<PersonId> people,
            Instant at)
            implements PlanningEvent {}
}
