package io.marquee.checkin;

import io.marquee.guest.GuestMoment;
import io.marquee.guest.GuestTrail;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When guests went in and out, at which gate, and who stood there. */
@Component
class ScansOfGuests implements GuestTrail {
    private final Scans scans;

    ScansOfGuests(Scans scans) {
        this.scans = scans;
    }

    @Override
    public List<GuestMoment> of(Whom whom) {
        List<GuestMoment> moments = new ArrayList<>();
        scans.ofTickets(whom.tickets()).forEach(scan -> {
            String where = scan.device().isEmpty() ? scan.gate() : scan.gate() + " · " + scan.device();
            moments.add(
                    new GuestMoment(kind(scan), Wire.name(scan.verdict()), where, person(scan.operator()), scan.at()));
            CheckInView.Undo undo = scan.undo();
            if (undo != null) moments.add(new GuestMoment("undone", "", undo.reason(), person(undo.by()), undo.at()));
        });
        return moments;
    }

    private static String kind(CheckInView scan) {
        if (scan.verdict() != Verdict.ADMITTED) return "refused";
        else if (scan.direction() == Direction.OUT) return "went_out";
        else return scan.admission() ? "came_in" : "used";
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
