package io.marquee.guest;

import io.marquee.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a guest.
 *
 * @param kind "state" for a move of the state; order, approval, ticket and transfer for moves of those; came_in, went_out, used (a list within the event), refused
 *     and undone at a gate; mail_queued, mail_withheld, mail_sent, mail_failed, mail_bounced, mail_opened and mail_clicked; chat_joined, chat_message
 *     and chat_muted; else note, sent, bounced, opened, clicked, reminded, muted, bought, ticket_gone, imported,
 *     merged, tagged, untagged, shared, link_renewed
 * @param state where it moved to, or the verdict; empty where it is nothing of these
 * @param words the note, the tag, the ticket type, the gate, a mail's subject, from whom to whom, or why it moved
 * @param by null where it happened by itself, or the guest did it without an account
 */
public record GuestMoment(
        String kind, String state, String words, @Nullable PersonId by, Instant at) {}
