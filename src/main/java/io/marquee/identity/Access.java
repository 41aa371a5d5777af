package io.marquee.identity;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Unauthenticated;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import org.springframework.stereotype.Component;

/**
 * May whoever acts do this here? The one place that answers it, for pages, the API, jobs and tools alike, from the
 * roles that the {@link Actor} came with and the table in {@link Permission}. Queries load through {@link #reach}.
 */
@Component
public class Access {

    public boolean may(Permission permission, OrganizationId organization) {
        return switch (Acting.current()) {
            case Actor.System system -> within(system, organization);
            case Actor.Person person ->
                permission.givenBy(person.organizations().get(organization));
            case Actor.Capability c -> false;
            case Actor.Device d -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }

    public boolean may(Permission permission, OrganizationId organization, EventId event) {
        return may(permission, organization)
                || switch (Acting.current()) {
                    case Actor.Person person ->
                        permission.givenBy(person.events().get(event));
                    case Actor.Device device ->
                        permission == Permission.CHECK_IN && device.event().equals(event);
                    case Actor.System s -> false;
                    case Actor.Capability c -> false;
                    case Actor.Anonymous a -> false;
                    case Actor.Nobody n -> false;
                };
    }

    /** @throws io.marquee.kernel.Refusal not found when the actor has no role there at all, else forbidden */
    public void require(Permission permission, OrganizationId organization) {
        if (!may(permission, organization)) {
            if (Acting.current() instanceof Actor.Device) throw new NotFound("organization");
            Actor.Person person = person();
            throw person.organizations().containsKey(organization)
                    ? new Forbidden(Wire.name(permission))
                    : new NotFound("organization");
        }
    }

    /** @throws io.marquee.kernel.Refusal not found when the actor has no role there at all, else forbidden */
    public void require(Permission permission, OrganizationId organization, EventId event) {
        if (!may(permission, organization, event)) {
            if (Acting.current() instanceof Actor.Device device) throw refused(device, permission, event);
            Actor.Person person = person();
            throw person.organizations().containsKey(organization)
                            || person.events().containsKey(event)
                    ? new Forbidden(Wire.name(permission))
                    : new NotFound("event");
        }
    }

    private static Refusal refused(Actor.Device device, Permission permission, EventId event) {
        return device.event().equals(event) ? new Forbidden(Wire.name(permission)) : new NotFound("event");
    }

    /** Where the actor may do this: what queries of lists load through. */
    public Reach reach(Permission permission) {
        return switch (Acting.current()) {
            case Actor.Person person ->
                new Reach(
                        person.organizations().entrySet().stream()
                                .filter(e -> permission.givenBy(e.getValue()))
                                .map(e -> e.getKey().value())
                                .toArray(java.util.UUID[]::new),
                        person.events().entrySet().stream()
                                .filter(e -> permission.givenBy(e.getValue()))
                                .map(e -> e.getKey().value())
                                .toArray(java.util.UUID[]::new));
            default -> Reach.NOWHERE;
        };
    }

    /** @throws io.marquee.kernel.Refusal unless the actor is an administrator of the platform, or the platform itself */
    public void requireAdministrator() {
        boolean platform = Acting.current() instanceof Actor.System system && system.organization() == null;
        if (!platform && !person().administrator()) {
            throw new NotFound("page");
        }
    }

    /** @throws Unauthenticated when nobody is signed in */
    public PersonId personId() {
        return person().person();
    }

    private static Actor.Person person() {
        if (Acting.current() instanceof Actor.Person person) {
            return person;
        }
        throw new Unauthenticated();
    }

    private static boolean within(Actor.System system, OrganizationId organization) {
        return system.organization() == null || system.organization().equals(organization);
    }
}
