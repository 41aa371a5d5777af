package io.marquee.integration;

/** How far an import is. A draft waits for a person to confirm its mapping. */
public enum ImportState {
    DRAFT,
    QUEUED,
    RUNNING,
    DONE
}
