package io.marquee.waitingroom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.MailedLinks;
import io.marquee.waitingroom.Place;
import io.marquee.waitingroom.Places;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Waiting room")
class PlaceApi {
    private final EventReads events;
    private final Places places;
    private final MailedLinks links;

    PlaceApi(EventReads events, Places places, MailedLinks links) {
        this.events = events;
        this.places = places;
        this.links = links;
    }

    /** @param pass a place that one has; it is kept while it is good @param link the token of a mailed link */
    record PlaceBody(
            @Schema(example = "p_AZl6Ti8cfMCi8wyMfPOgAQAAAAEAAAAAAAAAKgC1yq0vN3mYt2xq0w4cY7hK") @Nullable
            String pass,

            @Nullable String link) {}

    record LinkBody(
            @Schema(example = "ada@example.org") @Nullable String email) {}

    /**
     * Where one stands.
     *
     * @param pass the signed place: to be sent with the hold, as {@code pass}
     * @param number in the order of arrival, from 0
     * @param position in the order of calling, from 0; not before the opening
     * @param ahead how many are called before
     * @param estimateSeconds until the opening, or until it is called, as far as can be told
     * @param until when a place that was called must be used
     * @param pollSeconds when it is worth asking again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceResource(
            String pass,
            EventId event,
            Place.Stage stage,
            @Nullable Long number,
            @Nullable Long position,
            long ahead,
            long estimateSeconds,
            @Nullable Instant until,
            int pollSeconds) {
        static PlaceResource of(String pass, EventId event, Place place) {
            return new PlaceResource(
                    pass,
                    event,
                    place.stage(),
                    place.number() < 0 ? null : place.number(),
                    place.position() < 0 ? null : place.position(),
                    place.ahead(),
                    place.seconds(),
                    place.until(),
                    place.pollSeconds());
        }
    }

    @Operation(
            summary = "Take a place in the waiting room",
            description =
                    "Whoever has a place that is still good keeps it. Where places are bound to addresses, the caller's verified "
                            + "address counts, or the one that a mailed link proves.")
    @PostMapping("/events/{idOrSlug}/waiting-room/places")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlaceResource> take(@PathVariable String idOrSlug, @RequestBody PlaceBody body) {
        EventView event = events.shown(idOrSlug);
        String pass = places.take(event, body.pass(), body.link());
        return ResponseEntity.created(URI.create("/api/v1/waiting-room/places/" + pass))
                .body(PlaceResource.of(pass, event.id(), places.look(event.id(), pass)));
    }

    @Operation(summary = "Ask for a mailed link that proves an address", description = "Good for two hours.")
    @PostMapping("/events/{idOrSlug}/waiting-room/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void mail(@PathVariable String idOrSlug, @RequestBody LinkBody body, Locale language) {
        links.send(events.shown(idOrSlug), body.email() == null ? "" : body.email(), Chosen.NOTHING, language);
    }

    @Operation(
            summary = "Ask how a place stands",
            description = "Not more often than `pollSeconds` says: it brings nothing.")
    @GetMapping("/waiting-room/places/{pass}")
    PlaceResource show(@PathVariable String pass) {
        EventId event = places.eventOf(pass);
        if (event == null) throw new NotFound("place");
        return PlaceResource.of(pass, event, places.look(event, pass));
    }
}
