package io.marquee.integration;

/** How a file is written: a JSON object a line, or comma-separated values with a header. */
public enum ImportFormat {
    NDJSON,
    CSV
}
