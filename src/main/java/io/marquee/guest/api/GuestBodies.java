package io.marquee.guest.api;

import io.marquee.guest.Addressees;
import io.marquee.guest.Comparison;
import io.marquee.guest.Duplicates;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestMoment;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Guests;
import io.marquee.guest.InvitationFiles;
import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Guests as an event's team reads and changes them. */
final class GuestBodies {
    private GuestBodies() {}

    /** A list that is given whole. */
    record Items<T>(List<T> items) {}

    /**
     * @param plusOnes how many they bring
     * @param allowance how many they may bring; null where the event's rule says it
     * @param companions whom they bring, as far as they have said
     * @param mail how far their invitation came
     * @param muted whether they asked for no more mails about the event
     */
    record GuestResource(
            UUID id,
            String name,
            String email,
            GuestState state,
            Instant since,
            int plusOnes,
            @Nullable Integer allowance,
            List<String> companions,
            int tickets,
            List<String> tags,
            GuestView.MailState mail,
            @Nullable UUID invitedBy,
            @Nullable Instant invitedAt,
            @Nullable Instant answeredAt,
            boolean muted) {
        static GuestResource of(GuestView guest) {
            return new GuestResource(
                    guest.id().value(),
                    guest.name(),
                    guest.address(),
                    guest.state(),
                    guest.since(),
                    guest.plusOnes(),
                    guest.allowance(),
                    guest.companions(),
                    guest.tickets(),
                    guest.tags(),
                    guest.mail(),
                    guest.invitedBy() == null ? null : guest.invitedBy().value(),
                    guest.invitedAt(),
                    guest.answeredAt(),
                    guest.muted());
        }
    }

    /**
     * Something that happened to a guest.
     *
     * @param kind state, note, sent, bounced, opened, clicked, reminded, muted, bought, ticket_gone, imported, merged, tagged, untagged or shared
     * @param state where it moved to; null where it is no move
     */
    record MomentResource(
            String kind,
            @Nullable String state,
            String words,
            @Nullable UUID by,
            Instant at) {
        static MomentResource of(GuestMoment moment) {
            return new MomentResource(
                    moment.kind(),
                    moment.state().isEmpty() ? null : moment.state(),
                    moment.words(),
                    moment.by() == null ? null : moment.by().value(),
                    moment.at());
        }
    }

    /** @param likeness what they have in common: address (two spellings of one), name, answer */
    record DuplicateResource(GuestResource one, GuestResource other, Set<Duplicates.Likeness> likeness) {
        static DuplicateResource of(Duplicates.Pair pair) {
            return new DuplicateResource(GuestResource.of(pair.one()), GuestResource.of(pair.other()), pair.likeness());
        }
    }

    /**
     * @param guest who becomes the one in the path, and is gone afterwards
     * @param choices whose word counts where the two differ: that of the guest who is kept or of the other, by the names that a refusal tells (name, reply, answer-…)
     */
    record NewMerge(
            @Nullable UUID guest,

            @Schema(example = "{\"name\": \"other\"}") @Nullable
            Map<String, Comparison.@Nullable Side> choices) {
        GuestId other() {
            return GuestBodies.other(guest);
        }

        Map<String, Comparison.Side> chosen() {
            Map<String, Comparison.Side> chosen = new HashMap<>();
            if (choices != null)
                choices.forEach((field, side) -> {
                    if (side != null) chosen.put(field, side);
                });
            return chosen;
        }
    }

    /** Somebody without an address. */
    record NewGuest(@Schema(example = "Ada Lind") @Nullable String name) {}

    /** @param link of the guest's own, which needs no account */
    record PassedOn(String link) {}

    /** @param guest who is somebody else than the one in the path */
    record NewDistinction(
            @Schema(example = "01981f0e-7c3a-7d2b-9a41-3f6e5b2c8d10") @Nullable
            UUID guest) {
        GuestId other() {
            return GuestBodies.other(guest);
        }
    }

    private static GuestId other(@Nullable UUID guest) {
        if (guest == null) throw InvalidInput.at("guest", "required");
        return new GuestId(guest);
    }

    /** @param allowance how many they may bring; null for as many as the event's rule says */
    record NewAllowance(@Schema(example = "2") @Nullable Integer allowance) {}

    record NewNote(
            @Schema(example = "Vegan; sits with the band") @Nullable
            String note) {}

    /**
     * @param guests at most ten thousand ids
     * @param act approve, decline, remove, tag or untag
     * @param tag for the last two
     */
    record NewChange(
            @Nullable List<@Nullable UUID> guests,
            @Nullable Act act,

            @Schema(example = "press") @Nullable String tag) {
        List<UUID> ids() {
            return guests == null
                    ? List.of()
                    : guests.stream()
                            .filter(Objects::nonNull)
                            .map(id -> (UUID) id)
                            .toList();
        }

        Act what() {
            if (act == null) throw InvalidInput.at("act", "required");
            return act;
        }
    }

    /**
     * @param done how many it was done to
     * @param left out because there was no place for them
     * @param others who had another state meanwhile, hold a ticket, or had the tag already
     * @param refused who of these are left as they were, and why; empty for tags
     */
    record ChangeAnswer(int done, int left, int others, List<RefusedGuest> refused) {
        static ChangeAnswer of(Guests.Outcome outcome) {
            return new ChangeAnswer(
                    outcome.done(),
                    outcome.left(),
                    outcome.others(),
                    outcome.refused().stream()
                            .map(one -> new RefusedGuest(
                                    one.guest().id().value(),
                                    one.guest().name(),
                                    one.why().code()))
                            .toList());
        }
    }

    record RefusedGuest(
            UUID guest,
            String name,
            @Schema(example = "guest_event_full") String code) {}

    /**
     * @param people at most ten thousand
     * @param words of the team's, above the invitation
     * @param plusOnes how many each may bring; left out for as many as the event's rule says
     */
    record NewInvitations(
            @Nullable List<@Nullable NewInvitation> people,

            @Schema(example = "It would be lovely to see you.") @Nullable
            String words,

            @Nullable Integer plusOnes) {
        List<Addressees.Person> addressed() {
            return people == null
                    ? List.of()
                    : people.stream()
                            .filter(Objects::nonNull)
                            .map(one -> new Addressees.Person(
                                    one.name() == null ? "" : one.name(), one.email() == null ? "" : one.email()))
                            .toList();
        }
    }

    /**
     * What a file with people says.
     *
     * @param people who are asked, or would be
     * @param leftOut who are not, and why: no_address, many_addresses (in one line), twice (in the file), asked (before), comes, unwanted,
     *     undeliverable
     * @param unused the names of columns that nothing was read from
     * @param invited how many were asked; null where nobody was to be
     */
    record FileAnswer(
            List<InvitationFiles.Invitee> people,
            List<InvitationFiles.LeftOut> leftOut,
            List<String> unused,
            @Nullable Integer invited) {
        static FileAnswer of(InvitationFiles.Understood understood, @Nullable Integer invited) {
            return new FileAnswer(understood.people(), understood.leftOut(), understood.unused(), invited);
        }
    }

    record NewInvitation(
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email) {}

    /**
     * How an event takes answers.
     *
     * @param open whether those may answer who were not invited
     * @param plusOnes how many each may bring
     */
    record AnswerRule(
            @Nullable Boolean open,
            @Schema(example = "1") @Nullable Integer plusOnes) {}

    /** To how many it was written. */
    record Written(int written) {}
}
