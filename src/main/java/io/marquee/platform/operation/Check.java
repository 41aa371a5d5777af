package io.marquee.platform.operation;

import java.util.List;

/**
 * A part of {@code bin/doctor}. The doctor finds every class that implements this, in any module, and makes it without
 * starting the application: a constructor may ask for {@code Settings} and {@code Clock}, and for nothing else.
 * {@code @Order} says where its lines stand.
 */
public interface Check {

    /** Looks, changes nothing, and tells what it found; it may throw, which counts as a failure. */
    List<Finding> examine() throws Exception;
}
