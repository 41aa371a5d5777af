package io.marquee.platform.jobs;

import java.util.Collection;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A job's pass over many: what fails for one is not the others' fate. */
public final class EachAlone {
    private EachAlone() {}

    /**
     * @param work answers how much it did
     * @return how much was done for all
     * @throws RuntimeException the first failure, with the later ones beside it, once everybody had their turn
     */
    public static <T> int sum(Collection<T> all, ToIntFunction<T> work) {
        int done = 0;
        @Nullable RuntimeException failure = null;
        for (T one : all) {
            try {
                done += work.applyAsInt(one);
            } catch (RuntimeException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
        return done;
    }
}
