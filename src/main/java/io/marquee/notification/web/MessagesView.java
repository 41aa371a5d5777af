package io.marquee.notification.web;

import java.util.List;

/** What a person gets by which channel, and who may not write to them. */
public record MessagesView(
        List<Row> rows, List<StoppedRow> stopped, boolean digest, boolean tracked, boolean verified) {
    /** @param name what the form sends for it */
    public record Box(String name, String label, boolean checked, boolean fixed) {}

    public record Row(String topic, String hint, List<Box> boxes) {}

    public record StoppedRow(String path, String words) {}
}
