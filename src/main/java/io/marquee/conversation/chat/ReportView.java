package io.marquee.conversation.chat;

import java.time.Instant;

/**
 * That somebody finds a message wrong.
 *
 * @param by the name of whoever reported it
 */
public record ReportView(MessageView message, String by, String reason, Instant at) {}
