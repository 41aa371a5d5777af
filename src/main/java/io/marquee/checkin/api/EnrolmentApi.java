package io.marquee.checkin.api;

import io.marquee.checkin.device.Enrolments;
import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/device-enrolments")
@Tag(name = "Devices")
class EnrolmentApi {
    private final Enrolments enrolments;
    private final Clock clock;

    EnrolmentApi(Enrolments enrolments, Clock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    record EnrolmentRequest(
            @Schema(example = "e_Zk3…", description = "What stands behind # in the organizer's link") @Nullable
            String token,

            @Schema(description = "32 random bytes of the device's own, base64url: its bearer token is d_ and this")
            @Nullable
            String key) {
        @Override
        public String toString() {
            return "EnrolmentRequest[hidden]";
        }
    }

    record Enrolled(DeviceAnswer device, DoorEvent event, Instant serverTime) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enrol a device",
            description = "Once for each link; the same token and key again answer the same. No account is needed.")
    Enrolled enrol(@RequestBody EnrolmentRequest request) {
        if (request.token() == null) throw InvalidInput.at("token", "required");
        if (request.key() == null) throw InvalidInput.at("key", "required");
        Enrolments.Enrolled enrolled = enrolments.enrol(request.token(), request.key());
        return new Enrolled(DeviceAnswer.of(enrolled.device()), DoorEvent.of(enrolled.event()), clock.instant());
    }
}
