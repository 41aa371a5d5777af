package io.marquee.platform.tenancy;

import io.marquee.kernel.OrganizationId;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The actor of the running request or job. A transaction states it when it begins; when the actor changes inside a
 * transaction, the new one is stated at once and the old one again afterwards.
 */
@Component
public class Acting {
    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();
    private static final ScopedValue<String> ORIGIN = ScopedValue.newInstance();

    private final DataSource dataSource;

    Acting(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return {@link Actor#NOBODY} where nobody said who acts */
    public static Actor current() {
        return ACTOR.orElse(Actor.NOBODY);
    }

    public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        // whoever acts already was stated already: commands that call one another cost no round trips for it
        if (actor.equals(current())) return work.get();
        StatedActor.state(dataSource, actor);
        try {
            return ScopedValue.where(ACTOR, actor).call(work::get);
        } finally {
            StatedActor.restate(dataSource, current());
        }
    }

    public void as(Actor actor, Runnable work) {
        this.<@Nullable Void>as(actor, () -> {
            work.run();
            return null;
        });
    }

    /** Acts as the system for one organization, on behalf of whoever acts now. */
    public <T extends @Nullable Object> T asSystem(OrganizationId organization, Supplier<T> work) {
        return as(new Actor.System(organization, cause()), work);
    }

    public void asSystem(OrganizationId organization, Runnable work) {
        as(new Actor.System(organization, cause()), work);
    }

    /** Acts for the whole platform: for signing in, jobs and the administrator's pages, each of which is listed as such. */
    public <T extends @Nullable Object> T asPlatform(Supplier<T> work) {
        return as(new Actor.System(null, cause()), work);
    }

    public void asPlatform(Runnable work) {
        as(new Actor.System(null, cause()), work);
    }

    /** The network address that the running request came from; empty for jobs. */
    static String origin() {
        return ORIGIN.orElse("");
    }

    /** Binds another actor for everything in the work, which still comes from where the request came from. */
    public static <X extends Exception> void request(Actor actor, ThrowingRunnable<X> work) throws X {
        request(actor, origin(), work);
    }

    /**
     * Binds the actor of a request for everything in it; needs no transaction.
     *
     * @param origin the network address that it comes from
     */
    public static <X extends Exception> void request(Actor actor, String origin, ThrowingRunnable<X> work) throws X {
        ScopedValue.where(ACTOR, actor).where(ORIGIN, origin).<@Nullable Void, X>call(() -> {
            work.run();
            return null;
        });
    }

    /** @param <X> what the work may throw */
    @FunctionalInterface
    public interface ThrowingRunnable<X extends Exception> {
        void run() throws X;
    }

    /** Whose request it is, also where the system acts on behalf of them; null where the system acts by itself. */
    public static @Nullable Actor cause() {
        return switch (current()) {
            case Actor.System system -> system.onBehalfOf();
            case Actor.Nobody ignored -> null;
            case Actor other -> other;
        };
    }
}
