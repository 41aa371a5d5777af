package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.marquee.platform.web.security.RequestIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Keeps, in a line above a job's data, the id of the request that caused the job, so that the log of the job bears it. JSON
 * never begins with the mark.
 */
final class TracedSerializer implements Serializer {
    private static final byte MARK = '#';

    /** Where the job that reads its data now wants to know the id; elsewhere, as in a list of jobs, nobody asks. */
    private static final ThreadLocal<Boolean> ASKED = ThreadLocal.withInitial(() -> false);

    private final Serializer json;

    TracedSerializer(Serializer json) {
        this.json = json;
    }

    /** Reads a job's data, and lets this thread's log bear the id that stands with it. */
    static void adoptId(Runnable readData) {
        ASKED.set(true);
        try {
            readData.run();
        } finally {
            ASKED.remove();
        }
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        byte[] plain = json.serialize(data);
        String id = RequestIds.current();
        if (plain == null || id.isEmpty()) return plain;
        byte[] line = ((char) MARK + id + '\n').getBytes(StandardCharsets.UTF_8);
        byte[] traced = Arrays.copyOf(line, line.length + plain.length);
        System.arraycopy(plain, 0, traced, line.length, plain.length);
        return traced;
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        if (stored == null || stored.length == 0 || stored[0] != MARK) return json.deserialize(type, stored);
        int end = 0;
        while (stored[end] != '\n') end++;
        if (ASKED.get()) MDC.put(RequestIds.MDC_KEY, new String(stored, 1, end - 1, StandardCharsets.UTF_8));
        return json.deserialize(type, Arrays.copyOfRange(stored, end + 1, stored.length));
    }
}
