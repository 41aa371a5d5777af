package io.marquee.platform.mail;

import io.marquee.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes one letter to many from modules that stand below the one that sends them; a batch costs a few statements. */
public interface Circulation {

    /** Whom of these addresses a circular would reach, by what they chose and what came back. */
    Reach reach(Circular circular, Collection<String> emails);

    /** Of these addresses those that get no mail about a topic, and why, on the wire: bounced, complained, unsubscribed, unwanted. */
    Map<String, String> against(OrganizationId organization, Topic topic, Collection<String> emails);

    /**
     * Takes a batch in the transaction under way: it goes out if and only if that commits. Whoever has it by the same cause already
     * is left out.
     */
    Reach hand(Circular circular, List<Copy> copies);

    /**
     * What became of the mails of a circular so far: how many are in each state, as on the wire; and how many were opened and clicked,
     * where any of them may tell.
     */
    Map<String, Integer> fates(UUID circular);

    /**
     * What its copies have in common.
     *
     * @param kind such as {@code blast}
     * @param topic an {@linkplain Topic#optional() optional} one
     * @param byEmail whether it goes by mail
     * @param inApp whether it is told within the product, to those who have an account
     */
    record Circular(UUID id, String kind, Topic topic, OrganizationId organization, boolean byEmail, boolean inApp) {
        public Circular {
            if (!topic.optional()) throw new IllegalArgumentException(topic + " is not optional");
        }
    }

    /** @param cause one cause makes one copy, however often it is handed over */
    record Copy(String cause, String email, Letter letter) {}

    /**
     * How many.
     *
     * @param mailed get a mail
     * @param told are told within the product
     * @param nobody get neither
     */
    record Reach(int mailed, int told, int nobody) {
        public static final Reach NONE = new Reach(0, 0, 0);

        public Reach plus(Reach other) {
            return new Reach(mailed + other.mailed, told + other.told, nobody + other.nobody);
        }
    }
}
