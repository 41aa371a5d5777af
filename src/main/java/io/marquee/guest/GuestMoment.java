package io.marquee.guest;

import io.marquee.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a guest.
 *
 * @param kind "state" for a move of the state; else note, sent, bounced, opened, clicked, reminded, muted, bought, ticket_gone, imported, merged
 * @param state where it moved to; empty where it is no move
 * @param words the note, the ticket type, or why it moved
 * @param by null where it happened by itself, or the guest did it without an account
 */
public record GuestMoment(
        String kind, String state, String words, @Nullable PersonId by, Instant at) {}
