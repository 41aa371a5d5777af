package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent.Letter;
import io.marquee.guest.GuestView.MailState;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking people to come: by mail, each with a link of their own, once; and again where they have not answered. */
@Component
public class Invitations {
    public static final int MOST_AT_ONCE = 10_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(2);

    private final GuestRows rows;
    private final FormerGuests former;
    private final InvitationRows invitations;
    private final Moments moments;
    private final Letters letters;
    private final FirstLanguage language;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Invitations(
            GuestRows rows,
            FormerGuests former,
            InvitationRows invitations,
            Moments moments,
            Letters letters,
            FirstLanguage language,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.former = former;
        this.invitations = invitations;
        this.moments = moments;
        this.letters = letters;
        this.language = language;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param invited who are written to
     * @param known who were asked before, come already, or want no mails
     */
    public record Outcome(int invited, int known) {}

    /**
     * Each is asked once: who was asked before, comes, or asked for no more mails, is left as they are.
     *
     * @param words of the team's; empty for none
     * @param plusOnes how many each may bring; null for as many as the event's rule says
     * @throws InvalidInput at {@code people}, {@code words} or {@code plusOnes}
     */
    @Transactional
    public Outcome invite(EventView event, List<Addressees.Person> people, String words, @Nullable Integer plusOnes) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        InvalidInput.gather()
                .check(!people.isEmpty(), "people", "no_addresses")
                .check(people.size() <= MOST_AT_ONCE, "people", "too_many_guests", MOST_AT_ONCE)
                .check(people.stream().allMatch(one -> EmailAddress.isValid(one.email())), "people", "email")
                .orThrow();
        checked(words, plusOnes);
        Instant now = clock.instant();
        UUID by = Acting.current().id();
        String locale = language.tag();
        return acting.asSystem(event.organization(), () -> {
            List<String> addresses = people.stream()
                    .map(one -> EmailAddress.of(one.email()).value())
                    .toList();
            Map<String, String> moved = former.addresses(event.id(), addresses);
            List<GuestView> fresh = IntStream.range(0, people.size())
                    .mapToObj(i -> Guests.fresh(
                                    event,
                                    moved.getOrDefault(addresses.get(i), addresses.get(i)),
                                    people.get(i).name(),
                                    locale,
                                    GuestState.INVITED,
                                    now)
                            .with(List.of(), plusOnes, List.of()))
                    .toList();
            invitations.insert(fresh);
            List<UUID> asked = invitations.ask(
                    event.id(), fresh.stream().map(GuestView::email).toList(), plusOnes, by, now);
            List<GuestView> invited = rows.locked(event.id(), asked);
            invited.stream()
                    .filter(guest -> guest.state() == GuestState.DECLINED || guest.state() == GuestState.REMOVED)
                    .forEach(guest -> rows.move(guest, GuestState.INVITED, guest.plusOnes(), null, null));
            letters.write(invited, Letter.INVITED, words.strip());
            return new Outcome(invited.size(), people.size() - invited.size());
        });
    }

    static void checked(String words, @Nullable Integer plusOnes) {
        InvalidInput.gather()
                .check(words.length() <= LONGEST_WORDS, "words", "too_long", LONGEST_WORDS)
                .check(words.indexOf('\0') < 0, "words", "value")
                .check(
                        plusOnes == null || plusOnes >= 0 && plusOnes <= Places.MOST_PLUS_ONES,
                        "plusOnes",
                        "range",
                        0,
                        Places.MOST_PLUS_ONES)
                .orThrow();
    }

    /** How many {@link #remind} would write to. */
    @Transactional(readOnly = true)
    public int silent(EventView event) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return invitations
                .silent(event.id(), clock.instant().minus(BETWEEN_REMINDERS), MOST_AT_ONCE)
                .size();
    }

    /** Writes to those who were asked and have not answered, at most every other day. @return to how many */
    @Transactional
    public int remind(EventView event) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        Instant now = clock.instant();
        return acting.asSystem(event.organization(), () -> {
            List<GuestView> silent =
                    rows.locked(event.id(), invitations.silent(event.id(), now.minus(BETWEEN_REMINDERS), MOST_AT_ONCE));
            List<UUID> ids = silent.stream().map(guest -> guest.id().value()).toList();
            invitations.reminded(ids, now);
            moments.add(ids, Moments.Kind.REMINDED, "");
            letters.write(silent, Letter.REMINDED, "");
            return silent.size();
        });
    }

    /** They have followed their link. */
    @Transactional
    public void opened(GuestView own) {
        if (own.invitedAt() == null) return;
        acting.asSystem(own.organization(), () -> came(own, MailState.CLICKED, Moments.Kind.CLICKED));
    }

    /** They asked for no more mails of the kind. */
    @Transactional
    public void unwanted(String cause) {
        acting.asPlatform(() -> {
            GuestView guest = invited(cause);
            if (guest != null) rows.mute(guest);
        });
    }

    /**
     * How a mail of ours came, as the mail module hears of it; what is older than what is known changes nothing.
     *
     * @param cause of the letter, as in {@link GuestEvent.Addressed}
     */
    @Transactional
    public void mailed(String cause, MailState to) {
        acting.asPlatform(() -> {
            GuestView guest = invited(cause);
            if (guest == null) return;
            switch (to) {
                case SENT -> came(guest, to, Moments.Kind.SENT);
                case BOUNCED -> came(guest, to, Moments.Kind.BOUNCED);
                case OPENED -> came(guest, to, Moments.Kind.OPENED);
                case CLICKED -> came(guest, to, Moments.Kind.CLICKED);
                case NONE, QUEUED, SHARED -> {}
            }
        });
    }

    private @Nullable GuestView invited(String cause) {
        String[] parts = cause.split(":");
        boolean ours = parts.length == 3 && (parts[0].equals("guest_invited") || parts[0].equals("guest_reminded"));
        if (!ours) return null;
        GuestId id = GuestId.valueOf(parts[1]);
        FormerGuests.Former gone = former.find(id);
        return rows.byId(gone == null ? id : gone.now());
    }

    private void came(GuestView guest, MailState to, Moments.Kind kind) {
        if (invitations.came(guest.id(), to, clock.instant())) moments.add(guest, kind, "");
    }
}
